"""Names of speakers that stand in the words, as Zoom writes them: `Ann Smith: Welcome.`"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.captions.caption import Caption, Change, Parts

_NAMED = re.compile(r"^(?:(?:&gt;&gt;|>>|-)\s*)?\[?([^\W\d_][^:<>\[\]]{0,39}?)\]?:\s+(?=\S)")
_BRACKETED = re.compile(r"^[-–—]\s*\[([^\W\d_][^:<>\[\]]{0,39}?)\]\s+(?=\S)")
"""As Rev writes them: `- [Ann Smith] Welcome.`"""
_TIMED = re.compile(r"^([^\W\d_][^:<>\[\]]{0,39}?) \d{1,2}(?::\d\d){1,2}\n(?=\S)")
"""As Otter writes them: `Ann Smith 0:04` on a line of its own above the words."""
_ABOVE = re.compile(r"^([^\W\d_][^:<>\[\].,!?;]{0,39})\n(?=\S)")
"""As Meet and transcripts of Teams write them: a line of its own above the words."""
_SMALL = frozenset(
    ("de", "der", "den", "van", "von", "da", "del", "di", "la", "le", "du", "al", "el", "bin", "ap", "ab")
)
_MOST_WORDS = 5


def with_speakers(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    """The same captions; where a line begins with the name of a speaker, or is one, the name is a voice of WebVTT.

    A word with a colon is a name where it begins several captions, or where most captions begin with one: `Remember:`
    may begin a sentence once.
    """
    written = _with_colons(captions)
    names = _names(written)
    kept: list[Caption] = []
    changes: list[Change] = []
    for caption, colons in zip(captions, written, strict=True):
        parts = tuple(_parts(colons.parts, names))
        if _voices(parts) != _voices(caption.parts):
            changes.append(Change(caption.line, "the name before the words is the speaker now (<v Name>)"))
        else:
            parts = tuple(_parts(caption.parts, names))  # what looked like a name is none
        kept.append(replace(caption, parts=parts))
    return kept, changes


def _with_colons(captions: Sequence[Caption]) -> list[Caption]:
    """The same captions, with a colon behind each name that is written in another way."""
    unvoiced = [caption.parts[0][1] for caption in captions if caption.parts and not caption.parts[0][0]]
    above = Counter(match[1] for text in unvoiced if (match := _ABOVE.match(text)) and _is_name(match[1]))
    # A title may stand above words, or a line end behind a name: only names that come again are names here.
    lines = max(above.values(), default=0) > 1 and above.total() * 2 > len(unvoiced)
    return [
        replace(caption, parts=tuple((name, _colons(name, text, lines)) for name, text in caption.parts))
        for caption in captions
    ]


def _colons(name: str, text: str, lines: bool) -> str:
    if name:
        return text
    for form in (_TIMED, *((_ABOVE,) if lines else ())):
        match = form.match(text)
        if match and _is_name(match[1]):
            return f"{match[1]}: {text[match.end() :]}"
    return "\n".join(_BRACKETED.sub(r"\1: ", line) for line in text.split("\n"))


def _names(captions: Sequence[Caption]) -> frozenset[str]:
    """Names in the words of captions that have no voice yet."""
    begins = [_NAMED.match(text) for caption in captions for voice, text in caption.parts[:1] if not voice]
    found = [match[1] for match in begins if match and _is_name(match[1])]
    most = len(found) * 2 > len(begins)
    return frozenset(name for name, count in Counter(found).items() if count > 1 or most)


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and all(
        word in _SMALL or word.isdigit() or not word[0].isalpha() or word != word.lower() or word == word.upper()
        for word in words
    )


def _parts(parts: Parts, names: frozenset[str]) -> Iterable[tuple[str, str]]:
    for speaker, text in parts:
        if speaker:
            yield speaker, text.removeprefix(f"{speaker}: ")
            continue
        told = ["", ""]
        for line in text.split("\n"):
            match = _NAMED.match(line)
            if match and match[1] in names:
                if told[1]:
                    yield told[0], told[1]
                told = [match[1], line[match.end() :]]
            else:
                told[1] = f"{told[1]}\n{line}" if told[1] else line
        yield told[0], told[1]


def _voices(parts: Parts) -> list[str]:
    return [name for name, _ in parts if name]
