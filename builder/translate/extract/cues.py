"""WebVTT -> the segments of its cues (W3C WebVTT, 4.2.2: cue text)."""

import re
from collections.abc import Iterator
from html import unescape

from builder.read.files.source import Source
from builder.translate.extract.regions import Region
from builder.translate.segment import Code, Segment, Token, Written, joined, trimmed

_TIMES = re.compile(r"^\s*(\S+)\s+-->\s+(\S+)")
_TAG = re.compile(r"<(/?)([a-z]*)([^<>]*)>")
_NAME = re.compile(r"(v(?:\.[^\s>]*)?[ \t]+)(\S[^>]*)")
_PAIRED = frozenset(["b", "i", "u", "c", "v", "lang", "ruby", "rt"])
_KINDS = {"b": "bold", "i": "italic", "v": "speaker", "lang": "language"}
ROLES = {
    "captions": "caption of a film",
    "chapters": "title of a chapter",
    "descriptions": "what a film shows",
}
"""What the cues of each kind of track are."""


class CueSegments:
    """Finds the segments of one file."""

    def __init__(self, source: Source, role: str) -> None:
        self.source = source
        self.role = role
        self.speakers: dict[str, Segment] = {}

    def regions(self) -> Iterator[Region]:
        """A segment for each cue."""
        number = 1
        while number < len(self.source.lines):
            times = _TIMES.match(self.source.lines[number])
            number += 1
            if not times:
                continue
            first = number
            while (
                number < len(self.source.lines) and self.source.lines[number] and "-->" not in self.source.lines[number]
            ):
                number += 1
            if number > first:
                yield self._cue(first, number, f"{times[1]} to {times[2]}")

    def _cue(self, first: int, end: int, times: str) -> Region:
        lines = self.source.lines[first:end]
        raw = "\n".join(lines)
        codes: list[Code] = []
        tokens = trimmed(joined(tuple(self._tokens(raw, codes, first + 1))))
        note = f"Shown from {times}."
        segment = Segment(self.source.path, first + 1, 1, self.role, tokens, tuple(codes), "cue", raw, "", note)
        return Region(segment, (first + 1, 1), (end, len(lines[-1]) + 1), (first + 1, 1), marked="cue")

    def _tokens(self, raw: str, codes: list[Code], line: int) -> Iterator[Token]:
        tags = list(_TAG.finditer(raw))
        ends = _ends(tags)
        numbers: dict[int, int] = {}
        at = 0
        for place, tag in enumerate(tags):
            yield Token("words", unescape(raw[at : tag.start()]))
            at = tag.end()
            if place in numbers:
                yield Token("close", number=numbers[place])
                continue
            close = ends.get(place)
            after = (tags[close][0],) if close is not None else ()
            codes.append(Code(_KINDS.get(tag[2], "html"), self._opening(tag, line), after, close is not None))
            if close is not None:
                numbers[close] = len(codes)
            yield Token("mark" if close is None else "open", number=len(codes))
        yield Token("words", unescape(raw[at:]))

    def _opening(self, tag: re.Match[str], line: int) -> Written:
        named = _NAME.match(tag[0][1:-1]) if tag[2] == "v" else None
        if not named:
            return (tag[0],)
        name = " ".join(named[2].split())
        if name not in self.speakers:
            tokens = (Token("words", unescape(name)),)
            self.speakers[name] = Segment(self.source.path, line, 1, "name of a speaker", tokens, (), "cue", named[2])
        return (f"<{named[1]}", self.speakers[name], ">")


def _ends(tags: list[re.Match[str]]) -> dict[int, int]:
    """Which tag closes which, by their places; those that are never closed are not in it."""
    opened: list[int] = []
    ends: dict[int, int] = {}
    for place, tag in enumerate(tags):
        if not tag[1] and tag[2] in _PAIRED:
            opened.append(place)
        elif tag[1] and opened and tags[opened[-1]][2] == tag[2]:
            ends[opened.pop()] = place
    return ends
