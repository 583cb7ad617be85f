"""The folder of a translated course: written whole or not at all, and never over what somebody changed in it."""

import filecmp
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from builder.errors import UnwritableTarget
from builder.package import replaced_file
from builder.read.languages.changed import LEDGER


@dataclass(slots=True)
class Ledger:
    """What Satchel wrote into a folder the last time."""

    files: dict[str, str] = field(default_factory=dict)
    """Text files, each with its SHA-256."""
    copies: dict[str, list[int]] = field(default_factory=dict)
    """Copies of pictures and films, each with its size and its time in nanoseconds."""
    sources: dict[str, str] = field(default_factory=dict)
    """What the text files were written from: files of the source, each with its SHA-256."""
    names: dict[str, str] = field(default_factory=dict)
    """Files of the source -> what they are called in the folder, where that is something else."""
    least: str = "translated"
    """The least state of a segment that was used."""

    @classmethod
    def of(cls, folder: Path) -> "Ledger":
        """That of a folder; an empty one where there is none, or none that can be read."""
        try:
            value = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
            return cls(
                dict(value["files"]),
                dict(value["copies"]),
                dict(value.get("sources", {})),
                dict(value.get("names", {})),
                str(value.get("least", "translated")),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return cls()


def changed_by_hand(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Files in a folder that are neither as Satchel wrote them nor as it would write them now."""
    ledger = Ledger.of(folder)
    found = []
    for name, data in files.items():
        with suppress(FileNotFoundError):
            there = (folder / name).read_bytes()
            known = {sha256(data).hexdigest(), ledger.files.get(name)}
            # On Windows git may check it out with other ends of lines.
            if known.isdisjoint(sha256(one).hexdigest() for one in (there, there.replace(b"\r\n", b"\n"))):
                found.append(name)
    return found


@dataclass(frozen=True, slots=True)
class Copying:
    """What becomes of pictures, films and other files that a course uses."""

    copied: tuple[str, ...]
    """Copied now."""
    kept: tuple[str, ...]
    """In the folder with other content than in the source, such as a picture with words: left as they are."""


def write_folder(
    folder: Path,
    source: Path,
    files: Mapping[str, bytes],
    copies: Iterable[str],
    names: Mapping[str, str],
    least: str,
) -> Copying:
    """Write a translated course: its text files, and copies of all else that it uses. Raises `UnwritableTarget`.

    `names`: files of the source that have another name here; `least`: the least state of a segment that was used.
    Text files of an earlier run that the course has no more are deleted, if nobody changed them.
    """
    old = Ledger.of(folder)
    new = Ledger({name: sha256(data).hexdigest() for name, data in files.items()})
    new.names, new.least = dict(names), least
    own = {other: name for name, other in names.items()}
    new.sources = {path: digest for name in files if (digest := _digest(source / (path := own.get(name, name))))}
    try:
        for name, data in files.items():
            if not _is(folder / name, data):
                with replaced_file(folder / name) as stream:
                    stream.write(data)
        copying = _copy(folder, source, copies, old, new)
        for name, digest in old.files.items():
            if name not in files and name not in new.copies and _digest(folder / name) == digest:
                (folder / name).unlink()
        text = json.dumps(asdict(new), ensure_ascii=False, indent=1, sort_keys=True)
        if not _is(folder / LEDGER, f"{text}\n".encode()):
            with replaced_file(folder / LEDGER) as stream:
                stream.write(f"{text}\n".encode())
    except OSError as problem:
        raise UnwritableTarget(problem.filename or folder, problem.strerror or str(problem)) from problem
    return copying


def _is(path: Path, data: bytes) -> bool:
    """Whether a file has these bytes already."""
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return False


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _copy(folder: Path, source: Path, names: Iterable[str], old: Ledger, new: Ledger) -> Copying:
    copied, kept = [], []
    for name in names:
        own, target = source / name, folder / name
        if target.exists() and not filecmp.cmp(own, target, shallow=False):
            stat = target.stat()
            if old.copies.get(name) != [stat.st_size, stat.st_mtime_ns]:
                kept.append(name)
                continue
            target.unlink()
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(own, target)
            copied.append(name)
        stat = target.stat()
        new.copies[name] = [stat.st_size, stat.st_mtime_ns]
    return Copying(tuple(copied), tuple(kept))


def try_folder(scratch: Path, source: Path, folder: Path, files: Mapping[str, bytes], copies: Iterable[str]) -> None:
    """Lay out a translated course in another place, to be read before it is written; large files are linked, not copied."""
    for name, data in files.items():
        path = scratch / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name in copies:
        path = scratch / name
        path.parent.mkdir(parents=True, exist_ok=True)
        own = folder / name if (folder / name).is_file() else source / name
        try:
            os.link(own.resolve(), path)
        except OSError:
            shutil.copyfile(own, path)


def used_files(folder: Path, names: Iterable[str]) -> Iterator[str]:
    """Files that a course uses, and all of its folder `theme`."""
    theme = [path.relative_to(folder).as_posix() for path in sorted((folder / "theme").rglob("*")) if path.is_file()]
    for name in dict.fromkeys((*names, *theme)):
        if (folder / name).is_file():
            yield name
