"""Results by what they were made from, so that after an edit only what changed is made again."""

from collections.abc import Callable, Hashable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")


class Remembered:
    """What was made in the last two rounds; a round is one look at a course."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, int, Hashable], tuple[object, Any]] = {}
        self._now: dict[tuple[str, int, Hashable], tuple[object, Any]] = {}

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

    def entries(self) -> Iterator[tuple[str, object, Hashable, Any]]:
        """Everything, the last round first: what it is, the thing, the values, and the result."""
        for kept in (self._last, self._now):
            for (what, _, values), (thing, result) in kept.items():
                yield what, thing, values, result

    def restore(self, what: str, thing: object, values: Hashable, result: object) -> None:
        """Take back what `entries` gave, as if it came from the last round."""
        self._last[what, id(thing), values] = (thing, result)
