"""A page as a table: its attributes by name, its elements counted, made in one walk over the tree.

A course of 1000 modules is one page of 100,000 elements. A question put to the tree costs 10 to 40 ms each
time, a question put to this table nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

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
_LISTED = frozenset((*FRAMES, "area", "base", "img", "input", "meta", "script", "style"))
_KEPT = frozenset((*ADDRESSES, *REFERENCES, "crossorigin", "id", "integrity", "name", "style"))


@dataclass(frozen=True, slots=True)
class Page:
    """A page that could be read."""

    name: str
    """Member name."""
    content: bytes
    """Its bytes."""
    root: etree._Element
    """Its html element."""
    counts: Mapping[str, int]
    """How many elements there are of each name."""
    listed: Mapping[str, list[etree._Element]]
    """The elements of those names that a check asks for, in document order."""
    attributes: Mapping[str, list[etree._Element]]
    """By name of attribute the elements that have it: every event attribute, and those that a check asks for."""
    ids: frozenset[str]
    """Every id, and every name of an old-style anchor."""

    def elements(self, *names: str) -> Iterator[etree._Element]:
        """Elements of these names, among those that are listed."""
        for name in names:
            yield from self.listed.get(name, ())

    def having(self, *names: str) -> Iterator[tuple[etree._Element, str]]:
        """Elements that have one of these attributes, with its value."""
        for name in names:
            for element in self.attributes.get(name, ()):
                yield element, element.get(name, "")


def index_page(name: str, content: bytes, root: etree._Element) -> Page:
    """Walk a page once."""
    counts: defaultdict[str, int] = defaultdict(int)
    listed: defaultdict[str, list[etree._Element]] = defaultdict(list)
    attributes: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for element in root.iter():
        tag = element.tag
        counts[tag] += 1
        if tag in _LISTED:
            listed[tag].append(element)
        keys: Iterable[str] = element.keys()  # type: ignore[assignment]  # lxml-stubs allow bytes
        for key in keys:
            if key in _KEPT or key.startswith("on"):
                attributes[key].append(element)
    ids = {element.get("id", "") for element in attributes["id"]}
    ids.update(element.get("name", "") for element in attributes["name"] if element.tag == "a")
    return Page(name, content, root, counts, listed, attributes, frozenset(ids))
