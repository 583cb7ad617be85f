"""How long a film is, from the film itself: MP4 (ISO 14496-12, `mvhd`) or WebM (Matroska, `Duration`)."""

import struct
from pathlib import Path
from typing import BinaryIO

FILMS = frozenset({".mp4", ".m4v", ".webm"})
"""Endings of files whose length can be read."""

_BOXES = 200
"""How many boxes of one level are looked at: a film has a handful, a damaged file could have any number."""

_HEAD = 65_536
"""Bytes of a WebM file in which its `Duration` stands."""

_SEGMENT_INFO, _TIMESTAMP_SCALE, _DURATION = b"\x15\x49\xa9\x66", b"\x2a\xd7\xb1", b"\x44\x89"


def film_seconds(path: Path) -> float:
    """Length in seconds; 0 when the file does not say it in a way that can be read."""
    try:
        with path.open("rb") as film:
            seconds = _webm(film.read(_HEAD)) if path.suffix.lower() == ".webm" else _mp4(film)
    except (OSError, struct.error):
        return 0.0
    return seconds if 0 < seconds < 1e6 else 0.0


def _mp4(film: BinaryIO) -> float:
    end = film.seek(0, 2)
    movie = _box(film, b"moov", 0, end)
    header = _box(film, b"mvhd", *movie) if movie else None
    if header is None:
        return 0.0
    film.seek(header[0])
    body = film.read(32)
    if body.startswith(b"\x01"):
        scale, length = struct.unpack(">IQ", body[20:32])
    else:
        scale, length = struct.unpack(">II", body[12:20])
    return float(length / scale) if scale else 0.0


def _box(film: BinaryIO, wanted: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Where the content of a box begins and ends."""
    for _ in range(_BOXES):
        film.seek(start)
        head = film.read(16)
        if len(head) < 8 or start >= end:
            return None
        size, kind, inner = *struct.unpack(">I4s", head[:8]), start + 8
        if size == 1:
            size, inner = struct.unpack(">Q", head[8:16])[0], start + 16
        elif size == 0:
            size = end - start
        if kind == wanted:
            return inner, min(end, start + size)
        if size < 8:
            return None
        start += size
    return None


def _webm(head: bytes) -> float:
    info = head.find(_SEGMENT_INFO)
    if info < 0:
        return 0.0
    scale = _element(head, _TIMESTAMP_SCALE, info)
    length = _element(head, _DURATION, info)
    if len(length) not in {4, 8}:
        return 0.0
    ticks = struct.unpack(">f" if len(length) == 4 else ">d", length)[0]
    return float(ticks) * (int.from_bytes(scale, "big") if scale else 1_000_000) / 1e9


def _element(head: bytes, wanted: bytes, start: int) -> bytes:
    """Content of a short element (EBML, RFC 8794): its size is one byte with the highest bit set."""
    at = head.find(wanted, start, start + 512)
    if at < 0 or at + len(wanted) >= len(head) or not head[at + len(wanted)] & 0x80:
        return b""
    begin = at + len(wanted) + 1
    return head[begin : begin + (head[begin - 1] & 0x7F)]
