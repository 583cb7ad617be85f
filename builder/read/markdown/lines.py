"""What markdown is made of: lines, blocks, and what a document defines."""

from dataclasses import dataclass, field

from builder.read.files.place import Place
from builder.read.files.source import Source

DEEPEST = 40
"""Nesting of lists and quotes beyond which a line is plain text; nobody reads a list in a list forty deep."""


@dataclass(slots=True)
class Line:
    """A line, or what is left of it inside its container."""

    source: Source
    """The file that it stands in: a module's own, or a fragment's."""
    number: int
    """Line in the file, counted from 1."""
    column: int
    """Column of the first character of `text`, counted from 1, leading tabs made spaces."""
    text: str
    """What is left; leading spaces kept."""
    lazy: bool = False
    """Whether it can only go on with the paragraph above it (CommonMark 5.1, laziness)."""

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is left."""
        return not self.text or self.text.isspace()

    @property
    def indent(self) -> int:
        """Spaces at the start."""
        return len(self.text) - len(self.text.lstrip(" ")) if self.text[:1] == " " else 0

    def cut(self, width: int) -> "Line":
        """The same line without its first `width` characters."""
        return Line(self.source, self.number, self.column + width, self.text[width:], self.lazy)

    def stripped(self) -> "Line":
        """The same line without leading spaces."""
        return self.cut(self.indent) if self.text[:1] == " " else self

    def ended(self) -> "Line":
        """The same line without white space at its end."""
        text = self.text.rstrip()
        return self if text is self.text else self.part(0, text)

    def continuing(self) -> "Line":
        """The same line as lazy continuation text."""
        return Line(self.source, self.number, self.column + self.indent, self.text.lstrip(" "), True)

    def part(self, offset: int, text: str) -> "Line":
        """Some of its words, which stand at `offset` in it."""
        return Line(self.source, self.number, self.column + offset, text, self.lazy)

    def place(self, offset: int = 0) -> Place:
        """Where the character at `offset` in it stands."""
        return Place(self.source, self.number, self.column + offset)

    def in_line(self, column: int) -> Place:
        """A place in the whole line."""
        return Place(self.source, self.number, column)

    @property
    def typed(self) -> str:
        """The whole line as it was typed."""
        return self.place().excerpt


@dataclass(slots=True)
class Node:
    """A block."""

    kind: str
    """heading, paragraph, code, maths, box, quote, list, item, table, rule, html, footnote, definitions, term, definition."""
    source: Source
    """The file that it stands in: a module's own, or a fragment's."""
    line: int
    """Where it begins, counted from 1."""
    column: int
    """Where it begins, counted from 1, leading tabs made spaces."""
    lines: list[Line] = field(default_factory=list)
    """Inline content of a leaf, or lines of code."""
    children: list["Node"] = field(default_factory=list)
    """Blocks inside."""
    level: int = 0
    """Of a heading."""
    ordered: bool = False
    """Of a list."""
    start: int = 1
    """First number of an ordered list."""
    tight: bool = True
    """Of a list: no blank line between its items."""
    info: str = ""
    """Language of fenced code; word of a box; label of a footnote; marker of a list item; `setext` of an underlined heading."""
    closed: bool = True
    """Of fenced code: whether the closing fence was there."""
    folded: str = ""
    """Of a box that opens and closes: `open` or `closed` at first; empty for any other."""
    align: tuple[str, ...] = ()
    """Of a table: `left`, `right`, `center` or empty, a column each."""
    rows: list[list[Line]] = field(default_factory=list)
    """Of a table: the cells, header row first."""
    blank_before: bool = False
    """Whether a blank line stands before it inside its container."""

    @property
    def last_line(self) -> int:
        """The last line that it or anything in it holds."""
        ends = [self.line, *(line.number for line in self.lines[-1:]), *(c.last_line for c in self.children[-1:])]
        ends += [cell.number for row in self.rows[-1:] for cell in row]
        return max(ends)

    def place(self, offset: int = 0) -> Place:
        """Where it begins, or what stands that many characters behind its beginning."""
        return Place(self.source, self.line, self.column + offset)

    def in_line(self, column: int) -> Place:
        """A place in its first line."""
        return Place(self.source, self.line, column)

    @property
    def typed(self) -> str:
        """Its first line as it was typed."""
        return self.place().excerpt


def is_formula(node: Node) -> bool:
    """Whether a block is code between fences with the word `math`, as GitHub and Pandoc write a formula."""
    return node.kind == "code" and node.info.split()[:1] == ["math"] and bool(node.lines)


@dataclass(slots=True)
class Definitions:
    """What a document defines for use elsewhere in it."""

    references: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Label (`label_of`) -> address and title of a link reference."""
    places: dict[str, Line] = field(default_factory=dict)
    """The same labels -> the line of the reference."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    """Abbreviation -> what it stands for."""
    explained: dict[str, Line] = field(default_factory=dict)
    """Abbreviation -> the line that says what it stands for."""
    footnotes: dict[str, Node] = field(default_factory=dict)
    """Label -> the footnote."""


def label_of(name: str) -> str:
    """A label as it is looked up: neither capitals nor the number of spaces count (CommonMark 4.7)."""
    return " ".join(name.casefold().split())
