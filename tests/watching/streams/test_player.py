"""A player for streams: which file is taken, what goes into the package, and how it is fetched."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import main as satchel
from builder.outcome_text import built_text
from builder.pipeline import Outcome, build
from builder.verify.web_page.policy import looser_directives
from tests.conftest import ROOT

HLS = ROOT / "node_modules" / "hls.js"
STREAM = "https://films.example.org:8443/talk.m3u8"
FILM = "## Watch: A talk\n\n[A talk]({})\n\n- captions: media/talk.vtt\n- descriptions: not needed (only the speaker is shown)\n"
PLAYER = "stream-player/hls.min.js"


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Outcome]:
    """Builds a course with one film."""

    def build_(player: str = PLAYER, film: str = STREAM) -> Outcome:
        source = tmp_path / "course"
        (source / "media").mkdir(parents=True, exist_ok=True)
        (source / "media" / "talk.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:04.000\nHello.\n", encoding="utf-8")
        (source / "course.yml").write_text(
            f"id: talk\ntitle: A talk\nlanguage: en-GB\nstream-player: {player}\n", encoding="utf-8"
        )
        (source / "01-talk.md").write_text(f"---\ntitle: The talk\n---\n\n{FILM.format(film)}", encoding="utf-8")
        return build(source, tmp_path / "out", ["web", "scorm2004"])

    put(tmp_path / "course")
    return build_


def put(course: Path) -> Path:
    """Lay the player into a course, as the command does."""
    folder = course / "stream-player"
    folder.mkdir(parents=True)
    shutil.copy(HLS / "LICENSE", folder / "LICENSE.txt")
    return Path(shutil.copy(HLS / "dist" / "hls.min.js", folder / "hls.min.js"))


def found(outcome: Outcome) -> list[tuple[str, str, str]]:
    """What was found, with its hint."""
    return [(one.rule, one.message, one.hint) for one in outcome.report.diagnostics]


def test_the_player_goes_into_the_package_with_its_licence(made: Callable[..., Outcome]) -> None:
    """The page lets it read the parts of the stream from that host alone, and the handover says what it is."""
    outcome = made()
    assert found(outcome) == []
    page = next(path for path in outcome.written if path.name == "index.html")
    text = page.read_text(encoding="utf-8")
    assert {path.name for path in (page.parent / "stream-player").iterdir()} == {"hls.min.js", "license.txt"}
    assert "connect-src 'self' https://films.example.org:8443;" in text
    assert 'data-film-stream="stream-player/hls.min.js"' in text
    handover = next(path for path in outcome.written if "handover" in path.name).read_text(encoding="utf-8")
    assert (
        "hls.js, 624 KB, with its licence. A browser loads it only where it cannot play a stream by itself" in handover
    )
    told = built_text(outcome)
    assert "A player for streams, 624 kB, is sent where a browser needs it." in told
    (script,) = re.findall(r"script \d+ kB \((\d+) kB sent\)", told)
    assert int(script) < 100


def test_no_other_script_runs_in_a_course(made: Callable[..., Outcome], tmp_path: Path) -> None:
    """Not even the same with one more line: it could read what learners write."""
    path = tmp_path / "course" / PLAYER
    path.write_bytes(path.read_bytes() + b"\nfetch('https://example.org')\n")
    message = f"{PLAYER} is not hls.js 1.7.4, and no other script may run in a course"
    assert found(made()) == [("MED-007", message, "Run satchel stream-player, which fetches it and its licence.")]


@pytest.mark.parametrize(
    ("player", "words", "hint"),
    [
        ("player.js", "there is no file player.js in the course folder", "satchel stream-player"),
        ("stream-player/HLS.min.js", "there is no file stream-player/HLS.min.js", f"Did you mean {PLAYER}?"),
        ("https://cdn.example.org/hls.js", "lies on another site", "satchel stream-player"),
        ("stream-player", "stream-player", "satchel stream-player"),
        ("yes", "there is no file yes", "satchel stream-player"),
    ],
)
def test_a_player_that_is_not_there_is_told(made: Callable[..., Outcome], player: str, words: str, hint: str) -> None:
    """With the command that fetches it, or the name that was meant."""
    ((rule, message, told),) = found(made(player))
    assert rule == "MED-007" and words in message and hint in told


def test_its_licence_goes_with_it(made: Callable[..., Outcome], tmp_path: Path) -> None:
    """Whoever hands the script on hands that on too."""
    (tmp_path / "course" / "stream-player" / "LICENSE.txt").unlink()
    ((rule, message, _),) = found(made())
    assert (rule, message) == ("MED-007", f"the licence of {PLAYER} is not beside it, as LICENSE.txt")


def test_a_player_that_no_film_needs_is_told(made: Callable[..., Outcome]) -> None:
    """It would be carried for nothing."""
    ((rule, message, hint),) = found(made(film="https://films.example.org/talk.mp4"))
    assert (rule, hint) == ("MED-008", "Delete this line.")
    assert message == "no film of this course is a stream, and this player has 624 KB"


def test_a_page_without_a_player_may_not_fetch_from_the_host_of_its_films() -> None:
    """Only the player of a stream does."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "media-src 'self' blob: data:; font-src 'self'; connect-src 'self' https://films.example.org; "
        "frame-src 'none'; form-action 'none'; base-uri 'none'"
    )
    host = frozenset({"https://films.example.org"})
    assert looser_directives(policy, {"media-src": host}) == ["connect-src"]
    assert looser_directives(policy, {"media-src": host, "connect-src": host}) == []


def test_the_command_fetches_it_and_says_what_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file than the one that was tried is not written."""
    course = tmp_path / "course"
    course.mkdir()
    (course / "course.yml").touch()
    npm = tmp_path / "npm"
    npm.write_text(  # the third argument is the folder
        f'#!/bin/sh\nmkdir -p "$3/node_modules" && cp -r "{HLS}" "$3/node_modules/"\necho "$@" > "{tmp_path}/said"\n'
    )
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    told = CliRunner().invoke(satchel, ["stream-player", str(course)])
    assert told.exit_code == 0, told.output
    assert told.output == f"{PLAYER}, 624 KB\n  In course.yml write: stream-player: {PLAYER}\n"
    assert {path.name for path in (course / "stream-player").iterdir()} == {"hls.min.js", "LICENSE.txt"}
    assert (tmp_path / "said").read_text().rstrip().endswith("hls.js@1.7.4")
    npm.write_text(npm.read_text() + 'echo "" >> "$3/node_modules/hls.js/dist/hls.min.js"\n')
    shutil.rmtree(course / "stream-player")
    told = CliRunner().invoke(satchel, ["stream-player", str(course)])
    assert told.exit_code == 2 and "npm gave another hls.js 1.7.4 than the one that was tried" in told.output
    assert [path.name for path in course.iterdir()] == ["course.yml"]
