"""Inline markdown is that of CommonMark: every example of its specification that is one paragraph, but for those listed."""

import re
from html import escape
from urllib.parse import unquote

from lxml import html
from lxml.html import HtmlElement

from builder.model.content import (
    Code,
    Element,
    Emphasis,
    Inlines,
    LineBreak,
    Link,
    Picture,
    Span,
    Strong,
    Text,
)
from builder.model.media import Asset
from builder.read.files.source import Source
from builder.read.ids import Ids
from builder.read.links import Address
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.markdown.inline_parser.verbatim import TAG
from tests.cases import for_each
from tests.conftest import ROOT

SPECIFICATION = ROOT / "node_modules" / "commonmark-spec" / "spec.txt"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
_PARAGRAPH = re.compile(r"<p>((?:(?!</p>).)*)</p>\n", re.DOTALL)

DIFFERENT = {
    488: "an address may have spaces, as names of files have them",
    568: "the same",
    508: "a title may have quotation marks in it, as captions have them",
    541: "what a link refers to is defined on one line",
}
"""Numbers of the examples that are read otherwise, each with the reason; DECISIONS says more."""


def examples() -> dict[int, tuple[str, str]]:
    """Markdown and HTML of each example on inline markdown that is one paragraph, by its number."""
    text = SPECIFICATION.read_text(encoding="utf-8").replace("→", "\t")
    first, last = text.index("\n# Inlines\n"), text.index("\n# Appendix: A parsing strategy")
    found: dict[int, tuple[str, str]] = {}
    for number, match in enumerate(_EXAMPLE.finditer(text), 1):
        paragraph = _PARAGRAPH.fullmatch(match[2])
        if first < match.start() < last and paragraph:
            found[number] = match[1], paragraph[1]
    return found


class Anywhere:
    """Takes every address as it is."""

    def link(self, address: str) -> Address:
        """A link to it."""
        return Address(address)

    def picture(self, address: str) -> Address:
        """A picture of that name."""
        return Address(address, asset=Asset(address, address, 1))


def read(markdown: str) -> str:
    """Markdown as HTML in the form of the specification; blocks in place of one paragraph are named."""
    source = Source("a.md", tuple(markdown.rstrip("\n").split("\n")))
    nodes, definitions = parse_blocks(source)
    if [node.kind for node in nodes] != ["paragraph"]:
        return str([node.kind for node in nodes])
    # No language whose quotation marks are set: the examples have straight ones.
    reader = Reader(source, "a", "xx", InlineEngine(), Anywhere(), Ids(), definitions)  # type: ignore[arg-type]
    return written(reader.fragment(nodes[0].lines).content)


def written(content: Inlines) -> str:
    """Content as the specification writes it, without raw tags."""
    return "".join(map(_one, content))


def _one(node: object) -> str:
    match node:
        case Text(words=words):
            return escape(words)
        case Code(text=text):
            return f"<code>{escape(text)}</code>"
        case Emphasis(content=content):
            return f"<em>{written(content)}</em>"
        case Strong(content=content):
            return f"<strong>{written(content)}</strong>"
        case LineBreak():
            return "<br>"
        case Link(target=target, title=title, content=content):
            return f'<a href="{escape(target)}"{_title(title)}>{written(content)}</a>'
        case Picture(file=file, alternative=words, caption=title):
            return f'<img src="{escape(file)}" alt="{escape(words)}"{_title(title)}>'
        case Element(content=content) | Span(content=content):
            return written(content)
    raise AssertionError(node)


def _title(title: str) -> str:
    return f' title="{escape(title)}"' if title else ""


def tree(markup: str) -> str:
    """HTML in a form in which neither white space around a line end nor how an address is escaped counts."""
    return _tree(html.fragment_fromstring(markup, create_parent="div"))


def _tree(element: HtmlElement) -> str:
    attributes = "".join(f" {name}={unquote(value)!r}" for name, value in sorted(element.attrib.items()))
    inside = _ended(element.text or "")
    for child in element:
        tail = _ended(child.tail or "")
        inside += _tree(child) + (tail.removeprefix("\n") if child.tag == "br" else tail)
    return f"<{element.tag}{attributes}>{inside}</{element.tag}>"


def _ended(text: str) -> str:
    # Two and three hyphens, and three stops, are set as dashes and an ellipsis.
    text = text.replace("---", "—").replace("--", "–").replace("...", "…")
    return re.sub(r"[ \t]*\n[ \t]*", "\n", text)


def expected(markdown: str, markup: str) -> str:
    """What the specification wants, without the raw tags of the source, which are reported to the author."""
    for tag in sorted(set(re.findall(TAG, markdown, re.DOTALL)), key=len, reverse=True):
        markup = markup.replace(tag, "")
    return tree(markup)


def test_the_specification_has_its_examples() -> None:
    """As many as version 0.31.2 has, so that none is passed over."""
    assert len(examples()) == 315


@for_each("number", examples())
def test_an_example_is_read_as_the_specification_says(number: int) -> None:
    """Those listed as different are: else they are taken out of the list."""
    markdown, markup = examples()[number]
    same = tree(read(markdown)) == expected(markdown, markup)
    assert same is (number not in DIFFERENT), f"{markdown}\n{read(markdown)}\n{markup}"
