"""Markdown of a block -> words and codes. All signs together are the text as it was written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from builder.read.markdown.block_parser.boxes import IMG
from builder.read.markdown.inline_parser.brackets import Bracketed, bracketed
from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.markdown.inline_parser.html_tags import without_entities
from builder.read.markdown.inline_parser.verbatim import SIGNS, code_end, verbatim_at
from builder.translate.extract.formulas import formula_parts, formula_segment, words_of
from builder.translate.extract.plain_text import VARIABLE, plain_words, settings_tokens
from builder.translate.extract.spans import (
    Span,
    apart,
    emphasis_in,
    formulas_in,
    gaps_in,
    marked_in,
    masked,
    signs_of,
    without_words,
)
from builder.translate.segment import Code, Segment, Style, Token, Written, joined, trimmed

_BREAK = re.compile(r" {2,}\n")
_PLACE = re.compile(r"(?:\*\*|__).+?(?:\*\*|__)[:.]?[ \t]*(\(\d{1,3}(?:\.\d+)? ?%? *[,;،؛] *\d{1,3}(?:\.\d+)? ?%?\))")
"""Where the place of an entry in a `Picture` is: figures that no translator changes."""
_NAMED = re.compile(r"(?:\*\*|__)[^\n]*?\S([ \t]*\{#[^\s{}]*\})[ \t]*(?:\*\*|__)")
"""Where the id of an entry is that begins with its name in bold."""
_BEHIND_PICTURE = re.compile(r"(?:\{[^{}\n]*\})+")
_ATTRIBUTE = re.compile(r"\s([^\s\"'=<>/]+)(?:\s*=\s*(\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_SAID = {
    "alt": "what a picture shows",
    "title": "what an abbreviation stands for",
}
"""Attributes with words -> what they say; in a picture a title is its caption."""
_ALT = "Say what one would see, in 150 characters or fewer."
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_SIGNS = re.compile(SIGNS)
_VERBATIM = {"ticks": "code", "uri": "address", "mail": "address", "newline": "break", "tag": "comment"}
"""What markdown leaves as it is -> kinds of code; escaped signs and entities are words."""


class InlineSegments:
    """Reads the inline content of one file."""

    def __init__(self, engine: InlineEngine, file: str, addresses: dict[str, str]) -> None:
        """`engine` knows the link references; `addresses` gives each address that the translated course has to write otherwise."""
        self.engine = engine
        self.file = file
        self.addresses = addresses

    def segment(
        self,
        raw: str,
        line: int,
        column: int,
        role: str,
        style: Style = "markdown",
        context: str = "",
        gaps: bool = False,
    ) -> Segment:
        """The segment of a text; its lines are joined by line breaks. `gaps`: it may have some."""
        spans = self._spans(raw, gaps)
        if style == "yaml-markdown":
            spans += [Span(*match.span(), "paragraph") for match in re.finditer(r"[ \t]*\n\s*", raw)]
        spans = apart(spans)
        codes: list[Code] = []
        at = _Place(self, raw, line, column, context)
        tokens = trimmed(joined(tuple(at.tokens(0, len(raw), spans, codes))))
        return Segment(self.file, line, column, role, tokens, tuple(codes), style, raw, context)

    def _spans(self, raw: str, gaps: bool) -> list[Span]:
        if IMG.match(raw):
            return [Span(0, len(raw), "picture", parts=tuple(self._values(raw, 0, len(raw), "caption of a picture")))]
        spans = gaps_in(raw) if gaps else []
        spans += [replace(span, parts=tuple(self._words(raw, span))) for span in formulas_in(masked(raw, spans))]
        shown = masked(raw, spans)
        found = bracketed(shown, self.engine)
        spans += self._bracketed(found, raw)
        spans += self._verbatim(raw, shown, found)
        spans += [Span(*match.span(), "variable") for match in VARIABLE.finditer(masked(shown, without_words(spans)))]
        spans += [Span(*match.span(), "break") for match in _BREAK.finditer(raw)]
        spans += [Span(*match.span(1), "place") for match in (_PLACE.match(raw), _NAMED.match(raw)) if match]
        spans = apart([*spans, *marked_in(shown, spans)])
        return [*spans, *emphasis_in(raw, spans)]

    def _words(self, raw: str, formula: Span) -> Iterator[tuple[int, int, Segment]]:
        for begin, end in words_of(raw[formula.start : formula.end]):
            start, stop = formula.start + begin, formula.start + end
            yield start, stop, formula_segment(self.file, raw[start:stop], raw.count("\n", 0, start))

    def _bracketed(self, found: Sequence[Bracketed], raw: str) -> Iterator[Span]:
        for one in found:
            title = self._inner(raw, one.title, "title of a link" if one.kind == "link" else "caption of a picture")
            if one.kind == "picture":
                behind = _BEHIND_PICTURE.match(raw, one.end)
                alt = self._inner(raw, one.words, "what a picture shows")
                # The words of a translation are no label: it is written out.
                label = ((one.words[1], one.end, f"][{one.label}]"),) if one.label else ()
                yield Span(one.start, behind.end() if behind else one.end, "picture", parts=(*alt, *title, *label))
                continue
            kind = "language" if one.kind == "span" else one.kind
            yield Span(one.start, one.end, kind, one.words if kind != "footnote" else None, title)
            yield from self._bracketed(one.inner, raw)

    def _inner(self, raw: str, span: tuple[int, int] | None, role: str) -> tuple[tuple[int, int, Segment], ...]:
        if span is None or not raw[slice(*span)].strip():
            return ()
        text = raw[slice(*span)]
        line = raw.count("\n", 0, span[0])
        if role == _SAID["alt"]:
            return ((*span, replace(self.segment(text, line, 0, role), note=_ALT)),)
        start, end = span[0] - 1, span[1] + 1
        return ((start, end, self._title(plain_words(text), raw[start:end], line, role)),)

    def _title(self, words: str, raw: str, line: int, role: str) -> Segment:
        is_alternative = role == _SAID["alt"]
        parts = partial(formula_parts, self.file, line) if is_alternative else None
        tokens, codes = settings_tokens(words, parts)
        return Segment(self.file, line, 0, role, tokens, codes, "title", raw, note=_ALT if is_alternative else "")

    def _values(
        self, raw: str, start: int, end: int, title: str = _SAID["title"]
    ) -> Iterator[tuple[int, int, Segment]]:
        """The words in the attributes of a tag; `title` is what the title says."""
        for one in _ATTRIBUTE.finditer(raw, start, end):
            name, words = one[1].lower(), one[3] or one[4] or one[5] or ""
            if words.strip() and name in _SAID:
                role = title if name == "title" else _SAID[name]
                line = raw.count("\n", 0, one.start(2))
                yield *one.span(2), self._title(without_entities(words), one[2], line, role)

    def _verbatim(self, raw: str, shown: str, found: Sequence[Bracketed]) -> Iterator[Span]:
        """Code, tags, addresses and comments; tags that belong together are one code."""
        tags: list[re.Match[str]] = []
        position = 0
        hidden = list(signs_of(found))
        while sign := _SIGNS.search(shown, position):
            position = sign.end()
            if outside := next((end for begin, end in hidden if begin <= sign.start() < end), 0):
                position = outside
            elif match := verbatim_at(shown, sign.start()):
                end = code_end(shown, match) if match["ticks"] else match.end()
                position = end or match.end()
                if match["tag"] and _TAG.match(match[0]):
                    tags.append(match)
                elif end and match.lastgroup in _VERBATIM:
                    yield Span(match.start(), end, _VERBATIM[match.lastgroup])
        yield from self._pairs(raw, tags)

    def _pairs(self, raw: str, tags: Sequence[re.Match[str]]) -> Iterator[Span]:
        """Opening tags with their closing ones, and tags that stand alone."""
        opened: list[tuple[str, re.Match[str]]] = []
        for match in tags:
            tag = _TAG.match(match[0])
            assert tag
            name = tag[2].lower()
            opening = next((one for one in reversed(opened) if one[0] == name), None) if tag[1] else None
            if opening:
                place = opened.index(opening)
                for _, unclosed in opened[place + 1 :]:
                    yield self._tag(raw, unclosed)
                del opened[place:]
                (start, words), (close, end) = opening[1].span(), match.span()
                yield Span(start, end, "html", (words, close), tuple(self._values(raw, start, words)))
            elif name == "br" and not tag[1]:
                yield Span(*match.span(), "break")
            elif tag[1] or name == "wbr":
                yield self._tag(raw, match)
            else:
                opened.append((name, match))
        for _, match in opened:
            yield self._tag(raw, match)

    def _tag(self, raw: str, match: re.Match[str]) -> Span:
        """A tag by itself."""
        return Span(*match.span(), "html", parts=tuple(self._values(raw, *match.span())))


@dataclass(slots=True)
class _Place:
    """A text, and where it stands."""

    reader: InlineSegments
    raw: str
    line: int
    column: int
    context: str

    def tokens(self, at: int, end: int, spans: Sequence[Span], codes: list[Code]) -> Iterator[Token]:
        """The tokens of a part of the text, of which `spans` are the codes that stand directly or indirectly in it."""
        index = 0
        while index < len(spans):
            span = spans[index]
            inside = index + 1
            while inside < len(spans) and spans[inside].start < span.end:
                inside += 1
            yield Token("words", plain_words(self.raw[at : span.start]))
            codes.append(Code("", ()))
            number = len(codes)
            codes[number - 1] = self._code(span)
            if span.words is None:
                yield Token("mark", number=number)
            else:
                yield Token("open", number=number)
                if span.kind == "gap":
                    yield Token("words", self.raw[slice(*span.words)])
                else:
                    yield from self.tokens(*span.words, spans[index + 1 : inside], codes)
                yield Token("close", number=number)
            at = span.end
            index = inside
        yield Token("words", plain_words(self.raw[at:end]))

    def _code(self, span: Span) -> Code:
        if span.words is None:
            return Code(span.kind, self._written(span.start, span.end, span))
        before, after = self._written(span.start, span.words[0], span), self._written(span.words[1], span.end, span)
        if span.kind == "link" and isinstance(after[-1], str) and not after[0].startswith("]("):  # type: ignore[union-attr]
            label = self.raw[span.words[1] + 2 : span.end - 1] or self.raw[slice(*span.words)]
            after = (f"][{label}]",)  # the words of a translation are no label
        return Code(span.kind, before, after, True)

    def _written(self, start: int, end: int, span: Span) -> Written:
        made: list[str | Segment] = []
        at = start
        for begin, stop, part in sorted(span.parts, key=lambda part: part[0]):
            if start <= begin and stop <= end:
                made += [self._signs(at, begin), part if isinstance(part, str) else self._placed(part)]
                at = stop
        return (*made, self._signs(at, end))

    def _signs(self, start: int, end: int) -> str:
        """Characters of a code, with the address that the translated course writes."""
        signs = self.raw[start:end]
        for written, other in self.reader.addresses.items():
            if written in signs:
                found = re.search(rf"(?<=[(<\s]){re.escape(written)}(?=[)>\s])", signs)
                signs = f"{signs[: found.start()]}{other}{signs[found.end() :]}" if found else signs
        return signs

    def _placed(self, segment: Segment) -> Segment:
        codes = tuple(
            replace(code, before=self._all(code.before), after=self._all(code.after)) for code in segment.codes
        )
        line = self.line + segment.line
        return replace(segment, line=line, column=self.column, context=self.context, codes=codes)

    def _all(self, parts: Written) -> Written:
        """The segments in the signs of a code, placed as the one that holds them."""
        return tuple(part if isinstance(part, str) else self._placed(part) for part in parts)
