"""`satchel check --films`: what it reports, where, and that nothing else ever asks for ffmpeg."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder import programs
from builder.cli import main
from builder.films import looking
from builder.films.decoding import UnreadableFilm
from builder.films.drift import Sound
from builder.films.looking import clock
from builder.model.diagnostics import Report
from builder.pipeline import build, check
from tests.conftest import COURSE, ROOT
from tests.films.test_flashes import blinking, still

FILM = "---\ntitle: Welcome\n---\n\nHello.\n\n{}## Watch: A film\n\n[A film](media/film.mp4)\n- captions: media/film.en.vtt\n- descriptions: not needed (only the speaker is shown)\n"

CAPTION = "WEBVTT\n\n00:00:00.200 --> 00:00:06.000\nWelcome.\n\n00:00:06.000 --> 00:00:09.500\n[a bell rings]\n"


@pytest.fixture
def filmed(course_folder: Path) -> Path:
    """A course with one film, at line 7."""
    (course_folder / "01-welcome.md").write_text(FILM.format(""))
    (course_folder / "media" / "film.en.vtt").write_text(CAPTION)
    return course_folder


def places(report: Report) -> list[str]:
    """Every diagnostic as the samples write it."""
    return [f"{d.span.path}:{d.span.line}:{d.span.column} {d.rule}" for d in report.diagnostics]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look that finds flashes in the fourth second, and sound from the third on."""
    monkeypatch.setattr(looking, "frames", lambda film: iter([*still(3), *blinking(10, 2)]))
    monkeypatch.setattr(looking, "sound", lambda film: Sound(((0.0, 3.0),), 5.0))


@pytest.mark.usefixtures("seen")
def test_flashes_and_drift_are_told_at_the_film(filmed: Path) -> None:
    """At the line of its block, with the time in the film."""
    report = check(filmed, films=True).report
    assert places(report) == ["01-welcome.md:7:1 W05", "01-welcome.md:7:1 W16"]
    drift, flashes = report.diagnostics
    assert "00:00:00.200" in drift.message and "2.8 seconds before" in drift.message and "00:00:03.000" in drift.hint
    assert "00:00:03.050" in flashes.message
    assert flashes.excerpt == "## Watch: A film"


