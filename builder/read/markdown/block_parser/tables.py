"""Tables (GFM 4.10)."""

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.block_parser.leaves import ITEM, interrupts
from builder.read.markdown.lines import Line, Node

_DELIMITER_ROW = rare_pattern(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


def table_starts(lines: list[Line], at: int) -> bool:
    """Whether a line is the head of a table: the line below it says so."""
    if "|" not in lines[at].text or at + 1 >= len(lines):
        return False
    below = lines[at + 1].text
    if "-" not in below or lines[at].indent >= 4 or lines[at + 1].indent >= 4 or not _DELIMITER_ROW.match(below):
        return False
    return len(cells(lines[at])) == len(cells(lines[at + 1]))


def read_table(lines: list[Line], at: int) -> tuple[Node, int] | None:
    """A table; each row has as many cells as its head."""
    if not table_starts(lines, at):
        return None
    line, head = lines[at], cells(lines[at])
    node = Node("table", line.source, line.number, line.column + line.indent, rows=[head])
    node.align = tuple(_alignment(cell.text) for cell in cells(lines[at + 1]))
    at += 2
    while at < len(lines) and not lines[at].blank and lines[at].indent < 4:
        if interrupts(lines[at]) or ITEM.match(lines[at].text):
            break
        node.lines.append(lines[at])
        node.rows.append((cells(lines[at]) + [lines[at].part(0, "")] * len(head))[: len(head)])
        at += 1
    return node, at


def cells(line: Line) -> list[Line]:
    """The cells of a table row; `\\|` and nothing else keeps a bar inside a cell (GFM 4.10)."""
    text = line.text.rstrip()
    start = line.indent
    if text.startswith("|", start):
        start += 1
    end = len(text)
    if text.endswith("|") and not text.endswith("\\|") and end > start:
        end -= 1
    found: list[Line] = []
    begin = start
    for position in range(start, end + 1):
        if position == end or (text[position] == "|" and text[position - 1] != "\\"):
            raw = text[begin:position]
            body = raw.strip()
            lead = len(raw) - len(raw.lstrip())
            found.append(line.part(begin + lead, body.replace("\\|", "|")))
            begin = position + 1
    return found


def _alignment(delimiter: str) -> str:
    left, right = delimiter.startswith(":"), delimiter.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""
