"""Lists and tables in the text that hold what does not belong to them: tick boxes, and words below the last row."""

import re
from collections.abc import Sequence

from builder.model.diagnostics import Edit
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import Heading
from builder.read.markdown.block_parser.tables import cells
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node

_WORD = rare_pattern(r"^(?:Quiz|Survey)[ \t]*[:：][ \t]*", re.IGNORECASE)
_TASK = re.compile(r"^\[ {0,3}[xX]? {0,3}\](?=\s)")


def take_boxes(node: Node, asked: bool, above: Node | None, context: Context) -> bool:
    """Take the tick boxes off a list; gives whether it is one of things to do.

    It is when each entry has an empty box and nothing above asks (`asked`). Otherwise they are reported, once for a list:
    what is ticked says something that only the author can write.
    """
    firsts = [item.children[0].lines[0] for item in node.children if item.children and item.children[0].lines]
    found = [(line, box) for line in firsts if (box := _TASK.match(line.text))]
    if not found:
        return False
    ticked = any("x" in box[0].lower() for _, box in found)
    is_to_do = not (asked or ticked or node.ordered) and len(found) == len(node.children)
    if not is_to_do:
        line, box = found[0]
        only_ticked = ticked and not (asked or node.ordered) and len(found) == len(node.children)
        message = (
            "a box of this list is ticked, but no question stands above it"
            if only_ticked
            else "there are tick boxes here, but no question above them"
        )
        to_do = "take the x out of its boxes" if only_ticked else "leave the boxes out: a dash and the words"
        title = above.lines[-1].text.strip(" *_") if asked and above is not None and above.kind == "paragraph" else ""
        title = _WORD.sub("", title)
        title_above = title
        title = title or "Which of these is right?"
        where = ", at the margin, outside of the box" if context.boxed else ""
        hint = (
            f"Begin the question with a heading such as `## Quiz: {title}`{where}. For a list of things to do, {to_do}."
        )
        of_survey = bool(title_above) and context.headings[-1:] and context.headings[-1].text.startswith("Survey:")
        if of_survey and not ticked:
            hint = f"In a Survey each question stands in bold, alone on its line above its list: **{title_above}**"
        fix = (
            None
            if ticked or of_survey
            else [one.place().swap(one.text, one.text[box.end() :].lstrip()) for one, box in found]
        )
        context.fault("QUE-002", line.place(), message, hint, box.end(), fix)
    for item in node.children:
        if item.children and item.children[0].lines and (box := _TASK.match(item.children[0].lines[0].text)):
            item.children[0].lines[0] = item.children[0].lines[0].cut(box.end()).stripped()
    return is_to_do


def asks(above: Node | None, headings: Sequence[Heading]) -> bool:
    """Whether what stands above a list is a question: its paragraph, or else the last heading."""
    words = above.lines[-1].text if above is not None and above.kind == "paragraph" else ""
    return (words or (headings[-1].text if headings else "")).rstrip("*_ ").endswith("?")


def note_rows(node: Node, context: Context) -> None:
    """Report a table without rows, text that became a row of one, and rows with more or fewer cells than the head."""
    below = next((at for at in range(node.line + 2, node.line + 5) if node.source.line(at).strip(" >")), 0)
    if not node.lines and not node.source.line(below).lstrip(" >").startswith("|"):  # a row apart is reported
        message = "this table has a head, and no row below it"
        hint = "Write each row below the line of dashes, with a bar on either side of each cell. Or delete the table."
        context.fault("STR-041", node.place(), message, hint, len(node.typed.strip()))
    told = note_words_below(node, context)
    for row in node.lines:
        count, columns = len(cells(row)), len(node.align)
        if count != columns and not (told and row.number >= min(told)):
            message = f"the head of this table has {columns} column{'s' * (columns != 1)}, and this row {count}"
            hint = "Give every row as many cells as the head; an empty cell is `| |`. A bar inside a cell is `\\|`."
            context.fault("STR-030", row.place(row.indent), message, hint, len(row.text.strip()))


def note_words_below(node: Node, context: Context, asked: bool = False) -> set[int]:
    """Report text directly below a table, which became a row of it; gives the numbers of its lines.

    `asked`: learners answer with the table, so that other text stands above it.
    """
    barred = all("|" in line.text for line in node.lines[:1]) and node.typed.lstrip(" >").startswith("|")
    told: set[int] = set()
    for line in node.lines if len(node.align) > 1 else ():
        text = line.text.strip()
        if "|" in text and not (barred and line.typed.lstrip(" >")[:1] != "|" and not text.endswith("|")):
            continue
        message = "this line stands directly under a table, so it became a row of it"
        hint = (
            "Put it above the table, or begin it with > below a blank line, as feedback"
            if asked
            else "Put a blank line above it"
        )
        hint += ". If it is a row, begin and end it with a bar: |" if "|" in text else "."
        fix = None if asked or "|" in text or line.typed[:1].isspace() or told else _blank_above(line)
        context.fault("STR-030", line.place(line.indent), message, hint, len(text), fix)
        told.add(line.number)
        if "|" not in text:
            break  # with a blank line above it, those below it are no rows either
    return told


def _blank_above(line: Line) -> Edit | None:
    return line.in_line(1).swap("", "\n")
