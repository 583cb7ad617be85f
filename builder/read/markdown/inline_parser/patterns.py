"""Inline patterns of the author's format, beside those of Python-Markdown."""

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor

from builder.read.markdown.attributes import parse_attributes
from builder.read.markdown.inline_parser.html_tags import read_tag
from builder.read.markdown.variables import ALMOST, LOPSIDED, NAMED

if TYPE_CHECKING:
    from builder.read.markdown.inline_parser.engine import InlineEngine

_LANG = re.compile(r"\blang\s*=\s*[\"']?([^\s\"'>]*)", re.IGNORECASE)

_Found = tuple[etree.Element | str | None, int | None, int | None]


class HtmlPattern(HtmlInlineProcessor):
    """Raw tags: the harmless ones stay, comments go, the others are noted for the author."""

    def __init__(self, engine: "InlineEngine") -> None:
        pattern = engine.markdown.inlinePatterns["html"].pattern
        super().__init__(pattern, engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        """Keep the tag beside the text."""
        raw = m.group(1)
        if raw.startswith("<!--"):
            return "", m.start(0), m.end(0)
        if read_tag(raw) is None:
            self.engine.current.tags.append(raw)
        elif "lang" in raw and (named := _LANG.search(raw)):
            self.engine.current.languages.append((raw, named[1]))
        return super().handleMatch(m, data)


class VariablePattern(InlineProcessor):
    """`{{name}}`."""

    expression = NAMED

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(self.expression, engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        """Put the variable's words in; note a name that is not known."""
        variables, raw = self.engine.variables, m.group(0)
        if raw.startswith("{{"):
            words = variables.value(m.group(1))
            if words is not None:
                return words, m.start(0), m.end(0)
        if variables.known and (raw.startswith("{{") or m.group(1).lower() in variables.words):
            self.engine.current.variables.append(raw)
        return None, m.start(0), m.end(0)


class AlmostVariablePattern(VariablePattern):
    """`{name}` for a name that is known, which is a slip."""

    expression = ALMOST


class LopsidedVariablePattern(InlineProcessor):
    """`{{name}` and the like, which are slips."""

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(LOPSIDED, engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        """Note the braces."""
        if self.engine.variables.means(m.group(0)):
            self.engine.current.variables.append(m.group(0))
        return None, m.start(0), m.end(0)


class FootnotePattern(InlineProcessor):
    """`[^label]`."""

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(r"\[\^([^\]\s]+)\]", engine.markdown)

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        """An element `sup` with the label."""
        return etree.Element("sup", {"label": m.group(1)}), m.start(0), m.end(0)


class SpanPattern(InlineProcessor):
    """`[words]{lang=cy}`."""

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(r"\[((?:[^\[\]\\]|\\.)+)\](\{[^{}\n]+\})", engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        """An element `span` with the language."""
        attributes = parse_attributes(m.group(2)[1:-1])
        self.engine.current.braces.append((m.group(2), attributes))
        element = etree.Element("span")
        element.text = m.group(1)
        if language := attributes.options.get("lang"):
            element.set("lang", language)
        return element, m.start(0), m.end(0)
