"""An order that looks like chance, is the same at every build, and is never the right one."""

from collections.abc import Sequence
from hashlib import sha256

from builder.model.assessment import SimpleChoice


def shuffled(item: str, choices: Sequence[SimpleChoice]) -> tuple[SimpleChoice, ...]:
    """The steps of the item `item` in an order of their own; only a single step stays where it is."""
    mixed = sorted(choices, key=lambda choice: sha256(f"{item}/{choice.id}".encode()).digest())
    if mixed == list(choices):
        mixed = mixed[1:] + mixed[:1]
    return tuple(mixed)
