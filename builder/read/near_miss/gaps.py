"""Gaps as other tools write them, or with a bracket too few: told, with what to write instead."""

import difflib
import re
from collections.abc import Sequence

from builder.read.markdown.block_writer import Writer
from builder.read.markdown.blocks import Line

Token = tuple[int, str]
"""Where a sign stands, and what it is."""

_OTHER = re.compile(r"(?<!\\)\{\{\s*([^{}]*?)\s*\}\}|(?<![\w\\])_{3,}(?!\w)")
_BRACKETS = "For brackets that are meant as brackets, write \\[ and \\]."


def note_other_signs(line: Line, hidden: Sequence[tuple[int, int]], writer: Writer) -> None:
    """`{{answer}}` and `____`; what stands at `hidden` is code. Braces with the name of a variable, or nearly, are one."""
    variables = writer.engine.variables
    for match in _OTHER.finditer(line.text):
        start, name = match.start(), match[1]
        if any(a <= start < b for a, b in hidden) or (
            name is not None and (name in variables.words or not variables.known)
        ):
            continue
        inside = line.text[:start].rfind("[[") > line.text[:start].rfind("]]")
        if name is not None and (inside or difflib.get_close_matches(name.lower(), variables.words, 1, 0.6)):
            writer.fault("VAR-001", line.number, line.column + start, *variables.problem(match[0]), len(match[0]))
            continue
        hint = f"Write [[{name or 'answer'}]], with what is right between the brackets."
        gap_fault(line, start, f"{match[0][:40]} is not a gap here", hint, writer)


def note_one_bracket(line: Line, start: int, after: Sequence[Token], single: int, writer: Writer) -> None:
    """A single bracket that was meant to open a gap; links, notes and marked words have theirs."""
    if line.text[start] != "[" or single != 1 or not after or after[0][1] not in {"]", "]]"}:
        return
    end, sign = after[0]
    inside, follows = line.text[start + 1 : end], line.text[end + len(sign) : end + len(sign) + 1]
    linked = (follows and follows in "([{") or inside.lower() in writer.definitions.references
    if sign == "]]" or not (linked or inside.startswith("^")):
        message = "this gap is opened by one bracket in place of two"
        gap_fault(line, start, message, f"Write [[{inside}]]. {_BRACKETS}", writer)


def gap_fault(line: Line, offset: int, message: str, hint: str, writer: Writer) -> None:
    """QUE-009 at a place of a line."""
    writer.fault("QUE-009", line.number, line.column + offset, message, hint, 2)
