"""What building one course needs, and what comes of it: values that travel between processes and machines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Stamp = tuple[int | str, ...]
"""What a disk says of a file without reading it: its size, its times, its number; of a store, what stands for its content."""


class State(StrEnum):
    """What became of a course."""

    BUILT = "built"
    """Its packages are written."""
    FAULTY = "faulty"
    """It has errors (with `--strict`, or warnings): nothing was written."""
    FAILED = "failed"
    """It could not be read, or its packages could not be written."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How all courses are to be built."""

    destinations: tuple[str, ...]
    """Names of destinations."""
    strict: bool = False
    """Whether a warning stops a build."""
    remember: bool = True
    """Whether a course that has not changed may be left as it is."""
    films_at: str = ""
    """Address of the folder from which learners load the films; empty where the packages hold them."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file, and what its content was."""

    name: str
    """Path below the course or the output folder, with forward slashes."""
    sha256: str
    """Digest of its content."""
    stamp: Stamp
    """What the disk said of it when it had this content."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of a course."""

    destination: str
    """`scorm12`, `scorm2004` or `web`."""
    name: str
    """Path below the output folder of its course."""
    size: int
    """Bytes."""
    sha256: str
    """Digest of the file."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one course."""

    course: str
    """Its folder, below the folder of all courses."""
    state: State
    """Built, faulty or failed."""
    key: str = ""
    """Digest of all that the result depends on; empty when that is not known."""
    problem: str = ""
    """Why it failed, as a sentence."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """Title, version and more of the course, as JSON has them."""
    diagnostics: tuple[Mapping[str, Any], ...] = ()
    """Its faults and remarks, as `satchel build --json` prints them."""
    packages: tuple[Package, ...] = ()
    """What an LMS or a browser gets; of a course that was not built, those of the last build."""
    written: tuple[SeenFile, ...] = ()
    """Every file that was written; of a course that was not built, in the last build."""
    changes: Mapping[str, Any] = field(default_factory=dict)
    """What the last build that changed the packages changed in them; empty for the first."""
    sources: tuple[SeenFile, ...] = ()
    """Large files of the course, which need not be read again while the disk says the same of them."""
    fresh: bool = True
    """Whether it was built now; False when nothing had changed."""

    def count(self, severity: str) -> int:
        """How many of its diagnostics have a severity."""
        return sum(found["severity"] == severity for found in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Task:
    """One course to build."""

    course: str
    """Its folder, below the folder of all courses."""
    source: str
    """Path or address of its folder."""
    out: str
    """Path or address of the folder for its packages."""
    beside: str
    """Path or address of the folder for all packages: no part of a course, even where it lies in one."""
    wishes: Wishes
    """How to build it."""
    program: str
    """Fingerprint of the Satchel that asks for it; a worker must have the same."""
    known: Result | None = None
    """What became of it last time."""
