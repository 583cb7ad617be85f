"""`Course` -> `CheckedCourse` and a report: what only the whole course can show."""

from builder.check.run import check_course

__all__ = ["check_course"]
