"""The caption of a table: `Table: words` on one line directly above it; what was meant as one is reported."""

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.labels import near_label
from builder.read.markdown.lines import Node

LABEL = "table:"
"""What a caption begins with, in small letters."""

_SENTENCE = rare_pattern(
    r"^\d{1,3}[ \t]+(?:is|are|was|were|has|have|shows?|gives?|lists?|can|will|stands?)\b|^(?:\S+[ \t]+){4,}\S+[.!?]$"
)
"""What follows the word in a sentence; a caption is a name."""
_NAMES = {
    "Table": frozenset(
        ["caption", "table caption", "title of the table", "table title", "tabl", "tabela", "таблиця", "الجدول", "جدول"]
    )
}


def is_caption(node: Node) -> bool:
    """Whether a paragraph is a caption, if a table follows."""
    return len(node.lines) == 1 and node.lines[0].text[: len(LABEL)].lower() == LABEL


def note_near_caption(node: Node, reader: Context) -> None:
    """Report a paragraph directly above a table that was meant as its caption."""
    first = node.lines[0]
    name, width = near_label(first.text, _NAMES)
    if not name:
        return
    words = " ".join(line.text.strip() for line in node.lines)[width:].strip()
    if len(node.lines) > 1 and first.text[: len(LABEL)].lower() == LABEL:
        message = "the caption of a table is one line, so this is a paragraph above it"
    else:
        message = f"the caption of a table begins with Table:, and this with {first.text[:width].strip()}"
    label = first.text[:width].rstrip()
    fix = (label, "Table:") if len(node.lines) == 1 and words else None
    hint = f"Write: Table: {words[:80]}"
    reader.fault("STR-044", first.place(), message, hint, len(label), fix)


def note_lost_caption(node: Node, below_table: bool, reader: Context) -> None:
    """Report a caption that no table follows."""
    line = node.lines[0]
    words = line.text[len(LABEL) :].strip()
    if not words or (not below_table and _SENTENCE.search(words)):
        return
    where = (
        "a caption stands above its table, and this one below it"
        if below_table
        else "there is no table below this caption"
    )
    hint = f"Put it directly above the table: Table: {words[:60]} . For ordinary words, write {line.text[:5]}\\:"
    reader.fault("STR-044", line.place(), where, hint, len(LABEL))
