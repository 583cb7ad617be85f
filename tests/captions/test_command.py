"""`satchel media --captions` and `--draft`: where captions are put, and what is kept."""

import json
import shlex
import types
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.captions import drafting
from builder.captions.writing import DRAFT
from builder.cli import main
from builder.pipeline import check
from tests.captions import exports
from tests.conftest import ROOT

FILMED = (
    "---\ntitle: Welcome\n---\n\n## Watch: A film\n\n[A film](media/film.mp4)\n\n{}"
    "- descriptions: not needed (only the speaker is shown)\n"
)


@pytest.fixture
def filmed(course_folder: Path) -> Path:
    """A course with a film that has no captions yet."""
    (course_folder / "01-welcome.md").write_text(FILMED.format(""))
    (course_folder / "media" / "film.en.vtt").unlink()
    return course_folder


def media(folder: Path, *options: str) -> Result:
    """The command."""
    return CliRunner().invoke(main, ["media", str(folder), *options])


def test_captions_are_put_beside_their_film(filmed: Path, tmp_path: Path) -> None:
    """The author's file stays as it is; each change is said by its line, and what to write into the course."""
    export = tmp_path / "meeting.vtt"
    export.write_bytes(exports.TEAMS.encode())
    result = media(filmed, "--captions", str(export))
    assert result.exit_code == 0, result.output
    assert result.output == (
        "media/film.en.vtt has 4 captions for media/film.mp4. meeting.vtt is kept.\n"
        "What was changed, by line of the file that it was made of:\n"
        "  line 1: the byte order mark at its beginning is gone\n"
        "  line 1: its lines end as those of WebVTT now\n"
        "  lines 3, 8, 14: identifiers that a machine gave are gone\n"
        "  line 4: it overlapped the next caption by 0.5 seconds, and ends where that begins\n"
        "  line 4: it is 2 captions now, to be read in time\n"
        "  line 12: notes that a machine wrote for machines are gone\n"
        "Write below the film: - captions: media/film.en.vtt\n"
    )
    assert export.read_bytes() == exports.TEAMS.encode()
    (filmed / "01-welcome.md").write_text(FILMED.format("- captions: media/film.en.vtt\n"))
    assert [d.rule for d in check(filmed).report.diagnostics] == []


def test_many_changes_of_a_kind_are_one_line_and_all_of_them_in_json(filmed: Path, tmp_path: Path) -> None:
    """A meeting of an hour has a thousand: nobody reads a list of them, and a program may."""
    export = tmp_path / "meeting.srt"
    export.write_text("\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\nWord {n}.\n" for n in range(1, 8)))
    told = media(filmed, "--captions", str(export), "--json")
    changes = json.loads(told.output)["changes"]
    assert [change["line"] for change in changes if "point" in change["change"]] == [2, 6, 10, 14, 18, 22, 26]
    (filmed / "media" / "film.en.vtt").unlink()
    result = media(filmed, "--captions", str(export))
    assert "  lines 2, 6, 10 and 4 more: times have a point in place of a comma\n" in result.output


def test_a_transcript_names_each_speaker_once(filmed: Path, tmp_path: Path) -> None:
    """The captions show her name on the screen; the transcript has it as the speaker."""
    (tmp_path / "zoom.vtt").write_text(exports.ZOOM)
    media(filmed, "--captions", str(tmp_path / "zoom.vtt"))
    (filmed / "01-welcome.md").write_text(FILMED.format("- captions: media/film.en.vtt\n"))
    (film,) = check(filmed).course.films
    said = [(passage.speaker, " ".join(one.words for one in passage.sentences)) for passage in film.passages]
    assert said == [("Ann Smith", "Who decides?"), ("Bob Jones", "We all do. Remember: it is their life.")]


def test_doing_it_twice_changes_nothing(filmed: Path, tmp_path: Path) -> None:
    """From the export, and from what was made of it."""
    (tmp_path / "talk.srt").write_text(exports.SUBRIP)
    media(filmed, "--captions", str(tmp_path / "talk.srt"))
    made = (filmed / "media" / "film.en.vtt").read_bytes()
    for export in (tmp_path / "talk.srt", filmed / "media" / "film.en.vtt"):
        result = media(filmed, "--captions", str(export))
        assert "media/film.en.vtt is as it should be: nothing to change." in result.output
    assert (filmed / "media" / "film.en.vtt").read_bytes() == made
    assert not (filmed / "media" / "originals").exists()


