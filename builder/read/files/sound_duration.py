"""How long a recording is, from the recording itself: MP3 (ISO 11172-3, with a Xing or Info header) or Ogg (RFC 3533)."""

import struct
from pathlib import Path
from typing import BinaryIO

_HEAD = 65_536
"""Bytes in which the first frame stands, behind a tag with its pictures."""
_TAIL = 131_072
"""Bytes in which the last page of an Ogg file begins: a page has 65,307 at most."""
_RATES = (44_100, 48_000, 32_000)
_BITS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""Kilobits a second of layer III in version 1, by their number."""
_BITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""The same in version 2 and 2.5."""


def sound_seconds(path: Path) -> float:
    """Length in seconds; 0 when the file does not say it in a way that can be read."""
    try:
        with path.open("rb") as sound:
            seconds = _mp3(sound) if path.suffix.lower() == ".mp3" else _ogg(sound)
    except (OSError, struct.error):
        return 0.0
    return seconds if 0 < seconds < 1e6 else 0.0


def _mp3(sound: BinaryIO) -> float:
    size = sound.seek(0, 2)
    begin = _tag(sound)
    sound.seek(begin)
    head = sound.read(_HEAD)
    at = next(
        (n for n in range(len(head) - 4) if head[n] == 0xFF and head[n + 1] & 0xE6 == 0xE2 and _frame(head[n : n + 4])),
        -1,
    )
    if at < 0:
        return 0.0
    rate, bits, samples = _frame(head[at : at + 4]) or (0, 0, 0)
    for name in (b"Xing", b"Info"):
        place = head.find(name, at, at + 64)
        if place >= 0 and head[place + 7] & 1:
            return float(struct.unpack(">I", head[place + 8 : place + 12])[0] * samples / rate)
    return (size - begin - at) * 8 / (bits * 1000)


def _tag(sound: BinaryIO) -> int:
    """Where the sound begins behind an ID3 tag, whose length is four times seven bits."""
    sound.seek(0)
    head = sound.read(10)
    if len(head) < 10 or not head.startswith(b"ID3"):
        return 0
    length = 0
    for byte in head[6:]:
        length = length << 7 | byte & 0x7F
    return length + 10


def _frame(head: bytes) -> tuple[int, int, int] | None:
    """Samples a second, kilobits a second and samples of a frame of layer III; None for what is no header of one."""
    version, bits, rate = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or not 0 < bits < 15 or rate == 3:
        return None
    whole = version == 3
    kilobits = (_BITS if whole else _BITS_2)[bits]
    return _RATES[rate] // (1 if whole else 2 if version == 2 else 4), kilobits, 1152 if whole else 576


def _ogg(sound: BinaryIO) -> float:
    size = sound.seek(0, 2)
    sound.seek(0)
    head = sound.read(128)
    sound.seek(max(0, size - _TAIL))
    tail = sound.read()
    last = tail.rfind(b"OggS")
    if not head.startswith(b"OggS") or last < 0:
        return 0.0
    samples = struct.unpack("<q", tail[last + 6 : last + 14])[0]
    vorbis, opus = head.find(b"\x01vorbis"), head.find(b"OpusHead")
    if opus >= 0:
        # RFC 7845: counted at 48 kHz, with what is played before the beginning.
        return float(samples - struct.unpack("<H", head[opus + 10 : opus + 12])[0]) / 48_000
    return float(samples / struct.unpack("<I", head[vorbis + 12 : vorbis + 16])[0]) if vorbis >= 0 else 0.0
