"""An order that looks like chance, is the same at every build, and is neither the right one nor that backwards.

It is what paper shows, and a page without script; the run-time gives each learner an order of her own (`runtime/question/shuffle.js`).
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

from builder.model.assessment import AssessmentItem, SimpleAssociableChoice, SimpleChoice
from builder.model.course import Course

_Choice = TypeVar("_Choice", SimpleChoice, SimpleAssociableChoice)


def shuffled(item: str, choices: Sequence[_Choice]) -> tuple[_Choice, ...]:
    """The steps or partners of the item `item` in an order of their own; only a single step stays where it is."""
    mixed = sorted(choices, key=lambda choice: sha256(f"{item}/{choice.id}".encode()).digest())
    if mixed == list(choices) or (len(mixed) > 2 and mixed == list(reversed(choices))):
        mixed = mixed[1:] + mixed[:1]
    return tuple(mixed)


def mixed(item: AssessmentItem, course: Course) -> str:
    """Which options of a question the run-time mixes: `all`, `all-but-last`, or empty for none. True comes before false."""
    if item.kind.mixed != "asked":
        return ""
    how = item.shuffle or ("no" if item.kind.own_order else course.shuffle)
    return "" if how == "no" or (how == "all-but-last" and len(item.choices) < 3) else how
