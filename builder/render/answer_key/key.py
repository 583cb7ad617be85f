"""The key to a course: its questions in the order of reports, and what stands for each answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.assessment import AssessmentItem
from builder.model.course import Course, Module
from builder.render.answer_key.codes import Code, codes_of
from builder.render.answer_key.identifiers import identifiers_of, interaction_shape

MOST_PLACES = 250
"""Questions that have a place of their own in reports (`templates/runtime/lms/data-model/interactions.js`)."""

A_NUMBER, OWN_WORDS = "a number", "the learner's own words"
"""How an answer reads that has no codes, as the table says it."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One question as a report shows it."""

    place: int | None
    """Number of its interaction, from 0; None for those that have the place in which they are answered."""
    interaction: str
    """Id of its interaction."""
    module: Module
    """Where it stands."""
    words: str
    """The question itself."""
    written: str
    """How an answer reads that has no codes: `A_NUMBER` or `OWN_WORDS`; else empty."""
    codes: tuple[Code, ...]
    """What stands for its answers."""
    right: str
    """What is right, in words; empty when nothing is right or wrong."""
    item: AssessmentItem
    """The question as it was read: a page in another language than English says by it what is right."""


def key_of(course: Course) -> tuple[KeyEntry, ...]:
    """Every question that reaches an LMS, in the order of the course; none for a course without such questions."""
    names = identifiers_of([item.id for item in course.items], interaction_shape)
    asked = [(module, item) for module in course.modules for item in module.items if reported(item)]
    return tuple(
        _entry(place if place < MOST_PLACES else None, names[item.id], module, item)
        for place, (module, item) in enumerate(asked)
    )


def reported(item: AssessmentItem) -> bool:
    """Whether its answer reaches an LMS."""
    return not item.unreported and item.privacy in ("", "report")


def _entry(place: int | None, name: str, module: Module, item: AssessmentItem) -> KeyEntry:
    codes = codes_of(item)
    written = "" if codes else A_NUMBER if item.kind.scorm12 == "numeric" else OWN_WORDS
    title = " ".join(item.title.text.split())
    return KeyEntry(place, name, module, title, written, codes, _right(item, codes), item)


def _right(item: AssessmentItem, codes: Sequence[Code]) -> str:
    kind = item.kind
    if kind.right is None:
        return ""
    if not codes:
        right_words = list(map(str, (kind.reported or kind.right)(item.interaction)))
        for place, gap in enumerate(getattr(item.interaction, "gaps", ())):
            # A learner may answer in any language of the course.
            others = dict.fromkeys(words for _, words in gap.also if words not in gap.accepted)
            right_words[place] = " or ".join([right_words[place], *others])
        return "; ".join(right_words)
    right = [code for code in codes if code.right]
    if all(code.right.isdigit() for code in right):
        return "; ".join(code.words for code in sorted(right, key=lambda code: int(code.right)))
    if all(code.right == "yes" for code in right):
        return "; ".join(code.words for code in right)
    return "; ".join(f"{code.words} – {code.right.partition(': ')[2]}" for code in right)
