"""What building a course found in each module, kept on this machine, so that the next build looks at what changed.

It is the preview's memory made lasting. Nothing in it is believed that was not written by this version of Satchel, for
these very files; what is not believed is made again, and the bytes of a package are the same either way.
"""

import os
import time
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from operator import is_
from pathlib import Path
from pickle import PicklingError
from typing import Any

from builder.cache.file import Blob, CacheFile, Index, open_file, written_file
from builder.cache.key import Seen, is_still, look_at
from builder.cache.place import cache_folder, remove_old
from builder.cache.values import decoded, encoded
from builder.model.course import Module
from builder.read import Memory, ReadFile
from builder.remembered import Remembered

LONGEST = 60 * 24 * 3600
"""Seconds after which a course that nobody builds any more is forgotten."""

_Entry = tuple[str, object, Any, Any]


class CourseCache:
    """What is kept of one course: `memory` for reading it, `kept` for checking and rendering it."""

    def __init__(self, folder: Path, path: Path, seen: Seen) -> None:
        """`path` is its file, `seen` all of the course but the words of its modules."""
        self.kept = Remembered()
        self.memory = Memory(seen.key, self.kept)
        self._folder, self._path, self._seen = folder, path, seen
        self._loaded: dict[str, tuple[Blob, list[object]]] = {}
        self._index: Index | None = None
        with open_file(path) as file:
            if file and file.index.key == seen.key:
                self._load(file)

    def save(self) -> None:
        """Keep what is known now for the next build; unless the course was changed meanwhile, or the disk refuses."""
        if is_still(self._folder, self._seen):
            with suppress(OSError):
                with open_file(self._path) as file:
                    self._save(file if file and file.index == self._index else None)
                remove_old(self._path.parent, time.time() - LONGEST)

    def _load(self, file: CacheFile) -> None:
        """Take back each module whose file has not changed."""
        files: dict[str, ReadFile] = {}
        for path, blob in file.index.blobs.items():
            try:
                read, entries = decoded(file.bytes_of(blob))
            except Exception:  # whatever it is: it is not what was written, and is made again
                return
            files[path] = read
            for entry in entries:
                self.kept.restore(*entry)
            self._loaded[path] = (blob, _identities(read, entries))
        self.memory.restore(file.index.names, files)
        self._index = file.index

    def _save(self, old: CacheFile | None) -> None:
        """`old` has the blobs that were loaded; None when it has gone, or another build wrote it anew."""
        things = _by_thing(self.kept)
        found = [(path, read, _of_module(read.module.value, things)) for path, read in self.memory.files()]
        same = {path: self._blob(path, read, entries) if old else None for path, read, entries in found}
        if old and all(same.values()) and len(same) == len(old.index.blobs):
            os.utime(self._path)
            return
        with written_file(self._path, self._seen.key, dict(self.memory.names)) as writer:
            for path, read, entries in found:
                if old and (blob := same[path]):
                    writer.add(path, old.copied(blob), blob.digest)
                    continue
                alone = replace(read, module=replace(read.module, key=()))  # the key names all modules
                with suppress(PicklingError):  # a module that holds something new is read again next time
                    writer.add(path, encoded((alone, entries)))

    def _blob(self, path: str, read: ReadFile, entries: list[_Entry]) -> Blob | None:
        """Where the file holds the same already."""
        blob, identities = self._loaded.get(path, (None, []))
        same = blob and len(identities) == len(now := _identities(read, entries)) and all(map(is_, identities, now))
        return blob if same else None


def open_cache(folder: Path, out: Path | None) -> CourseCache | None:
    """What is kept of a course; None where there is no place for it.

    With `out` in the course folder, what is written would change the course.
    """
    if out and out.resolve().is_relative_to(folder.resolve()):
        return None
    place = cache_folder()
    if place is None or not (seen := look_at(folder)).key:
        return None
    name = sha256(os.fsencode(folder.resolve())).hexdigest()
    return CourseCache(folder, place / f"{name}.cache", seen)


def _by_thing(kept: Remembered) -> dict[int, dict[str, _Entry]]:
    """For each thing the newest result of each kind."""
    found: dict[int, dict[str, _Entry]] = defaultdict(dict)
    for entry in kept.entries():
        found[id(entry[1])][entry[0]] = entry
    return found


def _of_module(module: Module, found: dict[int, dict[str, _Entry]]) -> list[_Entry]:
    """All results about a module, its questions and its files; and about the module that was made of it."""
    things: Iterable[object] = (module, *module.items, *module.facts.sources.values())
    entries = [entry for thing in things for entry in found.get(id(thing), {}).values()]
    made = [entry[3] for entry in entries if isinstance(entry[3], Module)]
    return entries + [entry for one in made for entry in _of_module(one, found)]


def _identities(read: ReadFile, entries: list[_Entry]) -> list[object]:
    """What makes a blob the same as another: the very same objects."""
    return [read.opening, read.module, *(part for entry in entries for part in entry[1:4:2])]
