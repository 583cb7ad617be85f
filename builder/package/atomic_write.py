"""Writes a file or a folder whole, or not at all.

Everything is written under a temporary name beside its place, and renamed at the end. Within one file system a rename
is one step (POSIX `rename`), so a reader finds the old or the new file, never half of one. The writer locks the
temporary file. The lock ends with its process, so that leftovers of a killed build can be known from a build at work.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path

UNFINISHED = ".satchel-part"
"""Ending of a file or folder that is being written."""
SET_ASIDE = ".satchel-old"
"""Ending of the old folder while the new one takes its place."""


@contextmanager
def replaced_file(path: Path) -> Iterator[BufferedRandom]:
    """Give a stream, readable too, that becomes `path` when the block ends well.

    Otherwise, on any exception, nothing is left but the old file. OSError when the disk refuses.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path.parent)
    temporary = _temporary(path)
    file = temporary.open("xb+")
    try:
        with file as stream:
            _hold(stream.fileno())
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of `folder` when the block ends well.

    Otherwise, on any exception, nothing is left but the old folder. OSError when the disk refuses.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder.parent)
    aside = folder.with_name(f".{folder.name}{SET_ASIDE}")
    _recover(folder, aside)
    temporary = _temporary(folder)
    temporary.mkdir()
    try:
        with _opened(temporary) as handle:
            _hold(handle)
            yield temporary
            _swap(temporary, folder, aside)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def scratch_folder(parent: Path) -> Iterator[Path]:
    """Give an empty folder inside `parent`, on the same disk so that a move out of it is one step; it is gone afterwards.

    OSError when the disk refuses.
    """
    parent.mkdir(parents=True, exist_ok=True)
    _sweep(parent)
    folder = _temporary(parent / "build")
    folder.mkdir()
    try:
        with _opened(folder) as handle:
            _hold(handle)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _swap(new: Path, folder: Path, aside: Path) -> None:
    """Put `new` where `folder` is, and `folder` aside.

    No system call that Python has replaces a full folder, so between two renames there is none under its
    name. A run killed just there leaves both whole, and the next one puts the old back (`_recover`).
    """
    try:
        if folder.exists():
            folder.rename(aside)
        new.rename(folder)
    except BaseException:
        _recover(folder, aside)
        raise


def _recover(folder: Path, aside: Path) -> None:
    """Undo a swap that was broken off, and remove what a finished swap left behind."""
    if not aside.exists():
        return
    if folder.exists():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        aside.rename(folder)


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}-{os.getpid()}{UNFINISHED}")


def _sweep(folder: Path) -> None:
    """Remove what killed builds left unfinished. A build at work holds a lock on its files, and they stay."""
    for leftover in folder.glob(f".*{UNFINISHED}"):
        with suppress(OSError):
            with _opened(leftover) as handle:
                _lock(handle)
            if leftover.is_dir():
                shutil.rmtree(leftover)
            else:
                leftover.unlink()


if sys.platform == "win32":
    # There an open file cannot be removed, which is lock enough; a folder cannot be opened.

    @contextmanager
    def _opened(path: Path) -> Iterator[int]:
        yield -1

    def _lock(handle: int) -> None:
        pass

else:
    import fcntl

    @contextmanager
    def _opened(path: Path) -> Iterator[int]:
        handle = os.open(path, os.O_RDONLY)
        try:
            yield handle
        finally:
            os.close(handle)

    def _lock(handle: int) -> None:
        """Lock an open file until it is closed; OSError when another process has the lock, or there are no locks."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _hold(handle: int) -> None:
    """Lock what this process writes. Some network disks have no locks; there leftovers stay."""
    with suppress(OSError):
        _lock(handle)
