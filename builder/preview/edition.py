"""An edition: the course as the preview shows it after one save, and how the next edition follows from it."""

import hashlib
import traceback
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from builder.check import check_course
from builder.errors import BuilderError, Defect
from builder.kinds import KINDS
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report
from builder.model.package import RenderedCourse
from builder.pipeline import renewed
from builder.read import Memory, read_course
from builder.remembered import Remembered
from builder.render import check_own_files, render_course_or_fault
from builder.render.interface.catalogues import interface_of, interfaces_of
from builder.render.page.environment import templates_folder
from builder.report import diagnostics_text, summary_text


@dataclass(frozen=True, slots=True)
class Shown:
    """A course without errors, rendered."""

    course: Course
    """The course."""
    rendered: RenderedCourse
    """Its files."""
    fingerprint: str
    """Fingerprint of everything that a learner gets."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The course folder after one save."""

    seen: str
    """Time of the day."""
    shown: Shown | None
    """The newest course without errors; None when there was none yet."""
    report: Report = field(default_factory=Report)
    """The faults in the folder now."""
    memory: Memory = field(default_factory=Memory, repr=False, compare=False)
    """What was read, for the next edition."""
    kept: Remembered = field(default_factory=Remembered, repr=False, compare=False)
    """What was checked and rendered, for the next edition."""
    problem: str = ""
    """Why the folder could not be read or rendered at all; empty when it could."""

    @property
    def state(self) -> str:
        """`problem`, `errors`, `warnings` or `clean`."""
        if self.problem:
            return "problem"
        if self.report.errors:
            return "errors"
        return "clean" if self.report.clean else "warnings"

    @property
    def summary(self) -> str:
        """The state in words."""
        return "the course could not be built" if self.problem else summary_text(self.report)


def told_of(edition: Edition, folder: Path, before: Edition | None = None) -> str:
    """The terminal's lines about an edition: its state, and each error unless they are the same as before."""
    line = f"{edition.seen}  {edition.problem or edition.summary}"
    errors = edition.report.errors
    if not errors or (before is not None and before.report.errors == errors):
        return line
    return f"{diagnostics_text(Report(errors), folder.as_posix())}\n\n{line}"


def next_edition(folder: Path, before: Edition | None = None) -> Edition:
    """Read, check and render the course in `folder`; never raises.

    With an error the course of the edition before stays.
    """
    seen = f"{datetime.now():%H:%M:%S}"
    last = Edition(seen, before.shown, memory=before.memory, kept=before.kept) if before else Edition(seen, None)
    try:
        return _rebuilt(folder, last)
    except BuilderError as problem:
        return replace(last, problem=str(problem))
    # A fault of ours must not end the preview: the author would lose the page and not know why.
    except Exception as fault:
        return replace(last, problem=str(Defect(_told(fault))))


def _rebuilt(folder: Path, last: Edition) -> Edition:
    last.kept.begin()
    last.memory.kept = last.kept
    course, found = read_course(folder, KINDS, last.memory, renew=renewed)
    found = Report.of(found.diagnostics, check_own_files(course))
    ours = templates_folder()
    interface, others = interface_of(course, ours), interfaces_of(course, ours)
    checked, report = check_course(course, found, interface=interface, kept=last.kept, others=others)
    if checked is None:
        return replace(last, report=report)
    rendered = render_course_or_fault(checked, last.kept)
    if isinstance(rendered, Diagnostic):
        return replace(last, report=Report.of(report.diagnostics, [rendered], suppressed=report.suppressed))
    return replace(last, report=report, shown=Shown(course, rendered, fingerprint(rendered)))


def fingerprint(rendered: RenderedCourse) -> str:
    """A digest of everything that a learner gets. Files on disk count by size and date, so that films need not be read."""
    digest = hashlib.sha256()
    for file in (*rendered.files, *rendered.scripts.values()):
        digest.update(f"\0{file.name}\0".encode())
        if isinstance(file.content, bytes):
            digest.update(file.content)
        else:
            digest.update(_stamp(file.content).encode())
    return digest.hexdigest()[:16]


def _stamp(path: Path) -> str:
    try:
        about = path.stat()
    except OSError:
        return "gone"
    return f"{about.st_size}/{about.st_mtime_ns}"


def _told(fault: Exception) -> str:
    place = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__}: {fault} ({Path(place.filename).name}, line {place.lineno})"
