"""What is reported about films: what they are made of, where they play, how loud they are, what is missing."""

import json
import struct
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import main
from builder.media import looking, probing
from builder.media.judging import EVERYWHERE, judge, where_it_plays
from builder.media.listing import Film, choose, list_films
from builder.media.loudness import Loudness, read_loudness
from builder.media.probing import read_probe
from tests.media import films

FILM = Film("media/film.mp4", "a-film", "01-welcome.md:5", "film", "media/film", ("media/film.en.vtt",), True)
CALM = Loudness(-18.0, 4.0, -2.0, -28.0)


def test_what_a_film_is_made_of_is_read_from_ffmpeg() -> None:
    """Length, form, codecs, size in pixels; a place of colours within brackets is no part of its own."""
    good = read_probe(films.GOOD, ".mp4")
    assert (good.container, good.seconds, good.rate) == ("mp4", 35.92, 73)
    assert good.video and (good.video.codec, good.video.profile, good.video.pixels) == ("h264", "High", "yuv420p")
    assert (good.video.width, good.video.height, good.video.frames, good.video.hdr) == (854, 480, 12.0, False)
    assert good.audio and (good.audio.codec, good.audio.channels) == ("aac", "mono")
    phone = read_probe(films.PHONE, ".mov")
    assert (phone.container, phone.seconds) == ("mov", 3723.5)
    assert phone.video and (phone.video.codec, phone.video.pixels, phone.video.hdr) == ("hevc", "yuv420p10le", True)
    assert read_probe(films.WEBM, ".webm").container == "webm"
    assert read_probe(films.WEBM, ".mkv").container == "matroska"


def test_a_picture_on_the_cover_of_a_recording_is_no_film() -> None:
    """Music players show it; it does not move."""
    song = read_probe(films.SONG, ".mp3")
    assert song.video is None and song.audio and song.audio.codec == "mp3"


def test_loudness_is_read_from_the_summary() -> None:
    """The first threshold is that of the loudness, the second that of its range."""
    assert read_loudness("I: -70.0 LUFS\n" + films.SUMMARY) == Loudness(-22.4, 3.6, -2.6, -32.6)
    assert read_loudness(films.GOOD) is None
    assert Loudness(-70.0, 0.0, -99.0, -70.0).silent


def plays(said: str, ending: str = ".mp4") -> str:
    """Where a film plays, or what stands in the way."""
    words, wrong = where_it_plays(read_probe(said, ending))
    assert bool(words) is not bool(wrong)
    return words or "; ".join(finding.words for finding in wrong)


@pytest.mark.parametrize(
    ("said", "ending", "words"),
    [
        (films.GOOD, ".mp4", EVERYWHERE),
        (films.with_codecs("h264 (High)", "mp3"), ".m4v", EVERYWHERE),
        (films.WEBM, ".webm", "from iOS 17.4 on"),
        (films.SONG, ".mp3", EVERYWHERE),
        (films.SONG.replace("mp3", "ogg", 1).replace("mp3", "vorbis"), ".ogg", "Safari from 18.4"),
        (films.GOOD, ".mov", "Firefox does not play it"),
        (films.PHONE, ".mov", "HEVC (H.265): Safari plays it"),
        (films.with_codecs("av1 (Main)", "aac"), ".mp4", "AV1: only newer"),
        (films.with_codecs("h264 (High 10)", "aac", "yuv420p10le"), ".mp4", "10 bits a colour"),
        (films.with_codecs("h264 (High 4:4:4 Predictive)", "aac", "yuv444p"), ".mp4", "colours as yuv444p"),
        (films.with_codecs("h264 (High)", "ac3"), ".mp4", "without any sound"),
        (films.with_codecs("h264 (High)", "eac3"), ".mp4", "without any sound"),
        (films.with_codecs("h264 (High)", "alac"), ".mp4", "Safari alone"),
        (films.with_codecs("h264 (High)", "pcm_s16le"), ".mp4", "PCM"),
        (films.with_codecs("mpeg4 (Simple Profile)", "aac"), ".mp4", "MPEG-4 Part 2"),
        (films.with_codecs("vp9", "aac"), ".mp4", "vp9 in a file of this kind"),
        (films.with_codecs("rv40", "cook"), ".mp4", "rv40: no browser is known to play it"),
        (films.WEBM, ".mkv", "a file of the kind matroska, and few browsers play it"),
        (films.WEBM.replace("matroska,webm", "avi"), ".avi", "a file of the kind avi, and no browser plays it"),
        (films.SONG.replace("mp3", "wav", 1).replace("mp3 (mp3float)", "pcm_s16le"), ".wav", "the kind wav, and it is large"),
    ],
)  # fmt: skip
def test_where_a_film_plays_is_said_in_words(said: str, ending: str, words: str) -> None:
    """What plays everywhere, and what somebody meets who cannot play it."""
    assert words in plays(said, ending)


