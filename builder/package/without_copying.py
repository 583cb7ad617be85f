"""Puts a film into the opened course without writing its bytes again, where the disk has a way."""

import os
import stat
import sys
from pathlib import Path

SMALLEST = 1 << 20
"""Bytes from which on it is worth it: pictures, which people change in place, are copied."""
_READABLE = 0o444


def put_without_copying(source: Path, target: Path) -> bool:
    """Make `target` the same as `source`; False when it must be copied, and then there is no `target`.

    A disk that can clone gives a file of its own. On others it is a second name of the author's file (a hard link): who
    writes into one writes into the other, until the next build. OSError is not raised: copying says what is wrong.
    """
    try:
        source = source.resolve()
        found = source.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size < SMALLEST:
            return False
        if _clone(source, target):
            return True
        wanted = target.parent.stat().st_mode & _READABLE
        if found.st_mode & wanted != wanted:
            return False  # a colleague who may open the folder must be able to open the film
        os.link(source, target)
        return True
    except OSError:
        return False


if sys.platform == "linux":
    import fcntl

    _FICLONE = 0x40049409
    """ioctl_ficlone(2): Btrfs, XFS and others share the blocks until one of the files changes."""

    def _clone(source: Path, target: Path) -> bool:
        try:
            with source.open("rb") as old, target.open("xb") as new:
                fcntl.ioctl(new.fileno(), _FICLONE, old.fileno())
            return True
        except OSError:
            target.unlink(missing_ok=True)
            return False

else:

    def _clone(source: Path, target: Path) -> bool:
        return False
