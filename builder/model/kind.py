"""A kind of block: one row says all that a stage needs to know of it, so that no stage knows a kind by its name.

The rows are in `builder/kinds/`, one module for each kind. Reading takes the table as an argument, and each question
carries its row.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from builder.model.content import Fragment, TextBlocks

BlockReader = Callable[..., Any]
"""What reads a block: `(Section, id, title, Reader) -> Block | None`; these two stand above the model, in `builder.read`.

A block that holds questions is several blocks of its module, one behind the other: a tuple of them."""

Sent = Literal[
    "choice", "words", "number", "order", "pairs", "scale", "survey", "checklist", "declaration", "story", "reflection"
]
"""What an answer is to an administrator: the handover has a sentence for each (`templates/layouts/handover.html`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The form of a block's body, by which it is known when its heading is wrong or missing."""

    shows: Callable[[Sequence[Any], bool], bool]
    """Whether blocks of markdown (`Node`) have this form; the second argument says that no word of the heading says so."""
    telling: str = ""
    """What is said of a body of this form below an ordinary heading; empty when ordinary text may have it too."""
    plain_list: bool = False
    """Whether a list is all that it takes, as ordinary text has many: then more must speak for this kind."""
    entry: str = ""
    """How an entry of its list begins: `1.`, `-` or `- [ ]`; empty when it has no list."""
    running_text: bool = False
    """Whether learners answer inside of running text, in which any words may stand."""


@dataclass(frozen=True, slots=True)
class LongestAnswer:
    """What the longest answer to a question keeps in the learner's state."""

    chosen: tuple[tuple[str, ...], ...] = ()
    """For each thing that is kept, the ids of which it is one."""
    written: tuple[int, ...] = ()
    """Characters of each field that is written in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of block."""

    word: str
    """What its heading begins with, before the colon."""
    makes: str
    """What it makes, in a few words for authors: the handbook's reference lists it."""
    component: str
    """Folder in `templates/components/` that shows it."""
    read: BlockReader
    """What reads it."""
    shape: Shape | None = None
    """The form of its body; None when it is words alone."""
    only_if_shown: bool = False
    """Whether its word begins a block only where the body has its shape: `## Timeline: a history` may be a heading."""
    runs_on: bool = False
    """Whether blocks of it that follow each other are one: scenes of a story."""
    noun: str = "a question"
    """What it is called in a message to the author."""
    also: tuple[str, ...] = ()
    """Words in lower case that authors write in place of its own."""
    options: tuple[str, ...] = ()
    """What the braces of its heading may say that those of no others may: `words`, `privacy`."""
    examples: tuple[str, ...] = ()
    """Its examples: names of files in the component's folder `examples/`, in the order of the format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionKind(Kind):
    """A kind of question, or of reflection. Its functions take the interaction of an item."""

    name: str
    """What the page and the run-time call it (`data-kind`). It never changes: reports and comparisons hang on it."""
    scorm12: str
    """Type of its interactions in SCORM 1.2 (RTE 3.4.7), which has neither `long-fill-in` nor `other`."""
    scorm2004: str
    """Type of its interactions in SCORM 2004 (RTE 4.2.9.1)."""
    sends: Sent
    """What the handover calls what an LMS receives of it."""
    right: Callable[[Any], Sequence[str]] | None = None
    """What is right, as words of which a fingerprint is made; None when nothing is right or wrong: it is never scored."""
    alike: Callable[[Any, Any], bool] | None = None
    """Whether what is right in another language is right in the source; None when both are the same words."""
    fingerprint: str = ""
    """Name that goes into this fingerprint. It never changes: answers given before would count as outdated."""
    reported: Callable[[Any], Sequence[Any]] | None = None
    """What is right as people read it in a report: ids, pairs or words; None when that is what the fingerprint takes."""
    longest: Callable[[Any], LongestAnswer] = lambda _: LongestAnswer()
    """Its longest answer."""
    right_is: str = ""
    """What says in the source what is right: `the order of the list`."""
    keyed: Callable[[Sequence[Any], str], str] = lambda body, named: ""
    """What to write in place of a line such as `Answer: 2, 1`, of the blocks of a question (`Node`) and what the line
    names; `again` when the question says so already, empty when the line does not say what is right."""
    choices: Callable[[Any], Sequence[Any]] = lambda _: ()
    """What can be chosen, moved or matched, each with its `content` and `feedback`."""
    targets: Callable[[Any], Sequence[Any]] = lambda _: ()
    """What they are matched with, each with its `content`."""
    text: Callable[[Any], TextBlocks] = lambda _: ()
    """Running text, with its gaps."""
    beside: Callable[[Any], Sequence[Fragment]] = lambda _: ()
    """What else a learner reads in it: heads of columns, the choices that a scene offers."""
    units: Callable[[Any], Sequence[str]] = lambda _: ()
    """What the unit of an answer may be called."""
    choice_noun: str = "option"
    """What one of them is called in a report."""
    in_parts: Callable[[Any], bool] = lambda _: False
    """Whether an answer can be right in part."""
    mixed: str = ""
    """When learners meet its choices in an order of their own: `always`, when `asked` for, or empty for never."""
    own_order: bool = False
    """Whether the choices have an order that only the question itself may give up, not the course: true before false."""
    worked: str = "Worked answer"
    """What an author calls a whole answer of her own (`Worked answer`, `Example`); empty when it has none."""
    rests_on: Callable[[Any], str] = lambda _: ""
    """Fingerprint of what a kept answer rests on beside its options: where the choices of a story lead; empty for nothing."""
    always_asked: bool = False
    """Whether completion always asks for it, though nothing in it is right or wrong: an end of a story."""
    confirmed: bool = False
    """Whether completion asks for it where the course has each declaration confirmed."""
    privacy: Callable[[Any], str] | None = None
    """Who keeps what is written, of a kind that asks for words of the learner's own; None for all others."""

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return self.right is not None

    def asked(self, declarations: bool) -> bool:
        """Whether completion asks for it beside right answers; `declarations`: whether the course has them confirmed."""
        return self.always_asked or (self.confirmed and declarations)
