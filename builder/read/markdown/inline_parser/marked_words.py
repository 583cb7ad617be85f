"""Words that stand out, low or high, as `builder/model/content/signs.py` has their signs."""

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor

from builder.read.markdown.inline_parser.verbatim import Found

if TYPE_CHECKING:
    from builder.read.markdown.inline_parser.engine import InlineEngine


class MarkedPattern(InlineProcessor):
    """Words between two signs of one kind."""

    def __init__(self, engine: "InlineEngine", element: str, pattern: str) -> None:
        super().__init__(pattern, engine.markdown)
        self.element = element

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The element; what is between is read for other signs afterwards."""
        element = etree.Element(self.element)
        element.text = m["words"]
        return element, m.start(), m.end()
