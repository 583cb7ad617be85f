"""An index of a page: its attributes by name and the number of its elements, read in one pass.

A course of 1000 modules is one page of 160,000 elements, which takes 110 MB as a tree. So the parser makes none: it
calls a listener for each tag, and the index keeps plain values. The packages of one build hold the same page: the last
page is remembered by its bytes.
"""

import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from sys import intern
from typing import cast

from lxml import etree

from builder.libxml import TURN
from builder.model.diagnostics import Diagnostic
from builder.verify.tag import Lines, Tag
from builder.verify.tree import log_entries

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
        "data-film-stream",
        "data-film-frame",
        "data-sign-src",
        "crossorigin",
        "id",
        "integrity",
        "style",
    )
)
_TOLD_IN_WORDS = ("script", "title")
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
    ids: frozenset[str] = frozenset()
    """Every id, and every name of an old-style anchor."""
    faults: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """By name of a page what is wrong in it, whatever package it is in; noted once it was looked for."""
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
    lines: Lines
    """The lines of its start tags."""

    @property
    def ids(self) -> frozenset[str]:
        """Every id, and every name of an old-style anchor."""
        return self.table.ids

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


_LAST: dict[bytes, Table | None] = {}
"""The index of the last page, by the SHA-256 of its bytes: a page of 1000 modules has 15 MB."""


def index_page(name: str, content: bytes) -> Page | None:
    """Read a page once; None when it holds no HTML."""
    digest = sha256(content).digest()
    if digest not in _LAST:
        _LAST.clear()
        _LAST[digest] = _read(content)
    table = _LAST[digest]
    return None if table is None else Page(name, content, table, Lines(content))


def _read(content: bytes) -> Table | None:
    listener = _Listener()
    parser = etree.HTMLParser(
        target=cast("etree.ParserTarget", listener),  # lxml-stubs ask for comments too, and allow bytes
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        with TURN:
            etree.parse(io.BytesIO(content), parser)
    except etree.LxmlError:
        return None
    table = listener.table
    if listener.root != "html":
        return None
    table.ids = frozenset(_ids(table))
    table.errors = [
        (error.message, error.line, error.column)
        for error in log_entries(parser.error_log)
        if error.type_name not in _NOT_ERRORS
    ]
    return table


def _ids(table: Table) -> Iterator[str]:
    yield from (element.get("id") for element in table.attributes.get("id", ()))
    yield from (element.get("name") for element in table.attributes.get("name", ()))


class _Listener:
    """What the parser calls for each part of a page."""

    def __init__(self) -> None:
        self.table = Table()
        self.root = ""
        """Name of the first element."""
        self._typed = False
        self._open: list[str] = []
        self._seen = 0
        self._loads = False
        self._told: list[tuple[int, Tag, list[str]]] = []
        """The open elements whose words are wanted: how deep each stands, its tag, and its words so far."""

    def doctype(self, name: str, public_id: str | None, system_id: str | None) -> None:
        """A doctype. It counts at the beginning alone."""
        if not self._typed and not self.root:
            self._typed = True
            self.table.html5 = name.lower() == "html" and not public_id

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A start tag."""
        self.table.counts[name] += 1
        if attributes or name in _LISTED:  # nearly half of all elements are neither
            self._note(name, attributes)
        self.root = self.root or name
        self._open.append(name)
        self._seen += 1
        self._loads = self._loads or name in _LOADING

    def data(self, words: str) -> None:
        """Words between tags."""
        for _, _, told in self._told:
            told.append(words)

    def end(self, name: str) -> None:
        """The end of an element, whether or not it has an end tag."""
        self._open.pop()
        if self._told and self._told[-1][0] == len(self._open):
            _, tag, words = self._told.pop()
            tag.words = "".join(words).strip()

    def close(self) -> None:
        """The end of the page."""

    def _note(self, name: str, attributes: Mapping[str, str]) -> None:
        listed = name in _LISTED and (name != "input" or attributes.get("type", "").lower() == "image")
        kept = _kept(tuple(attributes), name == "a")
        if not kept and not listed:
            return
        in_head = listed and self._open[-1:] == ["head"]
        # lxml makes every name anew; a large page has few different ones.
        own = {intern(key): attributes[key] for key in (attributes if listed else kept)}
        tag = Tag(intern(name), self._seen, own, in_head, self._loads)
        if listed:
            self.table.listed[name].append(tag)
        for key in kept:
            self.table.attributes[key].append(tag)
        if name in _TOLD_IN_WORDS:
            self._told.append((len(self._open), tag, []))


@lru_cache(maxsize=1000)
def _kept(keys: tuple[str, ...], anchor: bool) -> tuple[str, ...]:
    """Of the attributes of an element those that a check asks for. Thousands of elements have the same."""
    return tuple(key for key in keys if key in _KEPT or key.startswith("on") or (key == "name" and anchor))
