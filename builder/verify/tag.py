"""A start tag of a page."""

import io
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree

from builder.libxml import TURN
from builder.verify.tree import line_of


@dataclass(slots=True)
class Tag:
    """A start tag that a check may ask for."""

    tag: str
    """Name of the element, in lower case."""
    number: int
    """How many start tags the page has before it."""
    attributes: Mapping[str, str]
    """Its attributes: all of an element that is listed, else those that a check asks for."""
    in_head: bool
    """Whether it stands directly in head."""
    loads_before: bool
    """Whether something is loaded by an element before it."""
    words: str = ""
    """Text inside, of a script or title."""

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attributes.get(name, default)


class Lines:
    """The lines of the start tags of a page.

    Only what is wrong has to be found by its line. So they are read when the first is asked for: the parser gives them
    with a tree alone, which takes three times as long.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._lines: list[int] | None = None

    def of(self, number: int) -> int:
        """Line of a start tag, counted from 1, by the tag's number; 1 when the parser cannot make a tree of the page."""
        if self._lines is None:
            self._lines = _read_lines(self._content)
        return self._lines[number] if number < len(self._lines) else 1


# A tree of 1000 modules takes 110 MB: what stands inside is dropped once it is read.
_LET_GO = frozenset(
    ("section", "article", "form", "div", "p", "ul", "ol", "dl", "table", "figure", "nav", "header", "footer")
)


def _read_lines(content: bytes) -> list[int]:
    lines: list[int] = []
    events = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        html=True,
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    with TURN, suppress(etree.LxmlError, ValueError):
        for event, element in events:
            if event == "start":
                lines.append(line_of(element))
            elif element.tag in _LET_GO:
                element.clear()
    return lines
