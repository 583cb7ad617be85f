"""Values of the proof: what is asked, where it was asked, and what was found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

PRACTICE = "BP"
"""Stands for a criterion where there is none: good practice, whose lack fails no one's conformance."""

Asked = TypeVar("Asked")
"""What a probe is asked of: a page in a state, an action, or a whole sitting."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that should not be so, as a probe saw it."""

    place: str
    """The element or the part of the course."""
    words: str
    """What is wrong, in lower case and without a full stop."""
    criterion: str = ""
    """Number of the success criterion, where it is not the first of the probe."""
    rule: str = ""
    """Rule of an engine, such as `image-alt` of axe."""


@dataclass(frozen=True)
class Probe(Generic[Asked]):
    """One thing that is asked of a package, again and again."""

    id: str
    criteria: tuple[str, ...]
    """Numbers of WCAG 2.2, or of a claim of our own such as `LMS-1`; the first stands where a fault names none."""
    sentence: str
    """What holds when it finds nothing: one plain sentence."""
    ask: Callable[[Asked], Iterable[Fault]]
    concerns: Callable[[Asked], bool] = lambda subject: True
    """Whether there is anything for it to see here; where there is not, it does not count as a look."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A probe was asked of a page in a state."""

    probe: str
    page: str
    state: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, with the probe that found it and where."""

    probe: str
    criterion: str
    page: str
    state: str
    place: str
    words: str
    rule: str = ""
    picture: bytes = field(default=b"", repr=False)
    """A PNG of the page as it was then; empty where nothing is to be seen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one piece of the work saw."""

    sightings: tuple[Sighting, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    """What could not be reached, each a sentence."""
    kinds: tuple[str, ...] = ()
    """What was met on the pages: `film`, `recording`, `picture`, `field`, ..."""


def asked(
    probe: Probe[Asked], subject: Asked, page: str, state: str, picture: Callable[[], bytes] | None = None
) -> Seen:
    """Ask a probe; `picture` is taken once, when there is a fault. What does not concern it is no look."""
    if not probe.concerns(subject):
        return Seen()
    faults = list(probe.ask(subject))
    shot = picture() if faults and picture else b""
    found = tuple(
        Finding(probe.id, fault.criterion or probe.criteria[0], page, state, fault.place, fault.words, fault.rule, shot)
        for fault in faults
    )
    return Seen((Sighting(probe.id, page, state),), found)


def together(parts: Iterable[Seen]) -> Seen:
    """All of it as one."""
    kept = list(parts)
    return Seen(
        tuple(sighting for part in kept for sighting in part.sightings),
        tuple(finding for part in kept for finding in part.findings),
        tuple(dict.fromkeys(note for part in kept for note in part.notes)),
        tuple(sorted({kind for part in kept for kind in part.kinds})),
    )
