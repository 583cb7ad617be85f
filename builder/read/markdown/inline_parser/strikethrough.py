"""Struck words: `~~words~~` (GFM 6.5); one tilde alone is a sign, as in `~5 minutes`."""

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor

from builder.read.markdown.inline_parser.verbatim import Found

if TYPE_CHECKING:
    from builder.read.markdown.inline_parser.engine import InlineEngine


class StrikethroughPattern(InlineProcessor):
    """Words between two tildes on either side."""

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(r"(?<![~{])~~(?![~\s])((?:[^~]|~(?!~))+)(?<!\s)~~(?![~}])", engine.markdown)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The element; what is between is read for emphasis afterwards."""
        element = etree.Element("del")
        element.text = m[1]
        return element, m.start(), m.end()
