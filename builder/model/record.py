"""The learner's record of learning: the page that gathers it, and the questions of its form."""

from dataclasses import dataclass, field

from builder.model.diagnostics import Span


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question of a form. What a learner answers never leaves the device."""

    id: str
    """Stable and unique in the form: the learner's answer is kept by it."""
    ask: str
    """The question."""
    kind: str
    """`line`, `text`, `date`, `one` or `several`."""
    help: str
    """A sentence under the question; may be empty."""
    options: tuple[str, ...]
    """What there is to choose from, for `one` and `several`."""
    own_options: bool = False
    """Whether they are the entries of a framework that the course names, whoever wrote the question."""
    kept: tuple[str, ...] = ()
    """What a choice is kept as, in the order of the options: the words of the source. Empty where those are the same."""
    place: tuple[Span, str] | None = field(default=None, compare=False)
    """Where the author's own form asks it, and that line; None in a form that comes with the builder."""


@dataclass(frozen=True, slots=True)
class RecordForm:
    """The questions that an organisation asks about a piece of learning, such as those of a CPD form."""

    title: str
    """Title of the form."""
    about: str
    """Where its questions come from, and of when they are; may be empty."""
    questions: tuple[FormQuestion, ...]
    """What is asked, in order."""
    language: str = ""
    """BCP 47 tag when it differs from the course's, as that of a form that comes with the builder may; else empty."""


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The page “My record of learning”."""

    form: RecordForm | None
    """The form in it; None when it has none."""
    certificate: bool = False
    """Whether it has a page to print for a learner's own file."""
