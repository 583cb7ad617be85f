"""What stands below a heading, looked at as the body of a block: which kind it has the form of."""

import re
from collections.abc import Iterator, Sequence

from builder.read.markdown.blocks import Line, Node

_TASK = re.compile(r"^\[[ xX]?\]")
_GAP = re.compile(r"(?<!`)\[\[[^\[\]]+\]\](?![(\[`])")
_EQUALS = re.compile(r"^=\s*[-+−]?\d")
_FILM = re.compile(r"^\[[^\[\]]*\]\([^()]*\.(?:mp4|m4v|webm)>?\)$", re.IGNORECASE)
_TRACK = re.compile(r"^captions\s*:", re.IGNORECASE)
_BOLD = re.compile(r"^(\*\*|__)\S.*\1:?$")
_CLUES = ("[", "c", "C")
"""First letters of tick boxes, gaps and `captions:`."""

SHOWING = {
    "Quiz": "there are tick boxes below this heading",
    "Fill": "there is a gap in double brackets below this heading",
    "Number": "there is a line with = and a number below this heading",
    "Watch": "what belongs to a film stands below this heading",
}
"""Kinds that show in the body whatever the heading says, and what is said of it."""


def kind_shown(body: Sequence[Node]) -> str:
    """The kind that a body is of whatever its heading says; empty for ordinary text."""
    if not _has_clue(body):
        return ""
    return next((kind for kind in SHOWING if shows(kind, body, alone=True)), "")


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


def shows(kind: str, body: Sequence[Node], alone: bool = False) -> bool:
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
