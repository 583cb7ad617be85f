"""Inline content -> HTML."""

from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property
from html import escape
from typing import Self

from builder.model.content import (
    Abbreviation,
    Code,
    Element,
    Emphasis,
    Gap,
    Inlines,
    LineBreak,
    Link,
    Maths,
    NoteReference,
    Picture,
    Span,
    Strong,
    TermLink,
    Text,
)
from builder.model.content.maths import MathNode
from builder.model.rare_pattern import rare_pattern
from builder.render.html.direction import direction
from builder.render.html.wide import formula_class

_ARROW = (
    '<svg class="new-tab" viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" '
    'stroke-width="1.5" aria-hidden="true" focusable="false"><path d="M4 2h6v6m0-6L2 10"/></svg>'
)
"""Sighted learners see an arrow where others hear the words (WCAG 2.2, technique G201)."""
_CLOSING = rare_pattern(r"(?:[.,;:!?…)\]”]|’\w*)+")
"""Signs that stay on the line of what stands before them."""

_LEFTWARD = rare_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter that is written from right to left."""
_TELEPHONE = rare_pattern(r"(?<![\d.,/-])(?:\+|\(?[0\u0660\u06f0])\d[\d \xa0\u202f().-]{4,}\d(?![\d/])")
"""A telephone number: among such letters its groups would stand in the other order (UAX 9, W2), and its `+` behind it."""

_NARROW = 16
"""Signs of a formula that fit in the narrowest column: 200 CSS pixels, in boxes on a page of 320."""

GapWriter = Callable[[int, str], str]
"""Writes a gap: its number, and the signs that close the words before them, such as a full stop."""


class InlineWriter:
    """Writes inline content as HTML (phrasing content, HTML 3.2.5.2.5) for a page with the words `strings`."""

    ids = True
    """Whether content gets its ids; without them it can be on a page a second time."""
    links = True
    """Whether links are links; without them content can stand in a link."""
    gap: GapWriter | None = None
    """Writes the gaps."""

    def __init__(
        self, strings: Mapping[str, str], interface: str = "en", foreign: bool = False, leftward: bool = False
    ) -> None:
        """`strings` are in the language `interface`.

        `foreign`: whether the content around may be in another language than that, so that words of the interface in it
        need a mark; `leftward`: whether it may be written from right to left, so that what is not needs one.
        """
        self.strings = strings
        self.interface = interface
        self.foreign = foreign
        self.leftward = leftward

    def language(self, tag: str, way: str = "") -> str:
        """The attributes of an element in another language, or in another direction: `way`, else that of the language."""
        named = f' lang="{attribute(tag)}"' if tag else ""
        if tag and not way and (self.leftward or direction(tag) == "rtl"):
            way = direction(tag)
        return f'{named} dir="{attribute(way)}"' if way else named

    def aside(self) -> str:
        """The attributes of words of the interface that stand in content."""
        return self.language(self.interface) if self.foreign else ""

    def within(self, tag: str) -> Self:
        """The writer for what stands in a passage in another language; itself where that makes no difference."""
        foreign = self.foreign or bool(tag and tag != self.interface)
        leftward = self.leftward or bool(tag and direction(tag) == "rtl")
        if (foreign, leftward) == (self.foreign, self.leftward):
            return self
        return self.varied(foreign=foreign, leftward=leftward)

    def varied(self, **changes: object) -> Self:
        """Another writer, which differs from this one in `changes`."""
        made = copy(self)
        # A property that is kept is one of the writer that it was made for.
        kept = {name for name in vars(made) if isinstance(getattr(type(made), name, None), cached_property)}
        for name in kept:
            del vars(made)[name]
        vars(made).update(changes)
        return made

    def inlines(self, content: Inlines) -> str:
        """A run of inline content."""
        if len(content) == 1 and type(content[0]) is Text:
            return self._text(content[0])
        if self.gap and any(isinstance(node, Gap) for node in content):
            return self._around_gaps(content, self.gap)
        return "".join([_WRITERS[type(node)](self, node) for node in content])

    def _around_gaps(self, content: Inlines, write: GapWriter) -> str:
        """The signs that close a gap are written with it, so that they stay on its line."""
        written: list[str] = []
        closing = ""
        for node, following in zip(content, (*content[1:], None), strict=True):
            if isinstance(node, Gap):
                found = _CLOSING.match(following.words) if isinstance(following, Text) else None
                closing = found[0] if found else ""
                written.append(write(node.number, closing))
                continue
            written.append(_WRITERS[type(node)](self, node)[len(closing) :])
            closing = ""
        return "".join(written)

    def _text(self, node: Text) -> str:
        words = _escaped(node.words)
        if self.leftward and not words.isascii() and _LEFTWARD.search(words):
            return _TELEPHONE.sub(r'<span dir="ltr">\g<0></span>', words)
        return words

    def _emphasis(self, node: Emphasis) -> str:
        return f"<em>{self.inlines(node.content)}</em>"

    def _strong(self, node: Strong) -> str:
        return f"<strong>{self.inlines(node.content)}</strong>"

    def _code(self, node: Code) -> str:
        way = ' dir="ltr"' if self.leftward else ""
        return f"<code{way}>{escape(node.text, quote=False)}</code>"

    def _link(self, node: Link) -> str:
        words = self.inlines(node.content)
        if not self.links:
            return words
        title = f' title="{attribute(node.title)}"' if node.title else ""
        if not node.new_tab:
            return f'<a href="{attribute(node.target)}"{title}>{words}</a>'
        target = f'href="{attribute(node.target)}" rel="noopener noreferrer" target="_blank"'
        told = f'<span class="visually-hidden"{self.aside()}> {escape(self.strings["link.new-tab"])}</span>'
        says = f"<span>{_ARROW}{told}</span>"
        return f"<a {target}{title}>{words}{says}</a>"

    def _term_link(self, node: TermLink) -> str:
        words = escape(node.words, quote=False)
        place = f' id="{node.place}"' if self.ids else ""
        return f'<a class="term" href="#{node.term}"{place}>{words}</a>' if self.links else words

    def _abbreviation(self, node: Abbreviation) -> str:
        return f'<abbr title="{attribute(node.meaning)}">{self.inlines(node.content)}</abbr>'

    def _span(self, node: Span) -> str:
        return f"<span{self.language(node.language, node.direction)}>{self.within(node.language).inlines(node.content)}</span>"

    def _element(self, node: Element) -> str:
        named = dict(node.attributes)
        spoken = self.language(named.pop("lang", ""), named.pop("dir", ""))
        attributes = spoken + "".join(f' {name}="{attribute(value)}"' for name, value in named.items())
        inner = self.within(dict(node.attributes).get("lang", ""))
        closing = "" if node.name == "wbr" else f"{inner.inlines(node.content)}</{node.name}>"
        return f"<{node.name}{attributes}>{closing}"

    def picture(self, node: Picture) -> str:
        """A picture."""
        width, height = (f' width="{node.width}"', f' height="{node.height}"') if node.width else ("", "")
        source = f'loading="lazy" src="{attribute(node.file)}"'
        place = f' id="{node.id}"' if node.id and self.ids else ""
        spoken = self.language(node.language)
        return f'<img alt="{attribute(node.alternative)}"{height}{place}{spoken} {source}{width}>'

    def _formula_among_words(self, node: Maths) -> str:
        """A formula that may be wider than a narrow page scrolls by itself, with the keyboard too (WCAG 2.2, 1.4.10)."""
        if len(node.said) <= _NARROW:
            return self.maths(node)
        focus = ' tabindex="0"' if self.links else ""
        said = f'aria-label="{attribute(node.said)}" class="{formula_class(node)}" role="group"'
        return f"<span {said}{focus}>{self.maths(node)}</span>"

    def maths(self, node: Maths) -> str:
        """A formula as MathML, with its plain signs for what cannot read that."""
        shown = ' display="block"' if node.large else ""
        return f'<math alttext="{attribute(node.said)}"{shown}>{"".join(map(_element_of_maths, node.tree))}</math>'

    def _line_break(self, node: LineBreak) -> str:
        return "<br>"

    def _note_reference(self, node: NoteReference) -> str:
        if not self.links:
            return f'<sup class="note">{node.number}</sup>'
        place = f' id="{node.module}--noted-{node.number}"' if node.first and self.ids else ""
        return f'<sup class="note"><a href="#{node.module}--note-{node.number}"{place}>{node.number}</a></sup>'


_WRITERS: Mapping[type, Callable[..., str]] = {
    Text: InlineWriter._text,
    Emphasis: InlineWriter._emphasis,
    Strong: InlineWriter._strong,
    Code: InlineWriter._code,
    Link: InlineWriter._link,
    TermLink: InlineWriter._term_link,
    Abbreviation: InlineWriter._abbreviation,
    Span: InlineWriter._span,
    Element: InlineWriter._element,
    Picture: InlineWriter.picture,
    Maths: InlineWriter._formula_among_words,
    LineBreak: InlineWriter._line_break,
    NoteReference: InlineWriter._note_reference,
}


def _element_of_maths(node: MathNode) -> str:
    named = "".join(f' {name}="{attribute(value)}"' for name, value in node.attributes)
    # A formula runs from left to right, and knows no `dir="auto"` (MathML Core 2.1.3).
    way = ' dir="rtl"' if node.name == "mtext" and _LEFTWARD.search(node.words) else ""
    return (
        f"<{node.name}{named}{way}>{_escaped(node.words)}{''.join(map(_element_of_maths, node.inside))}</{node.name}>"
    )


def _escaped(words: str) -> str:
    """Words as they stand in HTML. Most have no sign of it."""
    return escape(words, quote=False) if "&" in words or "<" in words or ">" in words else words


def attribute(value: str) -> str:
    """A value as it stands between the quotes of an attribute."""
    return escape(value, quote=False).replace('"', "&quot;")
