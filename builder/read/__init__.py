"""Course folder -> `Course` and diagnostics. The only stage that reads what authors write."""

from builder.read.course import read_course

__all__ = ["read_course"]