def test_sound_without_captions_is_reported_at_the_film(filmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the longest stretch is, and that music needs a caption too; a reason takes it back."""
    monkeypatch.setattr(looking, "frames", lambda film: iter(still(1)))
    monkeypatch.setattr(looking, "sound", lambda film: Sound(((9.5, 10.5),), 20.0))
    report = check(filmed, films=True).report
    assert places(report) == ["01-welcome.md:7:1 W22"]
    (found,) = report.diagnostics
    assert (
        "50% of what is heard has no caption" in found.message and "from 00:00:10.500 to 00:00:20.000" in found.message
    )
    (filmed / "01-welcome.md").write_text(FILM.format("<!-- a11y-ok W22: a fountain, all the time -->\n"))
    assert places(check(filmed, films=True).report) == places(check(filmed).report) == []


def test_a_second_film_of_another_length_is_reported(filmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where neither file says its length: what was decoded is counted, and a described film of the same cut is calm."""
    folder = filmed / "media"
    for name in ("described.mp4", "sign.mp4"):
        (folder / name).write_bytes((folder / "film.mp4").read_bytes())
    keys = "- captions: media/film.en.vtt\n- described: media/described.mp4\n- sign: media/sign.mp4\n"
    (filmed / "01-welcome.md").write_text(FILM.format("").partition("- captions")[0] + keys)
    seconds = {"film.mp4": 12, "described.mp4": 14, "sign.mp4": 9.5}
    monkeypatch.setattr(looking, "frames", lambda film: iter(still(seconds[film.name])))
    monkeypatch.setattr(looking, "sound", lambda film: None)
    assert places(check(filmed).report) == []
    report = check(filmed, films=True).report
    assert places(report) == ["01-welcome.md:7:1 MED-009"]
    assert report.diagnostics[0].message == (
        "the film with sign language, media/sign.mp4, is 2 seconds shorter than media/film.mp4"
    )


@pytest.mark.usefixtures("seen")
def test_what_was_tested_can_be_taken_back(filmed: Path) -> None:
    """With a reason; without a look at the films nobody calls that idle."""
    said = "<!-- a11y-ok W16: tested with an analyser -->\n<!-- a11y-ok W05: the speaker whispers there -->\n"
    (filmed / "01-welcome.md").write_text(FILM.format(said))
    report = check(filmed, films=True).report
    assert places(report) == []
    assert len(report.suppressed) == 2
    assert places(check(filmed).report) == []


def test_an_idle_suppression_is_told_once_somebody_looked(filmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it does not hide the next flash."""
    monkeypatch.setattr(looking, "frames", lambda film: iter(still(3)))
    monkeypatch.setattr(looking, "sound", lambda film: None)
    (filmed / "01-welcome.md").write_text(FILM.format("<!-- a11y-ok W16: tested -->\n"))
    assert places(check(filmed, films=True).report) == ["01-welcome.md:7:1 STR-028"]
    (filmed / "01-welcome.md").write_text(FILM.format("<!-- a11y-ok W16 -->\n"))
    assert places(check(filmed).report) == ["01-welcome.md:7:1 STR-028"]


def test_a_film_that_cannot_be_decoded_is_told(filmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In ffmpeg's own words; the other films are looked into nevertheless."""

    def broken(film: Path) -> None:
        raise UnreadableFilm("moov atom not found")

    monkeypatch.setattr(looking, "frames", broken)
    monkeypatch.setattr(looking, "sound", lambda film: None)
    report = check(filmed, films=True).report
    assert places(report) == ["01-welcome.md:7:1 MED-003"]
    assert "moov atom not found" in report.diagnostics[0].message


def test_without_ffmpeg_the_remedy_is_told(filmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the sentence of `stand-in`, and exit status 2."""

    def failing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(programs, "which", lambda name: None)
    monkeypatch.setattr(programs, "import_module", failing)
    result = CliRunner().invoke(main, ["check", str(filmed), "--films"])
    assert result.exit_code == 2
    assert "ffmpeg is not installed." in result.stderr and f'-m pip install -e "{ROOT}[media]"' in result.stderr


def test_nothing_else_ever_runs_a_program(filmed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check without the flag and a build work where ffmpeg is not, and as fast as before."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a program was started")

    monkeypatch.setattr(programs, "which", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert places(check(filmed).report) == []
    assert build(filmed, tmp_path / "dist").packages
    assert CliRunner().invoke(main, ["check", str(filmed)]).exit_code == 0


def test_a_time_is_written_as_in_a_caption_file() -> None:
    """So that it can be pasted there."""
    assert [clock(0.0), clock(62.5), clock(3661.9996)] == ["00:00:00.000", "00:01:02.500", "01:01:02.000"]


def make(folder: Path, picture: str, loud: str) -> None:
    """A film of ten seconds: a source and filters of ffmpeg for the picture, and when its tone can be heard."""
    sources = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", f"sine=frequency=300,volume='{loud}':eval=frame"]
    command = [programs.ffmpeg(), "-v", "error", "-y", *sources, "-t", "10", "-pix_fmt", "yuv420p", "film.mp4"]
    subprocess.run(command, cwd=folder / "media", check=True)


CALM = "color=gray:size=320x180:rate=25"


def flickering(hertz: float) -> str:
    """A picture that goes from black to white so often in a second, from the fourth second to the eighth."""
    lit = f"between(t,4,8)*lt(mod(t*{hertz},1),0.5)"
    return f"color=black:size=320x180:rate=25,drawbox=x=0:y=0:w=iw:h=ih:color=white:t=fill:enable='{lit}'"


@pytest.mark.media
def test_a_flickering_film_is_found_and_a_calm_one_is_not(filmed: Path) -> None:
    """Black and white five times a second; once a second is no harm."""
    make(filmed, flickering(5), "between(t,0.2,10)")
    report = check(filmed, films=True).report
    assert places(report) == ["01-welcome.md:7:1 W16"]
    assert "00:00:04." in report.diagnostics[0].message
    make(filmed, flickering(1), "between(t,0.2,10)")
    assert places(check(filmed, films=True).report) == []


@pytest.mark.media
@pytest.mark.parametrize(("begins", "finds"), [(0.9, []), (3.0, ["01-welcome.md:7:1 W05"])])
def test_captions_that_begin_far_from_the_sound_are_found(filmed: Path, begins: float, finds: list[str]) -> None:
    """The caption begins after 0.2 seconds."""
    make(filmed, CALM, f"between(t,{begins},9)")
    assert places(check(filmed, films=True).report) == finds


@pytest.mark.media
def test_a_film_without_sound_and_a_broken_one(filmed: Path) -> None:
    """The first is checked for flashes alone; the second is reported."""
    make(filmed, CALM, "0")
    assert places(check(filmed, films=True).report) == []
    silent = [programs.ffmpeg(), "-v", "error", "-y", "-i", "film.mp4", "-an", "-c", "copy", "mute.mp4"]
    subprocess.run(silent, cwd=filmed / "media", check=True)
    (filmed / "media" / "mute.mp4").replace(filmed / "media" / "film.mp4")
    assert places(check(filmed, films=True).report) == []
    (filmed / "media" / "film.mp4").write_bytes(b"no film at all")
    assert places(check(filmed, films=True).report) == ["01-welcome.md:7:1 MED-003"]


@pytest.mark.media
def test_the_films_of_the_first_course_are_calm_and_captioned_in_time() -> None:
    """Nothing to mend in them."""
    assert places(check(COURSE, films=True).report) == places(check(COURSE).report)