def test_captions_that_were_there_are_kept(filmed: Path) -> None:
    """The file itself is mended in its place, and is whole under `originals`."""
    (filmed / "01-welcome.md").write_text(FILMED.format("- captions: media/film.en.vtt\n"))
    own = filmed / "media" / "film.en.vtt"
    own.write_text(exports.ZOOM)
    result = media(filmed, "--captions", "media/film.en.vtt")
    assert "The file that was there is media/originals/film.en.vtt now." in result.output
    assert (filmed / "media" / "originals" / "film.en.vtt").read_text() == exports.ZOOM
    own.write_text(exports.SBV)
    media(filmed, "--captions", "media/film.en.vtt")
    assert (filmed / "media" / "originals" / "film.en-2.vtt").read_text() == exports.SBV
    assert (filmed / "media" / "originals" / "film.en.vtt").read_text() == exports.ZOOM


def test_the_language_is_said_by_the_file_or_by_the_command(filmed: Path, tmp_path: Path) -> None:
    """Otherwise it is that of the course."""
    for name, text, options, path in (
        ("a.vtt", exports.YOUTUBE.replace("Language: en", "Language: cy"), (), "media/film.cy.vtt"),
        ("b.srt", exports.SUBRIP, ("--language", "pl"), "media/film.pl.vtt"),
        ("c.sbv", exports.SBV, (), "media/film.en.vtt"),
    ):
        (tmp_path / name).write_text(text)
        result = media(filmed, "--captions", str(tmp_path / name), *options, "--json")
        assert json.loads(result.stdout)["captions"] == path


def test_the_film_is_that_of_the_name(filmed: Path) -> None:
    """Of several films the one whose name the captions have."""
    text = FILMED.format("") + "\n## Watch: Another\n\n[Another](media/other.mp4)\n\n- captions: media/other.srt\n"
    (filmed / "01-welcome.md").write_text(text)
    (filmed / "media" / "other.mp4").write_bytes((filmed / "media" / "film.mp4").read_bytes())
    (filmed / "media" / "other.srt").write_text(exports.SUBRIP)
    result = media(filmed, "--captions", "media/other.srt", "--json")
    value = json.loads(result.stdout)
    assert value["captions"] == "media/other.en.vtt" and value["kept"] is None
    assert {"line": 3, "change": "colours and places of SubRip are gone"} in value["changes"]
    assert media(filmed, "--captions", str(ROOT / "README.md")).exit_code == 2


@pytest.mark.parametrize(("name", "says"), [("none.srt", "No such file"), ("README.md", "no captions with times")])
def test_what_is_no_file_of_captions_is_refused(filmed: Path, name: str, says: str) -> None:
    """With exit status 2, and nothing is written."""
    (filmed / "README.md").write_text("Good morning everybody.\n")
    result = media(filmed, "--captions", name)
    assert result.exit_code == 2 and says in result.stderr
    assert not (filmed / "media" / "film.en.vtt").exists()


def word(text: str, start: float, end: float) -> types.SimpleNamespace:
    """A word as the library gives it."""
    return types.SimpleNamespace(word=f" {text}", start=start, end=end)


class Whisper:
    """In the place of faster-whisper: hears the same words in every film."""

    asked: dict[str, object]

    def __init__(self, model: str, **options: object) -> None:
        if model == "nowhere":
            raise RuntimeError("cannot find the requested files in the disk cache")
        Whisper.asked = {"model": model, **options}

    def transcribe(self, film: str, **options: object) -> tuple[object, object]:
        """Two segments, one of them without times of its words."""
        Whisper.asked |= {"film": Path(film).name, **options}
        said = [
            "Power",
            "is",
            "shared",
            "by",
            "R&D",
            "and",
            "by",
            "those",
            "who",
            "live",
            "with",
            "it,",
            "every",
            "day.",
        ]
        words = [word(text, 1 + place * 0.4, 1.4 + place * 0.4) for place, text in enumerate(said)]
        segments = [
            types.SimpleNamespace(start=1.0, end=6.6, text=" ".join(said), words=words),
            types.SimpleNamespace(start=9.0, end=10.0, text=" So it is.", words=None),
        ]
        return iter(segments), types.SimpleNamespace(language="en")


@pytest.fixture
def whisper(monkeypatch: pytest.MonkeyPatch) -> type[Whisper]:
    """The library as it would be imported."""
    library = types.SimpleNamespace(WhisperModel=Whisper)
    monkeypatch.setattr(drafting, "import_module", lambda name: {"faster_whisper": library}[name])
    return Whisper


def test_captions_are_drafted_and_marked(filmed: Path, whisper: type[Whisper]) -> None:
    """Short lines, cut where the speaker pauses; the build reports them until the author takes the note out."""
    result = media(filmed, "--draft", "--model", "models/small")
    assert result.exit_code == 0, result.output
    assert (filmed / "media" / "film.en.vtt").read_text() == (
        f"WEBVTT\n\n{DRAFT}\n\n00:00:01.000 --> 00:00:06.900\nPower is shared by R&amp;D\n"
        "and by those who live with it, every day.\n\n00:00:09.000 --> 00:00:10.300\nSo it is.\n"
    )
    assert "check every line, then delete the line `NOTE Draft: check every line`" in result.output
    (filmed / "01-welcome.md").write_text(FILMED.format("- captions: media/film.en.vtt\n"))
    assert [(d.rule, d.span.line) for d in check(filmed).report.diagnostics] == [("MED-006", 3)]
    checked = (filmed / "media" / "film.en.vtt").read_text().replace(f"{DRAFT}\n\n", "")
    (filmed / "media" / "film.en.vtt").write_text(checked)
    assert check(filmed).report.diagnostics == ()


