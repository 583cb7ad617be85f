"""Course folder -> `Course` and diagnostics. The only stage that reads what authors write."""

from builder.read.again.memory import Memory
from builder.read.course import read_course
from builder.read.languages import Renewal

__all__ = ["Memory", "Renewal", "read_course"]
