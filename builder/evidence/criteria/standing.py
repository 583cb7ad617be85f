"""How a package stands to each criterion, by what was seen and by nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from builder.errors import Defect
from builder.evidence.criteria.catalogue import Criterion
from builder.evidence.finding import Finding, Probe, Sighting
from builder.evidence.run import Proof
from builder.evidence.work import ALL_PROBES

COURSE = "course"
"""What a sitting with the whole course says for a page."""


class Level(Enum):
    """How a package stands to a criterion."""

    SUPPORTS = "supports"
    """Probes, or people, looked and found nothing, and nothing is left to be judged."""
    PEOPLE = "no fault found, people have not judged it"
    """Probes found nothing; what they cannot see is left for people."""
    FAILS = "does not support"
    ABSENT = "not applicable"
    """The course has nothing that the criterion is about."""
    UNSEEN = "not evaluated"
    """No probe looks at it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of a criterion, as written down in `tested-with.yml`."""

    criterion: str
    verdict: str
    """`supports` or `does-not-support`."""
    by: str
    date: str
    notes: str = ""


@dataclass(frozen=True)
class Standing:
    """A criterion, how the package stands to it, and by what that is known."""

    criterion: Criterion
    level: Level
    probes: tuple[Probe[object], ...] = ()
    """Those that looked."""
    sightings: int = 0
    """How often they looked."""
    pages: int = 0
    states: int = 0
    """Of how many pages, in how many states."""
    findings: tuple[Finding, ...] = ()
    judged: Judgement | None = None
    whole: bool = False
    """Whether sittings with the whole course are among what was looked at."""

    def __post_init__(self) -> None:
        """Nobody says more than was seen: without a look there is no support. Raises Defect."""
        looked = self.sightings > 0 or self.judged is not None
        if self.level in (Level.SUPPORTS, Level.PEOPLE) and (not looked or self.findings):
            raise Defect(f"{self.criterion.number} cannot be {self.level.value} by what was seen")

    @property
    def reach(self) -> str:
        """Of how much it was looked at, in words: pages, the whole course, and how many states these were in."""
        pages = f"on {self.pages} page{'s' * (self.pages != 1)}" if self.pages else ""
        whole = "in sittings with the whole course" if self.whole else ""
        states = f"in {self.states} state{'s' * (self.states != 1)}"
        return f"{' and '.join(filter(None, (pages, whole)))}, {states}"


def standings(
    proof: Proof, wanted: Iterable[Criterion], judged: Mapping[str, Judgement] | None = None
) -> list[Standing]:
    """How a package stands to each of these criteria."""
    return [_standing(proof, criterion, (judged or {}).get(criterion.number)) for criterion in wanted]


def _standing(proof: Proof, criterion: Criterion, judged: Judgement | None) -> Standing:
    found = tuple(one for one in proof.findings if one.criterion == criterion.number)
    probes = tuple(probe for probe in ALL_PROBES if criterion.number in probe.criteria)
    looked = [one for one in proof.sightings if one.probe in {probe.id for probe in probes}]
    level = _level(proof, criterion, found, looked, judged)
    places = {(one.page, one.state) for one in looked}
    asked = tuple(probe for probe in probes if any(one.probe == probe.id for one in looked))
    pages = {page for page, _ in places}
    return Standing(
        criterion, level, asked, len(looked), len(pages - {COURSE}), len(places), found, judged, COURSE in pages
    )


def _level(
    proof: Proof,
    criterion: Criterion,
    found: tuple[Finding, ...],
    looked: list[Sighting],
    judged: Judgement | None,
) -> Level:
    if found or (judged and judged.verdict == "does-not-support"):
        return Level.FAILS
    if criterion.removed or (criterion.needs and proof.sightings and not _met(proof, criterion.needs)):
        return Level.ABSENT
    if judged and judged.verdict == "supports":
        return Level.SUPPORTS
    if not looked:
        return Level.UNSEEN
    return Level.PEOPLE if criterion.people else Level.SUPPORTS


def _met(proof: Proof, needs: str) -> bool:
    """Whether the course has any of it."""
    return any(kind in proof.seen.kinds for kind in needs.split(" or "))
