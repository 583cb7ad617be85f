"""Captions that roll: each carries on the lines of the one before it, as live captioning and YouTube write them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from builder.model.media import Cue

_FEWEST = 3
"""Words in a row that show that a caption goes on with another; fewer do so only if they are all of it or a whole line."""
_SHARE = 3
"""Of so many captions one goes on with the one before it, if they roll: a speaker may say a thing twice as well."""


def without_repeats(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The same captions, of those that roll only what each adds; those that add nothing are left out."""
    carried = [0, *(_carried(one.text, other.text) for one, other in pairwise(cues))]
    rolling = sum(bool(kept) and kept < len(cue.text.split()) for kept, cue in zip(carried, cues, strict=False))
    if not rolling or rolling * _SHARE < len(cues) - 1:
        return tuple(cues)
    added = (replace(cue, text=" ".join(cue.text.split()[kept:])) for kept, cue in zip(carried, cues, strict=True))
    return tuple(cue for cue in added if cue.text)


def _carried(before: str, text: str) -> int:
    """How many words at the beginning of a caption are those at the end of the one before it."""
    old, new = before.split(), text.split()
    lines = {len(" ".join(text.split("\n")[:count]).split()) for count in range(1, text.count("\n") + 2)}
    for count in range(min(len(old), len(new)), 0, -1):
        if old[-count:] == new[:count] and (count >= _FEWEST or count in lines or count == len(old)):
            return count
    return 0