def found(said: str = films.GOOD, size: int = 1_000, loudness: Loudness | None = CALM, film: Film = FILM) -> list[str]:
    """All that is said of a film beside where it plays."""
    return [f"{f.gravity}: {f.words}" for f in judge(film, read_probe(said, ".mp4"), size, loudness)]


@pytest.mark.parametrize(
    ("within", "beyond", "words"),
    [
        ({"size": 100_000_000}, {"size": 100_000_001}, "100 MB: many an LMS refuses"),
        (
            {"said": films.GOOD.replace("bitrate: 73 ", "bitrate: 3000 ")},
            {"said": films.GOOD.replace("bitrate: 73 ", "bitrate: 3001 ")},
            "3,001 kbit/s: on a slow line it stalls",
        ),
        (
            {"said": films.GOOD.replace("854x480", "1080x1920")},
            {"said": films.GOOD.replace("854x480", "1922x1080")},
            "1922 x 1080 pixels: more than a page shows",
        ),
        (
            {"said": films.SONG.replace("bitrate: 65 ", "bitrate: 256 ")},
            {"said": films.SONG.replace("bitrate: 65 ", "bitrate: 320 ")},
            "320 kbit/s",
        ),
        ({}, {"said": films.GOOD.replace("bt709, prog", "bt2020nc/bt2020/smpte2084, prog")}, "Export it as SDR"),
        ({"loudness": Loudness(-24.0, 4, -9, -34)}, {"loudness": Loudness(-24.6, 4, -9, -34)}, "-25 LUFS: quieter"),
        ({"loudness": Loudness(-14.0, 4, -1, -24)}, {"loudness": Loudness(-13.4, 4, -1, -23)}, "-13 LUFS: louder"),
        ({"loudness": Loudness(-16.0, 4, 1.0, -26)}, {"loudness": Loudness(-16.0, 4, 1.1, -26)}, "+1.1 dBTP"),
    ],
)
def test_what_is_too_large_or_too_loud_is_said(
    within: dict[str, object], beyond: dict[str, object], words: str
) -> None:
    """Just within the limit nothing, just beyond it a warning."""
    assert found(**within) == []  # type: ignore[arg-type]
    (warning,) = found(**beyond)  # type: ignore[arg-type]
    assert warning.startswith("warning: ") and words in warning


def test_what_cannot_be_followed_is_an_error() -> None:
    """A film needs captions and a recording a transcript; a second film and a file that no block names need neither."""
    bare = Film("media/film.mp4", "a-film", "01-welcome.md:5", "film", "media/film")
    assert found(film=bare) == ["error: no captions: who cannot hear cannot follow it"]
    heard = Film("media/talk.mp3", "a-talk", "01-welcome.md:5", "recording", "media/talk")
    assert found(films.SONG, film=heard) == ["error: no transcript: who cannot hear cannot follow it"]
    assert found(film=Film("media/film.mp4", "", "", "film", "media/film")) == []
    assert found(film=Film("media/sign.mp4", "a-film", "01-welcome.md:5", "sign language", "media/sign")) == []


