"""The size of a package and of its parts."""

import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder.verify.zip_file.container import Container

_MEDIA = (
    "avif", "gif", "jpeg", "jpg", "m4a", "m4v", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "opus", "png",
    "svg", "wav", "webm", "webp",
)  # fmt: skip
# RFC 1952 2.3: a header of ten bytes and a trailer of eight around the same deflate stream that a zip holds.
_GZIP_FRAME = 18
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of all files of one kind."""

    raw: int = 0
    """As a browser sees them."""
    gzipped: int = 0
    """As a server that compresses sends them."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """A package in numbers."""

    destination: str
    """Best guess from its content: `scorm12`, `scorm2004` or `web`."""
    bytes: int
    """Bytes of the zip itself: what an LMS's upload limit counts."""
    unpacked: int
    """Bytes of all files once extracted, as the zip declares them."""
    files: int
    """How many files it holds."""
    html: Weight
    """All pages."""
    js: Weight
    """The scripts that a browser loads with the page: those beside it. A player for streams lies in a folder."""
    css: Weight
    """All style sheets."""
    media: int
    """Bytes of pictures, sounds and films."""
    largest: tuple[tuple[str, int], ...]
    """Name and bytes of the ten largest files, largest first."""


def take_inventory(container: Container, destination: str) -> Inventory:
    """Count an open package; nothing of it is read again but texts that were stored uncompressed."""
    files = list(container.files.values())
    heaviest = sorted(files, key=lambda entry: (-entry.file_size, entry.filename))[:_SHOWN]
    return Inventory(
        destination=destination,
        bytes=container.size,
        unpacked=sum(entry.file_size for entry in files),
        files=len(files),
        html=_weight(container, _of_kind(files, {"html", "htm", "xhtml"})),
        js=_weight(container, [entry for entry in _of_kind(files, {"js", "mjs"}) if "/" not in entry.filename]),
        css=_weight(container, _of_kind(files, {"css"})),
        media=sum(entry.file_size for entry in _of_kind(files, _MEDIA)),
        largest=tuple((entry.filename, entry.file_size) for entry in heaviest),
    )


def nothing(path: Path) -> Inventory:
    """The inventory of a file that is no zip."""
    return Inventory("web", path.stat().st_size, 0, 0, Weight(), Weight(), Weight(), 0, ())


def _of_kind(files: Iterable[zipfile.ZipInfo], kinds: Iterable[str]) -> list[zipfile.ZipInfo]:
    endings = tuple(f".{kind}" for kind in kinds)
    return [entry for entry in files if entry.filename.lower().endswith(endings)]


def _weight(container: Container, files: list[zipfile.ZipInfo]) -> Weight:
    return Weight(sum(entry.file_size for entry in files), sum(_gzipped(container, entry) for entry in files))


def _gzipped(container: Container, entry: zipfile.ZipInfo) -> int:
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        return entry.compress_size + _GZIP_FRAME
    content = container.text(entry.filename)
    return entry.file_size if content is None else len(zlib.compress(content, 6, 31))
