"""The block parser: which block a line begins, and where paragraphs end."""

from collections.abc import Callable
from typing import Any, TypeVar

from builder.read.files.place import untab
from builder.read.files.source import Source
from builder.read.markdown.block_parser.boxes import (
    as_alert,
    as_directive,
    read_admonition,
    read_colons,
    read_slashes,
    read_tag,
)
from builder.read.markdown.block_parser.containers import read_list, read_quote
from builder.read.markdown.block_parser.definitions import DEFINITION, read_definitions, read_noted
from builder.read.markdown.block_parser.html_blocks import read_html
from builder.read.markdown.block_parser.leaves import (
    ITEM,
    UNDERLINE,
    interrupts,
    read_fence,
    read_heading,
    read_indented,
    read_maths,
    read_rule,
)
from builder.read.markdown.block_parser.pasted_spaces import with_plain_spaces
from builder.read.markdown.block_parser.tables import read_table, table_starts
from builder.read.markdown.lines import DEEPEST, Definitions, Line, Node

_STARTS = frozenset("#>`~-+*_=<0123456789:|[$!?/")
"""First characters of a line that may be more than a line of a paragraph."""

_Pairs = TypeVar("_Pairs")

_LEAVES = {
    "#": read_heading,
    **dict.fromkeys("`~", read_fence),
    **dict.fromkeys("-*_", read_rule),
    "$": read_maths,
}
"""How what begins with a character is read, where it holds no other block."""
_BOXES = {"!": read_admonition, "?": read_admonition, ":": read_colons, "/": read_slashes, "<": read_tag}


def parse_blocks(
    source: Source, first: int = 1, lines: tuple[str, ...] | None = None
) -> tuple[list[Node], Definitions]:
    """Parse a document: the lines of a file from the line `first` on, or other lines that stand there.

    Gives the blocks in order, and the link references, abbreviations and footnotes that the document defines. Never
    raises: whatever is not a block is a paragraph.
    """
    texts = source.lines[first - 1 :] if lines is None else lines
    plain = with_plain_spaces(texts)
    whole = [
        Line(source, number, 1, text if "\t" not in text else untab(text)) for number, text in enumerate(plain, first)
    ]
    parser = BlockParser()
    return parser.blocks(whole, 0), parser.definitions


class BlockParser:
    """Parses one document. Its methods take the lines of one container."""

    def __init__(self) -> None:
        self.definitions = Definitions()
        self._paired: dict[tuple[int, str], tuple[list[Line], Any]] = {}

    def paired(self, lines: list[Line], pair: Callable[[list[Line]], _Pairs]) -> _Pairs:
        """What `pair` gives for the lines of a container, looked for once: at each line anew it took their square."""
        key = (id(lines), pair.__qualname__)
        if key not in self._paired:
            self._paired[key] = (lines, pair(lines))  # with the lines, so that no others get their number
        found: _Pairs = self._paired[key][1]
        return found

    def apart(self) -> "BlockParser":
        """Another one, for a look at lines without taking up what they define."""
        return BlockParser()

    def blocks(self, lines: list[Line], depth: int) -> list[Node]:
        """The blocks of one container, from its lines; `depth` says how many containers it stands in."""
        nodes: list[Node] = []
        at = 0
        blank = False
        while at < len(lines):
            text = lines[at].text
            if not text or text.isspace():
                blank = True
                at += 1
                continue
            found, at = self.block(lines, at, depth)
            if found is not None:
                found.blank_before = blank
                nodes.append(found)
            blank = False
        return nodes

    def block(self, lines: list[Line], at: int, depth: int) -> tuple[Node | None, int]:
        """The block that begins at a line, and the line behind it; None for what is noted and not shown."""
        text = lines[at].text
        first = text[0]
        if first == " ":
            indent = lines[at].indent
            if indent >= 4:
                return read_indented(lines, at)
            first = text[indent]
        if first not in _STARTS:
            return self.paragraph(lines, at, depth)
        read = _LEAVES.get(first)
        if read and (result := read(lines, at)):
            node, end = result
            return (as_directive(node, depth, self), end) if node.info[:1] == "{" and depth < DEEPEST else result
        if depth < DEEPEST:
            if first == ">":
                quote, end = read_quote(lines, at, depth, self)
                return as_alert(quote), end
            if (box := _BOXES.get(first)) and (boxed := box(lines, at, depth, self)):
                return boxed
            if ITEM.match(text):
                return read_list(lines, at, depth, self)
        if first == "<" and (result := read_html(lines, at)):
            return result
        if first in "[*" and (definition := read_noted(lines, at, depth, self)):
            return None, definition
        return self.paragraph(lines, at, depth)

    def paragraph(self, lines: list[Line], at: int, depth: int) -> tuple[Node, int]:
        """A paragraph, or what becomes of one: a table, a heading with a line below it, a list of definitions."""
        if table := read_table(lines, at):
            return table
        first = lines[at]
        node = Node("paragraph", first.source, first.number, first.column + first.indent, [first.stripped()])
        at += 1
        while at < len(lines) and not lines[at].blank:
            text = lines[at].text
            indent = lines[at].indent
            if indent < 4 and text[indent] in _STARTS and not lines[at].lazy:
                if match := UNDERLINE.match(text):
                    node.kind, node.level, node.info = "heading", 1 if match[1][0] == "=" else 2, "setext"
                    node.lines[-1] = node.lines[-1].ended()
                    return node, at + 1
                if text[indent] == "$" and read_maths(lines, at):
                    break
                if interrupts(lines[at]) or (len(node.lines) == 1 and DEFINITION.match(text)):
                    break
            if not lines[at].lazy and table_starts(lines, at):
                break
            node.lines.append(lines[at].stripped())
            at += 1
        if found := read_definitions(node, lines, at, depth, self):
            return found
        node.lines[-1] = node.lines[-1].ended()
        return node, at
