"""Whether a package can be judged at all, and whether it may take the place of another: as a build verifies its own."""

from collections.abc import Iterable
from pathlib import Path

from builder.errors import UnreadableSource, UnsoundPackage
from builder.model.diagnostics import Diagnostic, Severity
from builder.verify import verify_package
from builder.verify.finding import abridged
from builder.verify.zip_file.container import open_container
from builder.verify.zip_file.entries import verify_entries

_AMBIGUOUS = frozenset({"PKG-003", "PKG-004", "PKG-006", "PKG-007", "PKG-008", "PKG-014", "PKG-016"})
"""Faults by which two programs see other files in a zip, or none: nobody can say what learners have."""
_NAMED = 5
"""Faults that are named."""


def refuse_ambiguous(path: Path) -> None:
    """Raise UnsoundPackage for a zip that cannot be judged, UnreadableSource for what is none."""
    opened = open_container(path)
    if isinstance(opened, Diagnostic):
        raise UnreadableSource(path, opened.message)
    with opened as container:
        faults = [fault for fault in verify_entries(container) if fault.rule in _AMBIGUOUS]
    _refuse(path, "cannot be compared: nobody can say what an LMS makes of it", abridged(faults))


def refuse_unsound(path: Path) -> None:
    """Raise UnsoundPackage for a package that a build would not have written."""
    faults = [fault for fault in verify_package(path)[0].diagnostics if fault.severity is Severity.ERROR]
    _refuse(path, "must not take the place of another package: a build would not have written it", faults)


def _refuse(path: Path, what: str, faults: Iterable[Diagnostic]) -> None:
    listed = [f"{fault.span.path[:200]}:{fault.span.line}: {fault.rule} {fault.message}" for fault in faults]
    if listed:
        more = f"and {len(listed) - _NAMED:,} more" if len(listed) > _NAMED else ""
        raise UnsoundPackage(path, what, [*listed[:_NAMED], *filter(None, [more])])
