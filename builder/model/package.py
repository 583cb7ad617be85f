"""Files, manifest and package, in the words of IMS Content Packaging and SCORM."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.model.contract import EDITIONS

DESTINATIONS = (*EDITIONS, "web")
"""The destinations of a course, by the names that `--to` takes."""


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """One file of the finished course."""

    name: str
    """Path from the package root, with forward slashes, portable."""
    content: bytes | Path
    """Its bytes, or where they lie on disk (media are streamed, never held in memory)."""


@dataclass(frozen=True, slots=True)
class RenderedCourse:
    """The same files for every destination, before the manifest is added."""

    launch: str
    """Name of the launch page."""
    files: tuple[RenderedFile, ...]
    """What every destination shares, sorted by name."""
    scripts: Mapping[str, RenderedFile]
    """The run-time script of each destination: the one file that differs."""


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A finished package."""

    destination: str
    """`scorm12`, `scorm2004` or `web`."""
    path: Path
    """Where it was written."""
    size: int
    """Bytes."""
    sha256: str
    """Hexadecimal digest of the file."""


@dataclass(frozen=True, slots=True)
class StateRoom:
    """How many characters the learner's state takes in an LMS when everything was opened and answered, at most."""

    whole: int
    """All of it."""
    standing: int
    """Modules and verdicts, without the answers: what an LMS keeps when it has no room for more."""
    modules: int
    """Modules alone: what is given up last."""


@dataclass(frozen=True, slots=True)
class StoredFilm:
    """A film of the course that learners load from a host."""

    sources: tuple[Path, ...]
    """Where it lies; in several places where languages of a course have the same film."""
    name: str
    """Its name on the host: its own, and the beginning of its SHA-256. A changed film has another name."""
    size: int
    """Bytes."""
    sha256: str
    """Checksum in hex."""


@dataclass(frozen=True, slots=True)
class FilmsApart:
    """All of them, with where they are to be."""

    address: str
    """Address of their folder on the host, with a slash at its end."""
    folder: Path
    """Where they are written, for somebody to put there."""
    films: tuple[StoredFilm, ...]
    """Each once, by name."""
