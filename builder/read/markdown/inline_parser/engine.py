"""Python-Markdown's inline parser, set up for the author's format: a run of text becomes elements.

The library's own block parser is not used (see `blocks.py`), nor does it write HTML (see `builder/render/html/`).
"""

import string
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE

from builder.read.markdown.attributes import Attributes
from builder.read.markdown.inline_parser.patterns import (
    AlmostVariablePattern,
    FootnotePattern,
    HtmlPattern,
    LopsidedVariablePattern,
    SpanPattern,
    VariablePattern,
)
from builder.read.markdown.variables import Variables


@dataclass(slots=True)
class ParsedText:
    """A run of text, parsed."""

    root: etree.Element
    """A wrapper whose text and children are the content."""
    tags: list[str] = field(default_factory=list)
    """Raw HTML tags met that are not allowed, as written, in order."""
    languages: list[tuple[str, str]] = field(default_factory=list)
    """Raw HTML tags that name a language, as written, each with its tag."""
    variables: list[str] = field(default_factory=list)
    """Braces that name no variable, as written, in order."""
    braces: list[tuple[str, Attributes]] = field(default_factory=list)
    """`[words]{...}` met: the braces as written, and what they say."""


class InlineEngine:
    """Python-Markdown, set up once for a course."""

    def __init__(self, variables: Variables | None = None) -> None:
        self.variables = variables or Variables()
        self.markdown = Markdown(output_format="html")
        self.markdown.ESCAPED_CHARS = list(string.punctuation)  # CommonMark 2.4; the library knows half of them
        patterns = self.markdown.inlinePatterns
        patterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 185)
        patterns.register(SubstituteTagInlineProcessor(r" {2,}\n", "br"), "linebreak", 100)
        patterns.register(VariablePattern(self), "variable", 174)
        if self.variables.words:
            patterns.register(AlmostVariablePattern(self), "almost_variable", 173)
        patterns.register(LopsidedVariablePattern(self), "lopsided_variable", 172)
        patterns.register(FootnotePattern(self), "footnote_reference", 175)
        patterns.register(SpanPattern(self), "attributed_span", 165)
        patterns.register(HtmlPattern(self), "html", 90)
        self.current = ParsedText(etree.Element("div"))

    def define(self, references: dict[str, tuple[str, str]]) -> None:
        """Begin a document: its link references, and nothing left over from the one before."""
        self.markdown.reset()
        self.markdown.references.update(references)

    def parse(self, text: str) -> ParsedText:
        """Text of one block -> elements."""
        self.markdown.htmlStash.reset()
        root = etree.Element("div")
        child = etree.SubElement(root, "div")
        child.text = text
        self.current = ParsedText(child)
        self.markdown.treeprocessors["inline"].run(root)
        self.markdown.treeprocessors["unescape"].run(root)
        return self.current

    def split(self, text: str) -> list[str]:
        """Text of an element -> words, and at every second place a raw tag, comment or entity as it was written."""
        parts = HTML_PLACEHOLDER_RE.split(text)
        parts[1::2] = [str(self.markdown.htmlStash.rawHtmlBlocks[int(number)]) for number in parts[1::2]]
        return parts
