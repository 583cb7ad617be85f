"""What a disk says of the files of a folder."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

LARGE = 1 << 20
"""Bytes from which on a file is not read while the disk says the same of it."""
SETTLED = 2_000_000_000
"""Nanoseconds without a change after which a new change must show in a file's time: some disks count in two seconds."""
_PASSED_OVER = frozenset({".git"})


def stamp_of(about: os.stat_result) -> tuple[int, int, int, int]:
    """What the disk says of a file. A change of its content changes this, also where its time was put back."""
    return (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)


def sha256_of(path: Path) -> str:
    """Digest of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def entries(folder: Path, without: Path | None = None) -> Iterator[tuple[str, Path, os.stat_result]]:
    """All that lies below a folder, by name, and what the disk says of it; links are followed.

    `without` is a folder that is passed over with all in it, such as that for packages. A folder that leads back to one
    it lies in is not entered. Raises OSError when something cannot be read.
    """
    yield from _entries(folder, "", without.resolve() if without else None, frozenset())


def _entries(
    folder: Path, prefix: str, without: Path | None, within: frozenset[tuple[int, int]]
) -> Iterator[tuple[str, Path, os.stat_result]]:
    for name in sorted(os.listdir(folder)):
        path = folder / name
        try:
            about = path.stat()
        except FileNotFoundError:
            continue  # a link to nothing
        if name in _PASSED_OVER or (without and stat.S_ISDIR(about.st_mode) and path.resolve() == without):
            continue
        yield prefix + name, path, about
        inode = (about.st_dev, about.st_ino)
        if stat.S_ISDIR(about.st_mode) and inode not in within:
            yield from _entries(path, f"{prefix}{name}/", without, within | {inode})
