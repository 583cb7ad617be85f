"""A place in a file of the course, also where leading tabs were made spaces."""

import re
from typing import NamedTuple

from builder.model.diagnostics import Edit, Span
from builder.read.files.source import Source


class Place(NamedTuple):
    """A place in a file, by its line with leading tabs made spaces."""

    source: Source
    """The file."""
    line: int
    """Line in the file, counted from 1."""
    column: int
    """Column in the line with leading tabs made spaces, counted from 1."""

    @property
    def excerpt(self) -> str:
        """The line as it was typed; empty for one that the file does not have."""
        return self.source.line(self.line)

    @property
    def typed_column(self) -> int:
        """Its column in the line as it was typed."""
        return typed_column(self.excerpt, self.column)

    def moved(self, width: int) -> "Place":
        """The place that many characters to the right."""
        return Place(self.source, self.line, self.column + width)

    def in_line(self, column: int) -> "Place":
        """Another place in the same line."""
        return Place(self.source, self.line, column)

    def swap(self, old: str, new: str) -> Edit | None:
        """Replace `old` by `new` here; None when something else is written there."""
        return self.source.swap(self.line, self.typed_column, old, new)

    def span(self, length: int = 1) -> Span:
        """Where something of that length stands; of one that begins a block, the column is that of its first sign."""
        column = self.typed_column if length > 1 else self.column
        return Span(self.source.path, self.line, column, max(1, length))


NOWHERE = Place(Source("", ()), 1, 1)
"""The place of what has none."""


def untab(text: str) -> str:
    """Leading tabs become spaces up to the next multiple of four (CommonMark 2.2)."""
    body = text.lstrip(" \t")
    head = text[: len(text) - len(body)]
    marker = re.match(r"(?:[-+*>]|\d{1,9}[.)])(?=\t)", body)
    if marker:
        width = len(head.expandtabs(4)) + marker.end()
        rest = body[marker.end() :]
        inner = rest.lstrip("\t")
        gap = len((" " * width + rest[: len(rest) - len(inner)]).expandtabs(4)) - width
        body = marker.group() + " " * gap + inner
    return head.expandtabs(4) + body


def typed_column(text: str, column: int) -> int:
    """The column in a line as it was typed, for one in the same line with its leading tabs made spaces."""
    if "\t" not in text:
        return column
    spread = untab(text)
    more = len(spread) - len(text)
    lead = len(spread) - len(spread.lstrip(" "))
    return max(1, column - more if column > lead else min(column, len(text) - len(text.lstrip()) + 1))
