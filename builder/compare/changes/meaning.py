"""Whether other words still say the same: by their letters and signs alone, so it errs on the side of caution."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from builder.model.content.spelling import has_words, is_another, is_word, meant

_LEAST = 5
"""Letters of a word in which one may be a slip of the hand; in shorter ones it makes another word."""
_RELATED = 0.35
"""How many of the letters must stand together as before, of two texts that may ask the same."""


def is_correction(before: str, after: str) -> bool:
    """Whether only spelling, capitals and punctuation differ: every word, number and sign is still there.

    A slip is one letter of a word, two of a long one, behind the first: `legal` and `illegal` are two words. In a unit
    capitals count: `mg` is not `Mg`.
    """
    if is_another(before, after):
        return False
    was, now = meant(before).split(), meant(after).split()
    return len(was) == len(now) and all(
        one == other or _is_slip(one, other) for one, other in zip(was, now, strict=True)
    )


def likeness(before: str, after: str) -> float:
    """How much of their letters two texts share, from 0 to 1; 0 when a number or sign is another one."""
    was, now = meant(before), meant(after)
    if not (has_words(was) and has_words(now)):
        return float(was == now)
    if _exact(was.split()) != _exact(now.split()):
        return 0.0
    one, other = Counter(_together(was)), Counter(_together(now))
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else float(was == now)


def _is_slip(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < _LEAST or one[0] != other[0] or any(map(str.isdigit, one + other)):
        return False
    return _distance(one, other) <= (1 if shorter < _LEAST + 2 else 2)


def _distance(one: str, other: str) -> int:
    """How many letters must be added, taken out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, row[0] = row[0], at
        for place, another in enumerate(other, 1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (letter != another))
    return row[-1]


def _exact(parts: Sequence[str]) -> Counter[str]:
    """Numbers and signs: with another one a text says something else, however alike the words are."""
    return Counter(part for part in parts if not is_word(part[0]) or any(map(str.isdigit, part)))


def _together(text: str) -> Iterable[str]:
    """Every two letters that stand together: words are not set apart in all scripts."""
    return (pair for pair in map("".join, pairwise(text)) if " " not in pair)
