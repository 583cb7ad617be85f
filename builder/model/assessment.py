"""Questions and reflections, in the words of QTI 3.0 (IMS Question and Test Interoperability)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from builder.model.content import Fragment, TextBlocks, telling_words
from builder.model.content.spelling import hashed_exactly, wording
from builder.model.diagnostics import Span
from builder.model.kind import QuestionKind


@dataclass(frozen=True, slots=True)
class SimpleChoice:
    """One option (QTI `simpleChoice`), one step of an order."""

    id: str
    """Stable within its item; lower case letters, digits and hyphens."""
    content: Fragment
    """What the learner reads."""
    correct: bool = False
    """Whether choosing it is right."""
    feedback: TextBlocks = ()
    """Shown when it was chosen; empty when the author wrote none."""


@dataclass(frozen=True, slots=True)
class ChoiceInteraction:
    """Radio buttons or tick boxes (QTI `choiceInteraction`)."""

    choices: tuple[SimpleChoice, ...]
    """The options, in the author's order."""
    multiple: bool
    """True for tick boxes, false for radio buttons."""


@dataclass(frozen=True, slots=True)
class OrderInteraction:
    """Steps to put in order (QTI `orderInteraction`)."""

    choices: tuple[SimpleChoice, ...]
    """The steps in their right order."""


@dataclass(frozen=True, slots=True)
class SimpleAssociableChoice:
    """One side of a pair (QTI `simpleAssociableChoice`): what is matched, or what it is matched with."""

    id: str
    """Stable within its set; lower case letters, digits and hyphens."""
    content: Fragment
    """What the learner reads."""
    partner: str = ""
    """Of a source: id of the target that is right for it; empty for a target."""
    feedback: TextBlocks = ()
    """Shown with the answer; empty when the author wrote none."""


class Pair(NamedTuple):
    """A source with a target that is chosen, or right, for it (QTI `directedPair`), by their ids."""

    source: str
    """What is matched."""
    target: str
    """What it is matched with."""


@dataclass(frozen=True, slots=True)
class MatchInteraction:
    """A target to choose for each source (QTI `matchInteraction`): pairs, or things sorted into groups."""

    sources: tuple[SimpleAssociableChoice, ...]
    """What is matched, in the author's order."""
    targets: tuple[SimpleAssociableChoice, ...]
    """What can be chosen for it, in the author's order; one may be right for several sources."""
    grouped: bool
    """True when the targets are groups to sort into (`Sort`), false when they are partners (`Match`)."""
    headings: tuple[Fragment, Fragment] | None = None
    """What the two columns are called; one may be empty, and None when both are."""

    @property
    def right(self) -> tuple[Pair, ...]:
        """The right pairs, in the order of the sources."""
        return tuple(Pair(source.id, source.partner) for source in self.sources)


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in running text (QTI `textEntryInteraction` and its `mapping`)."""

    accepted: tuple[str, ...]
    """Every answer that is right, the first one to be shown; case and white space do not count."""
    also: tuple[tuple[str, str], ...] = ()
    """What is right in the other languages of the course, each with its language, that of the source first: never shown, but never wrong."""


@dataclass(frozen=True, slots=True)
class TextEntryInteraction:
    """Running text with gaps to fill in (QTI `textEntryInteraction`)."""

    text: TextBlocks
    """The text, with a `Gap` of the content for each gap, which names it by its place in `gaps`."""
    gaps: tuple[Gap, ...]
    """The gaps, in the order of the text."""


@dataclass(frozen=True, slots=True)
class NumericRange:
    """Numbers that are right (QTI `equal` with a tolerance), both ends included."""

    low: Decimal | None
    """The smallest right number; None when there is none."""
    high: Decimal | None
    """The largest right number; None when there is none."""
    value: Decimal | None = None
    """What is right, where the ends only say how far off may be right too; None when each of them is as right."""

    @classmethod
    def about(cls, value: Decimal, tolerance: Decimal = Decimal(0)) -> "NumericRange":
        """A value, and what may be added to it or taken away."""
        return cls(value - tolerance, value + tolerance, value)

    @property
    def example(self) -> Decimal:
        """One number that is right."""
        number = next((one for one in (self.value, self.low, self.high) if one is not None), None)
        assert number is not None
        return number


@dataclass(frozen=True, slots=True)
class NumericEntryInteraction:
    """A number to write (QTI `textEntryInteraction` of base type `float`)."""

    ranges: tuple[NumericRange, ...]
    """What is right: a number in any of them is."""
    units: tuple[str, ...] = ()
    """What the unit may be called, the first to be shown; empty when the number stands alone."""
    unit_first: bool = False
    """Whether the unit stands before the number, as that of a currency may."""
    also: tuple[str, ...] = ()
    """What the unit is called in the other languages of the course: never shown, but never wrong."""

    def measured(self, number: Decimal) -> str:
        """A number with its unit: `5 mg`, `£5`, `20%`."""
        unit = "".join(self.units[:1])
        if self.unit_first:
            return f"{unit}{number:f}"
        return f"{number:f}{unit}" if unit[:1] in "%‰°" else f"{number:f}\u00a0{unit}"


@dataclass(frozen=True, slots=True)
class LikertInteraction:
    """A place on a scale (QTI `choiceInteraction` without a correct response; SCORM `likert`); never scored."""

    choices: tuple[SimpleChoice, ...]
    """The labels, lowest first."""


@dataclass(frozen=True, slots=True)
class ExtendedTextInteraction:
    """Free writing with no right answer (QTI `extendedTextInteraction`); never scored."""

    privacy: str
    """One of `PRIVACIES`."""
    words: int | None = None
    """About how many words are enough; None when the author suggests none."""


SHAPE = 4
"""Characters of the fingerprint of a story."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice that a scene offers."""

    content: Fragment
    """What the learner reads, with the link in it."""
    target: str
    """Id of the scene that it leads to."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene: what happens, and what can be done."""

    id: str
    """Stable and unique in the course: links and answers name it."""
    content: Fragment
    """Its title."""
    text: TextBlocks
    """What happens in it."""
    decisions: tuple[Decision, ...]
    """What can be done; none where a way through the story ends."""
    span: Span
    """Where its heading is."""
    feedback: TextBlocks = ()
    """Always empty: what a decision leads to is the next scene."""


