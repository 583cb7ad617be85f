"""Opens the finished zip, and reads its members without trusting them."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from builder.errors import UnreadableSource
from builder.model.diagnostics import Diagnostic
from builder.verify.finding import found

DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error, RuntimeError, ValueError,
    OverflowError, IndexError,
)  # fmt: skip
"""The exceptions that `zipfile` raises on a damaged zip."""

_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Deflate packs at most 1032 to 1; pages of a course are packed 5 to 20 to 1.
_SWOLLEN_RATIO = 200
_SWOLLEN_SIZE = 16 << 20
_SWOLLEN_TOTAL = 256 << 20
_LARGEST_TEXT = 64 << 20


@dataclass(frozen=True, slots=True)
class Container:
    """An open package."""

    path: Path
    """Where it lies."""
    size: int
    """Bytes of the zip itself."""
    archive: zipfile.ZipFile
    """The zip; closed when the container's `with` block ends."""
    stream: IO[bytes]
    """The file that the zip is read from; closed with it."""
    entries: tuple[zipfile.ZipInfo, ...]
    """Every entry, folders too, in the zip's order."""
    files: Mapping[str, zipfile.ZipInfo]
    """Every member that is a file, by name; of two with one name the last."""
    spellings: Mapping[str, str]
    """Each file's name by its lower case form, so that a link in the wrong case can be corrected."""
    swollen: bool
    """Whether all members together unpack to far more than the zip's size; then none is opened."""

    def __enter__(self) -> Self:
        """The container itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the zip."""
        self.archive.close()
        self.stream.close()

    @property
    def name(self) -> str:
        """The zip's own name, the place of faults that belong to no member."""
        return self.path.name

    def readable(self, entry: zipfile.ZipInfo) -> bool:
        """Whether it is safe and possible to open a member; `entries.py` reports why not."""
        plain = not entry.flag_bits & _ENCRYPTED and entry.compress_type in _PLAIN_METHODS
        return plain and not is_swollen(entry) and not self.swollen

    def chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of a member, a megabyte at a time; raises one of `DAMAGE`: a wrong CRC at its end.

        Never `read()` without a size: it would let a member open to 2 GB at once, whatever size it declares.
        """
        with self.archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk

    def whole(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of a member in one piece, which are never in memory twice; raises one of `DAMAGE`."""
        content = BytesIO()
        for chunk in self.chunks(entry):
            content.write(chunk)
        return content.getvalue()

    def text(self, name: str) -> bytes | None:
        """A whole member; None when it is not there, too large, or cannot be read."""
        entry = self.files.get(name)
        if entry is None or not self.readable(entry) or oversized(entry):
            return None
        try:
            return self.whole(entry)
        except DAMAGE:
            return None


def is_folder(entry: zipfile.ZipInfo) -> bool:
    """Whether a member is a folder. `ZipInfo.is_dir` fails on one without a name."""
    return entry.filename.endswith("/")


def is_swollen(entry: zipfile.ZipInfo) -> bool:
    """Whether a member claims to unpack to far more than its packed size."""
    return entry.file_size > _SWOLLEN_SIZE and entry.file_size > _SWOLLEN_RATIO * entry.compress_size


def oversized(entry: zipfile.ZipInfo) -> bool:
    """Whether a text is too large to be read; no page of a course comes near."""
    return entry.file_size > _LARGEST_TEXT


def open_container(path: Path) -> Container | Diagnostic:
    """Open a package, or say why it is no zip; raises UnreadableSource when there is no file to read."""
    try:
        stream = path.open("rb")
        size = path.stat().st_size
    except OSError as fault:
        raise UnreadableSource(path, fault.strerror or "it cannot be opened") from fault
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGE as fault:
        stream.close()
        return _not_a_zip(path, size, fault)
    return _container(path, size, archive, stream)


def _container(path: Path, size: int, archive: zipfile.ZipFile, stream: IO[bytes]) -> Container:
    entries = tuple(archive.infolist())
    files = {entry.filename: entry for entry in entries if not is_folder(entry)}
    spellings = {name.lower(): name for name in files}
    total = sum(entry.file_size for entry in entries)
    swollen = total > _SWOLLEN_TOTAL and total > _SWOLLEN_RATIO * size
    return Container(path, size, archive, stream, entries, files, spellings, swollen)


def _not_a_zip(path: Path, size: int, fault: BaseException) -> Diagnostic:
    reason = "it is empty" if not size else str(fault) or "its end is missing"
    hint = "Build the package again, or copy it again: it may have been cut off on the way."
    return found("PKG-001", path.name, f"this is not a zip file that can be opened: {reason}", hint)
