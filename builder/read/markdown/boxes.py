"""Boxes, folded parts and quotations with a source -> values."""

import re
from typing import TYPE_CHECKING

from builder.model.content import Callout, Details, Inlines, Quote, Span, Text
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.block_parser.boxes import FOLDED
from builder.read.markdown.lines import Line, Node

if TYPE_CHECKING:
    from builder.read.markdown.block_reader import Reader

_KINDS = {
    **dict.fromkeys(["note", "info", "seealso"], "note"),
    **dict.fromkeys(["tip", "hint"], "tip"),
    "important": "important",
    **dict.fromkeys(["warning", "attention"], "warning"),
    **dict.fromkeys(["caution", "danger", "error"], "caution"),
}
"""What a box is called -> its kind. Any other is a note with its word as the title."""
_UNNAMED = frozenset({*_KINDS, "admonition", "callout", "box", "div"})
"""Words that say no more than the kind does."""
_WORDS = {"keypoints": "Key points", "prereq": "Prerequisites", "seealso": "See also", "faq": "FAQ", "tldr": "In short"}
"""Words that are not written as they are said."""
SOURCE = rare_pattern(r"Source:[ \t]*(?=\S)", re.IGNORECASE)


def box_of(node: Node, reader: "Reader") -> Callout | Details:
    """A box, or a folded part, from its block of markdown."""
    word = node.info
    title = reader.inlines(node.lines) if node.lines else _word(word)
    inner = reader.blocks(node.children)
    if word in FOLDED and node.folded:
        return Details(title, inner, node.folded == "open")
    return Callout(_KINDS.get(word, "note"), inner, title, node.folded)


def _word(word: str) -> Inlines:
    if word in _UNNAMED:
        return ()
    return (Text(_WORDS.get(word, word.replace("-", " ").capitalize())),)


def quote_of(node: Node, reader: "Reader") -> Quote:
    """A quotation; its last paragraph may begin with `Source:`."""
    last = node.children[-1] if len(node.children) > 1 else None
    found = SOURCE.match(last.lines[0].text) if last and last.kind == "paragraph" else None
    if last is None or found is None:
        return Quote(reader.blocks(node.children))
    lines: list[Line] = [last.lines[0].cut(found.end()), *last.lines[1:]]
    content = reader.blocks(node.children[:-1])
    words, attributes = reader.braces(lines)
    with reader.speaking(attributes):
        source = reader.inlines(words)
    language = reader.language_of(attributes)
    return Quote(content, (Span(source, language),) if language else source)
