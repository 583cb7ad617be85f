"""A module's text as it was put together: its own file, and the fragments that it includes.

Lines of all files are numbered in one sequence while a module is read, so that a line needs no file beside its number.
"""

from dataclasses import dataclass, field

from builder.read.files.source import Source

STEP = 10_000_000
"""What the numbers of two files differ by: more lines than any file can have."""


@dataclass(slots=True)
class Assembly:
    """The files of a module."""

    main: Source
    """The module's own file; its lines keep their numbers."""
    parts: list[Source] = field(default_factory=list)
    """The fragments, one for each time that one is included."""

    wanted: bool = False
    """Whether a line includes a fragment, also one that is not there."""

    def add(self, source: Source) -> int:
        """Take up a fragment; gives the number of its first line."""
        self.parts.append(source)
        return len(self.parts) * STEP + 1

    def at(self, line: int) -> tuple[Source, int]:
        """The file that a line stands in, and its number there."""
        part, own = divmod(line, STEP)
        return (self.parts[part - 1] if part else self.main), own