def test_nothing_is_fetched(filmed: Path, whisper: type[Whisper]) -> None:
    """What a learner or a family said goes to no other machine, and no model comes from one."""
    media(filmed, "--draft")
    assert whisper.asked["local_files_only"] is True
    assert (whisper.asked["model"], whisper.asked["film"], whisper.asked["language"]) == ("small", "film.mp4", "en")
    result = media(filmed, "--draft", "--model", "nowhere")
    assert result.exit_code == 2
    assert "the model nowhere of faster-whisper is not on this machine. Name the folder of a model" in result.stderr


def test_a_film_that_the_library_cannot_hear_ends_the_command(
    filmed: Path, whisper: type[Whisper], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its own words, and nothing is written."""

    def failing(self: Whisper, film: str, **options: object) -> None:
        raise OSError("Invalid data found when processing input")

    monkeypatch.setattr(whisper, "transcribe", failing)
    result = media(filmed, "--draft")
    assert result.exit_code == 2
    assert "faster-whisper cannot hear film.mp4: Invalid data found" in result.stderr
    assert not (filmed / "media" / "film.en.vtt").exists()


def test_without_the_library_it_says_what_to_install(filmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra `drafts`."""

    def failing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(drafting, "import_module", failing)
    result = media(filmed, "--draft")
    assert result.exit_code == 2
    assert "faster-whisper is not installed." in result.stderr and f'"{ROOT}[drafts]"' in result.stderr


def test_captions_of_ones_own_are_not_drafted_over(filmed: Path, whisper: type[Whisper]) -> None:
    """Unless the film is named; then they are kept."""
    (filmed / "01-welcome.md").write_text(FILMED.format("- captions: media/film.en.vtt\n"))
    (filmed / "media" / "film.en.vtt").write_text("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nMine.\n")
    result = media(filmed, "--draft")
    assert result.exit_code == 2 and "has captions: name it with --film" in result.stderr
    assert media(filmed, "--draft", "--film", "film.mp4").exit_code == 0
    assert "Mine." in (filmed / "media" / "originals" / "film.en.vtt").read_text()


def test_a_film_that_two_blocks_show_is_one(filmed: Path, tmp_path: Path) -> None:
    """Captions find it by its name, and a file of captions by the block that names it."""
    again = "\n## Watch: Again\n\n[Again](media/film.mp4)\n\n- captions: media/own.en.vtt\n"
    (filmed / "01-welcome.md").write_text(FILMED.format("") + again + "\n## Watch: Other\n\n[Other](media/other.mp4)\n")
    (filmed / "media" / "other.mp4").write_bytes((filmed / "media" / "film.mp4").read_bytes())
    (filmed / "media" / "own.en.vtt").write_text(exports.ZOOM)
    (tmp_path / "film.srt").write_text(exports.SUBRIP)
    assert media(filmed, "--captions", "media/own.en.vtt").output.startswith(
        "media/own.en.vtt has 3 captions for media/film.mp4."
    )
    assert media(filmed, "--captions", str(tmp_path / "film.srt")).exit_code == 0
    (tmp_path / "talk.srt").write_text(exports.SUBRIP)
    result = media(filmed, "--captions", str(tmp_path / "talk.srt"))
    assert result.stderr == "satchel: name the film with --film: there are media/film.mp4, media/other.mp4\n"


@pytest.mark.parametrize("name", ["film.srt", "Our film (last cut).srt", "фільм.srt", "R&D.srt"])
def test_the_command_of_a_hint_can_be_pasted(filmed: Path, name: str) -> None:
    """Whatever the file is called; then the hint is followed, and nothing is left to mend."""
    (filmed / "media" / name).write_text(exports.SUBRIP)
    (filmed / "01-welcome.md").write_text(FILMED.format(f"- captions: media/{name}\n"))
    (found,) = check(filmed).report.diagnostics
    command = found.hint.removeprefix("Run satchel ").partition(" to make")[0]
    subcommand, *options = shlex.split(command)
    assert CliRunner().invoke(main, [subcommand, str(filmed), *options]).exit_code == 0
    (filmed / "01-welcome.md").write_text(FILMED.format("- captions: media/film.en.vtt\n"))
    assert check(filmed).report.diagnostics == ()
