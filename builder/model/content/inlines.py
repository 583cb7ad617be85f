"""Inline content: what stands inside a line of text (HTML 3.2.5.2.5, phrasing content)."""

from dataclasses import dataclass

from builder.model.content.maths import MathNode, linear


@dataclass(frozen=True, slots=True)
class Text:
    """Words without a mark."""

    words: str
    """As a learner reads them. White space is as the author typed it: a line end counts as a space."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words: `*words*`."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words: `**words**`."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Code:
    """A piece of code: `` `words` ``."""

    text: str
    """As it was typed."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    target: str
    """`#id` inside the course, the name of a file in the package, or an address with a scheme."""
    content: "Inlines"
    """What is shown. It holds no other link."""
    title: str = ""
    """What the author wrote behind the address; may be empty."""
    new_tab: bool = False
    """Whether it opens a new tab, and says so: an LMS shows a course in a frame, where most sites refuse to open."""
    module: str = ""
    """Id of the module whose file its address names, while it is read; empty for any other address."""


@dataclass(frozen=True, slots=True)
class TermLink:
    """The first use of a term, which leads to the glossary."""

    term: str
    """Id of the term."""
    place: str
    """Id of this use: the glossary leads back to it."""
    words: str
    """The term as the text uses it."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation that is explained."""

    content: "Inlines"
    """The abbreviation."""
    meaning: str
    """What it stands for."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words in another language, or in another direction."""

    content: "Inlines"
    language: str = ""
    """BCP 47 tag; empty when the language does not change."""
    direction: str = ""
    """`ltr`, `rtl` or `auto`; empty when the direction does not change."""


@dataclass(frozen=True, slots=True)
class Element:
    """An HTML element that markdown has no sign for, such as `kbd` or `sub`."""

    name: str
    """One of those that the reader allows, in small letters."""
    content: "Inlines"
    attributes: tuple[tuple[str, str], ...] = ()
    """Names and values, as the author ordered them: `lang`, `dir`, `title`, `datetime` or `cite`."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture."""

    file: str
    """Name of its file in the package."""
    alternative: str
    """What is read out in its place; empty for one that only decorates."""
    width: int = 0
    """Pixels; 0 when unknown."""
    height: int = 0
    """Pixels; 0 when unknown."""
    caption: str = ""
    """Words below it; shown only by a picture that stands alone (`Figure`)."""
    id: str = ""
    """Place to link to; empty for none."""
    language: str = ""
    """BCP 47 tag of its words when it differs from that of the text around it, else empty."""


@dataclass(frozen=True, slots=True)
class Maths:
    """A formula among words."""

    tex: str
    """As it was typed, with its dollars."""
    tree: tuple[MathNode, ...]
    """What it is made of."""
    large: bool = False
    """Whether it is set large, as on a line of its own."""

    @property
    def said(self) -> str:
        """The formula in plain signs on one line."""
        return linear(self.tree)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The number of a footnote."""

    number: int
    """Its place among the notes of the module, counted from 1."""
    module: str
    """Id of the module: the note is `MODULE--note-NUMBER`, its first reference `MODULE--noted-NUMBER`."""
    first: bool
    """Whether it is the first reference to this note: the note leads back to it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a learner writes."""

    number: int
    """Its place among the gaps of the question, counted from 0."""


Inline = (
    Text
    | Emphasis
    | Strong
    | Code
    | Link
    | TermLink
    | Abbreviation
    | Span
    | Element
    | Picture
    | Maths
    | LineBreak
    | NoteReference
    | Gap
)

Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of inline content with its plain words, which are asked for more often than they are made."""

    content: Inlines
    """The words with their marks."""
    text: str
    """The same as plain words: for manifests, reports and the page title."""
