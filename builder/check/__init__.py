"""`Course` -> `CheckedCourse` and a report: what only the whole course can show."""

from builder.check.lost_words import check_words
from builder.check.run import check_course

__all__ = ["check_course", "check_words"]
