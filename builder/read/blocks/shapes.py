"""What stands below a heading, looked at as the body of a block: forms by which a kind of block is known."""

import re
from collections.abc import Iterable, Iterator, Sequence

from builder.model.kind import Kind
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Line, Node
from builder.read.settings.keys.key import said

_TASK = re.compile(r"^\[ {0,3}[xX]? {0,3}\]")
_GAP = rare_pattern(r"(?<!`)\[\[(?![ _\d]*_[ _\d]*\]\]|[?!]\]\])[^\[\]]+\]\](?![(\[`])")
_EQUALS = re.compile(r"^=\s*[-+−]?\d")
_FILM = rare_pattern(r"^\[[^\[\]]*\]\([^()]*\.(?:mp4|m4v|webm)>?\)$", re.IGNORECASE)
_SOUND = re.compile(r"^\[[^\[\]]*\]\([^()]*\.(?:mp3|m4a|ogg)>?\)$", re.IGNORECASE)
_TRACK = re.compile(r"^captions\s*:", re.IGNORECASE)
_TO_DO = rare_pattern(r"\b(?:check ?-?list|to[ -]?do|tasks?|next steps|actions?)\b", re.IGNORECASE)
LEAD = rare_pattern(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)(?<=\S)\1(?:[:.]|[ \t]+[–—-](?=[ \t]))?[ \t]*")
"""Bold words at the beginning of a line."""
FILE = rare_pattern(r"\[([^\[\]]+)\]\((?![a-z][a-z0-9+.-]*:|#)<?([^()<>]*\.(?!md\b)\w{2,5})>?\)[ \t]*$", re.IGNORECASE)
"""A link to a file of the course."""
_BOLD = rare_pattern(r"^(\*\*|__)\S.*\1:?(?:[ \t]+\{(?:#[^\s{}]*|[^{}]*\blang=[^{}]*)\})?$")


def shows(kind: Kind, body: Sequence[Node], alone: bool = False) -> bool:
    """Whether what stands below a heading has the form of a kind; `alone`: also without a word that says so."""
    return kind.shape is not None and kind.shape.shows(body, alone)


def kind_shown(body: Sequence[Node], kinds: Iterable[Kind]) -> Kind | None:
    """The kind that a body is of whatever its heading says; None for ordinary text."""
    if not _has_clue(body):
        return None
    return next((kind for kind in kinds if kind.shape and kind.shape.telling and shows(kind, body, alone=True)), None)


def _has_clue(body: Sequence[Node]) -> bool:
    """Whether a closer look is worth its time: nearly all headings have ordinary text below them.

    A clue is a line that begins with a sign or holds two brackets, or an entry of a list with a colon.
    """
    for node in body:
        if node.kind not in {"paragraph", "list"}:
            return True
        lines = _first_lines([node]) if node.kind == "list" else node.lines
        if any(not line.text[:1].isalnum() or "[[" in line.text for line in lines):
            return True
        if node.kind == "list" and any(":" in line.text for line in _first_lines([node])):
            return True
    return False


def tick_boxes(body: Sequence[Node], alone: bool) -> bool:
    """A list with tick boxes."""
    return any(_TASK.match(line.text) for line in _first_lines(body))


def is_checklist(body: Sequence[Node], title: str) -> bool:
    """Whether tick boxes are a list of things to do: none is ticked, and the heading above asks nothing."""
    lines = [line.text for line in _first_lines(body) if _TASK.match(line.text)]
    asked = title.rstrip("*_ ").endswith("?")
    return (
        bool(lines)
        and not asked
        and (bool(_TO_DO.search(title)) or not any("x" in text[:8].lower().partition("]")[0] for text in lines))
    )


def gaps(body: Sequence[Node], alone: bool) -> bool:
    """A gap in double brackets."""
    return any("[[" in line.text and _GAP.search(line.text) for node in body for line in _lines(node))


def equals(body: Sequence[Node], alone: bool) -> bool:
    """A line with an equals sign and a number."""
    return any(_EQUALS.match(line.text) for node in body if node.kind == "paragraph" for line in node.lines)


def film_tracks(body: Sequence[Node], alone: bool) -> bool:
    """What belongs to a film; below a word that says so, its link is enough."""
    if _links(body, _SOUND):
        return False
    return (not alone and _links(body, _FILM)) or _has_tracks(body)


def sound_tracks(body: Sequence[Node], alone: bool) -> bool:
    """What belongs to a recording; below a word that says so, its link is enough."""
    return _links(body, _SOUND) and (not alone or _has_tracks(body))


def _links(body: Sequence[Node], file: re.Pattern[str]) -> bool:
    return any(node.kind == "paragraph" and file.match(node.lines[0].text) for node in body)


def _has_tracks(body: Sequence[Node]) -> bool:
    return any(_TRACK.match(line.text) for line in _first_lines(body))


def two_columns(body: Sequence[Node], alone: bool) -> bool:
    """A table of two columns."""
    return any(node.kind == "table" and len(node.rows[0]) == 2 for node in body)


def groups(body: Sequence[Node], alone: bool) -> bool:
    """Two names in bold, or a table of two columns in their place."""
    names = [node for node in body if node.kind == "paragraph" and _BOLD.match(node.lines[-1].text)]
    return len(names) > 1 or two_columns(body, alone)


def named_parts(body: Sequence[Node], alone: bool) -> bool:
    """A name in bold, alone in its paragraph; or a list of which each entry begins with one."""
    return any(is_name(node) for node in body) or any(is_named_list(node) for node in body)


def is_name(node: Node) -> bool:
    """Whether a paragraph is a few bold words and nothing else, or an id behind them."""
    return node.kind == "paragraph" and len(node.lines) == 1 and bool(_BOLD.match(node.lines[0].text.rstrip()))


def is_named_list(node: Node) -> bool:
    """Whether each entry of a list begins with bold words."""
    firsts = [item.children[0] if item.children else None for item in node.children]
    return node.kind == "list" and all(
        first is not None and first.kind == "paragraph" and LEAD.match(first.lines[0].text) for first in firsts
    )


def file_link(body: Sequence[Node], alone: bool) -> bool:
    """A link to a file, alone in the first paragraph."""
    first = body[0] if body else None
    return (
        first is not None
        and first.kind == "paragraph"
        and len(first.lines) == 1
        and bool(FILE.match(said(first.lines[0].text.rstrip())))
    )


def numbered_list(body: Sequence[Node], alone: bool) -> bool:
    """A list with numbers."""
    return any(node.kind == "list" and node.ordered for node in body)


def dashed_list(body: Sequence[Node], alone: bool) -> bool:
    """A list with dashes."""
    return any(node.kind == "list" and not node.ordered for node in body)


def _first_lines(body: Sequence[Node]) -> Iterator[Line]:
    """The line that each entry of the lists at the top begins with."""
    for node in body:
        if node.kind == "list":
            for item in node.children:
                if item.children and item.children[0].lines:
                    yield item.children[0].lines[0]


def _lines(node: Node) -> Iterator[Line]:
    if node.kind not in {"code", "html", "maths"}:
        yield from node.lines
        for child in node.children:
            yield from _lines(child)
