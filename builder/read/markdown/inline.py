"""Inline markdown, by Python-Markdown: a run of text becomes elements.

The library's own block parser is not used (see `blocks.py`); its inline patterns, escapes and serialiser are.
"""

import html
import re
import string
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field
from functools import lru_cache

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor, SubstituteTagInlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE

from builder.read.markdown.attributes import Attributes, parse_attributes
from builder.read.markdown.variables import ALMOST, LOPSIDED, NAMED, Variables

ALLOWED = frozenset(
    [
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
"""HTML elements that markdown has no sign for and that carry no behaviour."""

ALLOWED_ATTRIBUTES = frozenset({"lang", "dir", "title", "datetime", "cite"})
"""Attributes of theirs that say something about the words."""

SPECIAL = re.compile(r"[\\`*_\[\]<>&!{}]|  \n")
"""What makes a run of text more than words."""


_LANG = re.compile(r"\blang\s*=\s*[\"']?([^\s\"'>]*)", re.IGNORECASE)

_Found = tuple[etree.Element | str | None, int | None, int | None]


@dataclass(slots=True)
class Inline:
    """A run of text, read."""

    root: etree.Element
    """A wrapper whose text and children are the content."""
    tags: list[str] = field(default_factory=list)
    """Raw HTML tags met that are not allowed, as written, in order."""
    notes: list[str] = field(default_factory=list)
    """Labels of footnotes referred to, in order."""
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
        patterns.register(_Variable(self, NAMED), "variable", 174)
        if self.variables.words:
            patterns.register(_Variable(self, ALMOST), "almost_variable", 173)
        patterns.register(_Lopsided(self, LOPSIDED), "lopsided_variable", 172)
        patterns.register(_FootnoteReference(self), "footnote_reference", 175)
        patterns.register(_AttributedSpan(self), "attributed_span", 165)
        patterns.register(_Html(self), "html", 90)
        self.current = Inline(etree.Element("div"))

    def define(self, references: dict[str, tuple[str, str]]) -> None:
        """Begin a document: its link references, and nothing left over from the one before."""
        self.markdown.reset()
        self.markdown.references.update(references)

    def read(self, text: str) -> Inline:
        """Text of one block -> elements."""
        self.markdown.htmlStash.reset()
        root = etree.Element("div")
        child = etree.SubElement(root, "div")
        child.text = text
        self.current = Inline(child)
        self.markdown.treeprocessors["inline"].run(root)
        self.markdown.treeprocessors["unescape"].run(root)
        return self.current

    def write(self, root: etree.Element) -> str:
        """Elements -> HTML, without the wrapper."""
        output = self.markdown.serializer(root)
        for processor in self.markdown.postprocessors:
            output = processor.run(output)
        return output[output.index(">") + 1 : output.rindex("<")]

    def words(self, root: etree.Element, code: str | None = None) -> str:
        """Elements -> plain text, an image as its alternative, a piece of code as `code` when that is given."""
        parts: list[str] = []
        _words(root, parts, code)
        return " ".join(HTML_PLACEHOLDER_RE.sub(self._stashed, "".join(parts)).split())

    def _stashed(self, match: re.Match[str]) -> str:
        raw = str(self.markdown.htmlStash.rawHtmlBlocks[int(match[1])])
        return " " if raw.startswith("<br") else "" if raw.startswith("<") else html.unescape(raw)


def _words(element: etree.Element, parts: list[str], code: str | None = None) -> None:
    if element.tag == "img":
        parts.append(element.get("alt") or "")
    elif element.tag == "br":
        parts.append(" ")
    elif element.tag != "sup" or element.get("class") != "note":
        if element.tag == "code":
            parts.append(html.unescape(element.text or "") if code is None else code)
        else:
            parts.append(element.text or "")
        for child in element:
            _words(child, parts, code)
            parts.append(child.tail or "")


class _Html(HtmlInlineProcessor):
    """Raw tags: the harmless ones stay, comments go, the others are noted for the author."""

    def __init__(self, engine: InlineEngine) -> None:
        pattern = engine.markdown.inlinePatterns["html"].pattern
        super().__init__(pattern, engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        raw = m.group(1)
        if raw.startswith("<!--"):
            return "", m.start(0), m.end(0)
        if not _allowed(raw):
            self.engine.current.tags.append(raw)
        elif "lang" in raw and (named := _LANG.search(raw)):
            self.engine.current.languages.append((raw, named[1]))
        return super().handleMatch(m, data)


@lru_cache(maxsize=256)
def _allowed(raw: str) -> bool:
    name = re.match(r"</?([a-zA-Z][\w-]*)", raw)
    if not name or name[1].lower() not in ALLOWED:
        return False
    attributes = re.findall(r"\s([^\s\"'=<>/]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>]+))?", raw[name.end() :])
    return all(attribute.lower() in ALLOWED_ATTRIBUTES for attribute in attributes)


class _Variable(InlineProcessor):
    """`{{name}}`, and `{name}` for a name that is known, which is a slip."""

    def __init__(self, engine: InlineEngine, pattern: str) -> None:
        super().__init__(pattern, engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        variables, raw = self.engine.variables, m.group(0)
        if raw.startswith("{{"):
            words = variables.value(m.group(1))
            if words is not None:
                return words, m.start(0), m.end(0)
        if variables.known and (raw.startswith("{{") or m.group(1).lower() in variables.words):
            self.engine.current.variables.append(raw)
        return None, m.start(0), m.end(0)


class _Lopsided(InlineProcessor):
    """`{{name}` and the like, which are slips."""

    def __init__(self, engine: InlineEngine, pattern: str) -> None:
        super().__init__(pattern, engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        if self.engine.variables.means(m.group(0)):
            self.engine.current.variables.append(m.group(0))
        return None, m.start(0), m.end(0)


class _FootnoteReference(InlineProcessor):
    """`[^label]`."""

    def __init__(self, engine: InlineEngine) -> None:
        super().__init__(r"\[\^([^\]\s]+)\]", engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        self.engine.current.notes.append(m.group(1))
        element = etree.Element("sup", {"class": "note", "data-note": m.group(1)})
        return element, m.start(0), m.end(0)


class _AttributedSpan(InlineProcessor):
    """`[words]{lang=cy}`."""

    def __init__(self, engine: InlineEngine) -> None:
        super().__init__(r"\[((?:[^\[\]\\]|\\.)+)\](\{[^{}\n]+\})", engine.markdown)
        self.engine = engine

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]
        attributes = parse_attributes(m.group(2)[1:-1])
        self.engine.current.braces.append((m.group(2), attributes))
        element = etree.Element("span")
        element.text = m.group(1)
        if language := attributes.options.get("lang"):
            element.set("lang", language)
        return element, m.start(0), m.end(0)
