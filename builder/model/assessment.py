"""Questions and reflections, in the words of QTI 3.0 (IMS Question and Test Interoperability)."""

from dataclasses import dataclass

from builder.model.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of inline content in its two forms."""

    html: str
    """Phrasing content, safe to put in a page."""
    text: str
    """The same as plain text: for the manifest, reports and the page title."""


@dataclass(frozen=True, slots=True)
class SimpleChoice:
    """One option (QTI `simpleChoice`), one step of an order."""

    id: str
    """Stable within its item; lower case letters, digits and hyphens."""
    content: Fragment
    """What the learner reads."""
    correct: bool = False
    """Whether choosing it is right."""
    feedback: str = ""
    """HTML shown when it was chosen; empty when the author wrote none."""


@dataclass(frozen=True, slots=True)
class ChoiceInteraction:
    """Radio buttons or tick boxes (QTI `choiceInteraction`)."""

    choices: tuple[SimpleChoice, ...]
    """The options, in the author's order."""
    multiple: bool
    """True for tick boxes, false for radio buttons."""
    true_false: bool = False
    """True when the two options are the words for true and false: reported as `true-false`."""


@dataclass(frozen=True, slots=True)
class OrderInteraction:
    """Steps to put in order (QTI `orderInteraction`)."""

    choices: tuple[SimpleChoice, ...]
    """The steps in their right order."""


@dataclass(frozen=True, slots=True)
class ExtendedTextInteraction:
    """Free writing with no right answer (QTI `extendedTextInteraction`); never scored."""

    privacy: str
    """`device`: the words never leave the learner's device."""


Interaction = ChoiceInteraction | OrderInteraction | ExtendedTextInteraction


@dataclass(frozen=True, slots=True)
class AssessmentItem:
    """A question or a reflection (QTI `assessmentItem`)."""

    id: str
    """Stable and unique in the course: learner state is keyed by it."""
    title: Fragment
    """The question itself, as its heading says it."""
    prompt: str
    """HTML between the heading and the options; may be empty."""
    interaction: Interaction
    """What the learner does."""
    modal_feedback: str
    """HTML shown after any answer; may be empty."""
    span: Span
    """Where the author wrote it."""

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return not isinstance(self.interaction, ExtendedTextInteraction)
