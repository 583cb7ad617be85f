"""The key as CSV (RFC 4180) for spreadsheets."""

import csv
import io
from collections.abc import Iterator, Sequence

from builder.render.answer_key.key import KeyEntry

HEAD = ("Number", "Interaction", "Module", "Question", "SCORM 1.2", "SCORM 2004", "Stands for", "Right")
"""Its columns."""

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""How a cell begins that Excel, LibreOffice or Google Sheets take for a formula, whatever quotation marks are round it."""


def key_table(entries: Sequence[KeyEntry]) -> bytes:
    """A row for each thing that can be answered.

    UTF-8 with a byte order mark, without which Excel takes it for another encoding. A cell that a spreadsheet would take
    for a formula begins with an apostrophe.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows([_safe(cell) for cell in row] for row in _rows(entries))
    return text.getvalue().encode("utf-8-sig")


def _rows(entries: Sequence[KeyEntry]) -> Iterator[tuple[str, ...]]:
    for entry in entries:
        number = "" if entry.place is None else str(entry.place)
        begin = (number, entry.interaction, entry.module.title, entry.words)
        if not entry.codes:
            yield (*begin, "", "", entry.written, entry.right)
        for code in entry.codes:
            yield (*begin, code.scorm12, code.scorm2004, code.words, code.right)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
