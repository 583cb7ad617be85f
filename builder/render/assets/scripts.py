"""The scripts of a course: one for each destination, and that of the record of learning, which is the same for all."""

from collections.abc import Mapping
from pathlib import Path

from builder.model.package import DESTINATIONS
from builder.render.assets.cache import kept

RECORD = "record"

ENTRY = "runtime/start.js"
"""Module of the run-time that starts all others."""

RECORD_ENTRY = "runtime/start-record.js"
"""The same for the record of learning, which the page fetches once it is ready."""

JOINER = ("script.py", "shorten.py", "tighten.py", "lexemes.py")


def course_scripts(folder: Path) -> Mapping[str, str]:
    """The script of each destination, and that of the `record`. Raises TemplateFault when a module is at fault."""
    return kept(folder, "scripts.json", JOINER, lambda: _joined(folder))


def _joined(folder: Path) -> dict[str, str]:
    # Most builds find what an earlier one joined, and need no joiner.
    from builder.render.assets.script import join_scripts

    return {to: join_scripts(folder, ENTRY, to) for to in DESTINATIONS} | {
        RECORD: join_scripts(folder, RECORD_ENTRY, DESTINATIONS[0])
    }
