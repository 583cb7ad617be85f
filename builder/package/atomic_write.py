"""Writes a file or a folder whole, or not at all.

Everything is written under a temporary name beside its place, and renamed at the end. Within one file system a rename
is one step (POSIX `rename`), so a reader finds the old or the new file, never half of one. The writer locks the
temporary file. The lock ends with its process, so that leftovers of a killed build can be known from a build at work.
Each temporary name is used once, so threads and processes may write into one folder at the same time.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
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
    temporary, file = _new_file(path)
    try:
        with file as stream:
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
    with _new_folder(folder) as temporary:
        yield temporary
        _swap(temporary, folder, aside)
    shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def scratch_folder(parent: Path) -> Iterator[Path]:
    """Give an empty folder inside `parent`, on the same disk so that a move out of it is one step; it is gone afterwards.

    OSError when the disk refuses.
    """
    parent.mkdir(parents=True, exist_ok=True)
    _sweep(parent)
    with _new_folder(parent / "build") as folder:
        yield folder


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other build moves its files into `folder`, and let none do so meanwhile.

    Then the files of two builds of one course never mix. Without effect on disks that have no locks. Not to be nested.
    """
    with _opened(folder) as handle:
        with suppress(OSError):
            _lock(handle, wait=True)
        yield


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
    return path.with_name(f".{path.name}-{os.urandom(8).hex()}{UNFINISHED}")


def _new_file(path: Path) -> tuple[Path, BufferedRandom]:
    """A file beside `path`, empty and locked."""
    while True:
        temporary = _temporary(path)
        file = temporary.open("xb+")
        if _hold(file.fileno(), temporary):
            return temporary, file
        file.close()


@contextmanager
def _new_folder(path: Path) -> Iterator[Path]:
    """A folder beside `path`, empty and locked; it is gone afterwards."""
    with ExitStack() as locks:
        temporary = _claimed(path, locks)
        try:
            yield temporary
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def _claimed(path: Path, locks: ExitStack) -> Path:
    while True:
        temporary = _temporary(path)
        temporary.mkdir()
        with suppress(FileNotFoundError):  # another build took it for a leftover before it was opened
            if _hold(locks.enter_context(_opened(temporary)), temporary):
                return temporary


def _sweep(folder: Path) -> None:
    """Remove what killed builds left unfinished. A build at work holds a lock on its files, and they stay."""
    for leftover in folder.glob(f".*{UNFINISHED}"):
        with suppress(OSError), _opened(leftover) as handle:
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

    def _lock(handle: int, wait: bool = False) -> None:
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

    def _lock(handle: int, wait: bool = False) -> None:
        """Lock an open file until it is closed.

        OSError when somebody else has the lock and we do not `wait`, or when there are no locks.
        """
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def _hold(handle: int, path: Path) -> bool:
    """Lock what was just made at `path`. False when another build took it for a leftover before it was locked.

    Some network disks have no locks; there leftovers stay.
    """
    with suppress(OSError):
        _lock(handle, wait=True)
    return path.exists()
