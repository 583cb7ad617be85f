"""Results by what they were made from, so that after an edit only what changed is made again."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Remembered:
    """What was made in the last two rounds; a round is one look at a course."""

    def __init__(self) -> None:
        self._last: dict[Hashable, tuple[object, Any]] = {}
        self._now: dict[Hashable, tuple[object, Any]] = {}

    def begin(self) -> None:
        """Begin a round: what the last one did not ask for is forgotten."""
        self._last, self._now = self._now, {}

    def get(self, what: str, thing: object, values: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives; what it gave before for the very same `thing` and equal `values`.

        A thing that may change must not be given. It is kept as long as its result, so no other one has its identity.
        """
        key = (what, id(thing), values)
        kept = self._now.get(key) or self._last.get(key) or (thing, make())
        self._now[key] = kept
        result: T = kept[1]
        return result
