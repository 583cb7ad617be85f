"""W13 and W14: options that point at other options, feedback that explains nothing."""

import html
import re
from collections.abc import Iterator

from builder.check.places import passage_of, remark
from builder.model.assessment import AssessmentItem, ChoiceInteraction, OrderInteraction
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic
from builder.model.rules import fault

_POINTS = re.compile(
    r"\b(?:all|none|both|neither|any|some|two) of the above\b"
    r"|^(?:both |only )?(?:options? |answers? )?(?:[a-h]|[1-9])(?:,? ?(?:and|&|or|,) ?(?:[a-h]|[1-9]))+$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:(?:yes|no|sorry|well done|that(?:’s| is)|this is|it(?:’s| is)|you(?:’re| are)|not)[,.!]? )*"
    r"(?:right|wrong|correct|incorrect|true|false|yes|no|not (?:right|correct|quite)|well done|good|try again|sorry)"
    r"(?: answer)?[.!]*$",
    re.IGNORECASE,
)
_LETTERED, _CURT = 24, 50
"""Characters of the longest `options a, b and c`, and of the longest feedback that explains nothing."""
_TAG = re.compile(r"<[^>]*>")


def check_questions(course: Course) -> Iterator[Diagnostic]:
    """Every question with choices."""
    for module in course.modules:
        for item in module.items:
            if isinstance(item.interaction, ChoiceInteraction):
                yield from _options(module, item, item.interaction)
            if isinstance(item.interaction, ChoiceInteraction | OrderInteraction):
                feedback = [choice.feedback for choice in item.interaction.choices]
                yield from _feedback(module, item, [*feedback, item.modal_feedback])


def _options(module: Module, item: AssessmentItem, interaction: ChoiceInteraction) -> Iterator[Diagnostic]:
    for choice in interaction.choices:
        words = choice.content.text.strip().rstrip(".")
        if (len(words) <= _LETTERED or "above" in words) and _POINTS.search(words):
            message = f"the option “{words}” speaks of other options, which a learner may meet in another order"
            hint = "Say in the option itself what it stands for, or let learners tick several: put an x into each."
            yield _at(module, item, choice.content.text, "W13", message, hint)


def _feedback(module: Module, item: AssessmentItem, feedback: list[str]) -> Iterator[Diagnostic]:
    for written in feedback:
        if written and len(written) < _CURT:
            words = html.unescape(_TAG.sub("", written)).strip()
            if _BARE.match(words):
                message = f"the feedback “{words}” does not say why"
                hint = "Add the reason in one sentence: > Yes. The framework begins with mobilising."
                yield _at(module, item, words, "W14", message, hint)


def _at(module: Module, item: AssessmentItem, words: str, rule: str, message: str, hint: str) -> Diagnostic:
    passage = passage_of(module, words, item.span)
    return remark(rule, module, passage, words, message, hint) if passage else fault(rule, item.span, message, hint)
