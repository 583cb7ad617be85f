"""Where words are cut: into captions of two lines, and each into its lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.content.line_width import NO_SPACES, joined, line_width

WIDEST = 42
"""Cells of a line (W05): a letter has one, a sign of Chinese or Japanese two."""
LINES = 2
"""Lines of a caption (W05)."""

_SENTENCE = re.compile(r"[.?!…。！？؟۔।።։][”’\"')\]»」』）]*$")
_CLAUSE = re.compile(r"[,;:–—、，；：،؛][”’\"')\]»」』）]*$")
_ENTITY = re.compile(r"&(?:[a-z]+|#x?[0-9a-fA-F]+);")
_SMALL = frozenset(
    [
        "a",
        "about",
        "after",
        "an",
        "and",
        "are",
        "around",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "behind",
        "between",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "my",
        "no",
        "nor",
        "not",
        "of",
        "off",
        "on",
        "or",
        "our",
        "over",
        "she",
        "should",
        "so",
        "some",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "under",
        "until",
        "up",
        "very",
        "was",
        "we",
        "were",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whose",
        "will",
        "with",
        "without",
        "would",
        "you",
        "your",
    ]
)
"""English words that belong to what follows them: a line does not end with one."""
_SHORT = 2
"""Letters of a word that, in most languages, belongs to what follows it."""
_CLOSES = frozenset(
    "、。，．・：；？！ー々ゝゞ”’）〕］｝〉》」』】…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?:;)]}%％"
)
_OPENS = frozenset("“‘（〔［｛〈《「『【([{¥￥$")

_SHORTEST = 14
"""Cells of a caption below which it is hardly worth a glance."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What is never cut: a word, or a sign of a script without spaces."""

    text: str
    width: int
    """Cells."""
    spaced: bool
    """Whether a space stands behind it."""
    cost: int
    """What it costs to end a caption behind it."""


def width(text: str) -> int:
    """Cells of a line, without tags."""
    return line_width(_ENTITY.sub("x", text))


def cut(text: str, room: int = 0, most: float = 0, least: float = 0) -> list[str]:
    """Words as captions of one or two lines, cut where a speaker might pause; `room` is for a name before the first.

    A caption has at most `most` letters, where that is no 0, and rather more than `least`: what can be read in its time.
    """
    words = list(_words(text))
    count = len(words)
    costs = [0.0] + [float("inf")] * count
    begins = [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            piece = words[start:end]
            cost = _cost(piece, room if start == 0 else 0, end == count, most, least)
            if cost is None and end - start > 1:
                break
            total = costs[start] + (1000.0 if cost is None else cost)
            if total < costs[end]:
                costs[end], begins[end] = total, start
    pieces: list[str] = []
    end = count
    while end:
        start = begins[end]
        pieces.append(_lined(words[start:end], room if start == 0 else 0))
        end = start
    return pieces[::-1]


def two_lines(text: str, room: int = 0) -> str:
    """One line where it fits, else two, broken where a speaker might pause."""
    return _lined(list(_words(text)), room)


def _words(text: str) -> Iterator[_Word]:
    for word in joined(text.split("\n")).split():
        signs = list(_signs(word))
        for place, sign in enumerate(signs):
            last = place == len(signs) - 1
            after = signs[place + 1] if not last else ""
            yield _Word(sign, width(sign), last, _cost_behind(sign, after))


def _signs(word: str) -> Iterator[str]:
    """A word of a script with spaces as it is; else each sign, with the marks that may not begin or end a line."""
    held = ""
    for sign in word:
        apart = held and (NO_SPACES.match(sign) or NO_SPACES.match(held[-1]))
        if apart and sign not in _CLOSES and held[-1] not in _OPENS:
            yield held
            held = ""
        held += sign
    if held:
        yield held


def _cost_behind(word: str, after: str) -> int:
    if _SENTENCE.search(word):
        return 0
    if _CLAUSE.search(word):
        return 12
    if after:  # within a script without spaces: words of Japanese often end with a sign of Hiragana
        return 30 if "ぁ" <= word[-1] <= "ゟ" and not "ぁ" <= after[0] <= "ゟ" else 55
    bare = word.casefold().strip("“‘\"'(")
    return 70 if bare in _SMALL or (len(bare) <= _SHORT and bare.isalpha() and not word.isupper()) else 30


def _cost(piece: Sequence[_Word], room: int, last: bool, most: float, least: float) -> float | None:
    """What a caption of these words costs; None for one that does not fit."""
    length = sum(word.width + word.spaced for word in piece) - piece[-1].spaced
    if (most and length > most) or length + room > LINES * WIDEST + 1:
        return None
    cost = 25.0 + (0 if last else piece[-1].cost)
    if length + room > WIDEST:
        broken = _broken(piece, room)
        if broken is None:
            return None
        cost += broken[0]
    if length < max(_SHORTEST, least):
        cost += 45 * (1 - length / max(_SHORTEST, least)) + 15
    return cost


def _broken(piece: Sequence[_Word], room: int) -> tuple[float, int] | None:
    """Cost and place of the best break of a line; None where two lines do not hold the words."""
    whole = room + sum(word.width + word.spaced for word in piece) - piece[-1].spaced
    best: tuple[float, int] | None = None
    above = room
    for place, word in enumerate(piece[:-1], start=1):
        first = above + word.width
        below = whole - first - word.spaced
        above = first + word.spaced
        if first <= WIDEST and below <= WIDEST:
            cost = word.cost / 2 + abs(first - below) / 2 + (3 if first > below else 0)
            if best is None or cost < best[0]:
                best = cost, place
    return best


def _lined(piece: Sequence[_Word], room: int) -> str:
    whole = room + sum(word.width + word.spaced for word in piece) - piece[-1].spaced
    broken = _broken(piece, room) if whole > WIDEST else None
    if broken is None:
        return _joined(piece)
    return f"{_joined(piece[: broken[1]])}\n{_joined(piece[broken[1] :])}"


def _joined(piece: Sequence[_Word]) -> str:
    return "".join(word.text + (" " if word.spaced else "") for word in piece).rstrip(" ")
