"""The length of a recording by its frames: each version, rate and number of bits (ISO 11172-3, ISO 13818-3, RFC 3533, RFC 7845)."""

import struct
from pathlib import Path

import pytest

from builder.read.files.assets import Assets
from builder.read.files.film_duration import film_seconds
from builder.read.files.sound_duration import sound_seconds
from tests.conftest import ROOT

KILOBITS = {
    3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    0: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Version in the header (3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5) -> kilobits a second of layer III, from number 1 on."""
RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}


def header(version: int, bits: int, rate: int, layer: int = 1) -> bytes:
    return bytes([0xFF, 0xE1 | version << 3 | layer << 1, bits << 4 | rate << 2, 0])


def seconds(path: Path, content: bytes) -> float:
    path.write_bytes(content)
    return sound_seconds(path)


def test_a_constant_rate_of_bits_gives_the_length(tmp_path: Path) -> None:
    """Whatever stands in front: a tag, or bytes that look like a header and are none."""
    file = tmp_path / "a.mp3"
    for version, kilobits in KILOBITS.items():
        for number, rate in enumerate(kilobits, 1):
            sound = header(version, number, 1) + bytes(8000)
            assert seconds(file, sound) == pytest.approx(len(sound) * 8 / (rate * 1000)), (version, rate)
    plain = header(3, 9, 0) + bytes(16_000)
    tag = b"ID3\x04\x00\x00" + bytes([0, 0, 2, 5]) + bytes(261)
    assert seconds(file, tag + plain) == pytest.approx(len(plain) * 8 / 128_000)
    for odd in (
        header(1, 9, 0),
        header(3, 0, 0),
        header(3, 15, 0),
        header(3, 9, 3),
        header(3, 9, 0, layer=2),
        b"\xff\x00",
    ):
        assert seconds(file, odd + plain) == pytest.approx(len(plain) * 8 / 128_000), odd.hex()
        assert seconds(file, odd + bytes(100)) == 0


def test_a_count_of_frames_gives_the_length(tmp_path: Path) -> None:
    """Xing or Info: 1,152 samples a frame in version 1, 576 in the others."""
    file = tmp_path / "a.mp3"
    for version, rates in RATES.items():
        for number, rate in enumerate(rates):
            for name in (b"Xing", b"Info"):
                sound = header(version, 9, number) + bytes(32) + name + struct.pack(">II", 1, 1000) + bytes(500)
                assert seconds(file, sound) == pytest.approx(1000 * (1152 if version == 3 else 576) / rate), (
                    version,
                    rate,
                )
    without = header(3, 9, 0) + bytes(32) + b"Xing" + struct.pack(">II", 2, 1000) + bytes(500)
    assert seconds(file, without) == pytest.approx(len(without) * 8 / 128_000), "it has no count"
    far = header(3, 9, 0) + bytes(61) + b"Xing" + struct.pack(">II", 1, 1000) + bytes(500)
    assert seconds(file, far) == pytest.approx(len(far) * 8 / 128_000), "too far behind the header to be meant"


def ogg(head: bytes, samples: int) -> bytes:
    page = b"OggS\x00\x02" + bytes(8) + bytes(14)
    return page + head + bytes(64) + b"OggS\x00\x04" + struct.pack("<q", samples) + bytes(20)


def test_the_last_page_of_an_ogg_file_gives_the_length(tmp_path: Path) -> None:
    """Vorbis at its rate; Opus at 48 kHz, without what is played before the beginning."""
    file = tmp_path / "a.ogg"
    vorbis = b"\x01vorbis" + struct.pack("<IBI", 0, 2, 22_050)
    assert seconds(file, ogg(vorbis, 441_000)) == pytest.approx(20)
    opus = b"OpusHead" + struct.pack("<BBH", 1, 2, 312)
    assert seconds(file, ogg(opus, 480_312)) == pytest.approx(10)
    assert seconds(file, ogg(b"", 441_000)) == 0
    assert seconds(file, b"x" + ogg(vorbis, 441_000)) == 0
    assert seconds(file, ogg(vorbis, -441_000)) == 0
    assert seconds(file, ogg(vorbis, 22_050 * 1_000_000)) == 0, "nobody records for eleven days"
    assert seconds(file, ogg(vorbis, 22_050 * 999_999)) == 999_999
    assert sound_seconds(tmp_path / "none.ogg") == 0


def webm(*elements: bytes) -> bytes:
    return b"\x1a\x45\xdf\xa3" + b"\x15\x49\xa9\x66" + b"\x90" + b"".join(elements)


def test_a_webm_says_its_length_in_any_of_its_forms(tmp_path: Path) -> None:
    """RFC 8794: a scale or none, a float of four bytes or of eight; nothing else is a length."""
    scale, long, short = (
        b"\x2a\xd7\xb1\x83" + (500_000).to_bytes(3, "big"),
        b"\x44\x89\x88" + struct.pack(">d", 20_000.0),
        b"\x44\x89\x84" + struct.pack(">f", 20_000.0),
    )
    file = tmp_path / "a.webm"

    def length(content: bytes) -> float:
        file.write_bytes(content)
        return film_seconds(file)

    assert [length(webm(*parts)) for parts in ((long,), (short,), (scale, long), (long, scale))] == [20, 20, 10, 10]
    assert length(webm(b"\x44\x89\x82\x00\x00")) == length(webm(scale)) == length(long) == 0
    assert length(webm(b"\x44\x89\x08" + struct.pack(">d", 20_000.0))) == 0, "its size is no single byte"
    assert length(webm(bytes(512), long)) == 0 and length(webm(bytes(400), long)) == 20
    assert length(webm(b"\x44\x89")) == 0


@pytest.mark.parametrize("ending", ["mp3", "MP3", "ogg", "mp4", "m4v", "m4a", "M4A", "webm"])
def test_every_film_and_recording_has_its_length_in_the_course(tmp_path: Path, ending: str) -> None:
    """And no other file has one, whatever it holds."""
    films = ROOT / "tests" / "courses" / "films"
    name = {"mp3": "12-seconds.mp3", "ogg": "12-seconds.ogg", "webm": ""}.get(ending.lower(), "12-seconds.mp4")
    content = (films / name).read_bytes() if name else webm(b"\x44\x89\x88" + struct.pack(">d", 12_000.0))
    for other in (ending, "bin", "m4b", "wav"):
        (tmp_path / f"a.{other}").write_bytes(content)
    found = Assets(tmp_path)
    assert found.find(f"a.{ending}").seconds == pytest.approx(12, abs=0.2)
    assert found.find("a.bin").seconds == found.find("a.m4b").seconds == 0
