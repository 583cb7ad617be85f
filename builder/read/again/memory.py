"""What reading a course found in each module, kept for reading the course again after an edit.

A module that has not changed is not read again, if reading it would find the same. What else it depends on is all in the
course folder: settings, glossary, fragments, pictures. When any of that has changed, everything is read again. What a
module does to the rest of the course is done again in its place: it claims ids, finds files and uses variables. When one
of these now has another outcome, everything is read again too (`Stale`).
"""

import os
import re
import stat
import time
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, TypeVar

from builder.model.diagnostics import Diagnostic
from builder.model.media import Asset
from builder.model.rare_pattern import rare_pattern
from builder.read.files.assets import Assets
from builder.read.files.source import Source, read_source, source_of
from builder.read.ids import Call, Ids
from builder.read.markdown.includes import Fragments
from builder.read.markdown.variables import Variables
from builder.remembered import Remembered

SETTLED = 2_000_000_000
"""Nanoseconds without a change after which another change must show in a file's time: some disks count in two seconds."""

EDITORS_OWN = rare_pattern(r"\..*\.sw[a-z]|.*~", re.IGNORECASE)
"""Files into which an editor writes all the time."""

T = TypeVar("T")
Sourced = tuple[Source | None, tuple[Diagnostic, ...]]
Rest = tuple[tuple[str, int, int, int], ...]


class Stale(Exception):
    """What was kept of a module does not fit the others any more."""


@dataclass(slots=True)
class Kept(Generic[T]):
    """What reading gave, from what, and what it did to the rest of the course."""

    key: tuple[object, ...]
    value: T
    found: list[Diagnostic]
    calls: list[Call] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)
    variables: set[str] = field(default_factory=set)
    whole: bool = True
    """Whether that is all that it did."""


@dataclass(slots=True)
class ReadFile:
    """All that was kept of the file of one module."""

    digest: bytes
    """SHA-256 of its bytes."""
    sourced: Sourced
    """Its lines."""
    opening: Kept[Any]
    """Its front matter; the key is its lines and the name that the file gives."""
    module: Kept[Any]
    """The module; the key is its front matter, and what all modules are called."""


class Memory:
    """The modules of one course, as they were read last."""

    def __init__(self, rest: Hashable = None, kept: Remembered | None = None) -> None:
        """`rest` stands for all files but the modules, where the caller knows it; otherwise their sizes and times do.

        `kept` has what is made of modules once all are read.
        """
        self.kept = kept
        self._given = rest
        self._rest: Hashable = rest
        self._files: dict[str, tuple[bytes, Sourced]] = {}
        self._kept: dict[tuple[str, str], Kept[Any]] = {}
        self._settled: dict[str, str] = {}
        self.hits = 0
        """How many modules were not read again the last time."""

    def begin(self, folder: Path, is_module: Callable[[str], bool]) -> None:
        """Before a course is read: forget all, if anything but modules has changed."""
        rest = self._given or _rest(folder, is_module)
        if rest is None or rest != self._rest:
            self.forget()
        self._rest = rest
        self.hits = 0

    def forget(self) -> None:
        """Everything is to be read again."""
        self._files.clear()
        self._kept.clear()

    def source(self, folder: Path, path: str) -> Sourced:
        """A file; the very same `Source` while it has the same bytes."""
        try:
            data = (folder / path).read_bytes()
        except OSError:
            return read_source(folder, path)
        digest = sha256(data).digest()
        kept = self._files.get(path)
        if kept is None or kept[0] != digest:
            kept = self._files[path] = (digest, source_of(path, data))
        return kept[1]

    @property
    def names(self) -> Mapping[str, str]:
        """What all modules are called, as `settled` gave it last."""
        return self._settled

    def files(self) -> Iterator[tuple[str, ReadFile]]:
        """What was kept of each module, by its path; without those that are read again in any case."""
        for path, (digest, sourced) in self._files.items():
            opening, module = self._kept.get(("opening", path)), self._kept.get(("module", path))
            if opening and module and module.whole:
                yield path, ReadFile(digest, sourced, opening, module)

    def restore(self, names: dict[str, str], files: Mapping[str, ReadFile]) -> None:
        """Take back what another memory gave, for the same `rest`."""
        self._settled = names
        for path, file in files.items():
            self._files[path] = (file.digest, file.sourced)
            self._kept["opening", path] = file.opening
            self._kept["module", path] = file.module
            file.module.key = (file.opening.value, names)

    def settled(self, value: dict[str, str]) -> dict[str, str]:
        """What was given last time, where it is equal: `read` then knows it as the same."""
        if self._settled != value:
            self._settled = value
        return self._settled

    def read(
        self,
        what: str,
        path: str,
        key: tuple[object, ...],
        shared: "Shared",
        read: Callable[[], tuple[T, list[Diagnostic]]],
    ) -> tuple[T, list[Diagnostic]]:
        """What `read` gives; what it gave last time, if `key` is the same. Raises Stale."""
        kept = self._kept.get((what, path))
        if kept and kept.whole and _same(kept.key, key):
            shared.do_again(kept)
            self.hits += what == "module"
        else:
            kept = self._kept[what, path] = shared.watched(key, read)
        return kept.value, list(kept.found)


