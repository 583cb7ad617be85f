"""What is different from the package before."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from builder.build_all.results import Package, Task
from builder.build_all.storage import is_remote
from builder.compare import compare_packages
from builder.errors import BuilderError
from builder.package import scratch_folder


@contextmanager
def kept_package(task: Task) -> Iterator[tuple[Package, Path] | None]:
    """A package of the build before, out of the way of the new one; None when there is none on a disk."""
    known = task.known.packages if task.known and not is_remote(task.out) else ()
    package = next((one for one in known if one.destination in task.wishes.destinations), None)
    if package is None or not Path(task.out, package.name).is_file():
        yield None
        return
    with scratch_folder(Path(task.out)) as scratch:
        copy = scratch / package.name
        try:
            os.link(Path(task.out, package.name), copy)
        except OSError:  # a disk that has one name for a file
            shutil.copyfile(Path(task.out, package.name), copy)
        yield package, copy


def what_changed(old: tuple[Package, Path] | None, new: Path | None, before: Mapping[str, Any]) -> Mapping[str, Any]:
    """How the new package differs from the old one, as JSON has it; `before` where nothing does, for it still holds."""
    if old is None or new is None:
        return {}
    try:
        comparison = compare_packages(old[1], new, verified=True)
    except BuilderError:  # somebody has put another file in its place
        return {}
    if not comparison.changes and comparison.old.version == comparison.new.version:
        return before
    return {
        "from": comparison.old.version,
        "verdict": comparison.verdict.value,
        "changes": [
            {"subject": change.subject, "what": change.what, "effect": change.effect, "grave": change.grave}
            for change in comparison.changes
        ],
    }
