"""`Number`: a number to write."""

from builder.model.assessment import NumericEntryInteraction
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.near_miss.block_shape import equals
from builder.read.questions.number import read_number

_LONGEST = 24
"""Characters that its field takes."""


def _right(number: NumericEntryInteraction) -> list[str]:
    return [f"{number.low:f}", f"{number.high:f}"]


NUMBER = QuestionKind(
    word="Number",
    name="number",
    component="number",
    read=read_number,
    shape=Shape(shows=equals, telling="there is a line with = and a number below this heading"),
    examples=("number",),
    scorm12="numeric",
    scorm2004="numeric",
    right=_right,
    fingerprint="NumericEntryInteraction",
    reported=lambda number: [" to ".join(dict.fromkeys(_right(number)))],
    longest=lambda _: LongestAnswer(written=(_LONGEST,)),
)
