"""Course folder -> `Course` and diagnostics. The only stage that reads what authors write."""

from builder.read.again.memory import Memory, ReadFile
from builder.read.course import is_module, read_course
from builder.read.languages import Renewal

__all__ = ["Memory", "ReadFile", "Renewal", "is_module", "read_course"]
