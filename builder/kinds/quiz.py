"""`Quiz`: options with tick boxes."""

from dataclasses import replace

from builder.model.assessment import AssessmentItem, ChoiceInteraction, Fragment
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.blocks.sections import Section
from builder.read.markdown.block_writer import Writer
from builder.read.near_miss.block_shape import tick_boxes
from builder.read.questions.choice import read_quiz

_TRUE_FALSE = ({"true", "false"}, {"gwir", "gau"}, {"gwir", "anghywir"})


def _read(section: Section, identifier: str, title: Fragment, writer: Writer) -> AssessmentItem | None:
    item = read_quiz(section, identifier, title, writer)
    words = [choice.content.text.lower().rstrip(".") for choice in item.choices] if item else []
    return replace(item, kind=TRUE_FALSE) if item and len(words) == 2 and set(words) in _TRUE_FALSE else item


def _right(quiz: ChoiceInteraction) -> list[str]:
    return sorted(choice.id for choice in quiz.choices if choice.correct)


def _longest(quiz: ChoiceInteraction) -> LongestAnswer:
    ids = tuple(choice.id for choice in quiz.choices)
    return LongestAnswer(chosen=tuple((one,) for one in ids) if quiz.multiple else (ids,))


QUIZ = QuestionKind(
    word="Quiz",
    name="choice",
    component="choice",
    read=_read,
    shape=Shape(shows=tick_boxes, telling="there are tick boxes below this heading", entry="- [ ]"),
    examples=("one", "several", "true-false"),
    scorm12="choice",
    scorm2004="choice",
    right=_right,
    fingerprint="ChoiceInteraction",
    longest=_longest,
    choices=lambda quiz: quiz.choices,
    in_parts=lambda quiz: bool(quiz.multiple),
    mixed="asked",
)

TRUE_FALSE = replace(QUIZ, name="true-false", scorm12="true-false", scorm2004="true-false", own_order=True)
"""A quiz whose two options are the words for true and false."""