def test_captions_of_another_kind_that_lie_beside_are_named(course_folder: Path) -> None:
    """With the command that makes WebVTT of them; a film that has captions needs none."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    (course_folder / "media" / "film.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nSo.\n")
    assert [film.exports for film in list_films(course_folder)[0]] == [()]
    (course_folder / "01-welcome.md").write_text(FILMED.replace("- captions: media/film.en.vtt\n", ""))
    (course_folder / "media" / "film.en.vtt").unlink()
    (film,) = list_films(course_folder)[0]
    (error,) = found(film=film)
    assert error.endswith("cannot follow it. satchel media --captions media/film.srt makes them")


def test_silence_is_said() -> None:
    """Somebody forgot the microphone; a film with sign language may be silent."""
    assert found(loudness=Loudness(-70.0, 0, -99, -70)) == ["warning: nothing can be heard in it"]
    signed = Film("media/sign.mp4", "a-film", "01-welcome.md:5", "sign language", "media/sign")
    assert found(loudness=None, film=signed) == []


def boxes(*kinds: bytes) -> bytes:
    """The top of an MP4: boxes without content, the last but one of them with a size of 64 bits."""
    wide = struct.pack(">I4sQ", 1, kinds[-2], 16) if len(kinds) > 1 else b""
    before = b"".join(struct.pack(">I4s", 8, kind) for kind in kinds[:-2])
    return before + wide + struct.pack(">I4s", 0, kinds[-1])


@pytest.mark.parametrize(
    ("kinds", "late"),
    [((b"ftyp", b"moov", b"mdat"), False), ((b"ftyp", b"free", b"mdat", b"moov"), True), ((b"ftyp", b"mdat"), True)],
)
def test_an_index_behind_the_pictures_is_seen(kinds: tuple[bytes, ...], late: bool, tmp_path: Path) -> None:
    """ISO 14496-12: `moov` after `mdat`, whatever stands around them."""
    (tmp_path / "film.mp4").write_bytes(boxes(*kinds))
    assert probing._late(tmp_path / "film.mp4") is late


def test_every_film_is_listed_and_files_that_no_block_names(course_folder: Path) -> None:
    """What a camera made lies beside, and what is kept in `originals` is not there to be used."""
    for name in (
        "media/IMG_0042.MOV",
        "media/originals/film.mp4",
        "media/.hidden.mp4",
        "notes.wav",
        "media/poster.jpg",
    ):
        (course_folder / name).parent.mkdir(exist_ok=True)
        (course_folder / name).write_bytes(b"so")
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n\n## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n\n"
        "## Watch: Another\n\n[Another](https://films.example.org/a.mp4)\n"
    )
    listed, language = list_films(course_folder)
    assert language == "en-GB"
    assert [(film.path, film.place, film.role) for film in listed] == [
        ("media/film.mp4", "01-welcome.md:5", "film"),
        ("https://films.example.org/a.mp4", "01-welcome.md:11", "film"),
        ("media/IMG_0042.MOV", "", "film"),
        ("notes.wav", "", "recording"),
    ]
    assert [film.path for film in choose(listed, ["film.mp4", "another"])] == [listed[0].path, listed[1].path]


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> None:
    """ffmpeg says of each film that it is a good one, but for those of a camera."""
    said = {".mov": films.PHONE}
    monkeypatch.setattr(probing, "said_of", lambda path: said.get(path.suffix.lower(), films.GOOD))
    monkeypatch.setattr(looking, "measure", lambda path: CALM)


FILMED = "---\ntitle: Welcome\n---\n\n## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"


@pytest.mark.usefixtures("looked")
def test_the_report_is_for_people(course_folder: Path) -> None:
    """Each film with its place, in plain words; exit status 0 when each plays everywhere."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    result = CliRunner().invoke(main, ["media", str(course_folder)])
    assert result.exit_code == 0, result.output
    assert result.output == (
        "media/film.mp4 (film, 01-welcome.md:5)\n"
        "  0:36, H.264 and AAC in MP4; 854 x 480; 1 KB; 73 kbit/s; -18.0 LUFS\n"
        "  plays in every current browser and in LMSs\n"
        "  captions: media/film.en.vtt\n\n"
        "1 file: nothing to mend.\n"
    )


@pytest.mark.usefixtures("looked")
def test_a_report_writes_nothing(course_folder: Path) -> None:
    """Not a file, and not a byte of one."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    before = {path: path.read_bytes() for path in course_folder.rglob("*") if path.is_file()}
    CliRunner().invoke(main, ["media", str(course_folder)])
    assert {path: path.read_bytes() for path in course_folder.rglob("*") if path.is_file()} == before


@pytest.mark.usefixtures("looked")
def test_what_cannot_be_played_is_an_error(course_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what mends it, and exit status 1."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    monkeypatch.setattr(probing, "said_of", lambda path: films.with_codecs("hevc (Main)", "ac3"))
    result = CliRunner().invoke(main, ["media", str(course_folder)])
    assert result.exit_code == 1
    assert "0:36, HEVC and AC-3 in MP4; 854 x 480" in result.output
    assert "  error: HEVC (H.265): Safari plays it, other browsers only on some computers *\n" in result.output
    assert "1 file: 2 errors. `satchel media --encode` mends what is marked with *." in result.output


@pytest.mark.usefixtures("looked")
def test_a_file_that_no_block_names_stops_nobody(course_folder: Path) -> None:
    """Its faults are warnings; once there is a film that was made of it, it has none."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    (course_folder / "media" / "IMG_0042.MOV").write_bytes(b"so")
    result = CliRunner().invoke(main, ["media", str(course_folder)])
    assert result.exit_code == 0
    assert "media/IMG_0042.MOV (no block names it)\n  1:02:04, HEVC and AAC in QuickTime; 3840 x 2160" in result.output
    assert "warning: a QuickTime file (.mov): Firefox does not play it, and a course cannot show it *" in result.output
    (course_folder / "media" / "IMG_0042.MOV").rename(course_folder / "media" / "film.MOV")
    result = CliRunner().invoke(main, ["media", str(course_folder)])
    assert "media/film.mp4 lies beside it" in result.output and "2 files: nothing to mend." in result.output