@dataclass(frozen=True, slots=True)
class StoryInteraction:
    """A way through scenes, from the first to an end (QTI: several `choiceInteraction` with branching; SCORM `sequencing`)."""

    scenes: tuple[Scene, ...]
    """All of them, in the author's order; the first is where it begins."""

    @property
    def ways(self) -> Mapping[str, tuple[str, ...]]:
        """Id of each scene -> ids of the scenes to which its decisions lead, in their order."""
        return {scene.id: tuple(one.target for one in scene.decisions) for scene in self.scenes}

    @property
    def shape(self) -> str:
        """Fingerprint of which decision leads where: a way that is kept by its decisions holds only while it is the same."""
        return hashed_exactly(";".join(f"{id}>{','.join(targets)}" for id, targets in self.ways.items()))[:SHAPE]

    def numbers(self) -> Mapping[str, int]:
        """Id of each scene -> its number on paper."""
        return {scene.id: number for number, scene in enumerate(self.scenes, 1)}


@dataclass(frozen=True, slots=True)
class AssessmentItem:
    """A question or a reflection (QTI `assessmentItem`)."""

    id: str
    """Stable and unique in the course: learner state is keyed by it."""
    kind: QuestionKind
    """The row of its kind."""
    title: Fragment
    """The question itself, as its heading says it."""
    prompt: TextBlocks
    """What stands between the heading and the options; may be empty."""
    interaction: Any
    """What the learner does: a value that only its kind looks into."""
    modal_feedback: TextBlocks
    """Shown after any answer; may be empty."""
    span: Span
    """Where the author wrote it."""
    hints: tuple[TextBlocks, ...] = ()
    """Each hint, shown when a learner asks for it."""
    worked: TextBlocks = ()
    """The worked answer; may be empty."""
    weight: int = 1
    """How many times it counts in the score."""
    attempts: int | None = None
    """How often it may be checked; None when the course decides."""
    bank: str = ""
    """Name of the bank from which each learner is given some questions; empty when everybody is asked this one."""
    shuffle: str = ""
    """Of a choice, which options are mixed: one of `SHUFFLES`; empty when the course decides."""
    unreported: bool = False
    """Whether what is chosen goes with the learner's progress alone, and is in no report: a question of a survey."""

    @property
    def component(self) -> str:
        """Folder of the component that shows it."""
        return self.kind.component

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return self.kind.scored

    @property
    def choices(self) -> Sequence[Any]:
        """What can be chosen, moved or matched, each with its `content` and `feedback`."""
        return self.kind.choices(self.interaction)

    @property
    def wordings(self) -> Mapping[str, int]:
        """Fingerprints of the words of those options whose ids leave some of them out; that of a target begins with a dot."""
        sides = (("", self.choices), (".", self.kind.targets(self.interaction)))
        found = {f"{sign}{one.id}": wording(one.id, telling_words(one.content)) for sign, side in sides for one in side}
        return {key: number for key, number in found.items() if number}

    @property
    def privacy(self) -> str:
        """Who keeps what is written: one of `PRIVACIES`; empty when it asks for no words of the learner's own."""
        return self.kind.privacy(self.interaction) if self.kind.privacy else ""


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions of one theme in any modules, of which each learner is given some."""

    name: str
    """As questions name it."""
    draw: int
    """How many of them a learner is given."""
    span: Span
    """Where `course.yml` says so."""
    excerpt: str
    """That line."""
