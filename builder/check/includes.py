"""Faults in a fragment name who includes it: an author who changes it should know what else changes."""

from dataclasses import replace

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic

MOST = 3
"""Places that are named; of more, how many there are."""


def name_includers(course: Course, diagnostic: Diagnostic) -> Diagnostic:
    """The same fault, with the places that include its file in the hint."""
    places = course.includes.get(diagnostic.span.path, ())
    if not places:
        return diagnostic
    named = [f"{place.path}:{place.line}" for place in places[:MOST]]
    rest = f" and {len(places) - MOST} more" if len(places) > MOST else ""
    return replace(diagnostic, hint=f"{diagnostic.hint} (Included by {', '.join(named)}{rest}.)")
