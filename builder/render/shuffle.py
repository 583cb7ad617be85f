"""An order that looks like chance, is the same at every build, and is neither the right one nor that backwards."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

from builder.model.assessment import SimpleAssociableChoice, SimpleChoice

_Choice = TypeVar("_Choice", SimpleChoice, SimpleAssociableChoice)


def shuffled(item: str, choices: Sequence[_Choice]) -> tuple[_Choice, ...]:
    """The steps or partners of the item `item` in an order of their own; only a single step stays where it is."""
    mixed = sorted(choices, key=lambda choice: sha256(f"{item}/{choice.id}".encode()).digest())
    if mixed == list(choices) or (len(mixed) > 2 and mixed == list(reversed(choices))):
        mixed = mixed[1:] + mixed[:1]
    return tuple(mixed)
