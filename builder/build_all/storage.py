"""Folders of courses and packages, on a disk or in a store (S3, Azure, Google) by its address and fsspec."""

import importlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from builder.build_all.results import SeenFile, Stamp
from builder.errors import MissingTool, UnreadableSource, how_to_install
from builder.package import replaced_file

SETTINGS = "course.yml"
_PASSED_OVER = frozenset({"node_modules", "__pycache__"})
_TELLING = ("ETag", "etag", "md5Hash", "content_md5", "crc32c", "mtime", "LastModified", "last_modified", "created")
"""What stores say of an object that stands for its content, by their own names."""


def is_remote(where: str) -> bool:
    """Whether it is the address of a store, such as `s3://bucket/courses`."""
    return "://" in where


def absolute(where: str) -> str:
    """The same place as seen from any folder."""
    return where if is_remote(where) else str(Path(where).absolute())


def joined(where: str, name: str) -> str:
    """A path or an address below another one."""
    if name == ".":
        return where
    return f"{where.rstrip('/')}/{name}" if is_remote(where) else str(Path(where, name))


def courses_in(where: str, out: str) -> list[str]:
    """Every folder with a course.yml, by its path below `where`, sorted; none inside another course or inside `out`."""
    if is_remote(where):
        return _outermost(_folders_of_settings(where))
    if not Path(where).is_dir():
        raise UnreadableSource(where, "there is no such folder")
    without = None if is_remote(out) else Path(out).resolve()
    return sorted(_walk(Path(where), "", without, frozenset()))


def _walk(folder: Path, name: str, without: Path | None, within: frozenset[Path]) -> Iterator[str]:
    real = folder.resolve()
    if real in within or real == without:
        return
    if (folder / SETTINGS).exists():
        yield name or "."
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir() and not entry.name.startswith(".") and entry.name not in _PASSED_OVER:
            yield from _walk(Path(entry.path), f"{name}/{entry.name}".lstrip("/"), without, within | {real})


def _folders_of_settings(where: str) -> list[str]:
    system, root = _store(where)
    with _errors_of(where):
        found = system.find(root)
    names = (path.removeprefix(root).lstrip("/") for path in found if path.rpartition("/")[2] == SETTINGS)
    return sorted(name.removesuffix(SETTINGS).rstrip("/") or "." for name in names)


def _outermost(names: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for name in sorted(names, key=lambda name: (name != ".", name)):
        if not any(outer == "." or name.startswith(f"{outer}/") for outer in kept):
            kept.append(name)
    return kept


@contextmanager
def readable(where: str) -> Iterator[Path]:
    """A course folder on this machine: itself, or a copy while it is needed."""
    if not is_remote(where):
        yield Path(where)
        return
    system, root = _store(where)
    with tempfile.TemporaryDirectory(prefix="satchel-") as scratch:
        folder = Path(scratch, "course")
        folder.mkdir()
        with _errors_of(where):
            system.get(f"{root.rstrip('/')}/", f"{folder}/", recursive=True)
        yield folder


@contextmanager
def writable(where: str) -> Iterator[Path]:
    """An output folder on this machine: itself, or one whose files `upload` takes to the store."""
    if not is_remote(where):
        yield Path(where)
        return
    with tempfile.TemporaryDirectory(prefix="satchel-") as scratch:
        yield Path(scratch, "out")


def upload(folder: Path, where: str, names: Iterable[str]) -> None:
    """Take files to the store, the packages last: who fetches one finds the rest. Nothing where `folder` is the place."""
    if not is_remote(where):
        return
    system, root = _store(where)
    with _errors_of(where):
        for name in sorted(names, key=lambda name: name.endswith(".zip")):
            system.put_file(str(folder / name), f"{root}/{name}")


def listing(where: str) -> dict[str, Stamp]:
    """What a store says of each object below an address, without reading it."""
    system, root = _store(where)
    system.invalidate_cache()
    with _errors_of(where):
        try:
            found = system.find(root, detail=True)
        except FileNotFoundError:
            return {}
    return {path.removeprefix(root).lstrip("/"): _stamp(about) for path, about in found.items()}


def stored(where: str, written: Iterable[SeenFile]) -> tuple[SeenFile, ...]:
    """The same files, with what the store says of them now."""
    said = listing(where)
    return tuple(SeenFile(seen.name, seen.sha256, said.get(seen.name, ())) for seen in written)


def read_lines(where: str) -> list[bytes]:
    """The contents of all objects below an address."""
    system, root = _store(where)
    system.invalidate_cache()
    try:
        paths = system.find(root)
        return list(system.cat(paths).values()) if paths else []
    except FileNotFoundError:
        return []


def write_file(where: str, name: str, content: bytes) -> None:
    """Write one file whole, or one object."""
    if is_remote(where):
        system, root = _store(where)
        system.pipe_file(f"{root}/{name}", content)
        return
    with replaced_file(Path(where, name)) as file:
        file.write(content)


def _stamp(about: dict[str, Any]) -> Stamp:
    return (about.get("size") or 0, *(f"{name}={about[name]}" for name in _TELLING if about.get(name)))


def _store(where: str) -> tuple[Any, str]:
    """The store of an address, and the path in it."""
    try:
        url_to_fs: Any = importlib.import_module("fsspec.core").url_to_fs
    except ModuleNotFoundError as missing:
        raise MissingTool("fsspec", f"Install what a store needs: {how_to_install('cluster')}") from missing
    try:
        system, root = url_to_fs(where)
    except ImportError as missing:  # the store's own package, which fsspec names
        raise MissingTool(f"what {where} needs", str(missing)) from missing
    except ValueError as problem:
        raise UnreadableSource(where, str(problem)) from problem
    return system, str(root).rstrip("/")


@contextmanager
def _errors_of(where: str) -> Iterator[None]:
    """What a store refuses, in one sentence: its package has exceptions of its own."""
    try:
        yield
    except Exception as problem:
        raise UnreadableSource(where, f"{type(problem).__name__}: {problem}") from problem
