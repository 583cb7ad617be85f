"""Fingerprint of all that reading, checking and rendering a module depends on, beside the module itself."""

import os
import stat
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from builder import __version__
from builder.cache.tree import LARGE, SETTLED, entries, sha256_of, stamp_of
from builder.read import is_module
from builder.read.again.memory import EDITORS_OWN
from builder.render.page.environment import PACKAGE, templates_folder

FORM = 1
"""Number of the form of what is kept: another one makes all of it unknown."""
_LIBRARIES = ("babel", "imagesize", "jinja2", "latex2mathml", "lxml", "markdown", "markupsafe", "pygments", "yaml")
"""Those that read and render."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A course folder as it was seen."""

    key: str
    """Fingerprint of Satchel, and of all files but the words of modules, whose names count; empty when it cannot be known."""
    stamps: str
    """Fingerprint of what the disk says of the same files."""


def look_at(folder: Path) -> Seen:
    """Look at all files of a course.

    Small files count by their content; large ones, which are films, by what the disk says of them. Nothing can be known
    while a large file has only just been changed, or when one cannot be read.
    """
    key, stamps = sha256(_program().encode()), sha256()
    try:
        for name, path, about in entries(folder):
            stamps.update(_row(_stamp(name, path, about)))
            key.update(_row(_content(name, path, about)))
    except (OSError, _JustChanged):
        return Seen("", "")
    return Seen(key.hexdigest(), stamps.hexdigest())


def is_still(folder: Path, seen: Seen) -> bool:
    """Whether a course folder is as it was seen. What was changed a moment ago may change once more without a sign."""
    stamps = sha256()
    try:
        for name, path, about in entries(folder):
            row = _stamp(name, path, about)
            if len(row) > _BY_NAME and time.time_ns() - about.st_mtime_ns < SETTLED:
                return look_at(folder).key == seen.key
            stamps.update(_row(row))
    except OSError:
        return False
    return stamps.hexdigest() == seen.stamps


class _JustChanged(Exception):
    """A file may change once more without a sign."""


_BY_NAME = 3
"""Parts of a row about a file that counts by its name alone."""


def _stamp(name: str, path: Path, about: os.stat_result) -> tuple[object, ...]:
    """A file by what the disk says of it."""
    link = str(path.readlink()) if path.is_symlink() else ""
    row = (name, link, stat.S_IFMT(about.st_mode))
    return row if not stat.S_ISREG(about.st_mode) or _counts_by_name(name) else (*row, *stamp_of(about))


def _content(name: str, path: Path, about: os.stat_result) -> tuple[object, ...]:
    """A file by its content, unless it is large."""
    row = _stamp(name, path, about)
    if len(row) > _BY_NAME and about.st_size < LARGE:
        return (*row[:_BY_NAME], sha256_of(path))
    if len(row) > _BY_NAME and time.time_ns() - about.st_mtime_ns < SETTLED:
        raise _JustChanged
    return row


def _row(row: tuple[object, ...]) -> bytes:
    return repr(row).encode("utf-8", "surrogateescape")


def _counts_by_name(name: str) -> bool:
    return ("/" not in name and is_module(name)) or bool(EDITORS_OWN.fullmatch(name.rpartition("/")[2]))


@cache
def _program() -> str:
    """Satchel's own files, Python and the libraries, by what the disk says of them: another program may find otherwise."""
    rows: list[object] = [FORM, __version__, sys.version]
    for library in _LIBRARIES:
        spec = find_spec(library)
        if spec and spec.origin:
            rows.append((spec.origin, stamp_of(Path(spec.origin).stat())))
    for root in (PACKAGE, templates_folder()):
        rows += sorted(_files(str(root)))
    return repr(rows)


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                about = entry.stat()
                yield entry.path, about.st_size, about.st_mtime_ns
