"""Fingerprints of a course folder and of Satchel itself: a build depends on these, and on its settings, alone."""

import hashlib
import json
import os
import re
import stat
import sys
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.build_all.results import SeenFile, Stamp, Wishes

LARGE = 1 << 20
"""Bytes from which on a file is not read again while the disk says the same of it."""
SETTLED = 2_000_000_000
"""Nanoseconds without a change after which a new change must show in a file's time: some disks count in two seconds."""
FORM = 1
"""Number of the form of results: another one makes all results unknown."""
_CODE = {".py", ".json", ".toml", ".html", ".css", ".js", ".yml", ".xsd", ".md"}
_PASSED_OVER = frozenset({".git"})


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
    for name, path, about in _entries(folder, "", without.resolve() if without else None, frozenset()):
        link = str(path.readlink()) if path.is_symlink() else ""
        if stat.S_ISDIR(about.st_mode):
            rows.append([name, link])
        elif stat.S_ISREG(about.st_mode):
            digest = _content(name, path, about, earlier.get(name), large)
            rows.append([name, link, digest])
    return Tree(_digest(rows), tuple(large))


def stamp_of(about: os.stat_result) -> Stamp:
    """What the disk says of a file. A change of its content changes this, also where its time was put back."""
    return (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)


def sha256_of(path: Path) -> str:
    """Digest of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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


def _entries(
    folder: Path, prefix: str, without: Path | None, within: frozenset[tuple[int, int]]
) -> Iterator[tuple[str, Path, os.stat_result]]:
    """All that lies below a folder, by name; a folder that leads back to one it lies in is not entered."""
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


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode("utf-8", "surrogateescape")).hexdigest()
