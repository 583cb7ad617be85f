"""Checks the paths that a command names, before any work begins, and gives a remedy for a wrong one."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from builder.errors import UnreadableSource, UnwritableTarget

_SETTINGS = "course.yml"
_SHOWN = 3
"""How many courses or packages a remedy names."""
_FILMS = "https://films.example.org/courses/"
_HOST = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?"
_FOLDER = r"(?:/[A-Za-z0-9_.~%-]+)*/?"


def course_folder(folder: Path, command: str) -> Path:
    """Give the folder of a course back, if it can be one.

    `command` is what stands before the folder on the command line, such as `satchel build`. Raises UnreadableSource.
    """
    if folder.is_file():
        raise UnreadableSource(folder, _instead_of_a_file(folder, command))
    if not folder.is_dir():
        raise UnreadableSource(folder, f"there is no such folder. {_instead_of_nothing(folder, command)}")
    if not (folder / _SETTINGS).exists():
        _refuse_neighbours(folder, command)
    return folder


def package_file(path: Path) -> Path:
    """Give the path of a package back, if there is a zip; raises UnreadableSource."""
    if path.is_dir():
        raise UnreadableSource(path, "it is a folder. Name the zip")
    if not path.exists():
        near = _nearest(path.name, (other.name for other in _entries(path.parent) if other.suffix == ".zip"))
        there = f" In that folder: {', '.join(near)}" if near else ""
        raise UnreadableSource(path, f"there is no such file.{there}")
    if not zipfile.is_zipfile(path):
        raise UnreadableSource(path, "it is not a zip, or it is damaged. Name a package as satchel build made it")
    return path


def output_folder(path: Path) -> Path:
    """Give the folder for packages back, unless a file is in its place; raises UnwritableTarget."""
    if path.is_file():
        raise UnwritableTarget(path, "it is a file. Name a folder after --out")
    return path


def _instead_of_a_file(path: Path, command: str) -> str:
    if path.suffix == ".zip":
        return "it is a package. Name the folder that it was built from, the one with course.yml"
    if (path.parent / _SETTINGS).exists():
        return f"it is a file. Name its folder: {command} {typed(path.parent)}"
    return "it is a file. Name the folder of the course, the one with course.yml"


def _instead_of_nothing(folder: Path, command: str) -> str:
    for here in (Path(), Path("..")):
        if (here / _SETTINGS).exists():
            return f"You are inside a course: {command} {here}"
    if near := _nearest(folder.name, _courses_in(folder.parent)):
        return _commands(command, (folder.parent / name for name in near))
    return f"Name the folder of your course: {command} my-course. To begin one: satchel new my-course"


def _refuse_neighbours(folder: Path, command: str) -> None:
    """Refuse a folder that is above a course, below it, or empty; one with modules lacks its settings alone."""
    if any(entry.suffix == ".md" and entry.stem.lower() != "readme" for entry in _entries(folder)):
        return
    if not _entries(folder):
        raise UnreadableSource(folder, f"it is empty. To begin a course in it: satchel new {typed(folder)}")
    if near := _nearest(folder.name, _courses_in(folder)):
        reason = f"there is no course.yml in it. {_commands(command, (folder / name for name in near))}"
        raise UnreadableSource(folder, reason)
    above = folder.parent if folder.name else folder / ".."
    if (above / _SETTINGS).exists():
        raise UnreadableSource(folder, f"it is a part of a course. Name the whole: {command} {typed(above)}")


def _commands(command: str, folders: Iterable[Path]) -> str:
    return f"Name the course: {' or '.join(f'{command} {typed(folder)}' for folder in folders)}"


def _courses_in(folder: Path) -> list[str]:
    return [entry.name for entry in _entries(folder) if (entry / _SETTINGS).is_file()]


def _entries(folder: Path) -> list[Path]:
    """What is in a folder, in order; nothing when it cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _nearest(name: str, names: Iterable[str]) -> list[str]:
    """The names most like a name, the most like first."""
    import difflib  # only here: few paths need it

    return sorted(names, key=lambda other: -difflib.SequenceMatcher(None, name, other).ratio())[:_SHOWN]


def typed(folder: Path | str) -> str:
    """A folder as it is typed in a command."""
    name = folder.as_posix() if isinstance(folder, Path) else folder
    return f'"{name}"' if " " in name else name


def films_address(given: str) -> str:
    """The address of a folder on a host, with a slash at its end; ValueError, with what to write, for any other text."""
    parts = urlsplit(given)
    sound = parts.scheme == "https" and re.fullmatch(_HOST, parts.netloc.lower()) and re.fullmatch(_FOLDER, parts.path)
    if not sound or "?" in given or "#" in given:
        raise ValueError(f"{given!r} is not the address of a folder. Write it as {_FILMS}")
    return f"https://{parts.netloc.lower()}{parts.path.rstrip('/')}/"
