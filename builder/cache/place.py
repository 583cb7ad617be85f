"""Where what is kept lies: in a folder that only this user may write into."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

VARIABLE = "SATCHEL_CACHE"
"""Names another folder; empty for none, so that nothing is kept."""
_PRIVATE = 0o700


def cache_folder() -> Path | None:
    """The folder, made where there is none; None where there can be none that only this user may write into.

    Whoever can write into it decides what learners read. So a folder that belongs to somebody else, or is open to
    others, is not used. On Windows the folder of a user is closed to others by the system.
    """
    try:
        folder = _named()
        if folder is None:
            return None
        folder.mkdir(_PRIVATE, parents=True, exist_ok=True)
        about = folder.lstat()
    except (OSError, RuntimeError):  # no room, no right, or no home
        return None
    return folder if _is_private(about) else None


def is_own(handle: int) -> bool:
    """Whether an open file belongs to this user, and nobody else may write into it."""
    return _is_private(os.fstat(handle), stat.S_IFREG)


def remove_old(folder: Path, before: float) -> None:
    """Remove files that nobody asked for since a time, in seconds since 1970."""
    for path in folder.glob("*.cache"):
        with suppress(OSError):
            if path.lstat().st_mtime < before:
                path.unlink()


def _named() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "satchel" / "courses"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "satchel" / "courses"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "satchel" / "courses"


def _is_private(about: os.stat_result, kind: int = stat.S_IFDIR) -> bool:
    if stat.S_IFMT(about.st_mode) != kind:
        return False
    return sys.platform == "win32" or (about.st_uid == os.geteuid() and not about.st_mode & 0o022)
