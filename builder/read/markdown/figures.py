"""Pictures that stand alone: their caption, and their long description."""

import re

from builder.model.content import Paragraph, Text, TextBlock, TightText, pictures
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.labels import near_label
from builder.read.markdown.lines import Node

LABEL = rare_pattern(r"^description:[ \t]*", re.IGNORECASE)
"""What a description begins with."""

NEAR_DECORATIVE = rare_pattern(r"^[ \t]*\{[ \t]*decor\w*[ \t]*\}", re.IGNORECASE)
"""What was meant as `{decorative}`."""

_NAMES = {
    "Description": frozenset(
        [
            *("long description", "full description", "detailed description", "picture description", "a description"),
            *("alt", "alt text", "alternative", "alternative text"),
        ]
    )
}


def near_description(text: str) -> int:
    """The width of the label that a description begins with, or was meant to; 0 for ordinary words."""
    return near_label(text, _NAMES)[1]


def parted(node: Node) -> list[Node]:
    """A paragraph whose second line begins a description, as two."""
    lines = node.lines
    if len(lines) < 2 or not lines[0].text.startswith("![") or not near_description(lines[1].text):
        return [node]
    first = lines[0].ended()
    return [
        Node("paragraph", node.source, node.line, node.column, [first]),
        Node("paragraph", lines[1].source, lines[1].number, lines[1].column, lines[1:]),
    ]


def shows_picture(block: TextBlock) -> bool:
    """Whether a picture stands in a block."""
    if isinstance(block, Paragraph | TightText) and all(isinstance(node, Text) for node in block.content):
        return False  # nearly every paragraph
    return next(pictures([block]), None) is not None
