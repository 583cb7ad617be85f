"""QUE-017: questions with more parts than a learner can keep in view, and than a page can hold."""

from collections.abc import Iterator

from builder.check.places import excerpt_of
from builder.model.assessment import (
    AssessmentItem,
    MatchInteraction,
    OrderInteraction,
    TextEntryInteraction,
)
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.rules import fault

MOST_STEPS = 60
"""Steps of an Order: each has a list of all places, so the page grows with their square."""
MOST_TARGETS = 60
"""Partners or groups: each row has a list of all of them."""
MOST_ROWS = 200
"""Rows of a Match or a Sort."""
MOST_CHOICES = 200
"""Options of a Quiz, labels of a Scale."""
MOST_GAPS = 200
"""Gaps of a Fill."""
MOST_ACCEPTED = 100
"""Answers that one gap accepts."""

_HINT = "Divide it into several questions. On a small screen nobody keeps more in view."


def check_question_size(course: Course) -> Iterator[Diagnostic]:
    """Every question of the course."""
    for module in course.modules:
        for item in module.items:
            for count, most, what in _parts(item):
                if count > most:
                    message = f"this question has {count:,} {what}, more than the {most} that a page can show"
                    yield fault("QUE-017", item.span, message, _HINT, excerpt_of(module, item.span))


def _parts(item: AssessmentItem) -> Iterator[tuple[int, int, str]]:
    """How many parts of each sort there are, how many there may be, and what they are called."""
    match item.interaction:
        case OrderInteraction(choices=steps):
            yield len(steps), MOST_STEPS, "steps"
        case MatchInteraction(sources=rows, targets=targets):
            yield len(targets), MOST_TARGETS, "partners or groups"
            yield len(rows), MOST_ROWS, "rows"
        case TextEntryInteraction(gaps=gaps):
            yield len(gaps), MOST_GAPS, "gaps"
            yield max(len(gap.accepted) for gap in gaps), MOST_ACCEPTED, "answers to one gap"
        case _:
            yield len(item.choices), MOST_CHOICES, "options"
