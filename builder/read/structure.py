"""Faults of a module's markdown that no block reader would see: what looks like one thing and is another."""

import re
from collections.abc import Iterable, Iterator

from builder.read.blocks import Node
from builder.read.writer import Writer

_NO_SPACE = re.compile(r"^(#{1,6})(?=[^\s#\d!])")
_MARKED = frozenset({"list", "item", "quote", "footnote", "definition", "definitions"})


def note_structure(nodes: Iterable[Node], title_from_body: bool, writer: Writer) -> None:
    """Report unclosed fences, underlined headings, a second title and headings without their space."""
    for index, node in enumerate(_all(nodes)):
        if node.kind == "code" and not node.closed:
            message = "this code block is never closed, so everything below it became code"
            fence = writer.excerpt(node.line).strip()[:3]
            writer.fault("STR-013", node.line, node.column, message, f"Put a line {fence} where the code ends.", 3)
        elif node.kind == "heading":
            _heading(node, title_from_body and index == 0, writer)
        elif node.kind == "paragraph":
            _paragraph(node, writer)


def _all(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if node.kind in _MARKED:
            yield from _all(node.children)


def _heading(node: Node, is_title: bool, writer: Writer) -> None:
    if node.info == "setext":
        line = node.lines[-1].number + 1
        mark = writer.excerpt(line).strip()
        if mark.startswith("-"):
            message = "this line of dashes stands directly under text, which makes that text a heading"
            hint = "Put a blank line above it to end the block, or write the heading as ## Heading."
        else:
            message = "this line of equals signs makes the text above it a heading"
            hint = "Write headings as ## Heading; the title of the module stands in the front matter."
        writer.fault("STR-014", line, 1, message, hint, len(mark))
    elif node.level == 1 and not is_title:
        hint = "Write ## for a heading inside a module. The title stands in the front matter: title: ..."
        writer.fault("STR-015", node.line, node.column, "a module has one title, and it is in the front matter", hint)
    elif not node.lines:
        writer.fault(
            "A04",
            node.line,
            node.column,
            "this heading says nothing",
            "Write its words after the #, or delete it.",
            node.level,
        )


def _paragraph(node: Node, writer: Writer) -> None:
    for line in node.lines:
        if match := _NO_SPACE.match(line.text):
            words = line.text[match.end() :]
            message = "a heading needs a space after its #"
            writer.fault("STR-016", line.number, line.column, message, f"Write: {match[1]} {words[:60]}", match.end())