@dataclass(slots=True)
class Shared:
    """What the modules of a course have in common, and change."""

    ids: Ids
    variables: Variables
    assets: Assets | None = None
    fragments: Fragments | None = None

    def watched(self, key: tuple[object, ...], read: Callable[[], tuple[T, list[Diagnostic]]]) -> Kept[T]:
        """What reading gives, with what it did."""
        fragments = self._fragments()
        with self._apart() as (calls, assets, used):
            value, found = read()
        # A fragment is reported on when the first module includes it, which may be another one next time.
        return Kept(key, value, list(found), calls, assets, used, whole=fragments == self._fragments())

    @contextmanager
    def _apart(self) -> Iterator[tuple[list[Call], list[Asset], set[str]]]:
        """While a module is read: its calls, its files and its variables alone."""
        before, calls, assets, used = self.variables.used, list[Call](), list[Asset](), set[str]()
        self.ids.calls, self.variables.used = calls, used
        if self.assets:
            self.assets.asked = assets
        try:
            yield calls, assets, used
        finally:
            self.ids.calls, self.variables.used = None, before | used
            if self.assets:
                self.assets.asked = None

    def _fragments(self) -> tuple[int, ...]:
        if self.fragments is None:
            return ()
        included = sum(map(len, self.fragments.included.values()))
        return len(self.fragments.diagnostics), len(self.fragments.sources), included

    def do_again(self, kept: Kept[Any]) -> None:
        """Do what a module did to the rest. Raises Stale when something comes of it that did not before."""
        for call in kept.calls:
            if getattr(self.ids, call.method)(*call.given) != call.result:
                raise Stale
        for asset in kept.assets:
            if self.assets is None or self.assets.take(asset) != asset:
                raise Stale
        self.variables.used |= kept.variables


def _same(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether both are the same objects; names need only be equal."""
    return all(a is b or (isinstance(a, str) and a == b) for a, b in zip(one, other, strict=True))


def _rest(folder: Path, is_module: Callable[[str], bool]) -> Rest | None:
    """All files below a folder but the modules, by name, size, time and number; None while one has just been changed."""
    found = tuple(_entries(folder, "", is_module, frozenset()))
    newest = max((changed for _, _, changed, _ in found), default=0)
    return None if newest > time.time_ns() - SETTLED else found


def _entries(
    folder: Path, prefix: str, is_module: Callable[[str], bool], within: frozenset[tuple[int, int]]
) -> Iterator[tuple[str, int, int, int]]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        try:
            about = entry.stat()
        except OSError:
            yield prefix + entry.name, 0, 0, 0
            continue
        if stat.S_ISDIR(about.st_mode):
            inode = (about.st_dev, about.st_ino)
            if inode not in within:
                yield from _entries(Path(entry.path), f"{prefix}{entry.name}/", is_module, within | {inode})
        elif EDITORS_OWN.fullmatch(entry.name):
            yield prefix + entry.name, 0, 0, 0
        elif prefix or not is_module(entry.name):
            yield prefix + entry.name, about.st_size, about.st_mtime_ns, about.st_ino
        else:
            yield entry.name, 0, 0, 0
