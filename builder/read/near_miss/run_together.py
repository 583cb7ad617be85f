"""Lines that were meant as a list in the middle of other words: `a.` and `b.` below an entry, `•` below a sentence."""

import re
from collections.abc import Iterator, Sequence

from builder.model.diagnostics import Fix
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.list_items import MOST_AT_ONCE

_NUMBERS = tuple(map(str, range(1, 100)))
_SIGNS = (
    (re.compile(r"\(?([a-z])[.)][ \t]+(?=\S)"), "abcdefghijklmnop", True),
    (re.compile(r"\(?([A-Z])[.)][ \t]+(?=\S)"), "ABCDEFGHIJKLMNOP", True),
    (
        re.compile(r"\(?([ivx]{1,4})[.)][ \t]+(?=\S)"),
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
        True,
    ),
    (re.compile(r"\((\d{1,2})\)[ \t]+(?=\S)"), _NUMBERS, True),
    (re.compile(r"(\d{1,2})[.)][ \t]+(?=\S)"), _NUMBERS[1:], None),
    (re.compile(r"([•·▪●◦‣➢➤►▶→✓✔☑❖■□○\uf0b7\uf0a7])\s*(?=\S)"), (), False),
)
"""How an entry begins in word processors, what comes first and next, and whether they are counted; None for
numbers that begin a list, though not below words (CommonMark 5.3)."""
_BULLETS = frozenset("•▪●◦‣\uf0b7")
"""Signs that begin no line but an entry's, so that one alone is enough."""
_STARTS = re.compile(r"[(a-zA-Z\d•·▪●◦‣➢➤►▶→✓✔☑❖■□○\uf0b7\uf0a7]")


def note_run_together(body: Sequence[Node], context: Context) -> None:
    """Report runs of two lines or more that were meant as entries, in the words of prose and of the entries in it."""
    for node in body:
        if node.kind == "paragraph":
            _paragraph(node, context)
        elif node.kind in {"list", "item", "quote"}:
            note_run_together(node.children, context)


def _paragraph(node: Node, context: Context) -> None:
    if len(node.lines) < 2 or not any(_STARTS.match(line.text) for line in node.lines[1:]):
        return
    told = {(d.span.path, d.span.line) for d in context.diagnostics if d.rule == "STR-045"}
    for run, sign in _runs(node.lines):
        if any((line.source.path, line.number) in told for line, _ in run):
            continue
        signs = [sign if sign == "-" else f"{number}." for number, _ in enumerate(run, 1)]
        deeper = len(run) > 1  # one alone goes on with the list that it stands in
        margins = [" " * max(0, node.lines[0].column - line.column) * deeper for line, _ in run]
        fix: Fix = None
        if len(run) <= MOST_AT_ONCE:
            rows = zip(run, margins, signs, strict=True)
            fix = [line.place().swap(match[0], f"{margin}{written} ") for (line, match), margin, written in rows]
        if not sign:
            line, match = run[0]
            message = f"“{match[0].strip()}” goes on with the words above it, so these lines run together"
            hint = "Put a blank line above it, or begin the list with 1."
            context.fault("STR-045", line.place(), message, hint, len(match[0].rstrip()))
            continue
        for (line, match), written in zip(run, signs, strict=True):
            message = f"“{match[0].strip()}” does not begin an entry of a list, so these lines run together"
            hint = f"Write: {written} {line.text[match.end() :].strip()[:60]}"
            context.fault("STR-045", line.place(), message, hint, len(match[0].rstrip()), fix)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[list[tuple[Line, re.Match[str]]], str]]:
    """Runs of lines that begin alike, and the sign that they were meant to begin with."""
    for pattern, counted, numbered in _SIGNS:
        run: list[tuple[Line, re.Match[str]]] = []
        for line in [*lines, None]:
            match = pattern.match(line.text) if line else None
            wanted = not counted or (len(run) < len(counted) and match and match[1] == counted[len(run)])
            if line and match and wanted and not _is_broken(run):
                run.append((line, match))
                continue
            if len(run) > 1 or (run and run[0][0] is not lines[0] and run[0][1][1] in _BULLETS):
                yield run, "" if numbered is None else "1." if numbered else "-"
            run = [(line, match)] if line and match and counted and match[1] == counted[0] else []


def _is_broken(run: Sequence[tuple[Line, re.Match[str]]]) -> bool:
    """Whether the author ends the line above with a break of her own."""
    return bool(run) and run[-1][0].text.endswith(("  ", "\\"))
