"""Names of speakers that stand in the words, as Zoom writes them: `Ann Smith: Welcome.`"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.captions.caption import Caption, Change, Parts

_NAMED = re.compile(r"^(?:(?:&gt;&gt;|>>|-)\s*)?\[?([^\W\d_][^:<>\[\]]{0,39}?)\]?:\s+(?=\S)")
_SMALL = frozenset(
    ("de", "der", "den", "van", "von", "da", "del", "di", "la", "le", "du", "al", "el", "bin", "ap", "ab")
)
_MOST_WORDS = 5


def with_speakers(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    """The same captions; where a line begins with the name of a speaker, the name is a voice of WebVTT.

    A word with a colon is a name where it begins several captions, or where most captions begin with one: `Remember:`
    may begin a sentence once.
    """
    names = _names(captions)
    named = [replace(caption, parts=tuple(_parts(caption.parts, names))) for caption in captions]
    changes = [
        Change(new.line, "the name before the words is the speaker now (<v Name>)")
        for old, new in zip(captions, named, strict=True)
        if _voices(old.parts) != _voices(new.parts)
    ]
    return named, changes


def _names(captions: Sequence[Caption]) -> frozenset[str]:
    """Names in the words of captions that have no voice yet."""
    begins = [_NAMED.match(text) for caption in captions for voice, text in caption.parts[:1] if not voice]
    found = [match[1] for match in begins if match and _is_name(match[1])]
    most = len(found) * 2 > len(begins)
    return frozenset(name for name, count in Counter(found).items() if count > 1 or most)


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and all(
        word in _SMALL or word.isdigit() or not word[0].isalpha() or word[0] == word[0].upper() for word in words
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
