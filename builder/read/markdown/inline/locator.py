"""Where in its lines a thing was written."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from builder.model.rare_pattern import rare_pattern
from builder.read.files.place import NOWHERE, Place
from builder.read.markdown.lines import Line

_CODE = rare_pattern(r"(`+)(?!`).*?(?<!`)\1(?!`)")


class Locator:
    """Finds where in its lines a thing was written; the next one each time the same is asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.seen: dict[str, int] = {}

    @cached_property
    def _text(self) -> str:
        return "\n".join([line.text for line in self.lines])

    @cached_property
    def _without_code(self) -> str:
        covered = (_CODE.sub(lambda code: " " * len(code[0]), line.text) for line in self.lines)
        return "\n".join(covered)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in the text."""
        return [0, *accumulate(len(line.text) + 1 for line in self.lines[:-1])]

    def __call__(self, needle: str) -> Place:
        """Its place; the beginning of the block when it cannot be found as written."""
        first = needle.split("\n")[0]
        found = self._text.find(first, self.seen.get(needle, 0)) if first else -1
        if found < 0:
            return self.lines[0].place() if self.lines else NOWHERE
        self.seen[needle] = found + len(first)
        return self._place(found)

    def alone(self, needle: str) -> Place:
        """The same for braces that are not part of doubled or escaped ones, of which one may be missing."""
        end = r"(?!\})" if needle.endswith("}") else r"(?![\w-]|[^\S\n]*\})"
        pattern = re.compile(rf"(?<![{{\\]){re.escape(needle)}{end}")
        found = pattern.search(self._without_code, self.seen.get(pattern.pattern, 0))
        if found is None:
            return self(needle)
        self.seen[pattern.pattern] = found.end()
        return self._place(found.start())

    def _place(self, at: int) -> Place:
        row = bisect_right(self._starts, at) - 1
        return self.lines[row].place(at - self._starts[row])
