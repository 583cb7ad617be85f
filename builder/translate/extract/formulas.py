"""Words among signs and numbers, `\\text{dose}` and `= 3 tablets`: learners read and hear them as they do all others."""

import re
from collections.abc import Iterator

from builder.kinds.number.right_numbers import units_in
from builder.kinds.number.unit_names import is_symbol
from builder.read.files.place import typed_column
from builder.read.markdown.attributes import trailing_attributes
from builder.read.markdown.lines import Line, Node
from builder.translate.extract.notes import NOTES
from builder.translate.extract.regions import Region, says_the_number
from builder.translate.segment import Segment, Token, Written

_TEXT = re.compile(r"\\(?:text\w*|mbox)[ \t]*\{[ \t]*([^{}$\\]*?)[ \t]*\}")
_WORD = re.compile(r"[^\W\d_]{2}")
_ROLE = "words in a formula"
UNIT = "unit of a number"
"""What a translator reads of such a segment."""


def words_of(tex: str) -> Iterator[tuple[int, int]]:
    """From where to where words stand in a formula: those of `\\text`, but for symbols of units."""
    for match in _TEXT.finditer(tex):
        words = match[1]
        if _WORD.search(words) and not is_symbol(words):
            yield match.span(1)


def formula_segment(file: str, words: str, line: int, column: int = 0, context: str = "") -> Segment:
    """The segment of such words."""
    return Segment(file, line, column, _ROLE, (Token("words", words),), (), "formula", words, context)


def formula_parts(file: str, line: int, tex: str) -> Written:
    """The signs of a formula, with the segments of its words among them."""
    made: list[str | Segment] = []
    at = 0
    for start, end in words_of(tex):
        made += [tex[at:start], formula_segment(file, tex[start:end], line)]
        at = end
    return (*made, tex[at:])


def formula_regions(node: Node, file: str, context: str) -> Iterator[Region]:
    """The words of a formula that stands by itself, between dollars or in a fence."""
    shares = _end_of(node.lines[-1]) if node.kind == "maths" else (node.line, len(node.typed.rstrip()) + 1)
    marked = "line"
    for line in node.lines:
        for start, end in words_of(line.text):
            column = typed_column(line.typed, line.column + start)
            segment = formula_segment(file, line.text[start:end], line.number, column, context)
            at = (line.number, column)
            yield Region(segment, at, (line.number, column + end - start), at, marked=marked, shares=shares)
            marked = ""


def _end_of(line: Line) -> tuple[int, int] | None:
    """Where the mark of a language is written; None where one stands there already."""
    attributes = trailing_attributes(line.text.rstrip())[1]
    return None if attributes else (line.number, len(line.typed.rstrip()) + 1)


def unit_regions(node: Node, file: str, context: str) -> Iterator[Region]:
    """The units, in words, of the line that says which number is right. One that stands there again is the same segment."""
    known: dict[str, Segment] = {}
    for line in filter(says_the_number, node.lines):
        marked, shares = "line", _end_of(line)
        for start, end in units_in(trailing_attributes(line.text)[0]):
            words = line.text[start:end]
            if "{{" in words or all(map(is_symbol, words.split("|"))):
                continue
            column = typed_column(line.typed, line.column + start)
            tokens, note = (Token("words", words),), NOTES["unit"]
            own = Segment(file, line.number, column, UNIT, tokens, (), "plain", words, context, note)
            at = (line.number, column)
            segment = known.setdefault(words, own)
            yield Region(segment, at, (line.number, column + end - start), at, marked=marked, shares=shares)
            marked = ""
