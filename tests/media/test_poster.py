"""A poster from a moment of a film."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from builder.cli import main
from builder.media.poster import seconds_of
from tests.media import films
from tests.media.test_report import FILMED


@pytest.mark.parametrize(("text", "seconds"), [("0:42", 42), ("42", 42), ("1:02:03", 3723), ("0:42.5", 42.5), ("75:00", 4500)])  # fmt: skip
def test_a_moment_is_written_as_people_write_it(text: str, seconds: float) -> None:
    """Minutes and seconds, or seconds alone."""
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "0.42.1", "the end", "-3", "0:42:"])
def test_no_moment_is_said(text: str, course_folder: Path) -> None:
    """With an example, exit status 2, before ffmpeg is asked for."""
    with pytest.raises(ValueError, match=r"such as 0:42"):
        seconds_of(text)


def poster(folder: Path, moment: str) -> Result:
    """The command."""
    return CliRunner().invoke(main, ["media", str(folder), "--poster", moment])


def test_a_wrong_moment_ends_the_command(course_folder: Path) -> None:
    """With its sentence."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    result = poster(course_folder, "the end")
    assert result.exit_code == 2 and "--poster: the end is not a moment of a film." in result.stderr


def test_of_two_films_one_must_be_named(course_folder: Path) -> None:
    """A picture belongs to one."""
    second = FILMED.partition("## Watch")[2].replace("film.mp4", "other.mp4")
    (course_folder / "01-welcome.md").write_text(f"{FILMED}\n## Watch{second}")
    (course_folder / "media" / "other.mp4").write_bytes((course_folder / "media" / "film.mp4").read_bytes())
    result = poster(course_folder, "0:01")
    assert result.exit_code == 2
    assert "name the film with --film: there are media/film.mp4, media/other.mp4" in result.stderr


@pytest.mark.media
def test_the_picture_of_a_moment_stands_beside_its_film(course_folder: Path) -> None:
    """Another moment replaces it, and the first picture is kept."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    films.make(course_folder / "media" / "film.mp4", "-pix_fmt", "yuv420p")
    result = poster(course_folder, "0:01")
    assert result.exit_code == 0, result.output
    assert "Write it below the film: - poster: media/film.jpg" in result.output
    first = (course_folder / "media" / "film.jpg").read_bytes()
    with Image.open(course_folder / "media" / "film.jpg") as picture:
        assert picture.size == (320, 180)
    poster(course_folder, "0:01")
    assert not (course_folder / "media" / "originals").exists()
    (course_folder / "01-welcome.md").write_text(FILMED + "- poster: media/film.jpg\n")
    result = poster(course_folder, "0:00")
    assert (
        "The picture that was there is media/originals/film.jpg now." in result.output
        and "Write it" not in result.output
    )
    assert (course_folder / "media" / "originals" / "film.jpg").read_bytes() == first
    beyond = poster(course_folder, "0:09")
    assert beyond.exit_code == 2 and "has no moment at 9.0" in beyond.stderr
