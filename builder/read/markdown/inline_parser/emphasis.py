"""Emphasis: `*words*`, `**words**` and the same with underscores (CommonMark 6.2)."""

import re
import unicodedata
import xml.etree.ElementTree as etree
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.inline_parser.verbatim import Found

if TYPE_CHECKING:
    from builder.read.markdown.inline_parser.engine import InlineEngine

_RUN = rare_pattern(r"\*+|_+")
_PLACEHOLDERS = "\x02\x03\uffff"
"""Signs around what other patterns have taken out: all of it begins and ends with a sign."""


@dataclass(slots=True)
class _Run:
    """Stars or underscores side by side, as many as are not used yet."""

    sign: str
    start: int
    end: int
    length: int
    """How many there were."""
    opens: bool
    closes: bool


@dataclass(slots=True)
class Region:
    """Words between two signs."""

    start: int
    end: int
    size: int
    """1 for emphasis, 2 for strong emphasis."""


class EmphasisPattern(InlineProcessor):
    """Emphasis of all kinds, found at once for a whole text."""

    looks_ahead = True

    def __init__(self, engine: "InlineEngine") -> None:
        super().__init__(r"[*_]+", engine.markdown)
        self._data, self._done = "", 0
        self._regions: list[Region] = []
        self._next = 0

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """The outermost emphasis that begins here."""
        # What is left is known by its distance from the end, which stays when what stands before is replaced.
        if len(data) - m.start() > len(self._data) - self._done or (
            data is not self._data and not data.endswith(self._data[self._done :])
        ):
            self._data, self._done, self._regions, self._next = data, 0, regions_of(data), 0
        shift = len(data) - len(self._data)
        regions = self._regions
        while self._next < len(regions) and regions[self._next].start + shift < m.start():
            self._next += 1
        if self._next == len(regions) or regions[self._next].start + shift >= m.end():
            return None, m.start(), m.end()
        outer = regions[self._next]
        element, self._next = _element(self._data, regions, self._next)
        self._done = outer.end
        return element, outer.start + shift, outer.end + shift


def _element(data: str, regions: list[Region], at: int) -> tuple[etree.Element, int]:
    """The element of a region with all that it holds, and the next region behind it."""
    region = regions[at]
    element = etree.Element("strong" if region.size == 2 else "em")
    position, end = region.start + region.size, region.end - region.size
    last: etree.Element | None = None
    at += 1
    while at < len(regions) and regions[at].start < end:
        inner = regions[at]
        _put(element, last, data[position : inner.start])
        last, at = _element(data, regions, at)
        element.append(last)
        position = inner.end
    _put(element, last, data[position:end])
    return element, at


def _put(element: etree.Element, last: etree.Element | None, text: str) -> None:
    """Add words to an element. The library looks at them no more: this is the last pattern, and it has found all in them."""
    if last is None:
        element.text = AtomicString(text)
    else:
        last.tail = AtomicString(text)


def regions_of(data: str) -> list[Region]:
    """All emphasis in a text, in order, the outer before the inner (CommonMark, appendix, process emphasis)."""
    runs = [_run(data, match) for match in _RUN.finditer(data)]
    regions: list[Region] = []
    openers: list[_Run] = []
    hopeless: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        while run.closes and run.start < run.end:
            key = (run.sign, run.opens, run.length % 3)
            index = _opener(run, openers, hopeless.get(key, 0))
            if index is None:
                hopeless[key] = len(openers)
                break
            opener = openers[index]
            size = 2 if opener.end - opener.start > 1 < run.end - run.start else 1
            regions.append(Region(opener.end - size, run.start + size, size))
            opener.end -= size
            run.start += size
            del openers[index + (opener.start < opener.end) :]
            hopeless = {one: min(least, len(openers)) for one, least in hopeless.items()}
        if run.opens and run.start < run.end:
            openers.append(run)
    return sorted(regions, key=lambda region: (region.start, -region.end))


def _opener(run: _Run, openers: list[_Run], least: int) -> int | None:
    """The nearest opening run that a closing one fits; of those up to `least` none does."""
    for index in range(len(openers) - 1, least - 1, -1):
        opener = openers[index]
        odd = (opener.closes or run.opens) and (opener.length + run.length) % 3 == 0 and run.length % 3 != 0
        if opener.sign == run.sign and not odd:
            return index
    return None


def _run(data: str, match: re.Match[str]) -> _Run:
    before = data[match.start() - 1] if match.start() else " "
    after = data[match.end()] if match.end() < len(data) else " "
    left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
    right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after))
    if match[0][0] == "_":
        opens, closes = left and (not right or _is_sign(before)), right and (not left or _is_sign(after))
    else:
        opens, closes = left, right
    return _Run(match[0][0], match.start(), match.end(), len(match[0]), opens, closes)


def _is_sign(character: str) -> bool:
    return not character.isalnum() and (character in _PLACEHOLDERS or unicodedata.category(character)[0] in "PS")
