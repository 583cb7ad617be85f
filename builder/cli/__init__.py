"""The commands. Each imports what it needs when it runs, so that `satchel --help` answers at once.

Exit status: 0 nothing in the way, 1 an error (with --strict, also a warning), 2 the command could not be carried out;
`compare` has 3 for a package that must not replace the other.
"""

from builder.cli import courses, many, media, packages, strings, translating, writing
from builder.cli.group import main

__all__ = ["courses", "main", "many", "media", "packages", "strings", "translating", "writing"]
