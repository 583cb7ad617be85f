"""Where codes stand in a text, and which of them stand inside which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.content.signs import SIGNED
from builder.read.markdown.inline_parser.brackets import Bracketed
from builder.read.markdown.inline_parser.emphasis import regions_of
from builder.read.markdown.inline_parser.formulas import without_formulas
from builder.translate.segment import Segment

_GAP = re.compile(r"(?<!\\)\[\[([^\[\]]+)\]\]")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKED = {
    "struck": r"(?<![~{])~~(?![~\s])(?P<words>(?:[^~]|~(?!~))+)(?<!\s)~~(?![~}])",
    **{kind: SIGNED[element] for element, kind in (("mark", "marked"), ("sub", "low"), ("sup", "high"))},
}
"""Kinds of code -> their signs, with the words between them."""
_HIDDEN, _BEGUN = "\x02", "\x04"


@dataclass(slots=True)
class Span:
    """A code, from where to where it stands, and from where to where its words do."""

    start: int
    end: int
    kind: str
    words: tuple[int, int] | None = None
    parts: tuple[tuple[int, int, Segment | str], ...] = ()
    """Segments inside its signs, and signs that are written in another way: from where to where each of them stands."""


def formulas_in(text: str) -> list[Span]:
    """The formulas of a text."""
    if "$" not in text:
        return []
    shown = without_formulas(text, lambda raw: _BEGUN + _HIDDEN * (len(raw) - 1))
    return [Span(*match.span(), "formula") for match in re.finditer(rf"{_BEGUN}{_HIDDEN}*", shown)]


def signs_of(found: Sequence[Bracketed]) -> Iterator[tuple[int, int]]:
    """Where the signs of constructs stand, in which nothing else is looked for."""
    for one in found:
        if one.kind in {"picture", "footnote"}:
            yield one.start, one.end
        else:
            yield one.start, one.words[0]
            yield one.words[1], one.end
            yield from signs_of(one.inner)


def without_words(spans: Sequence[Span]) -> list[Span]:
    """Spans as what hides what stands in them: signs alone, of those that have words."""
    hidden = []
    for span in spans:
        if span.words is None or span.kind == "gap":
            hidden.append(span)
        else:
            hidden += [Span(span.start, span.words[0], ""), Span(span.words[1], span.end, "")]
    return hidden


def masked(text: str, spans: Sequence[Span]) -> str:
    """A text in which spans are hidden, as long as before."""
    for span in spans:
        text = text[: span.start] + _HIDDEN * (span.end - span.start) + text[span.end :]
    return text


def apart(spans: Sequence[Span]) -> list[Span]:
    """The spans that lie wholly beside or inside each other; of two that cross, the one that begins first.

    A pair of tags that crosses anything is two tags, each by itself: an author may write what no browser nests.
    """
    spans = [one for span in spans for one in (_tags(span) if _crosses(span, spans) else (span,))]
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        holders = [one for one in kept if one.end > span.start]
        if all(
            one.words and one.words[0] <= span.start and span.end <= one.words[1] and one.kind != "gap"
            for one in holders
        ):
            kept.append(span)
    return kept


def _crosses(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a pair of tags begins in another span and ends outside of it, or the other way round."""
    return (span.kind == "html" and span.words is not None) and any(
        one.start < span.start < one.end < span.end or span.start < one.start < span.end < one.end for one in spans
    )


def _tags(span: Span) -> tuple[Span, ...]:
    """The two tags of a pair, each by itself."""
    assert span.words
    opening = Span(span.start, span.words[0], span.kind, parts=span.parts)
    return opening, Span(span.words[1], span.end, span.kind)


def emphasis_in(raw: str, spans: list[Span]) -> list[Span]:
    """Stars and underscores, looked for in the text itself and in the words of each span."""
    found: list[Span] = []
    pairs = [span for span in spans if span.kind == "html"]
    others = [span for span in spans if span.kind != "html"]
    for begin, end in [(0, len(raw)), *(span.words for span in others if span.words and span.kind != "gap")]:
        own = [
            span
            for span in (*others, *without_words(pairs))  # a tag ends no run of words: emphasis may begin in its words
            if begin <= span.start and span.end <= end and (span.start, span.end) != (begin, end)
        ]
        text = masked(raw, own)
        text = _ESCAPED.sub(_HIDDEN * 2, text[begin:end])
        for region in regions_of(text):
            start, stop = region.start + begin, region.end + begin
            kind = "bold" if region.size == 2 else "italic"
            found.append(Span(start, stop, kind, (start + region.size, stop - region.size)))
    return found


def gaps_in(text: str) -> list[Span]:
    """The gaps of a text; code holds none."""
    hidden = [match.span() for match in _CODE_SPAN.finditer(text)]
    return [
        Span(match.start(), match.end(), "gap", match.span(1))
        for match in _GAP.finditer(text)
        if not any(a <= match.start() < b for a, b in hidden)
    ]


def marked_in(text: str, spans: Sequence[Span]) -> list[Span]:
    """Words that are struck, stand out, are low or high, where `spans` and escaped signs leave room for them."""
    found: list[Span] = []
    for kind, pattern in _MARKED.items():
        shown = _ESCAPED.sub(_HIDDEN * 2, masked(text, without_words([*spans, *found])))
        found += [Span(*match.span(), kind, match.span("words")) for match in re.finditer(pattern, shown)]
    return found
