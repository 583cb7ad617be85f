"""Width and height of a picture, from how its file begins."""

import struct
from pathlib import Path

_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">8s4x4sLL2x")
"""Signature, then the length and name of the first chunk, width, height, and two bytes about colours (PNG 5.2 and 11.2.2)."""


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height of a picture in pixels; zeros when its file does not say them."""
    try:
        size = _size_of_png(path) or _size_of_any(path)
    except (OSError, ValueError):
        return 0, 0
    return max(0, int(size[0])), max(0, int(size[1]))


def _size_of_png(path: Path) -> tuple[int, int] | None:
    """The same of a PNG; None for any other file, or for one that is damaged."""
    with path.open("rb", buffering=0) as file:
        head = file.read(_HEADER.size)
    if len(head) < _HEADER.size:
        return None
    signature, first, width, height = _HEADER.unpack(head)
    return (width, height) if (signature, first) == (_PNG, b"IHDR") else None


def _size_of_any(path: Path) -> tuple[int, int]:
    import imagesize  # brings urllib along, 20 ms that a course with no picture but PNGs need not wait for

    found: tuple[int, int] = imagesize.get(str(path))
    return found
