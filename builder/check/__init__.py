"""`Course` -> `CheckedCourse` and a report: what only the whole course can show."""

from builder.check.run import check_course
from builder.check.words import check_words

__all__ = ["check_course", "check_words"]
