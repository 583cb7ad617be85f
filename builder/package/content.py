"""Reads what goes into a package, from memory or from disk, one block at a time."""

from collections.abc import Iterator

from builder.errors import UnreadableSource
from builder.model.package import RenderedFile

BLOCK = 1 << 18
"""Bytes read at once: 1000 pictures cost one read each, and a film of any length no memory."""


def size_of(file: RenderedFile) -> int:
    """Give the length of the file in bytes; UnreadableSource when it is not on disk any more."""
    if isinstance(file.content, bytes):
        return len(file.content)
    try:
        return file.content.stat().st_size
    except OSError as error:
        raise _unreadable(file, error) from error


def blocks_of(file: RenderedFile) -> Iterator[bytes]:
    """Give the bytes of the file in order; UnreadableSource when it cannot be opened or read."""
    if isinstance(file.content, bytes):
        yield file.content
        return
    try:
        with file.content.open("rb", buffering=0) as source:
            while block := source.read(BLOCK):
                yield block
    except OSError as error:
        raise _unreadable(file, error) from error


def _unreadable(file: RenderedFile, error: OSError) -> UnreadableSource:
    return UnreadableSource(file.content, error.strerror or str(error))
