"""Blocks that hold blocks: quotations and lists (CommonMark 5)."""

import re
from typing import TYPE_CHECKING

from builder.read.markdown.block_parser.leaves import ITEM, QUOTE, RULE, interrupts
from builder.read.markdown.lines import Line, Node

if TYPE_CHECKING:
    from builder.read.markdown.block_parser.parser import BlockParser


def read_quote(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int]:
    """A quotation."""
    node = Node("quote", lines[at].source, lines[at].number, lines[at].column + lines[at].indent)
    inner: list[Line] = []
    lazy = Laziness(parser, inner, depth + 1)
    while at < len(lines):
        match = QUOTE.match(lines[at].text)
        if match and not lines[at].lazy:
            width = match.end() + lines[at].text.startswith(" ", match.end())
            inner.append(lines[at].cut(width))
            lazy.forget()
        elif not lines[at].blank and lazy.takes(lines[at]):
            inner.append(lines[at].continuing())
        else:
            break
        at += 1
    node.children = parser.blocks(inner, depth + 1)
    return node, at


def read_list(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int]:
    """A list, with all entries of one kind of sign."""
    match = ITEM.match(lines[at].text)
    assert match
    mark = match[2]
    node = Node(
        "list", lines[at].source, lines[at].number, lines[at].column + lines[at].indent, ordered=mark[0].isdigit()
    )
    node.start = int(mark[:-1]) if node.ordered else 1
    blank = False
    while match:
        other = match[2][-1] != mark[-1] or match[2][0].isdigit() != node.ordered
        if other or (mark in "-*" and RULE.match(lines[at].text)):
            break
        item, following = _read_item(lines, at, match, depth, parser)
        item.blank_before = blank
        if blank or any(child.blank_before for child in item.children[1:]):
            node.tight = False
        node.children.append(item)
        at = following
        while following < len(lines) and lines[following].blank:
            following += 1
        blank = following > at
        more = following < len(lines) and not lines[following].lazy
        match = ITEM.match(lines[following].text) if more else None
        at = following if match else at
    return node, at


def _read_item(lines: list[Line], at: int, match: re.Match[str], depth: int, parser: "BlockParser") -> tuple[Node, int]:
    first = lines[at]
    words = first.text[match.end() :].lstrip(" ")
    gap = len(first.text) - match.end() - len(words)
    width = match.end() + (gap if 1 <= gap <= 4 and words and not words.isspace() else 1)
    node = Node("item", first.source, first.number, first.column + match.start(2), info=match[2])
    inner = [first.cut(min(width, len(first.text)))]
    lazy = Laziness(parser, inner, depth + 1)
    at += 1
    if inner[0].blank and at < len(lines) and lines[at].blank:
        return node, at  # an item that begins with two blank lines is empty (CommonMark 5.2, rule 3)
    end = at
    while at < len(lines):
        line = lines[at]
        if line.blank:
            inner.append(line.cut(min(width, len(line.text))))
            at += 1
            continue
        if line.text.startswith(" " * width) and not line.lazy:
            inner.append(line.cut(width))
            lazy.forget()
        elif end == at and lazy.takes(line):
            inner.append(line.continuing())
        else:
            break
        at += 1
        end = at
    del inner[len(inner) - (at - end) :]
    node.children = parser.blocks(inner, depth + 1)
    return node, end


class Laziness:
    """Whether a line without its container's prefix still belongs to the paragraph open inside (CommonMark 5.1)."""

    def __init__(self, parser: "BlockParser", inner: list[Line], depth: int) -> None:
        self.parser = parser
        self.inner = inner
        self.depth = depth
        self.known: bool | None = None

    def forget(self) -> None:
        """The container got a line of its own: look again."""
        self.known = None

    def takes(self, line: Line) -> bool:
        """Whether the container goes on with this line."""
        if line.lazy:
            return True
        if self._new_item(line) or interrupts(line):
            return False
        if self.known is None:
            self.known = self._open_paragraph()
        return self.known

    def _new_item(self, line: Line) -> bool:
        # A list item of any kind ends the paragraph of the list around it, also `2.`, which could not interrupt prose.
        return self.depth > 0 and bool(ITEM.match(line.text))

    def _open_paragraph(self) -> bool:
        if not self.inner or self.inner[-1].blank:
            return False
        nodes = self.parser.apart().blocks(self.inner, self.depth)
        while nodes and nodes[-1].kind in {"quote", "list", "item"}:
            nodes = nodes[-1].children
        return bool(nodes) and nodes[-1].kind == "paragraph"
