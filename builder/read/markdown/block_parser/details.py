"""`<details>` with its `<summary>`, as forges and other tools write it: the tags may share a line, or stand apart.

What is between the tags is markdown. A part without an end or without a name is left, and reported.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.block_parser.html_blocks import read_html
from builder.read.markdown.lines import Line, Node

if TYPE_CHECKING:
    from builder.read.markdown.block_parser.parser import BlockParser

_VALUES = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*"
_BEGIN = rare_pattern(rf" {{0,3}}<details(?=[\s>])({_VALUES})>", re.IGNORECASE)
_OPEN = rare_pattern(r"(?:^|\s)open(?=$|[\s=])(?!=[\"']?false)", re.IGNORECASE)
_TAG = rare_pattern(rf"<(/?)details(?=[\s>]){_VALUES}>", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_SUMMARY = rare_pattern(rf"[ \t]*<summary(?=[\s>]){_VALUES}>", re.IGNORECASE)
_SUMMARY_END = rare_pattern(r"</summary[ \t]*>", re.IGNORECASE)
_HEADING = rare_pattern(r"[ \t]*<(h[1-6])>[ \t]*(.*?)[ \t]*</\1>[ \t]*$", re.IGNORECASE)
_MOST_LINES = 8
"""Lines of a name, tags included."""

UNCLOSED = "details without an end"
UNNAMED = "details without a summary"
"""What `Node.info` says of a block of HTML that was meant as a part, and of a part that lacks its name."""


def read_details(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int] | None:
    """The part that a line begins, and the line behind it; None when it begins none."""
    first = lines[at]
    opening = _BEGIN.match(first.text)
    if not opening:
        return None
    end = parser.paired(lines, _pairs).get((at, first.column + first.indent))
    if end is None:
        return _unclosed(lines, at)
    last, start, behind = end
    inner = _between(lines, at, opening.end(), last, start - lines[last].column)
    name, below = _named([piece for line in inner for piece in _pieces(line)])
    node = Node("box", first.source, first.number, first.column + first.indent, info="details" if name else UNNAMED)
    node.folded = "open" if _OPEN.search(opening[1]) else "closed"
    node.lines = name
    node.children = parser.blocks(below, depth + 1)
    rest = lines[last].cut(behind - lines[last].column)
    if rest.blank:
        return node, last + 1
    lines[last] = rest  # what stands behind the end goes on as text
    return node, last


def _pairs(lines: list[Line]) -> dict[tuple[int, int], tuple[int, int, int]]:
    """Number and column of each tag that begins a part -> the same of its end, and the column behind it."""
    pairs: dict[tuple[int, int], tuple[int, int, int]] = {}
    opened: list[tuple[int, int]] = []
    fence = ""
    for index, line in enumerate(lines):
        if mark := _FENCE.match(line.text):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif not fence and "details" in line.text.lower() and line.indent < 4:
            text = _CODE.sub(lambda code: " " * len(code[0]), line.text) if "`" in line.text else line.text
            for tag in _TAG.finditer(text):
                if not tag[1]:
                    opened.append((index, line.column + tag.start()))
                elif opened:
                    pairs[opened.pop()] = (index, line.column + tag.start(), line.column + tag.end())
    return pairs


def _between(lines: list[Line], at: int, width: int, last: int, until: int) -> list[Line]:
    """The lines between two tags, without those that hold nothing else."""
    if at == last:
        return [lines[at].part(width, lines[at].text[width:until])]
    first, end = lines[at].cut(width), lines[last].part(0, lines[last].text[:until])
    return [*([] if first.blank else [first.stripped()]), *lines[at + 1 : last], *([] if end.blank else [end])]


def _pieces(line: Line) -> list[Line]:
    """A line, cut where a further part begins in it."""
    if "<details" not in line.text.lower() or "`" in line.text:
        return [line]
    begins = [tag.start() for tag in _TAG.finditer(line.text) if not tag[1] and line.text[: tag.start()].strip()]
    cuts = [0, *begins, len(line.text)]
    return [line.part(start, line.text[start:end]) for start, end in pairwise(cuts)]


def _named(inner: list[Line]) -> tuple[list[Line], list[Line]]:
    """The words of the summary that lines begin with, and the lines below it; no words when they begin with none."""
    at = next((index for index, line in enumerate(inner) if not line.blank), len(inner))
    opening = _SUMMARY.match(inner[at].text) if at < len(inner) else None
    if opening is None:
        return [], inner
    words: list[Line] = []
    line = inner[at].cut(opening.end())
    for index in range(at, min(at + _MOST_LINES, len(inner))):
        line = line if index == at else inner[index]
        end = _SUMMARY_END.search(line.text)
        own = line.part(0, line.text[: end.start()]) if end else line
        if not own.blank:
            words.append(_plain(own))
        if end:
            rest = line.cut(end.end())
            return words, [*([] if rest.blank else [rest.stripped()]), *inner[index + 1 :]]
    return [], inner


def _plain(line: Line) -> Line:
    """The words of a line of a summary, without the tags of a heading around them."""
    heading = _HEADING.match(line.text)
    return line.part(heading.start(2), heading[2]) if heading else line.stripped().ended()


def _unclosed(lines: list[Line], at: int) -> tuple[Node, int] | None:
    """The tag of a part without an end, up to an empty line, as CommonMark reads it."""
    found = read_html(lines, at)
    if found:
        found[0].info = UNCLOSED
    return found
