"""Options that are plainly the same in other words: another beginning gives an option another id."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from builder.compare.packages.finished import Option, Question

_ALIKE = 0.6
"""How much of the letters must be the same."""


def reworded(was: Question, now: Question) -> dict[str, str]:
    """Id of each option that is gone -> the id of the new one that says nearly the same, and is right or wrong as it was."""
    before, after = {one.id for one in was.options}, {one.id for one in now.options}
    gone = [one for one in was.options if one.id not in after]
    new = [one for one in now.options if one.id not in before]
    pairs = sorted(
        (
            (likeness, -at, one.id, other.id)
            for at, one in enumerate(gone)
            for other in new
            if (likeness := _likeness(one, other))
        ),
        reverse=True,
    )
    found: dict[str, str] = {}
    for _, _, one_id, other_id in pairs:
        fits = one_id not in found and other_id not in found.values()
        if fits and (one_id in was.right) == (other_id in now.right):
            found[one_id] = other_id
    return found


def right_now(was: Question, names: Mapping[str, str]) -> tuple[str, ...]:
    """What was right, with the new ids of options that are only worded anew, in the order of `Question.right`."""
    if not names:
        return was.right
    renamed = tuple(_renamed(right, names) for right in was.right)
    return renamed if was.kind == "order" else tuple(sorted(renamed))


def _renamed(right: str, names: Mapping[str, str]) -> str:
    source, dot, target = right.partition(".")
    if not dot:
        return names.get(right, right)
    return f"{names.get(source, source)}.{names.get(f'to.{target}', f'to.{target}').removeprefix('to.')}"


def _likeness(one: Option, other: Option) -> float:
    """How alike two options are in their words, from 0 to 1; 0 below what counts, and for the two sides of a pair."""
    if one.id.startswith("to.") != other.id.startswith("to."):
        return 0
    ratio = SequenceMatcher(None, one.words.casefold(), other.words.casefold(), autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0
