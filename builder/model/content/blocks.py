"""Blocks of text: paragraphs, lists, tables (HTML 3.2.5.2.2, flow content). Questions and films are in `course.py`."""

from dataclasses import dataclass

from builder.model.content.inlines import Inlines, Maths, Picture


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Inlines
    language: str = ""
    """BCP 47 tag when it differs from that of the text around it, else empty."""


@dataclass(frozen=True, slots=True)
class TightText:
    """Words without space around them: those of an item in a list without blank lines."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text."""

    level: int
    """2 to 6."""
    id: str
    """Place to link to, unique in the course."""
    content: Inlines
    language: str = ""
    """BCP 47 tag when it differs from that of the text around it, else empty."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    content: "TextBlocks"
    source: Inlines = ()
    """Whose words they are; may be empty."""


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that stands out from the text."""

    kind: str
    """`note`, `tip`, `important`, `warning` or `caution`: its colour, and its title when it has no other."""
    content: "TextBlocks"
    title: Inlines = ()
    """In place of the word for its kind; may be empty."""
    folded: str = ""
    """`open` or `closed` at first, of one that opens and closes; empty for any other."""


@dataclass(frozen=True, slots=True)
class Details:
    """Words that a learner opens."""

    title: Inlines
    """What is seen of it when it is closed."""
    content: "TextBlocks"
    open: bool = False
    """Whether it is open at first."""


@dataclass(frozen=True, slots=True)
class List:
    """A list with bullets or numbers."""

    items: tuple["TextBlocks", ...]
    ordered: bool
    """Whether its items are numbered."""
    start: int = 1
    """Number of the first item."""
    tasks: bool = False
    """Whether its items are things to do, each with a box to tick on paper."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with what it means."""

    term: Inlines
    meanings: tuple["TextBlocks", ...]
    """One or more."""


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their meanings."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with column headings."""

    id: str
    """Id of its caption, unique in the course."""
    head: tuple[Inlines, ...]
    """The column headings."""
    rows: tuple[tuple[Inlines, ...], ...]
    """The cells of each row below the head, as many as there are columns."""
    alignment: tuple[str, ...]
    """Of each column: `left`, `right`, `center` or empty."""
    caption: Inlines = ()
    """What it shows; may be empty."""
    row_heads: bool = False
    """Whether the first cell of each row names the row."""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code."""

    text: str
    """As they were typed, without the last line end."""
    language: str = ""
    """Name of the programming language; may be empty."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula on a line of its own."""

    maths: Maths
    language: str = ""
    """Tag of the language of its words, when it differs; else empty."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands alone, with its caption."""

    picture: Picture
    description: Inlines = ()
    """What can be seen in it, at length; may be empty."""
    language: str = ""
    """BCP 47 tag of the description when it differs from that of the text around it, else empty."""
    more: tuple[Paragraph, ...] = ()
    """Further paragraphs of the description."""


@dataclass(frozen=True, slots=True)
class Divider:
    """A line between two parts of a text."""


TextBlock = (
    Paragraph
    | TightText
    | Heading
    | Quote
    | Callout
    | Details
    | List
    | DefinitionList
    | Table
    | CodeBlock
    | Formula
    | Figure
    | Divider
)

TextBlocks = tuple[TextBlock, ...]
