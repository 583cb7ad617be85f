"""Regular expressions that are compiled when they are first used.

Satchel has 370 of them, most for faults and for parts that few courses have. All at once they took 40 ms at each start.
"""

import re
from typing import TYPE_CHECKING, Any

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


class _Pattern:
    """Stands for a compiled pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:  # from now on found without coming here
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


if TYPE_CHECKING:
    rare_pattern = re.compile
else:

    def rare_pattern(source: str, flags: int = 0) -> _Pattern:
        """The same as `re.compile`; for patterns that most courses do not need."""
        return _Pattern(source, flags)
