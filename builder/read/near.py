"""Headings that were meant to begin a block and do not: told by their word, and by what stands below them."""

import difflib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from builder.read.blocks import Line, Node
from builder.read.writer import Writer

_START = re.compile(r"^[*_]*(\w*)[*_]*(\s*(?:[:：;]|[-–—](?=\s))?)[*_]*\s*")
_TASK = re.compile(r"^\[[ xX]?\]")
_GAP = re.compile(r"(?<!`)\[\[[^\[\]]+\]\](?![(\[`])")
_EQUALS = re.compile(r"^=\s*[-+−]?\d")
_FILM = re.compile(r"^\[[^\[\]]*\]\([^()]*\.(?:mp4|m4v|webm)>?\)$", re.IGNORECASE)
_TRACK = re.compile(r"^captions\s*:", re.IGNORECASE)
_BOLD = re.compile(r"^(\*\*|__)\S.*\1:?$")

_CLUES = ("[", "c", "C")
"""First letters of tick boxes, gaps and `captions:`."""
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

_HELP = re.compile(r"^(hint|worked answer)s?\s*:", re.IGNORECASE)
_FOUND = {
    "Quiz": "there are tick boxes below this heading",
    "Fill": "there is a gap in double brackets below this heading",
    "Number": "there is a line with = and a number below this heading",
    "Watch": "what belongs to a film stands below this heading",
}
"""Kinds that show in the body whatever the heading says."""


def near_kind(node: Node, below: Sequence[Node], kinds: tuple[str, ...], writer: Writer) -> tuple[str, int]:
    """The kind that a heading was meant to start, and where its title begins; an empty kind for plain headings.

    What was meant is reported. A kind is given only when the body is one: it is then read as it was meant, and its
    lines are not told of one by one.
    """
    line = node.lines[0] if node.lines else Line(node.line, node.column, "")
    if node.level >= 2 and (help := _HELP.match(line.text)):
        message = f"the {help[1].lower()} of a question is a paragraph of it, not a heading"
        writer.fault("QUE-013", line.number, line.column, message, f"Write: {line.text}", help.end())
        return "", 0
    match = _START.match(line.text)
    assert match
    word, mark = match[1], match[2].strip()
    colon = mark in {":", "："}
    exact = next((kind for kind in kinds if kind.lower() == word.lower()), "")
    near = exact or _nearest(word, kinds, colon)
    shown = bool(near) and _shows(near, below)
    width = match.end()
    rest = line.text[width:]
    if near and not exact and colon and (shown or word.lower() not in _ALSO or word.lower() in _TOLD_BY_WORD):
        hint = f'Did you mean "{near}:"? For an ordinary heading, write "{word}\\:".'
        message = f'"{word}:" is not a kind of block that is known here'
        writer.fault("STR-011", line.number, line.column, message, hint, len(word))
    elif (exact and colon) or (near and _is_meant(near, exact, rest, shown)):
        message = f'"{near}" needs its colon directly after it' if exact else f'"{word}" does not begin a block'
        named = not mark and rest.split(" ")[0] in _SPEAKS_OF
        width = 0 if named else width
        _no_colon(node, line, near, message, line.text[width:], writer)
    elif found := _found(below) if _has_clue(below) else "":
        what = "a film" if found == "Watch" else "a question"
        near, shown, width = found, True, width if colon else 0
        _no_colon(node, line, found, f"{_FOUND[found]}, but it does not begin {what}", line.text[width:], writer)
    else:
        return "", 0
    return (near, width) if shown or near == "Reflect" else ("", 0)


def _no_colon(node: Node, line: Line, kind: str, message: str, rest: str, writer: Writer) -> None:
    length = len((line.text.split() or [" "])[0].rstrip(":"))
    hint = f"Did you mean `{'#' * node.level} {kind}: {rest}`?"
    if kind not in _FOUND:
        hint += " An ordinary heading begins with another word."
    writer.fault("STR-012", line.number, line.column, message, hint, max(1, length))


def _is_meant(kind: str, exact: str, rest: str, shown: bool) -> bool:
    """Whether a heading without a colon was meant to begin a block of this kind."""
    if kind in _FOUND:
        return shown
    asks = rest.endswith("?") or rest[:1].isupper() or rest[:1].isdigit()
    if kind == "Reflect":
        return bool(exact) and asks
    return shown and (asks or rest.split(" ")[0].lower() in _ORDERS or (not rest and kind in {"Match", "Sort"}))


def _has_clue(body: Sequence[Node]) -> bool:
    """Whether a closer look is worth its time: nearly all headings have ordinary text below them."""
    for node in body:
        if node.kind not in {"paragraph", "list"}:
            return True
        clues = _CLUES if node.kind == "list" else ("=",)
        lines = _first_lines([node]) if node.kind == "list" else node.lines
        if any(line.text.startswith(clues) or "[[" in line.text for line in lines):
            return True
    return False


def _found(body: Sequence[Node]) -> str:
    return next((kind for kind in _FOUND if _shows(kind, body, alone=True)), "")


def _shows(kind: str, body: Sequence[Node], alone: bool = False) -> bool:
    """Whether what stands below a heading has the form of a kind; `alone`: also without a word that says so."""
    if kind == "Quiz":
        return any(_TASK.match(line.text) for line in _first_lines(body))
    if kind == "Fill":
        return any("[[" in line.text and _GAP.search(line.text) for node in body for line in _lines(node))
    if kind == "Number":
        return any(_EQUALS.match(line.text) for node in body if node.kind == "paragraph" for line in node.lines)
    if kind == "Watch":
        linked = not alone and any(n.kind == "paragraph" and _FILM.match(n.lines[0].text) for n in body)
        return linked or any(_TRACK.match(line.text) for line in _first_lines(body))
    if kind in {"Match", "Sort"}:
        names = [n for n in body if n.kind == "paragraph" and _BOLD.match(n.lines[-1].text)]
        return any(n.kind == "table" and len(n.rows[0]) == 2 for n in body) or (kind == "Sort" and len(names) > 1)
    if kind in {"Order", "Stages", "Scale"}:
        return any(node.kind == "list" and node.ordered == (kind != "Scale") for node in body)
    return False


def _first_lines(body: Sequence[Node]) -> Iterator[Line]:
    """The line that each entry of the lists at the top begins with."""
    for node in body:
        if node.kind == "list":
            for item in node.children:
                if item.children and item.children[0].lines:
                    yield item.children[0].lines[0]


def _lines(node: Node) -> Iterator[Line]:
    if node.kind not in {"code", "html"}:
        yield from node.lines
        for child in node.children:
            yield from _lines(child)


@lru_cache(maxsize=1024)
def _nearest(word: str, kinds: tuple[str, ...], colon: bool) -> str:
    """The kind word that a misspelling means: one slip in a short word, two in a longer one."""
    if colon and word.lower() in _ALSO:
        return _ALSO[word.lower()]
    lower = word.lower()
    near = [kind for kind in kinds if abs(len(kind) - len(word)) <= 2 and _is_slip(lower, kind.lower())]
    return (difflib.get_close_matches(word.capitalize(), near, 1, 0) or [""])[0] if near else ""


def _is_slip(word: str, kind: str) -> bool:
    return _slips(word, kind) <= (1 if len(kind) < 6 else 2)


def _slips(one: str, other: str) -> int:
    """Damerau-Levenshtein distance: letters left out, put in, changed or swapped with the next."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j - 1] + 1, rows[-1][j] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
