"""A start tag of a page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(slots=True)
class Tag:
    """A start tag that a check may ask for."""

    tag: str
    """Name of the element, in lower case."""
    sourceline: int
    """Line of the tag, counted from 1."""
    attributes: Mapping[str, str]
    """All its attributes."""
    in_head: bool
    """Whether it stands directly in head."""
    loads_before: bool
    """Whether something is loaded by an element before it."""
    words: str = ""
    """Text inside, of a script or title."""

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attributes.get(name, default)
