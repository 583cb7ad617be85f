"""Options that are plainly the same in other words: another beginning gives an option another id."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from builder.compare.packages.finished import Key, Option, Question, Right, keys_of
from builder.model.assessment import Pair
from builder.model.content.spelling import spelled

_ALIKE = 0.6
"""How much of the letters must be the same."""


def reworded(was: Question, now: Question) -> dict[Key, Key]:
    """Each option that is gone -> the new one that says nearly the same, and is right or wrong as it was."""
    before, after = {one.key for one in was.options}, {one.key for one in now.options}
    gone = [one for one in was.options if one.key not in after]
    new = [one for one in now.options if one.key not in before]
    pairs = sorted(
        (
            (likeness, -at, one.key, other.key)
            for at, one in enumerate(gone)
            for other in new
            if (likeness := _likeness(one, other))
        ),
        reverse=True,
    )
    found: dict[Key, Key] = {}
    for _, _, one_key, other_key in pairs:
        fits = one_key not in found and other_key not in found.values()
        if fits and (one_key[0] in was.right) == (other_key[0] in now.right):
            found[one_key] = other_key
    return found


def right_now(was: Question, names: Mapping[Key, Key]) -> tuple[Right, ...]:
    """What was right, with the new ids of options that are only worded anew, in the order of `Question.right`."""
    if not names:
        return was.right
    renamed = tuple(_renamed(right, names) for right in was.right)
    return renamed if was.facts.ordered else tuple(sorted(renamed, key=keys_of))


def _renamed(right: Right, names: Mapping[Key, Key]) -> Right:
    ids = [names.get(key, key)[0] for key in keys_of(right)]
    return Pair(*ids) if isinstance(right, Pair) else ids[0]


def _likeness(one: Option, other: Option) -> float:
    """How alike two options are in their words, from 0 to 1, and 2 for the same; 0 below what counts, and for the two sides of a pair."""
    if one.target != other.target:
        return 0
    if spelled(one.words) == spelled(other.words):
        return 2
    ratio = SequenceMatcher(None, one.words.casefold(), other.words.casefold(), autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0
