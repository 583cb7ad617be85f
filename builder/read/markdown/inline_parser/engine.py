"""Python-Markdown, set up for the author's format: a run of text becomes elements.

Its engine finds one pattern after the other in a text, and in what they leave; the patterns are our own, for those of the
library are older than CommonMark. Its block parser is not used (see `block_parser`), nor does it write HTML (see
`builder/render/html/`).
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.extensions import Extension
from markdown.util import HTML_PLACEHOLDER_RE

from builder.model.content.signs import SIGNED
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.inline_parser.brackets import BracketPattern
from builder.read.markdown.inline_parser.emphasis import EmphasisPattern
from builder.read.markdown.inline_parser.formulas import without_formulas
from builder.read.markdown.inline_parser.marked_words import MarkedPattern
from builder.read.markdown.inline_parser.single_pass import SinglePass
from builder.read.markdown.inline_parser.strikethrough import StrikethroughPattern
from builder.read.markdown.inline_parser.variables import VariablePattern
from builder.read.markdown.inline_parser.verbatim import LineBreakPattern, VerbatimPattern
from builder.read.markdown.variables import NAMED, Variables

_NAMED = rare_pattern(NAMED)
_LIBRARY = (
    *("backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference"),
    *("short_image_ref", "autolink", "automail", "linebreak", "html", "entity", "em_strong"),
)
"""Patterns of the library."""


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
        self.references: Mapping[str, tuple[str, str]] = {}
        self.current: ParsedText
        self.brackets: BracketPattern
        self.markdown = Markdown(output_format="html", extensions=[_AuthorsFormat(self)])

    def define(self, references: Mapping[str, tuple[str, str]]) -> None:
        """Begin a document: its link references, and nothing left over from the one before."""
        self.markdown.reset()
        self.references = references
        self.brackets.forget()

    def begin(self) -> None:
        """Forget what was noted of the text before."""
        self.current = ParsedText(etree.Element("div"))

    def parse(self, text: str) -> ParsedText:
        """Text of one block -> elements."""
        self.markdown.htmlStash.reset()
        root = etree.Element("div")
        child = etree.SubElement(root, "div")
        child.text = without_formulas(text, self.markdown.htmlStash.store) if "$" in text else text
        self.current = ParsedText(child)
        self.markdown.treeprocessors["inline"].run(root)
        self.markdown.treeprocessors["unescape"].run(root)
        return self.current

    def fill(self, text: str) -> str:
        """An address or a title with its variables put in; one that is not known is noted."""
        return _NAMED.sub(self._value, text) if "{{" in text else text

    def _value(self, match: re.Match[str]) -> str:
        words = self.variables.value(match[1])
        if words is None and self.variables.known:
            self.current.variables.append(match[0])
        return match[0] if words is None else words

    def split(self, text: str) -> list[str]:
        """Text of an element -> words, and at every second place a raw tag, comment, entity or formula as it was written."""
        parts = HTML_PLACEHOLDER_RE.split(text)
        parts[1::2] = [str(self.markdown.htmlStash.rawHtmlBlocks[int(number)]) for number in parts[1::2]]
        return parts


class _AuthorsFormat(Extension):
    """Our patterns in place of those of the library, the first to be looked for first."""

    def __init__(self, engine: InlineEngine) -> None:
        super().__init__()
        self.engine = engine

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by the library when it is set up."""
        engine, patterns = self.engine, md.inlinePatterns
        engine.markdown = md
        for name in _LIBRARY:
            patterns.deregister(name)
        md.treeprocessors.register(SinglePass(md), "inline", 20)
        engine.brackets = BracketPattern(engine)
        patterns.register(engine.brackets, "brackets", 60)
        patterns.register(VerbatimPattern(engine), "verbatim", 50)
        patterns.register(VariablePattern(engine), "variable", 40)
        patterns.register(LineBreakPattern(r" {2,}\n", "br"), "line_break", 30)
        patterns.register(StrikethroughPattern(engine), "strikethrough", 20)
        for number, (element, pattern) in enumerate(SIGNED.items()):
            patterns.register(MarkedPattern(engine, element, pattern), element, 19 - number)
        patterns.register(EmphasisPattern(engine), "emphasis", 10)
