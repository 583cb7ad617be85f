"""Writes packages as zips. The same input gives the same bytes; the old file stays until the new one is whole."""

import hashlib
import importlib.util
import threading
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BufferedRandom
from pathlib import Path
from typing import Any

from builder.model.package import PackageFile, RenderedFile
from builder.package.atomic_write import replaced_file
from builder.package.content import blocks_of, size_of
from builder.package.media_types import is_compressed

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip file can hold (APPNOTE 4.4.6)."""
UNIX = 3
"""`version made by` (APPNOTE 4.4.2): the same on every machine; it gives `external_attr` its meaning."""
READABLE_FILE = 0o100644 << 16
"""A plain file that its owner may write and all may read."""
LARGEST = 0xFFFF_FFFE
"""The largest size or offset that needs no zip64 (APPNOTE 4.4.1.4)."""
LEVEL = 5
"""How hard to deflate: a third faster than 6 on a large page, for 4 % more bytes."""
PAGE = 1 << 16
"""Bytes from which on a text is worth being kept deflated for the next package: the page is the same in all."""
_TEXTS = 8
"""How many texts are kept: page, style sheet, what a comparison reads, the script of films and that of each destination."""
_MODULE = "zipfile"
_LOADING = threading.Lock()


@dataclass(frozen=True, slots=True)
class PlannedPackage:
    """A package that is to be written."""

    destination: str
    """What it is for."""
    path: Path
    """Where it is to be."""
    files: tuple[RenderedFile, ...]
    """All that is in it, in any order."""


def write_package(files: Iterable[RenderedFile], path: Path, destination: str) -> PackageFile:
    """Write one package; the same as `write_packages` with one."""
    (package,) = write_packages([PlannedPackage(destination, path, tuple(files))])
    return package


def write_packages(planned: Sequence[PlannedPackage]) -> list[PackageFile]:
    """Write packages side by side, each with its files sorted by name; what is in several of them is read once.

    Media are streamed from disk. Returns of each where it is, its length in bytes and its SHA-256. UnreadableSource
    when a file of the course cannot be read, OSError when a package cannot be written; in both cases the
    old packages stay.
    """
    with ExitStack() as places:
        streams = [places.enter_context(replaced_file(package.path)) for package in planned]
        with ExitStack() as open_archives:
            archives = [open_archives.enter_context(_zipfile().ZipFile(stream, "w")) for stream in streams]
            for file, into in _shared(planned, archives):
                _add(into, file)
        return [
            PackageFile(package.destination, package.path, stream.seek(0, 2), _sha256(stream))
            for package, stream in zip(planned, streams, strict=True)
        ]


def _shared(planned: Sequence[PlannedPackage], archives: Sequence[Any]) -> Iterator[tuple[RenderedFile, list[Any]]]:
    """Each different file with the archives that hold it, by name."""
    wanted: dict[tuple[str, bytes | Path], tuple[RenderedFile, list[Any]]] = {}
    for package, archive in zip(planned, archives, strict=True):
        for file in package.files:
            _, into = wanted.setdefault((file.name, file.content), (file, []))
            into.append(archive)
    return iter(sorted(wanted.values(), key=lambda found: found[0].name))


def _add(archives: Sequence[Any], file: RenderedFile) -> None:
    with ExitStack() as members:
        opened = [members.enter_context(_member(archive, file)) for archive in archives]
        for block in blocks_of(file):
            for member in opened:
                member.write(block)


def _member(archive: Any, file: RenderedFile) -> Any:
    """A member of an archive, open for writing."""
    info = _zipfile().ZipInfo(file.name, EARLIEST)
    info.create_system = UNIX
    info.external_attr = READABLE_FILE
    info.compress_type = zipfile.ZIP_STORED if is_compressed(file.name) else zipfile.ZIP_DEFLATED
    info._compresslevel = LEVEL
    # zipfile decides on zip64 before it has seen the content.
    info.file_size = size_of(file)
    member = archive.open(info, "w")
    if info.compress_type == zipfile.ZIP_DEFLATED and isinstance(file.content, bytes) and len(file.content) >= PAGE:
        member._compressor = _Ready(_deflated(file.content))
    return member


class _Ready:
    """In the place of zipfile's compressor of a member: gives what is deflated already."""

    def __init__(self, deflated: bytes) -> None:
        self.deflated = deflated

    def compress(self, _: bytes) -> bytes:
        """Nothing yet."""
        return b""

    def flush(self) -> bytes:
        """All of it, at the end."""
        return self.deflated


@lru_cache(maxsize=_TEXTS)
def _deflated(content: bytes) -> bytes:
    """A text as a zip holds it (APPNOTE 4.4.5, method 8); the same bytes as zipfile makes."""
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(content) + deflate.flush()


def _sha256(stream: BufferedRandom) -> str:
    # Read again at the end: zipfile goes back to each header once it knows the checksum of its member.
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()


def _zipfile() -> Any:
    """The copy, loaded once; threads that come first wait for each other."""
    with _LOADING:
        return _copy()


@cache
def _copy() -> Any:
    """Python's module `zipfile` once more, which uses the whole of the 32 bits.

    The usual one turns to zip64 at 2 GiB. The format needs it at 4 GiB only, and the unzipping of many an LMS does not
    know it. The limit is a constant of the module. In a copy of our own nobody else's zips change with it.
    """
    spec = importlib.util.find_spec(_MODULE)
    if spec is None or spec.loader is None:
        return zipfile
    own: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(own)
    own.ZIP64_LIMIT = LARGEST
    own.crc32 = _Checksum()
    return own


class _Checksum:
    """CRC-32 as zipfile asks for it: of a block that goes into several packages it is worked out once."""

    def __init__(self) -> None:
        self._last: tuple[bytes, int, int] = (b"", 0, 0)

    def __call__(self, block: bytes, before: int = 0) -> int:
        """The checksum of what came before, and a block."""
        last, start, found = self._last  # one value, so that threads do not mix theirs
        if last is not block or start != before:
            found = zlib.crc32(block, before)
            self._last = (block, before, found)
        return found
