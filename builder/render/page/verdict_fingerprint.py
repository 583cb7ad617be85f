"""What a verdict rests on, as a short number: the run-time keeps it with each answer, and so knows when it holds no more."""

import hashlib

from builder.model.assessment import AssessmentItem
from builder.model.contract import FIRST_BASIS, LAST_BASIS


def basis_of(item: AssessmentItem) -> int:
    """A number from 2 to 16383 for kind and right answer of a question; 0 when nothing is right or wrong in it.

    Words, feedback, wrong options and the order of options do not count: a verdict holds without them.
    """
    if item.kind.right is None:
        return 0
    right = item.kind.right(item.interaction)
    digest = hashlib.sha256("\n".join((item.kind.fingerprint, *right)).encode()).digest()
    return FIRST_BASIS + int.from_bytes(digest[:4]) % (LAST_BASIS + 1 - FIRST_BASIS)
