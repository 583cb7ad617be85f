"""What a verdict rests on, as a short number: the run-time keeps it with each answer, and so knows when it holds no more."""

import hashlib

from builder.model.assessment import (
    AssessmentItem,
    ChoiceInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    TextEntryInteraction,
)
from builder.render.page.filters import decimal

_FIRST, _END = 2, 2**14
"""0 and 1 have meanings of their own in the saved state (`templates/runtime/state/snapshot.js`); more would take a third byte there."""


def basis_of(item: AssessmentItem) -> int:
    """A number from 2 to 16383 for kind and right answer of a question; 0 when nothing is right or wrong in it.

    Words, feedback, wrong options and the order of options do not count: a verdict holds without them.
    """
    right = _right(item)
    if right is None:
        return 0
    digest = hashlib.sha256("\n".join((type(item.interaction).__name__, *right)).encode()).digest()
    return _FIRST + int.from_bytes(digest[:4]) % (_END - _FIRST)


def _right(item: AssessmentItem) -> list[str] | None:
    match item.interaction:
        case ChoiceInteraction(choices=choices):
            return sorted(choice.id for choice in choices if choice.correct)
        case OrderInteraction(choices=choices):
            return [choice.id for choice in choices]
        case MatchInteraction(right=pairs):
            return sorted(f"{source}.{target}" for source, target in pairs)
        case TextEntryInteraction(gaps=gaps):
            return ["|".join(sorted(" ".join(word.casefold().split()) for word in gap.accepted)) for gap in gaps]
        case NumericEntryInteraction(low=low, high=high):
            return [decimal(low), decimal(high)]
    return None
