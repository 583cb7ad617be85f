"""What a report is about, gathered once for every form of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from builder.evidence.criteria.catalogue import LEVELS, claims, criteria
from builder.evidence.criteria.standing import Judgement, Level, Standing, standings
from builder.evidence.finding import Finding
from builder.evidence.run import Proof
from builder.evidence.telling import grouped
from builder.evidence.work import ALL_PROBES

ASSISTIVE = ("NVDA", "JAWS", "VoiceOver", "TalkBack", "voice control")
"""What people test with, and what is said not to be tested until they have."""
STATEMENT = ("owner", "contact", "enforcement")
"""What the accessibility statement takes from `course.yml`, or from `tested-with.yml` where that has it from before."""
_PICTURES = 40
"""Findings that have a picture in the report; the rest would only make it heavy."""


@dataclass(frozen=True)
class Tested:
    """A test by a person."""

    what: str
    version: str
    date: str
    by: str = ""
    notes: str = ""


@dataclass(frozen=True)
class People:
    """What people have tested and judged, and who answers for the course."""

    tested: tuple[Tested, ...] = ()
    judged: Mapping[str, Judgement] = field(default_factory=dict)
    owner: str = ""
    contact: str = ""
    enforcement: str = ""

    @property
    def untested(self) -> tuple[str, ...]:
        """What nobody has tested with."""
        done = " ".join(one.what.lower() for one in self.tested)
        return tuple(name for name in ASSISTIVE if name.lower() not in done)


@dataclass(frozen=True)
class Trouble:
    """A fault, with all the places where it was found."""

    probe: str
    criterion: str
    words: str
    findings: tuple[Finding, ...]
    picture: bytes

    @property
    def where(self) -> list[str]:
        """Pages and states, each once."""
        return list(dict.fromkeys(f"{one.page}, {one.state}" for one in self.findings))


@dataclass(frozen=True)
class Matter:
    """All that there is to say of one package."""

    proof: Proof
    people: People
    date: str
    """Of the report, such as 2026-11-29."""
    standings: tuple[Standing, ...]
    claims: tuple[Standing, ...]
    troubles: tuple[Trouble, ...]

    def of(self, level: str) -> list[Standing]:
        """Those of one level, `A`, `AA` or `AAA`."""
        return [one for one in self.standings if one.criterion.level == level]

    def count(self, level: str, standing: Level) -> int:
        """How many criteria of a level stand so."""
        return sum(one.level is standing for one in self.of(level))

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of WCAG."""
        return LEVELS

    @property
    def states(self) -> dict[str, list[str]]:
        """Each page, with the states that it was seen in."""
        pages: dict[str, list[str]] = {}
        for one in self.proof.sightings:
            if one.state not in pages.setdefault(one.page, []):
                pages[one.page].append(one.state)
        return pages

    @property
    def probes(self) -> list[tuple[str, str, int]]:
        """Each probe: its id, its sentence, and how often it was asked."""
        asked = Counter(one.probe for one in self.proof.sightings)
        return [(probe.id, probe.sentence, asked[probe.id]) for probe in ALL_PROBES if asked[probe.id]]


def matter_of(proof: Proof, date: str, people: People | None = None) -> Matter:
    """Gather what a report says."""
    people = people or People()
    said = proof.statement
    people = replace(
        people,
        owner=said.get("owner") or people.owner,
        contact=said.get("contact") or people.contact,
        enforcement=said.get("enforcement") or people.enforcement,
    )
    return Matter(
        proof,
        people,
        date,
        tuple(standings(proof, criteria(), people.judged)),
        tuple(standings(proof, claims(), people.judged)),
        tuple(_troubles(proof)),
    )


def _troubles(proof: Proof) -> list[Trouble]:
    groups = grouped(proof.findings)
    return [
        Trouble(probe, criterion, words, tuple(found), found[0].picture if number < _PICTURES else b"")
        for number, ((probe, criterion, words), found) in enumerate(groups.items())
    ]
