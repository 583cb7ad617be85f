"""A finished package, unpacked to be played."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

from builder.errors import UnreadableSource
from builder.evidence.manifest import read_launchable
from builder.verify.zip_file.container import DAMAGE, Container, open_container

CONTENT = "satchel.json"
"""The file in which a package of ours says what it holds."""


@dataclass(frozen=True)
class OpenedPackage:
    """A package on the disk, with what it says of itself."""

    path: Path
    """The zip."""
    sha256: str
    folder: Path
    """Where it is unpacked."""
    edition: str
    """`scorm12`, `scorm2004` or `web`."""
    launch: str
    """The page that is opened, relative to the folder."""
    title: str
    content: Mapping[str, Any] = field(default_factory=dict)
    """What a package of ours says of its modules and questions; empty for others."""
    launches: tuple[str, ...] = ()
    """All pages that the manifest names as a SCO, the first included."""

    @property
    def hooked(self) -> bool:
        """Whether it was made with Satchel, and can be walked by its hooks."""
        return bool(self.content.get("modules"))

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages that learners can choose, that of the source first; empty where there is one alone."""
        others = self.content.get("languages", ())
        return (str(self.content.get("language", "")), *map(str, others)) if others else ()

    @property
    def locale(self) -> str:
        """What a browser must ask for to get the course in the language of its source."""
        return self.languages[0] if self.languages else "en-GB"

    @property
    def for_lms(self) -> bool:
        """Whether an LMS is to play it."""
        return self.edition != "web"


@contextmanager
def opened_package(path: Path) -> Iterator[OpenedPackage]:
    """Unpack a package for as long as the block lasts; raises UnreadableSource when it cannot be played."""
    container = open_container(path)
    if not isinstance(container, Container):
        raise UnreadableSource(path, container.message)
    with container, TemporaryDirectory(prefix="satchel-") as folder:
        _unpack(container, Path(folder).resolve())
        yield _read(container, path, Path(folder).resolve())


def _unpack(container: Container, folder: Path) -> None:
    """Every member that stays inside the folder."""
    for name, entry in container.files.items():
        try:
            target = (folder / name).resolve()
            if not target.is_relative_to(folder) or not container.readable(entry):
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file:
                for chunk in container.chunks(entry):
                    file.write(chunk)
        except OSError as fault:
            # A file in the place of a folder, or a name longer than a disk takes.
            raise UnreadableSource(container.path, f"{name[:80]} cannot be unpacked: {fault.strerror}") from fault
        except DAMAGE as damage:
            raise UnreadableSource(container.path, f"{name[:80]} is damaged: {damage}") from damage


def _read(container: Container, path: Path, folder: Path) -> OpenedPackage:
    found = read_launchable(container.text("imsmanifest.xml") or b"")
    launches = [page for page in found.pages if _file_of(folder, page)] or _web_launch(folder)
    if not launches:
        raise UnreadableSource(path, "it has neither a manifest that names a page nor an index.html")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return OpenedPackage(
        path, digest, folder, found.edition, launches[0], found.title or path.stem, _content(folder), tuple(launches)
    )


def _file_of(folder: Path, page: str) -> bool:
    """Whether the file is there, whatever the query behind its name. One outside the package is none of it."""
    try:
        file = (folder / unquote(page.split("?")[0].split("#")[0])).resolve()
        return file.is_relative_to(folder) and file.is_file()
    except (OSError, ValueError):
        return False


def _web_launch(folder: Path) -> list[str]:
    """The first page of a package without manifest."""
    for name in ("index.html", "index.htm", "story.html", "start.html"):
        if (folder / name).is_file():
            return [name]
    return []


def _content(folder: Path) -> Mapping[str, Any]:
    try:
        found = json.loads((folder / CONTENT).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if _is_ours(found) else {}


def _is_ours(found: Any) -> bool:
    """Whether it has the shape that a build writes: it may be anybody's file, and what it says is walked through."""
    if not isinstance(found, dict):
        return False
    modules, languages = found.get("modules", []), found.get("languages", [])
    shaped = isinstance(found.get("kinds", {}), dict) and isinstance(found.get("statement", {}), dict)
    return shaped and _are(modules, dict) and _are(languages, str) and all(_is_module(module) for module in modules)


def _is_module(module: Mapping[str, Any]) -> bool:
    return isinstance(module.get("id"), str) and _are(module.get("questions", []), dict)


def _are(values: Any, kind: type) -> bool:
    return isinstance(values, list) and all(isinstance(value, kind) for value in values)
