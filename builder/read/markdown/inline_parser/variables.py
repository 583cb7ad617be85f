"""Variables in a text, and what was meant as one."""

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from builder.model.content import language_of
from builder.read.markdown.inline_parser.verbatim import Found
from builder.read.markdown.variables import ALMOST, LOPSIDED, NAMED

if TYPE_CHECKING:
    from builder.read.markdown.inline_parser.engine import InlineEngine


_NAMED, _ALMOST, _LOPSIDED = re.compile(NAMED), re.compile(ALMOST), re.compile(LOPSIDED)


def _in_its_language(words: str | None) -> str | etree.Element | None:
    """What stands for a variable: its words, in an element where they say their language."""
    language = language_of(words)
    if words is None or not language:
        return words
    element = etree.Element("span", {"lang": language})
    element.text = AtomicString(words)
    return element


class VariablePattern(InlineProcessor):
    """`{{name}}`; noted are names that are not known, and `{name}` or `{{name}` for a name that is, which are slips."""

    looks_ahead = True

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(r"\{", engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Put the variable's words in."""
        variables, noted = self.engine.variables, self.engine.current.variables
        if named := _NAMED.match(data, m.start()):
            words = variables.value(named[1])
            if words is None and variables.known:
                noted.append(named[0])
            return _in_its_language(words), named.start(), named.end()
        slip = _ALMOST.match(data, m.start()) if variables.words else None
        if slip and variables.known and slip[1].lower() in variables.words:
            noted.append(slip[0])
            return None, slip.start(), slip.end()
        if (slip := _LOPSIDED.match(data, m.start())) and variables.means(slip[0]):
            noted.append(slip[0])
            return None, slip.start(), slip.end()
        return None, m.start(), m.end()
