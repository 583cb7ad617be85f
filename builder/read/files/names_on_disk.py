"""Names of files as a disk gives them: a Mac takes letters with accents apart, and some disks do not mind capitals."""

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from builder.did_you_mean import did_you_mean
from builder.model.rare_pattern import rare_pattern

_MOST = 10_000
"""Files and folders of a course that are looked through for one that was named in the wrong place."""


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
        self._everywhere: dict[str, list[str]] | None = None

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

    def elsewhere(self, name: str) -> str:
        """The one file of this name in another folder, whatever its capitals; empty for none or several."""
        if self._everywhere is None:
            self._everywhere = {}
            for count, path in enumerate(self.folder.rglob("*")):
                if count >= _MOST:
                    break
                inside = path.relative_to(self.folder)
                if not any(part.startswith(".") for part in inside.parts) and is_file(path):
                    self._everywhere.setdefault(composed(path.name).casefold(), []).append(inside.as_posix())
        found = self._everywhere.get(composed(name).casefold(), [])
        return composed(found[0]) if len(found) == 1 else ""

    def names(self, folder: Path) -> dict[str, str]:
        """What is in a folder: each name in the form of texts, and as the disk has it."""
        if folder not in self._names:
            try:
                self._names[folder] = {composed(name): name for name in listed(folder)}
            except OSError:
                self._names[folder] = {}
            self._on_disk[folder] = frozenset(self._names[folder].values())
        return self._names[folder]


_FAMILIES = (
    frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"}),
    frozenset({".mp4", ".webm", ".m4v", ".mov"}),
    frozenset({".mp3", ".m4a", ".ogg", ".wav"}),
    frozenset({".vtt", ".srt"}),
    frozenset({".md", ".markdown"}),
)
"""Endings of files of one kind: a picture is never offered for a film."""


_ENDING = rare_pattern(r"\.[a-z0-9]{1,5}(?![a-z0-9])")
_KEYBOARD = str.maketrans("`´’‘ʼ“”„–—‑_\u00a0", "'''''\"\"\"---  ")


def _nearest(wanted: str, names: Iterable[str]) -> str | None:
    """The likest of those typed alike, of those with its letters, or of those spelled nearly so; never a file of another kind."""
    known = list(names)
    for same in (_typed, _letters):
        if alike := [name for name in known if same(name) == same(wanted)]:
            return did_you_mean(wanted, alike, 0)
    ending = _ending(wanted)
    family = next((row for row in _FAMILIES if ending in row), None)
    if family is None:
        return did_you_mean(wanted, known) or None
    stems = {name.casefold().removesuffix(_ending(name)): name for name in known if _ending(name) in family}
    return stems.get(did_you_mean(wanted.casefold().partition(ending)[0], stems))


def _ending(name: str) -> str:
    return next(iter(_ENDING.findall(name.casefold())[-1:]), "")


def _typed(name: str) -> str:
    """A name with the quotation marks, dashes and spaces of a keyboard."""
    return " ".join(name.casefold().translate(_KEYBOARD).split())


def _letters(name: str) -> str:
    """The letters and digits of a name, without accents, capitals and signs; the name itself where it has none."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if sign.isalnum()) or name
