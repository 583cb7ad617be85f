"""Course folder -> `Course` and diagnostics. The only stage that reads what authors write."""

from builder.read.course import read_course
from builder.read.generated_ids import MadeId
from builder.read.unfixed import unfixed_ids

__all__ = ["MadeId", "read_course", "unfixed_ids"]
