"""Films are made fit for the web: each whole or not at all, each once, and the author's own file is kept."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from builder.media import encoding, looking, probing
from builder.media.encoding import share_done
from builder.media.judging import Finding, where_it_plays
from builder.media.ledger import NAME, sha256
from builder.media.loudness import Loudness, measure
from builder.media.planning import Plan, arguments, plan
from builder.media.probing import Unreadable, probe, read_probe
from tests.media import films
from tests.media.test_report import CALM, FILMED

LARGE = films.GOOD.replace("bitrate: 73 ", "bitrate: 9000 ")
"""What ffmpeg says of a film that is too large."""


def planned(said: str, path: str, *encode: str, loudness: Loudness | None = CALM) -> Plan | None:
    """What is done to a film with such findings."""
    found = read_probe(said, Path(path).suffix)
    return plan(path, found, [Finding("warning", "", one) for one in encode], loudness)


def test_only_what_is_wrong_is_encoded() -> None:
    """The rest is copied, which loses nothing and takes seconds."""
    assert planned(films.GOOD, "media/film.mp4") is None
    moved = planned(films.GOOD, "media/film.mp4", "file")
    assert moved == Plan("media/film.mp4", "copy", "copy") and "as they are" in moved.in_words
    assert planned(films.GOOD, "media/film.mov", "file") == Plan("media/film.mp4", "copy", "copy")
    assert planned(films.GOOD, "media/film.mp4", "sound") == Plan("media/film.mp4", "copy", "encode", CALM)
    assert planned(LARGE, "media/film.m4v", "picture") == Plan("media/film.m4v", "encode", "copy")
    assert planned(films.WEBM, "media/talk.webm", "picture") == Plan("media/talk.mp4", "encode", "encode", CALM)
    assert planned(films.WEBM, "media/talk.mkv", "file") == Plan("media/talk.mp4", "encode", "encode", CALM)


def test_a_recording_stays_a_recording() -> None:
    """An MP3 stays one; what no browser plays becomes M4A, which all play."""
    assert planned(films.SONG, "talk.mp3", "sound") == Plan("talk.mp3", "", "encode", CALM)
    wav = films.SONG.replace("mp3", "wav", 1).replace("mp3 (mp3float)", "pcm_s16le")
    assert planned(wav, "talk.wav", "file", "sound") == Plan("talk.m4a", "", "encode", CALM)


def test_silence_is_not_made_loud() -> None:
    """There would be noise alone."""
    silent = Loudness(-70.0, 0.0, -99.0, -70.0)
    assert planned(films.GOOD, "film.mp4", "sound", loudness=silent) == Plan("film.mp4", "copy", "encode")


def test_the_command_asks_for_what_every_browser_plays() -> None:
    """H.264 with eight bits, its index first, and nothing that says where the camera was."""
    command = " ".join(arguments(Plan("film.mp4", "encode", "encode", Loudness(-31.0, 6.0, -9.0, -41.0))))
    for part in (
        "-c:v libx264", "-pix_fmt yuv420p", "min(1,1280/max(iw,ih))", "-movflags +faststart", "-map_metadata -1",
        "-c:a aac", "loudnorm=I=-18.0:TP=-1.5", "measured_I=-31.0", "linear=true",
    ):  # fmt: skip
        assert part in command
    copied = arguments(Plan("film.mp4", "copy", "copy"))
    assert "libx264" not in copied and copied.count("copy") == 2
    assert "-vn" in arguments(Plan("talk.mp3", "", "encode")) and "libmp3lame" in arguments(
        Plan("talk.mp3", "", "encode")
    )


def test_progress_is_a_share() -> None:
    """Of the length of the film; other lines say nothing."""
    assert share_done("out_time_us=5000000\n", 20.0) == 0.25
    assert share_done("out_time_us=25000000\n", 20.0) == 1.0
    assert (
        share_done("frame=12\n", 20.0)
        is share_done("out_time_us=N/A\n", 20.0)
        is share_done("out_time_us=1\n", 0)
        is None
    )


class Ffmpeg:
    """In ffmpeg's place: writes a small film, counts what it was asked for, and can fail in the middle."""

    def __init__(self) -> None:
        self.runs: list[str] = []
        self.fails = ""
        self.says = LARGE
        self.made = films.GOOD

    def run(self, source: Path, made: Path, found: object, work: Plan, progress: Callable[[str], None]) -> None:
        """Encode, or write half of it and fail."""
        self.runs.append(source.name)
        progress(f"Encoding {source.name}, 50%")
        made.write_bytes(b"half")
        if self.fails:
            raise Unreadable(self.fails)
        made.write_bytes(b"small " + source.read_bytes()[:9])

    def said_of(self, path: Path) -> str:
        """What a film is made of: those that were made are good."""
        return self.made if path.read_bytes().startswith(b"small") else self.says


