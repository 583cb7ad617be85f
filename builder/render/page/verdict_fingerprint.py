"""What an answer rests on, as short numbers: the run-time keeps them with each answer, and so knows when it holds no more."""

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


def wording_of(item: AssessmentItem) -> str:
    """The words of a question that ids do not say, as the page has them: `about-40=9182 .tea=77`, or empty.

    Answers to several gaps are known by their places: `*` stands for what is asked there.
    """
    numbers = dict(item.wordings)
    if len(item.kind.longest(item.interaction).written) > 1:
        numbers["*"] = basis_of(item)
    return " ".join(f"{key}={number}" for key, number in numbers.items())
