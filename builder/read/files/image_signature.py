"""Whether a file that is shown as a picture is one: by how it begins, whatever its name says."""

from pathlib import Path

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"\x00\x00\x01\x00")
"""PNG, JPEG, GIF, BMP and ICO."""
_IN_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 32


def is_picture_file(path: Path) -> bool:
    """Whether a browser can show the file; one that cannot be read counts as a picture, and is reported elsewhere."""
    try:
        if path.suffix.lower() == ".svg":
            drawn = path.read_bytes()
            return drawn.startswith(_IN_UTF_16) or b"<svg" in drawn or b":svg" in drawn
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return True
    return (
        head.startswith(_BEGINNINGS)
        or (head.startswith(b"RIFF") and head[8:12] == b"WEBP")
        or (head[4:8] == b"ftyp" and b"avi" in head[8:])
    )