@pytest.fixture
def ffmpeg(monkeypatch: pytest.MonkeyPatch) -> Ffmpeg:
    """Stands where the program would be run."""
    stand_in = Ffmpeg()
    monkeypatch.setattr(encoding, "_run", stand_in.run)
    monkeypatch.setattr(probing, "said_of", stand_in.said_of)
    monkeypatch.setattr(looking, "measure", lambda path: CALM)
    return stand_in


@pytest.fixture
def filmed(course_folder: Path) -> Path:
    """A course with one film, which is too large."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    (course_folder / "media" / "film.mp4").write_bytes(b"large" * 1000)
    return course_folder


def encode(folder: Path) -> Result:
    """The command."""
    return CliRunner().invoke(main, ["media", str(folder), "--encode"])


def listed(folder: Path) -> list[str]:
    """Every file of the media, hidden ones too."""
    return sorted(path.relative_to(folder).as_posix() for path in (folder / "media").rglob("*") if path.is_file())


def test_the_authors_file_is_kept(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """Under `originals`, byte for byte, and the course needs no change."""
    result = encode(filmed)
    assert result.exit_code == 0, result.output
    assert (filmed / "media" / "film.mp4").read_bytes() == b"small largelarg"
    assert (filmed / "media" / "originals" / "film.mp4").read_bytes() == b"large" * 1000
    assert "made  media/film.mp4: 5 KB before, 1 KB now; picture encoded." in result.output
    assert "Your file is media/originals/film.mp4 now." in result.output
    assert listed(filmed) == ["media/film.en.vtt", "media/film.mp4", "media/originals/film.mp4"]


def test_what_is_finished_is_never_done_twice(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """Nor is a second copy kept."""
    encode(filmed)
    before = listed(filmed)
    result = encode(filmed)
    assert result.exit_code == 0 and "every film is fit for the web" in result.output
    assert ffmpeg.runs == ["film.mp4"] and listed(filmed) == before


def test_the_same_film_in_two_places_is_encoded_once(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """By its content, whatever it is called."""
    text = FILMED + "\n## Watch: Again\n\n[Again](media/again.mp4)\n\n- captions: media/film.en.vtt\n"
    (filmed / "01-welcome.md").write_text(text)
    (filmed / "media" / "again.mp4").write_bytes(b"large" * 1000)
    assert encode(filmed).exit_code == 0
    assert ffmpeg.runs == ["film.mp4"]
    assert (filmed / "media" / "again.mp4").read_bytes() == (filmed / "media" / "film.mp4").read_bytes()
    assert (filmed / "media" / "originals" / "again.mp4").exists()


def test_a_failure_leaves_everything_as_it_was(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """It is said, exit status 1, and the next run tries again; the other films are made."""
    (filmed / "media" / "IMG_0042.MOV").write_bytes(b"camera" * 1000)
    before = {path: (filmed / path).read_bytes() for path in listed(filmed)}
    ffmpeg.fails = "No space left on device"
    result = encode(filmed)
    assert result.exit_code == 1
    assert "failed  media/film.mp4: No space left on device. It is as it was." in result.output
    assert {path: (filmed / path).read_bytes() for path in listed(filmed)} == before
    ffmpeg.fails = ""
    assert encode(filmed).exit_code == 0
    assert ffmpeg.runs == ["film.mp4", "IMG_0042.MOV"] * 2


def test_a_run_that_is_broken_off_goes_on_where_it_was(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """The finished film is not done again, and of the other one nothing is left."""
    (filmed / "media" / "IMG_0042.MOV").write_bytes(b"camera" * 1000)
    run = ffmpeg.run

    def stopped(source: Path, made: Path, *rest: object) -> None:
        run(source, made, *rest)  # type: ignore[arg-type]
        if source.suffix == ".MOV":
            raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoding, "_run", stopped)
        assert encode(filmed).exit_code == 1
    assert listed(filmed) == ["media/IMG_0042.MOV", "media/film.en.vtt", "media/film.mp4", "media/originals/film.mp4"]
    assert encode(filmed).exit_code == 0
    assert ffmpeg.runs == ["film.mp4", "IMG_0042.MOV", "IMG_0042.MOV"]


def test_a_film_that_was_cut_short_is_not_taken_for_whole(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """A damaged film ends without an error of ffmpeg."""
    ffmpeg.made = films.GOOD.replace("00:00:35.92", "00:00:20.00")
    result = encode(filmed)
    assert result.exit_code == 1 and "it can be decoded up to 20 of 36 seconds" in result.output
    assert (filmed / "media" / "film.mp4").read_bytes() == b"large" * 1000
    assert not (filmed / "media" / "originals").exists()


def test_what_a_killed_run_left_is_swept_away(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """It is not taken for a film, and takes no room for ever."""
    left = filmed / "media" / ".build-99999.satchel-part"
    left.mkdir()
    (left / "film.mp4").write_bytes(b"small half")
    assert encode(filmed).exit_code == 0
    assert ffmpeg.runs == ["film.mp4"] and not left.exists()


def test_a_film_of_a_camera_gets_a_neighbour(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """It stays, and the report names the new file; a later take replaces only what was made of the first."""
    ffmpeg.says = films.GOOD
    camera = filmed / "media" / "IMG_0042.MOV"
    camera.write_bytes(b"first take")
    result = encode(filmed)
    assert "Name it in the course: media/IMG_0042.mp4" in result.output
    assert camera.read_bytes() == b"first take"
    assert "done before  media/IMG_0042.mp4" in encode(filmed).output
    camera.write_bytes(b"second take")
    assert encode(filmed).exit_code == 0
    assert (filmed / "media" / "IMG_0042.mp4").read_bytes() == b"small second ta"
    assert not (filmed / "media" / "originals").exists()


def test_a_film_that_the_author_made_of_it_is_left_alone(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """A file that no block names is encoded only where nobody did it yet."""
    ffmpeg.says = films.GOOD
    (filmed / "media" / "film.mov").write_bytes(b"camera")
    assert "every film is fit" in encode(filmed).output and ffmpeg.runs == []


def test_what_was_made_is_not_made_again(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """Even if a figure of it is beyond what we like: encoding it again and again would only blur it."""
    ffmpeg.made = LARGE
    assert encode(filmed).exit_code == 0
    assert "every film is fit" in encode(filmed).output and ffmpeg.runs == ["film.mp4"]


def test_a_film_that_would_be_no_smaller_stays(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """And is not tried again and again."""
    (filmed / "media" / "film.mp4").write_bytes(b"tiny")
    result = encode(filmed)
    assert result.exit_code == 0 and "as it was  media/film.mp4: encoded it would be no smaller" in result.output
    assert (filmed / "media" / "film.mp4").read_bytes() == b"tiny"
    encode(filmed)
    assert ffmpeg.runs == ["film.mp4"]


def test_a_damaged_ledger_costs_time_alone(filmed: Path, ffmpeg: Ffmpeg) -> None:
    """Nothing is lost, and it is written afresh."""
    (filmed / NAME).write_text("{")
    assert encode(filmed).exit_code == 0
    (entry,) = json.loads((filmed / NAME).read_text())["films"]
    assert entry["path"] == "media/film.mp4" and entry["made"] == sha256(filmed / "media" / "film.mp4")


def test_a_course_with_originals_is_built_without_them(filmed: Path, ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    """What is kept goes into no package, and no check minds it."""
    encode(filmed)
    (filmed / "media" / "film.mp4").write_bytes((filmed / "media" / "originals" / "film.mp4").read_bytes())
    result = CliRunner().invoke(main, ["check", str(filmed), "--json"])
    assert [one["path"] for one in json.loads(result.stdout)["diagnostics"] if "originals" in one["path"]] == []


@pytest.mark.media
def test_a_real_film_is_made_fit(filmed: Path) -> None:
    """Of MPEG-4 and AC-3 in Matroska becomes what plays everywhere, its index first, as loud as others."""
    (filmed / "media" / "film.mp4").unlink()
    place = ("-metadata", "location=+50.8225-000.1372/")
    films.make(filmed / "media" / "film.mkv", "-c:v", "mpeg4", "-c:a", "ac3", "-af", "volume=-20dB", *place)
    assert "+50.8225" in probing.said_of(filmed / "media" / "film.mkv")
    result = encode(filmed)
    assert result.exit_code == 0, result.output
    found = probe(filmed / "media" / "film.mp4")
    assert where_it_plays(found)[1] == () and not found.late and found.video and found.video.pixels == "yuv420p"
    loudness = measure(filmed / "media" / "film.mp4")
    assert loudness and -20 < loudness.integrated < -16
    assert "+50.8225" not in probing.said_of(filmed / "media" / "film.mp4")
    assert (filmed / "media" / "film.mkv").exists()
    assert "done before" in encode(filmed).output


@pytest.mark.media
def test_an_index_is_moved_without_encoding(filmed: Path) -> None:
    """The pictures are the same, bit for bit, and the file begins with its index."""
    film = filmed / "media" / "film.mp4"
    films.make(film, "-pix_fmt", "yuv420p")
    assert probe(film).late
    result = encode(filmed)
    assert "picture and sound as they are" in result.output, result.output
    assert not probe(film).late and probe(filmed / "media" / "originals" / "film.mp4").late
    assert "every film is fit for the web" in encode(filmed).output


@pytest.mark.media
def test_a_real_failure_leaves_nothing_half_done(filmed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever ffmpeg says."""
    film = filmed / "media" / "film.mp4"
    films.make(film, "-pix_fmt", "yuv420p")
    before = film.read_bytes()
    monkeypatch.setattr(encoding, "arguments", lambda work: ["-c:v", "no-such-codec", "-f", "mp4"])
    result = encode(filmed)
    assert result.exit_code == 1 and "failed  media/film.mp4: " in result.output
    assert film.read_bytes() == before and listed(filmed) == ["media/film.en.vtt", "media/film.mp4"]
