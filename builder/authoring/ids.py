"""Finds the ids that come from file names and words, and writes them into the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from builder.authoring.insert import with_ids
from builder.authoring.rewrite import rewrite
from builder.errors import UnreadableSource
from builder.kinds import KINDS
from builder.model.diagnostics import Diagnostic, Report
from builder.model.source_facts import GeneratedId
from builder.read import read_course


@dataclass(frozen=True, slots=True)
class Fixing:
    """The result of `satchel ids`."""

    ids: tuple[GeneratedId, ...]
    """Ids that the author has not written; none when the course has faults that make ids uncertain."""
    faults: Report
    """Those faults."""
    written: bool = False
    """Whether those that can be inserted are in the files now."""

    @property
    def fixable(self) -> tuple[GeneratedId, ...]:
        """Ids that can be inserted into their file."""
        return tuple(made for made in self.ids if made.words)

    @property
    def left(self) -> tuple[GeneratedId, ...]:
        """Ids that still come from words or file names."""
        return tuple(made for made in self.ids if not (self.written and made.words))


def fix_ids(folder: Path, write: bool = False) -> Fixing:
    """Find the ids that the author has not written, and with `write` insert them into the files, all or none.

    Raises `UnreadableSource` and `UnwritableTarget`.
    """
    course, report = read_course(folder, KINDS, alone=True)
    faults = Report.of(filter(_uncertain, report.errors))
    if faults.errors:
        return Fixing((), faults)
    fixing = Fixing(course.generated_ids, faults, write)
    if write:
        _write(folder, fixing.fixable)
    return fixing


def _uncertain(fault: Diagnostic) -> bool:
    """Whether a fault may hide a block or add a false one: STR form, A13 empty headings, A15 ids used twice."""
    return fault.rule.startswith("STR-") or fault.rule in {"A13", "A15"}


def _write(folder: Path, ids: Sequence[GeneratedId]) -> None:
    files = {}
    for name, group in groupby(ids, key=lambda made: made.path):
        path = folder / name
        try:
            data = path.read_bytes()
        except OSError as problem:
            raise UnreadableSource(path, problem.strerror or str(problem)) from problem
        files[path] = with_ids(data, group)
    rewrite(files)
