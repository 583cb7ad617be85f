"""An index of a page: its attributes by name and the number of its elements, read in one pass.

A course of 1000 modules is one page of 160,000 elements, which takes 110 MB as a tree. So the parser drops each part
once it is read, and the index keeps plain values. The packages of one build hold the same page: the last page is
remembered by its bytes.
"""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

from lxml import etree

from builder.verify.tag import Tag
from builder.verify.tree import line_of, log_entries, words_of

ADDRESSES = (
    "action", "background", "data", "formaction", "href", "imagesrcset", "poster", "src", "srcset",
    "xlink:href",
)  # fmt: skip
"""Attributes that hold an address, or several."""
REFERENCES = (
    "aria-describedby", "aria-details", "aria-errormessage", "aria-labelledby", "for", "headers", "list",
)  # fmt: skip
"""Attributes that hold ids of the same page."""
FRAMES = ("iframe", "frame", "object", "embed", "applet", "portal", "fencedframe")
"""Elements that hold another document."""
MEDIA = ("video", "audio", "button")
"""Elements that name a film: a button may name the one that it changes to."""
_LISTED = frozenset((*FRAMES, "area", "base", "html", "img", "input", "meta", "script", "style", "title"))
_KEPT = frozenset(
    (
        *ADDRESSES,
        *REFERENCES,
        "data-described-src",
        "data-film-frame",
        "data-sign-src",
        "crossorigin",
        "id",
        "integrity",
        "style",
    )
)
_TOLD_IN_WORDS = ("script", "title")
# Nothing is asked of their insides once they are closed.
_LET_GO = frozenset(
    ("section", "article", "form", "div", "p", "ul", "ol", "dl", "table", "figure", "nav", "header", "footer")
)
# libxml2 before 2.14 knows only the elements of HTML 4; naming.py reports ids that are used twice.
_NOT_ERRORS = frozenset(("HTML_UNKNOWN_TAG", "DTD_ID_REDEFINED"))
_LOADING = frozenset(("link", "script", "style", "img"))


@dataclass(slots=True)
class Table:
    """What the index of a page holds, whatever the page's name."""

    counts: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    """How many elements there are of each name."""
    listed: defaultdict[str, list[Tag]] = field(default_factory=lambda: defaultdict(list))
    """The elements of those names that a check asks for, in document order."""
    attributes: defaultdict[str, list[Tag]] = field(default_factory=lambda: defaultdict(list))
    """By name of attribute the elements that have it: every event attribute, and those that a check asks for."""
    errors: list[tuple[str, int, int]] = field(default_factory=list)
    """The parser's errors: words, line and column."""
    html5: bool = False
    """Whether it begins with the doctype of HTML."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that could be read."""

    name: str
    """Member name."""
    content: bytes
    """Its bytes."""
    table: Table
    """Its index."""
    ids: frozenset[str]
    """Every id, and every name of an old-style anchor."""

    @property
    def html(self) -> Tag:
        """Its html element."""
        return self.table.listed["html"][0]

    def elements(self, *names: str) -> Iterator[Tag]:
        """Elements of these names, among those that are listed."""
        for name in names:
            yield from self.table.listed.get(name, ())

    def having(self, *names: str) -> Iterator[tuple[Tag, str]]:
        """Elements that have one of these attributes, with its value."""
        for name in names:
            for element in self.table.attributes.get(name, ()):
                yield element, element.get(name)


def index_page(name: str, content: bytes) -> Page | None:
    """Read a page once; None when it holds no HTML."""
    table = _read(content)
    if table is None:
        return None
    ids = {element.get("id") for element in table.attributes.get("id", ())}
    ids.update(element.get("name") for element in table.attributes.get("name", ()))
    return Page(name, content, table, frozenset(ids))


@lru_cache(maxsize=1)
def _read(content: bytes) -> Table | None:
    table = Table()
    events = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        html=True,
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    loads = False
    waiting: list[Tag] = []
    try:
        for event, element in events:
            name = element.tag
            if event == "start":
                table.counts[name] += 1
                tag = _note(table, element, loads)
                if tag is not None and name in _TOLD_IN_WORDS:
                    waiting.append(tag)
                loads = loads or name in _LOADING
            elif name in _TOLD_IN_WORDS and waiting:
                waiting.pop().words = words_of(element)
            elif name in _LET_GO:
                element.clear()
    except etree.LxmlError:
        return None
    root = events.root
    if root is None or root.tag != "html" or not table.listed["html"]:
        return None
    info = root.getroottree().docinfo
    # lxml puts the public id of HTML 4 where there is no doctype.
    table.html5 = info.root_name.lower() == "html" and not info.public_id
    table.errors = [
        (error.message, error.line, error.column)
        for error in log_entries(events.error_log)
        if error.type_name not in _NOT_ERRORS
    ]
    return table


def _note(table: Table, element: etree._Element, loads: bool) -> Tag | None:
    name = element.tag
    keys: list[str] = element.keys()  # type: ignore[assignment]  # lxml-stubs allow bytes
    listed = name in _LISTED and (name != "input" or element.get("type", "").lower() == "image")
    if not keys and not listed:  # nearly half of all elements
        return None
    kept = _kept(tuple(keys), name == "a")
    if not kept and not listed:
        return None
    parent = element.getparent() if listed else None
    in_head = parent is not None and parent.tag == "head"
    # lxml makes every name anew; a large page has few different ones.
    attributes = {intern(key): element.get(key, "") for key in keys}
    tag = Tag(intern(name), line_of(element), attributes, in_head, loads)
    if listed:
        table.listed[name].append(tag)
    for key in kept:
        table.attributes[key].append(tag)
    return tag


@lru_cache(maxsize=1000)
def _kept(keys: tuple[str, ...], anchor: bool) -> tuple[str, ...]:
    """Of the attributes of an element those that a check asks for. Thousands of elements have the same."""
    return tuple(key for key in keys if key in _KEPT or key.startswith("on") or (key == "name" and anchor))
