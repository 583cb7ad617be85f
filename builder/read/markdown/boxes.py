"""Boxes, folded parts and quotations with a source -> values."""

import re
from typing import TYPE_CHECKING

from builder.model.content import Callout, Details, Inlines, Quote, Span, Text
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.block_parser.boxes import FOLDED
from builder.read.markdown.block_parser.details import UNNAMED
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
    if word == UNNAMED:
        reader.raw_html("<details>", node.place(), UNNAMED)
        node.info = "details"
    title = _title(node, reader)
    inner = reader.blocks(node.children)
    if word != UNNAMED and not node.children and (node.folded or not node.lines):
        what = "part that opens" if node.folded else "box"
        hint = "Write its text on the next line, with > before it as before this one. Or delete it."
        if not node.typed.lstrip().startswith(">"):
            hint = "Write its text between its beginning and its end. Or delete both."
        reader.fault("STR-050", node.place(), f"there is nothing in this {what}", hint)
    if word in FOLDED and node.folded:
        return Details(title, inner, node.folded == "open")
    return Callout(_KINDS.get(word, "note"), inner, title, node.folded)


def _title(node: Node, reader: "Reader") -> Inlines:
    """The words of its title, in their language; what its word says where it has none."""
    lines, attributes = reader.braces(node.lines)
    with reader.speaking(attributes):
        words = reader.inlines(lines) if lines else _word(node.info, bool(node.folded))
    language = reader.language_of(attributes)
    if language and not lines:
        message = "these braces give a language to a title, and there are no words before them"
        hint = "Write a title before them. Or put {lang=" + language + "} at the end of each paragraph in the box."
        reader.fault("STR-018", attributes.place, message, hint)  # type: ignore[union-attr]
    return (Span(words, language),) if language and lines else words


def _word(word: str, folded: bool) -> Inlines:
    """What a box is called by its word alone. A part that opens has no sign of its kind, so it always has a name."""
    if word in _UNNAMED and not (folded and word in FOLDED):
        return ()
    return (Text(_WORDS.get(word, word.replace("-", " ").capitalize())),)


def quote_of(node: Node, reader: "Reader") -> Quote:
    """A quotation; its last paragraph may begin with `Source:`."""
    if not node.children:
        message, hint = "there is nothing in this quotation", "Write the words behind the >, or delete it."
        if node.typed.strip() == ">>>":
            message = "three signs alone begin or end a quotation in GitLab, and hold nothing here"
            hint = "Delete them, and write > before each line of the quotation."
        reader.fault("STR-050", node.place(), message, hint)
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
