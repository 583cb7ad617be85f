"""Whether a file is a font in the form WOFF2 (W3C WOFF File Format 2.0, section 4.1)."""

from pathlib import Path

_HEAD = 12
_OTHER = {
    b"wOFF": "is a font in the older form WOFF, which is larger",
    b"\0\1\0\0": "is a TrueType font, which is two or three times as large as WOFF2",
    b"true": "is a TrueType font, which is two or three times as large as WOFF2",
    b"OTTO": "is an OpenType font, which is two or three times as large as WOFF2",
    b"ttcf": "is a collection of fonts, of which browsers take none",
}


def what_is_wrong(path: Path) -> str:
    """Why a file is no font that a page can use, to go on from its name; empty when it is one."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        size = path.stat().st_size
    except OSError as problem:
        return f"cannot be read: {problem.strerror}"
    if head[:4] != b"wOF2":
        return _OTHER.get(head[:4], "holds no font")
    said = int.from_bytes(head[8:12], "big")
    return "" if said == size else f"is damaged: it should have {said:,} bytes and has {size:,}"
