"""Which ids of a course hang on its words."""

from collections.abc import Iterable
from pathlib import Path

from builder.model.diagnostics import Report
from builder.model.kind import Kind
from builder.read.course import read_course
from builder.read.generated_ids import MadeId
from builder.read.ids import Ids


def unfixed_ids(folder: Path, kinds: Iterable[Kind]) -> tuple[tuple[MadeId, ...], Report]:
    """The ids of modules and blocks that the author did not write, and every fault found in reading.

    Raises `UnreadableSource` when there is no such folder.
    """
    ids = Ids()
    _, report = read_course(folder, kinds, ids)
    return tuple(sorted(ids.made, key=lambda made: (made.path, made.line))), report
