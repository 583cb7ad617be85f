"""Which films were made of which, by their content: what is finished is never done twice."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from builder.package.atomic_write import replaced_file

NAME = ".satchel-media.json"
"""In the course folder. Its loss costs time and nothing else."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A film that was made of another one."""

    source: str
    """SHA-256 of the author's file."""
    settings: str
    """How it was made."""
    made: str
    """SHA-256 of what was made; empty where it was no smaller and was thrown away."""
    path: str
    """Where it was put, relative to the course folder."""


@dataclass(slots=True)
class Ledger:
    """All that was made in a course."""

    folder: Path
    entries: list[Entry] = field(default_factory=list)

    def of(self, source: str, settings: str) -> list[Entry]:
        """What was made of a film in this way, the latest first."""
        return [entry for entry in reversed(self.entries) if (entry.source, entry.settings) == (source, settings)]

    def copy_of(self, source: str, settings: str) -> Path | None:
        """A file that was made of this film in this way and is whole; None when there is none."""
        for entry in self.of(source, settings):
            path = self.folder / entry.path
            if entry.made and path.is_file() and sha256(path) == entry.made:
                return path
        return None

    def has_made(self, path: Path) -> bool:
        """Whether a file is one that was made, and not an author's own."""
        inside = path.relative_to(self.folder).as_posix()
        made = {entry.made for entry in self.entries if entry.path == inside}
        return bool(made) and path.is_file() and sha256(path) in made

    def add(self, entry: Entry) -> None:
        """Write down what was made, at once: a run that is broken off keeps what it had finished."""
        self.entries.append(entry)
        rows = [{name: getattr(entry, name) for name in Entry.__slots__} for entry in self.entries]
        text = json.dumps({"made by": "satchel media --encode", "films": rows}, indent=2, ensure_ascii=False)
        with replaced_file(self.folder / NAME) as file:
            file.write(f"{text}\n".encode())


def read_ledger(folder: Path) -> Ledger:
    """What was made so far; nothing where the file is missing or damaged."""
    try:
        rows = json.loads((folder / NAME).read_bytes())["films"]
        return Ledger(folder, [Entry(*(str(row[name]) for name in Entry.__slots__)) for row in rows])
    except (OSError, ValueError, KeyError, TypeError):
        return Ledger(folder)


def sha256(path: Path) -> str:
    """Digest of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
