"""The file of one course: a blob for each module, an index behind them, and a digest of each, held before it is used."""

import json
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from builder.cache.place import is_own
from builder.package import replaced_file

_END = struct.Struct(">Q32s16s")
"""At the end: length and digest of the index, and the mark."""
_MARK = b"satchel cache\0\0\1"


@dataclass(frozen=True, slots=True)
class Blob:
    """Where the bytes of a module are."""

    offset: int
    length: int
    digest: str
    """SHA-256 of the bytes."""


@dataclass(frozen=True, slots=True)
class Index:
    """What a file holds."""

    key: str
    """Fingerprint of all that the blobs depend on beside their modules."""
    names: dict[str, str]
    """What all modules are called."""
    blobs: dict[str, Blob]
    """By the path of a module."""


class CacheFile:
    """A file that is open for reading."""

    def __init__(self, stream: BinaryIO) -> None:
        """Raises ValueError where it is cut off or was changed."""
        self._stream = stream
        self.index = _index(stream)

    def bytes_of(self, blob: Blob) -> bytes:
        """The bytes of a module. Raises ValueError where they are not those that were written."""
        data = self.copied(blob)
        if sha256(data).hexdigest() != blob.digest:
            raise ValueError("changed since it was written")
        return data

    def copied(self, blob: Blob) -> bytes:
        """The same for another file, in which they keep their digest: whoever reads them there holds them against it."""
        self._stream.seek(blob.offset)
        return self._stream.read(blob.length)


@contextmanager
def open_file(path: Path) -> Iterator[CacheFile | None]:
    """The file at a path, open; None where there is none that can be believed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except OSError:
        yield None
        return
    with os.fdopen(handle, "rb") as stream:
        yield _believed(stream)


def _believed(stream: BinaryIO) -> CacheFile | None:
    try:
        return CacheFile(stream) if is_own(stream.fileno()) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


class Writer:
    """Takes the blobs one after the other."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.blobs: dict[str, Blob] = {}

    def add(self, path: str, data: bytes, digest: str = "") -> None:
        """Write the blob of a module; `digest` where it is known."""
        self.blobs[path] = Blob(self._stream.tell(), len(data), digest or sha256(data).hexdigest())
        self._stream.write(data)


@contextmanager
def written_file(path: Path, key: str, names: dict[str, str]) -> Iterator[Writer]:
    """Write a file, which takes the place of the old one when it is whole. OSError when the disk refuses."""
    with replaced_file(path) as stream:
        writer = Writer(stream)
        yield writer
        blobs = {name: [blob.offset, blob.length, blob.digest] for name, blob in writer.blobs.items()}
        index = json.dumps([key, names, blobs]).encode()
        stream.write(index + _END.pack(len(index), sha256(index).digest(), _MARK.ljust(16, b"\0")))


def _index(stream: BinaryIO) -> Index:
    size = stream.seek(0, os.SEEK_END)
    if size < _END.size:
        raise ValueError("cut off")
    stream.seek(size - _END.size)
    length, digest, mark = _END.unpack(stream.read(_END.size))
    if mark != _MARK.ljust(16, b"\0") or length > size - _END.size:
        raise ValueError("no such file")
    stream.seek(size - _END.size - length)
    data = stream.read(length)
    if sha256(data).digest() != digest:
        raise ValueError("changed since it was written")
    key, names, blobs = json.loads(data)
    return Index(key, names, {path: Blob(*about) for path, about in blobs.items()})
