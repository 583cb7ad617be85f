"""Fingerprints of a course folder and of Satchel itself: a build depends on these, and on its settings, alone."""

import hashlib
import json
import os
import re
import stat
import sys
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.build_all.results import SeenFile, Wishes
from builder.cache.tree import LARGE, SETTLED, entries, sha256_of, stamp_of

FORM = 1
"""Number of the form of results: another one makes all results unknown."""
_CODE = {".py", ".json", ".toml", ".html", ".css", ".js", ".yml", ".xsd", ".md"}


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a course folder."""

    digest: str
    """Digest of their names and contents; of folders the names; of links what they lead to."""
    large: tuple[SeenFile, ...]
    """Its large files."""


def key_of(tree: str, wishes: Wishes) -> str:
    """Digest of all that a build depends on: the course, how it is built, and Satchel."""
    return _digest([FORM, tree, list(wishes.destinations), wishes.strict, wishes.films_at, program()])


def read_tree(folder: Path, without: Path | None = None, known: Iterable[SeenFile] = ()) -> Tree:
    """Look at all files of a course folder; `known` are large files as they were.

    `without` is the folder for packages, which may lie in the course. Raises OSError when something cannot be read.
    """
    earlier = {seen.name: seen for seen in known}
    rows: list[object] = []
    large: list[SeenFile] = []
    for name, path, about in entries(folder, without):
        link = str(path.readlink()) if path.is_symlink() else ""
        if stat.S_ISDIR(about.st_mode):
            rows.append([name, link])
        elif stat.S_ISREG(about.st_mode):
            digest = _content(name, path, about, earlier.get(name), large)
            rows.append([name, link, digest])
    return Tree(_digest(rows), tuple(large))


@cache
def program() -> str:
    """Digest of Satchel's own files, its templates, Python and the libraries: another program may give other bytes."""
    from builder.render.page.environment import PACKAGE, templates_folder

    digest = hashlib.sha256()
    for root in (PACKAGE, templates_folder()):
        for path in sorted(path for path in root.rglob("*") if path.suffix in _CODE):
            digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes())
    return _digest([digest.hexdigest(), sys.version, zlib.ZLIB_RUNTIME_VERSION, _libraries()])


def _libraries() -> dict[str, str]:
    """The libraries that a build needs, each with its version; none where Satchel was not installed."""
    from importlib import metadata

    try:
        wanted = metadata.requires("satchel") or []
    except metadata.PackageNotFoundError:
        return {}
    names = {re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in wanted if "extra ==" not in line}
    return {name: metadata.version(name) for name in sorted(names)}


def _content(name: str, path: Path, about: os.stat_result, earlier: SeenFile | None, large: list[SeenFile]) -> str:
    """Digest of a file's content; of a large one, what it was while the disk says the same of it."""
    if about.st_size < LARGE:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    stamp = stamp_of(about)
    digest = earlier.sha256 if earlier and earlier.stamp == stamp else sha256_of(path)
    if time.time_ns() - about.st_mtime_ns > SETTLED:
        large.append(SeenFile(name, digest, stamp))
    return digest


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode("utf-8", "surrogateescape")).hexdigest()
