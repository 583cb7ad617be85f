"""The key as a table for spreadsheets."""

from collections.abc import Iterator, Sequence

from builder.render.answer_key.key import KeyEntry
from builder.render.spreadsheet import table

HEAD = ("Number", "Interaction", "Module", "Question", "SCORM 1.2", "SCORM 2004", "Stands for", "Right")
"""Its columns."""


def key_table(entries: Sequence[KeyEntry]) -> bytes:
    """A row for each thing that can be answered."""
    return table(HEAD, _rows(entries))


def _rows(entries: Sequence[KeyEntry]) -> Iterator[tuple[str, ...]]:
    for entry in entries:
        number = "" if entry.place is None else str(entry.place)
        begin = (number, entry.interaction, entry.module.title, entry.words)
        if not entry.codes:
            yield (*begin, "", "", entry.written, entry.right)
        for code in entry.codes:
            yield (*begin, code.scorm12, code.scorm2004, code.words, code.right)
