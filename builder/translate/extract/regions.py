"""Segments with the characters of the file that are their words."""

import re
from dataclasses import dataclass
from typing import Literal

from builder.read.files.place import typed_column
from builder.read.markdown.attributes import trailing_attributes
from builder.read.markdown.block_parser.boxes import IMG
from builder.read.markdown.lines import Line, Node
from builder.translate.segment import Segment

_BEHIND_CAPTION = re.compile(r"(?<=\S)[ \t]+((?:\{(?=[^{}\n]*(?:#|row-heads))[^{}\n]*\}[ \t]*)+)$")
BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1:?")
"""Words in bold."""


@dataclass(frozen=True, slots=True)
class Region:
    """A segment, and the characters of the file that are its words."""

    segment: Segment
    start: tuple[int, int]
    """Line and column, as typed, of the first character."""
    end: tuple[int, int]
    """Line and column, as typed, behind the last character."""
    place: tuple[int, int]
    """Line and column of its beginning with leading tabs made spaces: by it the reader's notes are found."""
    prefix: str = ""
    """What stands before each further line."""
    marked: str = ""
    """How words in the source's language are marked: by `braces` behind the block or at the end of a `line`, `brackets`, behind the words of a `setting`, or not at all."""
    braces: tuple[int, int, str] | None = None
    """Where braces stand behind the words, and what is in them."""
    heading: bool = False
    """Whether it is a heading, which may have an id."""
    variable: str = ""
    """Name of the variable whose words it is."""
    bold: Literal["", "alone", "first"] = ""
    """Whether it is a name in bold `alone`, or has one `first`."""
    shares: tuple[int, int] | None = None
    """Line and column, as typed, where one mark stands for all words of a formula or of a number; the first of them has it."""


def named_in_bold(raw: str) -> Literal["", "alone", "first"]:
    """Whether a paragraph may be a name, or begin with one, as a part of Cards and a question of a Survey do."""
    name = BOLD.match(raw)
    return "alone" if name and name.end() == len(raw) else "first" if name else ""


def as_written(nodes: list[Node]) -> list[Node]:
    """The same blocks, in which a picture that its author wrote as a tag is that tag: the reader has it in markdown."""
    for node in nodes:
        if node.kind == "paragraph":
            node.lines = [_as_written(line) for line in node.lines]
        as_written(node.children)
    return nodes


def _as_written(line: Line) -> Line:
    typed = line.typed[typed_column(line.typed, line.column) - 1 :]
    return line.part(0, typed.rstrip()) if line.text.startswith("![") and IMG.match(typed) else line


def width_of(typed: str, text: str) -> int:
    """How many characters of a line are a cell's words: each of its bars is written with a backslash."""
    at = 0
    for character in text:
        if character == "|" and typed[at : at + 2] == "\\|":
            at += 1
        at += 1
    return at


def without_braces(lines: list[Line]) -> tuple[list[Line], tuple[int, int, str] | None]:
    """Lines without the braces behind the last of them, and where those stand."""
    last = lines[-1].ended()
    text, attributes = trailing_attributes(last.text) if last.text.endswith("}") else (last.text, None)
    if attributes is None:
        return [*lines[:-1], last], None
    inside = last.text[attributes.offset :]
    braces = (last.number, typed_column(last.typed, last.column) + attributes.offset, inside)
    return ([*lines[:-1], last.part(0, text)] if text else lines[:-1]), braces


def without_any_braces(line: Line) -> tuple[Line, tuple[int, int, str] | None]:
    """The caption of a table without the braces behind it, in whatever order, and where the first of them stand."""
    match = _BEHIND_CAPTION.search(line.text)
    if match is None:
        return line, None
    words = line.text[: match.start()]
    return line.part(0, words), (line.number, typed_column(line.typed, line.column) + match.start(1), match[1])


def says_the_number(line: Line) -> bool:
    """Whether a line of a question says which number is right."""
    return line.text.startswith("=")


def without_number(node: Node) -> list[Node]:
    """A paragraph without the line of the number that is right, which is the same in every language but for its unit."""
    parts: list[list[Line]] = [[]]
    for line in node.lines:
        if says_the_number(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return [Node("paragraph", node.source, lines[0].number, lines[0].column, lines) for lines in parts if lines]
