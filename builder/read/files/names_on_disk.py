"""Names of files as a disk gives them: a Mac takes letters with accents apart, and some disks do not mind capitals."""

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from builder.did_you_mean import did_you_mean


def composed(name: str) -> str:
    """A name in the form in which texts have it (NFC)."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def listed(folder: Path) -> list[str]:
    """The names in a folder, sorted alike on every machine. Raises OSError."""
    return sorted(os.listdir(folder), key=lambda name: (composed(name), name))


def is_file(path: Path) -> bool:
    """Whether a path is a file, and not a folder or something else."""
    return path.is_file()


class NamesOnDisk:
    """Finds files below a folder by what a text calls them; each folder is looked into once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names: dict[Path, dict[str, str]] = {}
        self._on_disk: dict[Path, frozenset[str]] = {}

    def find(self, parts: Iterable[str]) -> Path | None:
        """The file that a path names, in exactly these letters and capitals; None when there is none."""
        path = self.folder
        for part in parts:
            names = self.names(path)
            name = part if part in self._on_disk[path] else names.get(composed(part))
            if name is None:
                return None
            path = path / name
        return path if is_file(path) else None

    def near(self, parts: Iterable[str]) -> str:
        """A file whose path is nearly this one, in capitals or in spelling; empty for none."""
        path = self.folder
        found: list[str] = []
        for part in parts:
            name = _nearest(composed(part), self.names(path))
            if name is None:
                return ""
            found.append(name)
            path = path / self.names(path)[name]
        return "/".join(found) if is_file(path) else ""

    def names(self, folder: Path) -> dict[str, str]:
        """What is in a folder: each name in the form of texts, and as the disk has it."""
        if folder not in self._names:
            try:
                self._names[folder] = {composed(name): name for name in listed(folder)}
            except OSError:
                self._names[folder] = {}
            self._on_disk[folder] = frozenset(self._names[folder].values())
        return self._names[folder]


def _nearest(wanted: str, names: Iterable[str]) -> str | None:
    """The name itself, else one that differs in capitals alone, else one that is spelled nearly so."""
    known = list(names)
    if wanted in known:
        return wanted
    same = [name for name in known if name.casefold() == wanted.casefold()]
    return same[0] if same else did_you_mean(wanted, known) or None
