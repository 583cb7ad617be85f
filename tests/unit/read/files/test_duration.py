"""The length of a film is read from the film, and a damaged film has none."""

import struct
from pathlib import Path

import pytest

from builder.read.files.film_duration import film_seconds
from builder.read.files.sound_duration import sound_seconds
from tests.conftest import COURSE, ROOT

RECORDINGS = ROOT / "tests" / "courses" / "films"


def test_the_stand_in_films_say_how_long_they_are() -> None:
    """31, 36 and 39 seconds, as their links say."""
    lengths = {path.stem: round(film_seconds(path)) for path in (COURSE / "media").glob("*.mp4")}
    assert lengths == {"ethical-innovation": 31, "stages-of-innovation": 36, "local-conditions": 39}


def test_an_mp4_of_version_1_and_a_large_box_are_read(tmp_path: Path) -> None:
    """64-bit lengths, as long recordings have them."""
    header = struct.pack(">I4sIQQIQ", 44, b"mvhd", 0x01000000, 0, 0, 600, 600 * 5000)
    film = struct.pack(">I4sQ", 1, b"free", 16) + struct.pack(">I4s", 52, b"moov") + header
    (tmp_path / "film.mp4").write_bytes(film)
    assert film_seconds(tmp_path / "film.mp4") == 5000


def test_a_webm_says_its_length_in_its_own_scale(tmp_path: Path) -> None:
    """Milliseconds, as every recorder writes them."""
    info = b"\x2a\xd7\xb1\x83" + (1_000_000).to_bytes(3, "big") + b"\x44\x89\x88" + struct.pack(">d", 12_500.0)
    (tmp_path / "film.webm").write_bytes(b"\x1a\x45\xdf\xa3" + b"\x15\x49\xa9\x66" + bytes([0x80 | len(info)]) + info)
    assert film_seconds(tmp_path / "film.webm") == 12.5


@pytest.mark.parametrize(
    "damage", [b"", b"\0" * 8, b"\xff" * 64, struct.pack(">I4s", 8, b"moov"), struct.pack(">I4sI4s", 16, b"moov", 8, b"mvhd")]
)  # fmt: skip
def test_a_damaged_film_has_no_length(damage: bytes, tmp_path: Path) -> None:
    """No finding is better than a wrong one."""
    for name in ("film.mp4", "film.webm"):
        (tmp_path / name).write_bytes(damage)
        assert film_seconds(tmp_path / name) == 0


@pytest.mark.parametrize("name", ["12-seconds.mp3", "12-seconds-constant.mp3", "12-seconds.ogg", "12-seconds-opus.ogg"])
def test_a_recording_says_its_length(name: str) -> None:
    """MP3 with and without a count of its frames, one behind a tag; Ogg with Vorbis and with Opus."""
    assert sound_seconds(RECORDINGS / name) == pytest.approx(12, abs=0.2)


def test_an_m4a_is_read_as_an_mp4() -> None:
    """The same boxes."""
    assert film_seconds(RECORDINGS / "12-seconds.m4a") == pytest.approx(12, abs=0.2)


@pytest.mark.parametrize(
    "damage", [b"", b"ID3", b"\xff" * 64, b"\xff\xfb", b"OggS", b"OggS" + b"\1vorbis".rjust(40), b"\0" * 300]
)
def test_a_damaged_recording_has_no_length(damage: bytes, tmp_path: Path) -> None:
    """As with films."""
    for name in ("talk.mp3", "talk.ogg"):
        (tmp_path / name).write_bytes(damage)
        assert sound_seconds(tmp_path / name) == 0
