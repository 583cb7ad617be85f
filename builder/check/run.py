"""All checks, in the order of their modules."""

from collections.abc import Callable, Iterator

from builder.check.accessibility import check_headings, check_links, check_pictures, check_titles
from builder.check.completion import check_completion
from builder.check.media import check_films
from builder.check.targets import check_targets
from builder.model.course import CheckedCourse, Course
from builder.model.diagnostics import Diagnostic, Report

CHECKS: tuple[Callable[[Course], Iterator[Diagnostic]], ...] = (
    check_titles,
    check_headings,
    check_links,
    check_pictures,
    check_targets,
    check_films,
    check_completion,
)


def check_course(course: Course, read: Report) -> tuple[CheckedCourse | None, Report]:
    """Hold a course against the rules.

    `read` is what reading it found. Gives the checked course, or None when an error is left anywhere, and the whole
    report.
    """
    report = Report.of(read.diagnostics, *(check(course) for check in CHECKS))
    return (None if report.errors else CheckedCourse(course)), report