@pytest.mark.usefixtures("looked")
def test_the_report_is_for_tools_too(course_folder: Path) -> None:
    """One JSON object; `--film` names one of them."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    (course_folder / "media" / "IMG_0042.MOV").write_bytes(b"so")
    result = CliRunner().invoke(main, ["media", str(course_folder), "--film", "film.mp4", "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "films": [
            {
                "path": "media/film.mp4",
                "role": "film",
                "place": "01-welcome.md:5",
                "bytes": (course_folder / "media" / "film.mp4").stat().st_size,
                "seconds": 35.92,
                "container": "mp4",
                "kbits": 73,
                "video": {"codec": "h264", "width": 854, "height": 480},
                "audio": {"codec": "aac"},
                "lufs": -18.0,
                "captions": ["media/film.en.vtt"],
                "plays": EVERYWHERE,
                "findings": [],
            }
        ]
    }


def test_a_film_that_cannot_be_read_is_reported(course_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In ffmpeg's own words."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    monkeypatch.setattr(probing, "said_of", lambda path: films.BROKEN)
    result = CliRunner().invoke(main, ["media", str(course_folder)])
    assert result.exit_code == 1
    assert "error: it cannot be read: Invalid data found when processing input" in result.output


def test_a_film_that_is_not_there_gets_the_nearest(course_folder: Path) -> None:
    """And two actions are one too many."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    result = CliRunner().invoke(main, ["media", str(course_folder), "--film", "fim.mp4"])
    assert result.exit_code == 2 and "did you mean film.mp4?" in result.stderr
    both = CliRunner().invoke(main, ["media", str(course_folder), "--encode", "--draft"])
    assert both.exit_code == 2 and "one of them at a time" in both.stderr


def test_without_ffmpeg_it_says_what_to_install(course_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the sentence of `check --films`, and exit status 2."""
    from builder import programs

    def failing(name: str) -> object:
        raise ImportError(name)

    (course_folder / "01-welcome.md").write_text(FILMED)
    monkeypatch.setattr(programs, "which", lambda name: None)
    monkeypatch.setattr(programs, "import_module", failing)
    result = CliRunner().invoke(main, ["media", str(course_folder)])
    assert result.exit_code == 2 and "ffmpeg is not installed." in result.stderr


def test_a_course_without_films_says_so(course_folder: Path) -> None:
    """And needs no ffmpeg for it."""
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\nHello.\n")
    (course_folder / "media" / "film.mp4").unlink()
    result = CliRunner().invoke(main, ["media", str(course_folder)])
    assert result.exit_code == 0 and result.output == "There are no films and no recordings in this course.\n"


@pytest.mark.media
def test_real_films_are_looked_at(course_folder: Path) -> None:
    """One that plays everywhere but is loaded whole first, one of Matroska, one that is none."""
    (course_folder / "01-welcome.md").write_text(FILMED)
    films.make(course_folder / "media" / "film.mp4", "-pix_fmt", "yuv420p")
    films.make(course_folder / "media" / "other.mkv", "-c:v", "mpeg4", "-c:a", "ac3")
    (course_folder / "media" / "none.mp4").write_bytes(b"no film at all")
    told = json.loads(CliRunner().invoke(main, ["media", str(course_folder), "--json"]).stdout)["films"]
    film, none, other = told
    assert (film["container"], film["video"]["codec"], film["audio"]["codec"]) == ("mp4", "h264", "aac")
    assert film["plays"] == EVERYWHERE and film["lufs"] < -15
    assert any("moov" in one["message"] and one["encode"] for one in film["findings"])
    assert "cannot be read" in none["findings"][0]["message"]
    assert {"matroska", "mpeg4", "ac3"} == {other["container"], other["video"]["codec"], other["audio"]["codec"]}
