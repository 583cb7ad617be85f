"""Tables that markdown does not read as such, or not as they were meant: without head or dashes, parted by blank lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

from builder.model.content.control_characters import UNSEEN
from builder.model.diagnostics import Edit, Fix
from builder.model.rare_pattern import rare_pattern
from builder.read.list_signs import BULLETS, DASHES
from builder.read.markdown.block_parser.tables import cells
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node

_DASHES = rare_pattern(rf"^(?=[\s|:{UNSEEN}]*[-={DASHES}_])[\s|:={DASHES}{UNSEEN}_-]*$")
"""A line that was meant to part the head of a table from its rows, also as autocorrection leaves it."""
_SPACED = rare_pattern(r"^ {0,3}-{3,}(?:[ \t]+-{3,})+[ \t]*$")
"""A line of dashes with gaps in it; a line across the page is `---` or `- - -`."""
_TABBED = rare_pattern(rf"(?:[-*+{DASHES}{BULLETS}o§]|\(?\w|\(?\w{{1,3}}[.)])$")
"""What stands before a tab in a list that a word processor made."""
GRID = rare_pattern(r"\+(?:[-=:]{2,}\+)+")
"""A line between the rows of a table that is drawn."""
_WITH_BARS = rare_pattern(r"(`+)(?!`)[^\n]+?(?<!`)\1(?!`)|\$[^$\n]+\$|\[\[[^\[\]\n]+\]\]")
_BOLD = rare_pattern(r"(?:\*\*|__).*(?:\*\*|__)")
_NAME_BELOW = rare_pattern(r": (\S.*)$")
"""What names the table above it in Pandoc and Quarto."""
_ID_BEHIND = rare_pattern(r"[ \t]*\{#[^{}\n]*\}[ \t]*$")
_HEADS = ("Word", "Meaning")
"""The head of a table of two columns, as an example."""


def rows_without_head(node: Node) -> list[Line]:
    """The lines of a paragraph that were meant as a table, which lacks its line of dashes or has a wrong one."""
    rows = [line for line in node.lines if "|" in line.text and "|" in _WITH_BARS.sub("", line.text)]
    barred = [line for line in rows if line.text.startswith("|") and len(cells(line)) > 1]
    if barred:
        return rows if len(barred) > 1 or barred[0].text.startswith("| ") else []
    even = len(rows) == len(node.lines) > 1 and len({len(cells(_kept(line))) for line in rows}) == 1
    return rows if even and " | " in rows[0].text else []


def note_near_table(node: Node, context: Context) -> None:
    """Report a paragraph that was meant as a table."""
    rows = rows_without_head(node)
    if not rows:
        return
    if GRID.fullmatch(node.lines[0].text.strip()):
        _grid(node, rows, context)
        return
    at = node.lines.index(rows[0])
    above = node.lines[at - 1] if at and "|" in node.lines[at - 1].text else None
    headed = [above, *rows] if above is not None and _DASHES.match(rows[0].text) else rows
    if len(headed) > 1 and _DASHES.match(headed[1].text) and (kept := _with_bars_kept(headed[0], cells(headed[1]))):
        head = headed[0]
        message = "a bar parts the cells of a table in code and formulas too, so this head has more columns than the dashes below it"
        context.fault(
            "STR-041", head.place(), message, f"Write: {kept}", len(head.text), head.place().swap(head.text, kept)
        )
    elif headed is not rows:
        _wrong_dashes(headed, context)
    elif _DASHES.match(rows[0].text):
        _no_head(rows[0], context)
    elif rows[0].lazy and len(rows) > 1 and _parts_as_many(rows):
        _below_an_entry(node, rows, context)
    elif len(rows) > 1 and _DASHES.match(rows[1].text):
        _wrong_dashes(rows, context)
    else:
        _no_dashes(rows, len(rows) == len(node.lines), context)


def _kept(row: Line) -> Line:
    """A row with a backslash before each bar in code, a formula or a link."""
    if "|" not in row.text or not _WITH_BARS.search(row.text):
        return row
    return row.part(0, _WITH_BARS.sub(lambda found: re.sub(r"(?<!\\)\|", r"\\|", found[0]), row.text))


def _with_bars_kept(head: Line, columns: Sequence[Line]) -> str:
    """The same of the head of a table; "" where it needs none, or does not fit the columns then."""
    kept = _kept(head)
    return kept.text if kept.text != head.text and len(cells(kept)) == len(columns) else ""


def _grid(node: Node, rows: Sequence[Line], context: Context) -> None:
    message = "this table is drawn with + and -, as Pandoc and word processors write it"
    columns = len(cells(rows[0]))
    hint = (
        f"Delete the lines of + and -, and write each row on one line: {' '.join(rows[0].text.split())[:80]} . "
        f"Below the first one, put: {_line_of_dashes(columns)} . A new line in a cell is <br>."
    )
    context.fault("STR-041", node.lines[0].place(), message, hint, len(node.lines[0].text))


def note_tabs(node: Node, context: Context) -> None:
    """Report lines that hold tabs, as a table does that was copied from a word processor or a spreadsheet."""
    if len(node.lines) < 2 or any("\t" not in line.text.strip() for line in node.lines):
        return
    rows = [re.split(r" *\t *", line.text.strip()) for line in node.lines]
    if len({len(row) for row in rows}) > 1 or any(_TABBED.match(row[0]) for row in rows):
        return
    head = node.lines[0]
    written = [f"| {' | '.join(row)} |" for row in rows]
    dashes = _line_of_dashes(len(rows[0]))
    message = "these lines hold tabs in place of the bars of a table, so they run together"
    hint = f"Write each as a row: {written[0][:80]} . Below the row that names the columns, put: {dashes}"
    context.fault("STR-041", head.place(), message, hint, len(head.text))


def note_names_below(nodes: Sequence[Node], context: Context) -> None:
    """STR-044: words below a table that name it in Pandoc and Quarto, `: Visits in March {#visits}`."""
    for table, below in pairwise(nodes):
        if table.kind == "table" and below.kind == "paragraph" and (match := _NAME_BELOW.match(below.lines[0].text)):
            message = "the name of a table stands above it, and these words below it"
            hint = f"Write directly above the table: Table: {match[1]}"
            context.fault("STR-044", below.lines[0].place(), message, hint, len(below.lines[0].text))
            # The id is right where the name is to stand: it is no fault of its own.
            below.lines[-1] = below.lines[-1].part(0, _ID_BEHIND.sub("", below.lines[-1].text))


def note_spaced_tables(nodes: Sequence[Node], context: Context) -> None:
    """Report tables of Pandoc, whose columns are parted by spaces: `----- -----` below their names, or above the first row."""
    for above, node in pairwise([None, *nodes]):
        if node is None or node.kind != "rule" or not _SPACED.match(node.typed):
            continue
        named = above is not None and above.kind == "paragraph" and len(above.lines) == 1
        columns = len(node.typed.split())
        names = re.split(r" {2,}", above.lines[0].text.strip()) if above is not None and named else []
        if len(names) != columns:
            names = ["..."] * columns
        message = "these dashes part the columns of a table in Pandoc; here they are a line across the page"
        hint = f"Write each row with bars: | {' | '.join(names)[:80]} | . Below the first one, put: {_line_of_dashes(columns)}"
        context.fault("STR-041", node.place(), message, hint, len(node.typed.strip()))


def note_parted_tables(nodes: Sequence[Node], context: Context) -> set[int]:
    """Report tables whose rows are parted by blank lines, once each; gives which of the blocks they are."""
    told: set[int] = set()
    for index, node in enumerate(nodes):
        if index in told or not _is_row(node):
            continue
        end = index + 1
        while end < len(nodes) and _goes_on(nodes[end - 1], nodes[end]):
            end += 1
        if end - index > 1:
            _parted(nodes[index:end], context)
            told |= set(range(index, end))
    return told


def _is_row(node: Node) -> bool:
    """Whether a block holds nothing but rows of a table that begin with a bar."""
    if node.kind not in {"table", "paragraph"} or not all("|" in line.text for line in node.lines):
        return False
    typed = [*([node.typed] if node.kind == "table" else []), *(line.typed for line in node.lines)]
    barred = all(text.lstrip(" >").startswith("|") for text in typed)
    return barred and all(len(cells(line)) > 1 for line in node.lines)


def _goes_on(above: Node, node: Node) -> bool:
    """Whether rows below a blank line belong to those above it: not where they are a table of their own."""
    if node.kind != "paragraph" or not node.blank_before or not _is_row(node):
        return False
    rows = [line for line in above.lines if not _DASHES.match(line.text)]
    apart = above.kind != "table" and len(rows) > 1 and len(node.lines) > 1
    return not apart and not (len(node.lines) > 1 and _DASHES.match(node.lines[1].text))


def _parted(nodes: Sequence[Node], context: Context) -> None:
    first = nodes[0]
    rows = [line for node in nodes for line in node.lines]
    below = rows[0] if first.kind != "table" else None
    headed = first.kind == "table" or (len(rows) > 1 and bool(_DASHES.match(rows[1].text)))
    width = len(first.align) or len(cells(rows[0]))
    even = all(len(cells(row)) == width for row in rows) and (first.kind == "table" or headed)
    gap = nodes[1].lines[0]
    where = gap if below is None else below
    message = (
        "blank lines part the rows of this table, so that they are no table"
        if below
        else ("a blank line parts this row from the table above it, so its bars would be shown as they are")
    )
    hint = f"Delete the blank lines between line {_last(first)} and line {nodes[-1].line}."
    if not headed:
        hint += f" Below the row that names the columns, put: {_line_of_dashes(width)}"
    fix: Fix = None
    if even and not (below and not _is_hyphens(rows[1])):
        fix = [_joined(before, node) for before, node in pairwise(nodes)]
    context.fault("STR-041", where.place(), message, hint, len(where.text), fix)


def _joined(before: Node, after: Node) -> Edit | None:
    """Delete the blank lines between two blocks of one file."""
    if before.source is not after.source or after.typed[:1] != "|":
        return None
    return Edit(before.source.path, _last(before) + 1, 1, after.line, 1, "")


def _last(node: Node) -> int:
    """The last line of a block; that of a table without rows is its line of dashes."""
    return max(node.last_line, node.line + (node.kind == "table"))


def _is_hyphens(line: Line) -> bool:
    return bool(re.fullmatch(r"[\s|:-]*", line.text))


def _line_of_dashes(width: int) -> str:
    return "|" + " --- |" * width


def _no_head(line: Line, context: Context) -> None:
    width = len(cells(line))
    names = _HEADS if width == len(_HEADS) else [f"Column {n}" for n in range(1, width + 1)]
    message = "the head of this table is missing: the row above the dashes, which names the columns"
    hint = f"Put a line such as this above it: | {' | '.join(names)} |"
    context.fault("STR-041", line.place(), message, hint, len(line.text))


def _parts_as_many(rows: Sequence[Line]) -> bool:
    """Whether a line of hyphens below a head has as many columns as the head."""
    return _is_hyphens(rows[1]) and len(cells(rows[0])) == len(cells(rows[1]))


def _below_an_entry(node: Node, rows: Sequence[Line], context: Context) -> None:
    """A sound table directly below an entry or a quotation, of whose last paragraph it becomes a part."""
    head, first = rows[0], node.lines[0]
    message = "this table stands directly below a list or a quotation, and becomes part of its words"
    hint = f"Put a blank line above line {head.number}."
    if not first.typed.lstrip().startswith(">"):
        hint += f" Where the table belongs to the entry, begin each of its lines {first.column - 1} spaces from the margin too."
    ends = rows[-1] is node.lines[-1] and rows == node.lines[-len(rows) :]
    fix = _blank_line_above(head) if ends else None
    context.fault("STR-041", head.place(), message, hint, len(head.text), fix)


def _blank_line_above(head: Line) -> Edit | None:
    return head.in_line(1).swap("", "\n")


def _apart(head: Line) -> str:
    """What else to do where a table stands directly below an entry or a quotation."""
    return f" , and a blank line above line {head.number}" if head.lazy else ""


def _wrong_dashes(rows: Sequence[Line], context: Context) -> None:
    head, line = rows[:2]
    width = len(cells(head))
    dashes = _line_of_dashes(width)
    message = "this line of dashes does not have as many columns as the head of the table above it"
    if len(cells(line)) == width:
        message = "the line below the head of a table is made of hyphens, and this one of other signs"
        dashes = "| " + " | ".join(_alignment(cell.text) for cell in cells(line)) + " |"
    even = len({len(cells(row)) for row in rows if not _DASHES.match(row.text)}) == 1
    fix: Fix = None
    if even and len(line.typed) - len(line.typed.lstrip()) == line.column - 1:
        margin = head.typed[: head.column - 1]
        edit = line.in_line(1).swap(line.typed.rstrip(), f"{margin}{dashes}")
        fix = [_blank_line_above(head), edit] if head.lazy else edit
    context.fault("STR-041", line.place(), message, f"Write: {dashes}{_apart(head)}", len(line.text), fix)


def _alignment(cell: str) -> str:
    return f"{':' * cell.startswith(':')}---{':' * (cell.endswith(':') and len(cell) > 1)}"


def _no_dashes(rows: Sequence[Line], whole: bool, context: Context) -> None:
    """A table without its line of dashes. Only the author knows whether its first row names the columns."""
    head = rows[0]
    dashes = _line_of_dashes(len(cells(_kept(head))))
    message = "this table has no line of dashes under its head, so its bars would be shown as they are"
    text = head.typed
    fix: Fix = None
    if not _names_columns(rows):
        hint = f"If this row names the columns, put this line below it: {dashes} . Otherwise put two lines above it: one that names the columns, then the dashes."
    else:
        hint = f"Put this line below it: {dashes}{_apart(head)}"
        # Rows that do not fit one another may be something else.
        even = len({len(cells(row)) for row in rows}) == 1
        sure = even and whole and not head.lazy and not any("---" in row.text for row in rows) and "\t" not in text
        margin = re.sub(r"[^>\s]", " ", text[: head.column - 1])
        fix = head.in_line(len(text) + 1).swap("", f"\n{margin}{dashes}") if sure else None
    context.fault("STR-041", head.place(), message, hint, len(head.text), fix)


def _names_columns(rows: Sequence[Line]) -> bool:
    """Whether the first row cannot be one of values: it is in bold, or has words above a column of numbers."""
    first, *others = [[cell.text for cell in cells(row)] for row in rows]
    if all(_BOLD.fullmatch(cell) for cell in first if cell):
        return not all(_BOLD.fullmatch(cell) for row in others for cell in row if cell)
    columns = zip(first, *others, strict=False)
    return any(
        values and name and not re.search(r"\d", name) and all(re.match(r"\W*\d", value) for value in values)
        for name, *values in columns
    )
