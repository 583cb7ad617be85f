"""`Fill`: running text with gaps."""

from builder.model.assessment import TextEntryInteraction
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.near_miss.block_shape import gaps
from builder.read.questions.fill import read_fill
from builder.read.questions.gaps import LONGEST_ANSWER


def _right(text: TextEntryInteraction) -> list[str]:
    """Of each gap all that is right, as the run-time compares it."""
    return ["|".join(sorted(" ".join(word.casefold().split()) for word in gap.accepted)) for gap in text.gaps]


FILL = QuestionKind(
    word="Fill",
    name="fill",
    component="fill",
    read=read_fill,
    shape=Shape(shows=gaps, telling="there is a gap in double brackets below this heading", running_text=True),
    examples=("fill",),
    scorm12="fill-in",
    scorm2004="fill-in",
    right=_right,
    fingerprint="TextEntryInteraction",
    reported=lambda text: [" or ".join(" ".join(word.split()) for word in gap.accepted) for gap in text.gaps],
    pieces=lambda text: text.pieces,
    longest=lambda text: LongestAnswer(written=(LONGEST_ANSWER,) * len(text.gaps)),
    in_parts=lambda text: True,
)
