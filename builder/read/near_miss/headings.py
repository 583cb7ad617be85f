"""Headings that were meant to begin a block and do not: told by their word, and by what stands below them."""

import difflib
import re
from collections.abc import Sequence
from functools import lru_cache

from builder.read.markdown.block_writer import Writer
from builder.read.markdown.blocks import Line, Node
from builder.read.near_miss.block_shape import SHOWING, kind_shown, shows
from builder.read.near_miss.edit_distance import is_slip

_START = re.compile(r"^[*_]*(\w*)[*_]*(\s*(?:[:：;]|[-–—](?=\s))?)[*_]*\s*")
_ALSO = {"reflection": "Reflect", "reflections": "Reflect", "film": "Watch", "video": "Watch"}
"""What authors write in place of a kind word."""
_TOLD_BY_WORD = frozenset({"reflection", "reflections"})
"""Those of them that are told whatever stands below: a reflection is words alone."""
_ORDERS = frozenset(
    [
        "the",
        "these",
        "those",
        "this",
        "each",
        "all",
        "what",
        "which",
        "how",
        "when",
        "where",
        "who",
        "your",
        "every",
        "them",
    ]
)
"""Words after which `Order`, `Match` and the like tell the learner to do something."""
_SPEAKS_OF = frozenset(["of", "and", "in", "for"])
"""Words before which they name a thing: the title then keeps them."""

_REST_OF_NAME = re.compile(r"^(?:in(?: the (?:gap|blank)s?)?|question)?\s*\d*\s*[:：]\s*", re.IGNORECASE)
"""What may stand between a kind word and the colon of its heading: `Fill in:`, `Quiz question 2:`."""

_HELP = re.compile(r"^(hint|worked answer)(?:s?\s*:|\s*\d*\s*$)", re.IGNORECASE)


def near_kind(node: Node, below: Sequence[Node], kinds: tuple[str, ...], writer: Writer) -> tuple[str, int]:
    """The kind that a heading was meant to start, and where its title begins; an empty kind for plain headings.

    What was meant is reported. A kind is given only when the body is one: it is then read as it was meant, and its
    lines are not told of one by one.
    """
    line = node.lines[0] if node.lines else Line(node.line, node.column, "")
    if node.level >= 2 and (help := _HELP.match(line.text)):
        message = f"the {help[1].lower()} of a question is a paragraph of it, not a heading"
        words = line.text[help.end() :].strip() or "..."
        hint = f"Write: {help[1].capitalize()}: {words}"
        writer.fault("QUE-013", line.number, line.column, message, hint, help.end())
        return "", 0
    match = _START.match(line.text)
    assert match
    word, mark = match[1], match[2].strip()
    colon = mark in {":", "："}
    exact = next((kind for kind in kinds if kind.lower() == word.lower()), "")
    near = exact or _nearest(word, kinds, colon)
    shown = bool(near) and shows(near, below)
    width = match.end()
    rest = line.text[width:]
    if near and not exact and colon and (shown or word.lower() not in _ALSO or word.lower() in _TOLD_BY_WORD):
        hint = f'Did you mean "{near}:"? For an ordinary heading, write "{word}\\:".'
        message = f'"{word}:" is not a kind of block that is known here'
        writer.fault("STR-011", line.number, line.column, message, hint, len(word))
    elif (exact and colon) or (near and _is_meant(near, exact, rest, shown)):
        message = f'"{near}" needs its colon directly after it' if exact else f'"{word}" does not begin a block'
        if exact and not mark and (more := _REST_OF_NAME.match(rest)):
            width += more.end()
        elif not mark and rest.split(" ")[0] in _SPEAKS_OF:
            width = 0
        _no_colon(node, line, near, message, line.text[width:], writer)
    elif found := kind_shown(below):
        what = "a film" if found == "Watch" else "a question"
        near, shown, width = found, True, width if colon else 0
        _no_colon(node, line, found, f"{SHOWING[found]}, but it does not begin {what}", line.text[width:], writer)
    else:
        return "", 0
    return (near, width) if shown or near == "Reflect" else ("", 0)


def _no_colon(node: Node, line: Line, kind: str, message: str, rest: str, writer: Writer) -> None:
    length = len((line.text.split() or [" "])[0].rstrip(":"))
    hint = f"Did you mean `{'#' * node.level} {kind}: {rest}`?"
    if kind not in SHOWING:
        hint += " An ordinary heading begins with another word."
    writer.fault("STR-012", line.number, line.column, message, hint, max(1, length))


def _is_meant(kind: str, exact: str, rest: str, shown: bool) -> bool:
    """Whether a heading without a colon was meant to begin a block of this kind."""
    if kind in SHOWING:
        return shown
    asks = rest.endswith("?") or rest[:1].isupper() or rest[:1].isdigit()
    if kind == "Reflect":
        return bool(exact) and asks
    return shown and (asks or rest.split(" ")[0].lower() in _ORDERS or (not rest and kind in {"Match", "Sort"}))


@lru_cache(maxsize=1024)
def _nearest(word: str, kinds: tuple[str, ...], colon: bool) -> str:
    """The kind word that a misspelling means: one slip in a short word, two in a longer one."""
    if colon and word.lower() in _ALSO:
        return _ALSO[word.lower()]
    lower = word.lower()
    near = [kind for kind in kinds if is_slip(lower, kind.lower())]
    return (difflib.get_close_matches(word.capitalize(), near, 1, 0) or [""])[0] if near else ""
