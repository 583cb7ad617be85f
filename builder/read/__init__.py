"""Course folder -> `Course` and diagnostics. The only stage that reads what authors write."""

from builder.read.again.memory import Memory
from builder.read.course import read_course

__all__ = ["Memory", "read_course"]
