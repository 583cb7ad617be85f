"""What is wrong in the course in another language, by paths of the folder of its source."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from builder.model.course import Translation
from builder.model.diagnostics import Diagnostic, Report


def check_translation(translation: Translation, alone: Report) -> Iterator[Diagnostic]:
    """Every finding of a translation, at its place below the source; `alone` is what a check of it as a course gives.

    What is wrong in a module that the source lends is reported there, and not once more.
    """
    for found in alone.diagnostics:
        if found.span.path not in translation.lent:
            yield _below(translation.folder, found)


def _below(folder: str, found: Diagnostic) -> Diagnostic:
    def path(name: str) -> str:
        return posixpath.normpath(f"{folder}/{name}")

    edits = tuple(replace(edit, path=path(edit.path)) for edit in found.fix)
    return replace(found, span=replace(found.span, path=path(found.span.path)), fix=edits)
