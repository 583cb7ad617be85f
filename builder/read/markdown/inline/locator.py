"""Where in its lines a thing was written."""

import re
from collections.abc import Sequence

from builder.read.files.place import NOWHERE, Place
from builder.read.markdown.lines import Line

_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


class Locator:
    """Finds where in its lines a thing was written; the next one each time the same is asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.seen: dict[str, tuple[int, int]] = {}

    def __call__(self, needle: str) -> Place:
        """Its place; the beginning of the block when it cannot be found as written."""
        row, start = self.seen.get(needle, (0, 0))
        first = needle.split("\n")[0]
        for index in range(row, len(self.lines)):
            found = self.lines[index].text.find(first, start if index == row else 0) if first else -1
            if found >= 0:
                self.seen[needle] = (index, found + len(first))
                return self.lines[index].place(found)
        return self.lines[0].place() if self.lines else NOWHERE

    def alone(self, needle: str) -> Place:
        """The same for braces that are not part of doubled or escaped ones, of which one may be missing."""
        end = r"(?!\})" if needle.endswith("}") else r"(?![\w-]|\s*\})"
        pattern = re.compile(rf"(?<![{{\\]){re.escape(needle)}{end}")
        row, start = self.seen.get(pattern.pattern, (0, 0))
        for index in range(row, len(self.lines)):
            text = _CODE.sub(lambda code: " " * len(code[0]), self.lines[index].text)
            if found := pattern.search(text, start if index == row else 0):
                self.seen[pattern.pattern] = (index, found.end())
                return self.lines[index].place(found.start())
        return self(needle)
