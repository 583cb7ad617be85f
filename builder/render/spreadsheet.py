"""Tables for spreadsheets, as CSV (RFC 4180)."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"(^|[;\n])(?=[=+\-@\t\r＝＋－＠])")
"""Where a cell begins that Excel, LibreOffice or Google Sheets take for a formula, whatever quotation marks are round it.

Where a comma is the decimal sign a spreadsheet parts cells at semicolons, also within quotation marks that it did not see
begin a cell.
"""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for another encoding.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return _FORMULA.sub(r"\1'", cell)
