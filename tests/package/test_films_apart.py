"""Films that stay on an organisation's own host."""

import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from builder.cli import main
from builder.command_paths import films_address
from builder.errors import UnreadableSource
from builder.outcome_text import built_text
from builder.package import films_apart
from builder.package.films_apart import write_films
from builder.pipeline import Outcome, build
from tests.conftest import ROOT, smallest_course

AT = "https://films.example.org/courses/"
FILM = """
## Watch: A film

[A film](media/film.mp4)

- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
- sign: media/signed.mp4
- poster: images/team.png

Here it is [to be downloaded](media/kept.mp4).

## Watch: Another

[Another film](media/kept.mp4)

- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
"""


FILM_ALONE = """
## Watch: A film {#watch-a-film}

[A film](media/film.mp4)

- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
"""


def write_course(folder: Path) -> Path:
    """A course with two films, one with sign language and one that can be downloaded as well."""
    course = smallest_course(folder)
    media = course / "media"
    (media / "signed.mp4").write_bytes((media / "film.mp4").read_bytes() + b"signed")
    (media / "kept.mp4").write_bytes((media / "film.mp4").read_bytes() + b"kept")
    page = course / "01-welcome.md"
    page.write_text(page.read_text() + FILM)
    return course


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """The course and what was built of it."""
    folder = tmp_path_factory.mktemp("apart")
    course = write_course(folder / "course")
    return course, build(course, folder / "dist", films_at=AT)


def test_the_films_are_in_the_folder_and_in_no_package(built: tuple[Path, Outcome]) -> None:
    """By names that hold the beginning of their checksum; what the text links to is still there to be downloaded."""
    course, outcome = built
    assert outcome.films and outcome.films.address == AT
    for name in ("film", "signed", "kept"):
        content = (course / "media" / f"{name}.mp4").read_bytes()
        assert (outcome.films.folder / f"{name}-{sha256(content).hexdigest()[:16]}.mp4").read_bytes() == content
    assert len(list(outcome.films.folder.iterdir())) == 3
    assert [package.destination for package in outcome.packages] == ["scorm12", "scorm2004", "web"]
    for package in outcome.packages:
        with zipfile.ZipFile(package.path) as archive:
            media = [name for name in archive.namelist() if name.endswith((".mp4", ".vtt", ".png"))]
        assert sorted(media) == ["images/team.png", "media/film.en.vtt", "media/kept.mp4"]


def test_the_page_plays_them_from_that_host_and_allows_no_other(built: tuple[Path, Outcome]) -> None:
    """The film, and the one with sign language beside it."""
    _, outcome = built
    page = html.document_fromstring(next(path for path in outcome.written if path.name == "index.html").read_bytes())
    assert outcome.films
    names = {film.name.partition("-")[0]: AT + film.name for film in outcome.films.films}
    assert page.xpath("//video/@src") == [names["film"], names["kept"]]
    assert page.xpath("//@data-sign-src") == [names["signed"]]
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert [part for part in policy.split("; ") if "https:" in part] == [
        "media-src 'self' blob: data: https://films.example.org"
    ]


def test_the_handover_says_what_to_put_where(built: tuple[Path, Outcome]) -> None:
    """Every film with its address, its size and its checksum."""
    _, outcome = built
    assert outcome.films
    page = html.document_fromstring(outcome.written[-1].read_bytes())
    (head,) = page.xpath("//h2[@id='films']")
    words = head.getnext().text_content()
    assert outcome.films.folder.name in words and AT in words
    items = head.getnext().getnext().xpath("li")
    assert [item.xpath("string(.//a/@href)") for item in items] == [AT + film.name for film in outcome.films.films]
    told = built_text(outcome)
    assert f"First copy the films from {outcome.films.folder.as_posix()} to {AT}." in told
    assert all(film.sha256 in item.text_content() for film, item in zip(outcome.films.films, items, strict=True))


def test_a_film_that_is_there_is_not_written_again_and_an_older_one_stays(tmp_path: Path) -> None:
    """Old packages play the old film; a damaged copy is replaced."""
    course = write_course(tmp_path / "course")
    first = build(course, tmp_path / "dist", ["web"], films_at=AT).films
    assert first
    old, same, damaged = (first.folder / film.name for film in first.films)
    before = same.stat().st_ino
    first.films[0].sources[0].write_bytes(old.read_bytes() + b"new")
    damaged.write_bytes(bytes(damaged.stat().st_size))
    second = build(course, tmp_path / "dist", ["web"], films_at=AT).films
    assert second and old.exists() and len(list(first.folder.iterdir())) == 4
    assert same.stat().st_ino == before
    assert sha256(damaged.read_bytes()).hexdigest() == first.films[2].sha256


def test_a_film_that_changes_meanwhile_is_not_taken_for_the_one_that_was_read(tmp_path: Path) -> None:
    """Its name would lie."""
    course = write_course(tmp_path / "course")
    outcome = build(course, tmp_path / "dist", ["web"])
    apart = films_apart(outcome.course, AT, tmp_path / "films")
    apart.films[0].sources[0].write_bytes(b"another film")
    with pytest.raises(UnreadableSource, match="changed"):
        write_films(apart)
    assert not list((tmp_path / "films").iterdir())


def test_each_language_plays_its_own_films_from_there(tmp_path: Path) -> None:
    """And what they share lies there once."""
    course = shutil.copytree(ROOT / "tests" / "courses" / "three-languages", tmp_path / "course")
    base = smallest_course(tmp_path / "base")
    for folder, film in ((course, b""), (course / "cy", b""), (course / "ar", b"in Arabic")):
        shutil.copytree(base / "media", folder / "media", dirs_exist_ok=True)
        with (folder / "media" / "film.mp4").open("ab") as file:
            file.write(film)
        page = folder / "01-the-door.md"
        page.write_text(page.read_text() + FILM_ALONE)
    outcome = build(course, tmp_path / "dist", ["web"], films_at=AT)
    assert outcome.films, [found.message for found in outcome.report.errors]
    assert len(outcome.films.films) == 2
    page = next(path for path in outcome.written if path.name == "index.html").read_text()
    names = [film.name for film in outcome.films.films]
    assert sorted(page.count(f'src="{AT}{name}"') for name in names) == [1, 2]
    assert not (outcome.written[0].parent / "media" / "film.mp4").exists()


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://films.example.org", "https://films.example.org/"),
        ("https://Films.Example.org:8443/a/b%20c/", "https://films.example.org:8443/a/b%20c/"),
        ("http://films.example.org/", None),
        ("https://films.example.org/?a=b", None),
        ("https://films.example.org/#a", None),
        ("https://me:word@films.example.org/", None),
        ("https://films.example.org/a b/", None),
        ("https://films.example.org/';script-src *", None),
        ("films.example.org", None),
        ("https://localhost/", None),
    ],
)
def test_an_address_is_that_of_a_folder_on_a_host(given: str, address: str | None) -> None:
    """It stands in the policy of the page, where a sign too many would be another rule."""
    if address:
        assert films_address(given) == address
        return
    with pytest.raises(ValueError, match="Write it as"):
        films_address(given)


def test_the_command_refuses_another_address_before_it_works(tmp_path: Path) -> None:
    """With what to write instead."""
    told = CliRunner().invoke(main, ["build", str(smallest_course(tmp_path)), "--films-at", "films"])
    assert told.exit_code == 2 and "https://films.example.org/courses/" in told.output
