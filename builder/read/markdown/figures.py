"""Pictures that stand alone: their caption, and their long description."""

import re
from collections.abc import Sequence
from itertools import takewhile

from builder.model.content import Heading, Paragraph, Text, TextBlock, TightText, pictures
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
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
            *("disgrifiad", "opis", "opis obrazu", "опис", "опис зображення", "الوصف", "وصف", "وصف الصورة"),
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


def note_lost_descriptions(apart: Sequence[tuple[Node, int]], made: Sequence[TextBlock], context: Context) -> None:
    """Report descriptions that do not stand directly below a picture, where there is one between the same headings.

    With each comes its place among the blocks. Where no picture is near, the words are a paragraph like any other.
    """
    for node, at in apart:
        before = takewhile(lambda block: not isinstance(block, Heading), reversed(made[:at]))
        after = takewhile(lambda block: not isinstance(block, Heading), made[at + 1 :])
        if any(shows_picture(block) for block in (*before, *after)):
            hint = "Move it directly below the picture that it describes."
            refuse_description(node, "this description has no picture directly above it", hint, context)


def refuse_description(node: Node, message: str, hint: str, context: Context) -> None:
    """Report words that begin as the description of a picture does, where they describe none."""
    line = node.lines[0]
    label = LABEL.match(line.text)
    hint = f"{hint} For ordinary words, write Description\\:"
    context.fault("PIC-001", line.place(), message, hint, len(label[0].rstrip()) if label else 1)


def descriptions_apart(nodes: Sequence[Node]) -> list[Node]:
    """The paragraphs that begin as the description of a picture does, and stand below no picture."""
    beside, found = False, []
    for node in nodes:
        if node.kind == "paragraph" and LABEL.match(node.lines[0].text):
            found += [] if beside else [node]
        else:
            beside = node.kind == "paragraph" and node.lines[0].text.startswith("![")
    return found
