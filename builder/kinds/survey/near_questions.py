"""Words above a list of a survey that were meant as its question, and are not in bold from end to end."""

import re
from collections.abc import Sequence

from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.shapes import is_name, is_named_list
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Node

_RULE = "QUE-026"
_BRACES = rare_pattern(r"[ \t]+\{#[^\s{}]*\}[ \t]*$")
_SIGNS = re.compile(r"\*\*|__")
_LONGEST = 300
"""Characters of a question; longer words above a list are text."""


def note_near_questions(body: Sequence[Node], reader: Reader) -> frozenset[int]:
    """Report the paragraph above each list that has no question in bold; gives the numbers of those and of their lists."""
    told: set[int] = set()
    named = begun = False
    for at, node in enumerate(body):
        named = named or is_name(node)
        begun = begun or named
        if node.kind == "list":
            above = body[at - 1] if at else None
            if not named and above is not None and _fault(above, begun, reader):
                told |= {at - 1, at}
            named = False
    return frozenset(told)


def _fault(above: Node, begun: bool, reader: Reader) -> bool:
    """Report words that were meant as a question; False where they can be none.

    Before the first question a list may be part of the text: there only words that ask or are bold are meant so.
    """
    if above.kind != "paragraph" or len(above.lines) > 1 or len(above.lines[0].text) > _LONGEST:
        return False
    line = above.lines[0].ended()
    if not begun and not line.text.startswith(("**", "__")) and not line.text.endswith("?"):
        return False
    braces = _BRACES.search(line.text)
    words = _SIGNS.sub("", line.text[: braces.start()] if braces else line.text).strip()
    meant = f"**{words}**{braces[0].rstrip() if braces else ''}"
    message = "these words stand above a list of a survey, and are not in bold from end to end as its questions are"
    reader.fault(_RULE, line.place(), message, f"Write: {meant}", len(line.text), line.place().swap(line.text, meant))
    return True


def asks_in_entries(node: Node) -> bool:
    """Whether a list has bold questions as its entries, each with a list of answers in it."""
    return is_named_list(node) and any(child.kind == "list" for item in node.children for child in item.children)
