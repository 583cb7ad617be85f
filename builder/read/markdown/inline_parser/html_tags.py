"""HTML tags among the words: which may stand there, and what becomes of them.

Markdown gives each tag by itself. Here an opening tag and its closing one become one value that holds what is between.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.entities import html5
from itertools import pairwise

from builder.model.content import (
    Abbreviation,
    Element,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Span,
    Strong,
    Text,
)
from builder.model.content.html_elements import ALLOWED, EMPTY
from builder.model.rare_pattern import rare_pattern

ALLOWED_ATTRIBUTES = frozenset({"lang", "dir", "title", "datetime", "cite"})
"""Attributes of theirs that say something about the words."""

_ENTITY = rare_pattern(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]*);")
_NAME = rare_pattern(r"<(/?)([a-zA-Z][\w-]*)")
_ATTRIBUTE = rare_pattern(r"\s([^\s\"'=<>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>]+)))?")


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag that may stand among words."""

    name: str
    """In small letters."""
    closing: bool = False
    attributes: tuple[tuple[str, str], ...] = ()
    """Names and values of an opening tag."""


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet; the outermost one is no element."""

    tag: Tag | None
    content: list[Inline] = field(default_factory=list)


def without_entities(text: str) -> str:
    """A text with the sign that each entity stands for; what is no entity stays (CommonMark 2.5)."""
    return _ENTITY.sub(_sign, text) if "&" in text else text


def _sign(match: re.Match[str]) -> str:
    return html.unescape(match[0]) if match[1][0] == "#" else html5.get(f"{match[1]};", match[0])


@lru_cache(maxsize=256)
def read_tag(raw: str) -> Tag | None:
    """A tag as it was written; None for one that may not stand in a course."""
    start = _NAME.match(raw)
    if not start or start[2].lower() not in ALLOWED:
        return None
    attributes = tuple(
        (match[1].lower(), without_entities(match[2] or match[3] or match[4] or ""))
        for match in _ATTRIBUTE.finditer(raw, start.end())
    )
    if any(name not in ALLOWED_ATTRIBUTES for name, _ in attributes):
        return None
    return Tag(start[2].lower(), bool(start[1]), attributes)


def nested(items: Sequence[Inline | Tag]) -> Inlines:
    """Inline content in which each tag has become an element, and words have joined the words before them.

    An element that is never closed ends with its surroundings, and a closing tag without an opening one is dropped, as
    browsers have it.
    """
    kinds = [type(item) for item in items]
    if Tag not in kinds and (Text, Text) not in pairwise(kinds):
        return tuple(items)  # type: ignore[arg-type]
    opened = [_Open(None)]
    for item in items:
        if not isinstance(item, Tag):
            _append(opened[-1].content, item)
        elif item.closing:
            if any(one.tag and one.tag.name == item.name for one in opened):
                while _close(opened).name != item.name:
                    pass
        elif item.name in EMPTY:
            opened[-1].content.append(LineBreak() if item.name == "br" else Element(item.name, ()))
        else:
            opened.append(_Open(item))
    while len(opened) > 1:
        _close(opened)
    return tuple(opened[0].content)


def _append(content: list[Inline], item: Inline) -> None:
    """Add a value; words join the words before them."""
    if isinstance(item, Text) and content and isinstance(content[-1], Text):
        content[-1] = Text(content[-1].words + item.words)
    else:
        content.append(item)


def _close(opened: list[_Open]) -> Tag:
    """Close the innermost element; gives its tag."""
    inner = opened.pop()
    assert inner.tag
    opened[-1].content.append(_element(inner.tag, tuple(inner.content)))
    return inner.tag


def _element(tag: Tag, content: Inlines) -> Inline:
    named = dict(tag.attributes)
    match tag.name:
        case "em" if not named:
            return Emphasis(content)
        case "strong" if not named:
            return Strong(content)
        case "abbr" if named.keys() == {"title"}:
            return Abbreviation(content, named["title"])
        case "span" if named and named.keys() <= {"lang", "dir"}:
            return Span(content, named.get("lang", ""), named.get("dir", ""))
    return Element(tag.name, content, tag.attributes)
