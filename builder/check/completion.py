"""STR-027: a learner can complete the course."""

from collections.abc import Iterator

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.model.rules import fault


def check_completion(course: Course) -> Iterator[Diagnostic]:
    """A pass mark where one is needed, and none of its settings where nothing is scored."""
    rule, mark = course.completion.rule, course.completion.pass_mark
    if rule == "pass-mark" and mark is None:
        message = "completion by pass mark needs a pass mark"
        yield _told(course, "completion", message, "Add a line such as `pass-mark: 80`.")
    if rule != "pass-mark" and mark is not None:
        hint = "Write `completion: pass-mark`, or delete the pass mark."
        yield _told(course, "pass-mark", "there is a pass mark, but completion does not depend on it", hint)
    if rule != "pass-mark" and course.completion.partial:
        hint = "Write `completion: pass-mark` and a pass mark, or delete the line."
        yield _told(course, "scoring", "`scoring: partial` is set, but this course has no score", hint)
    if rule != "pass-mark" and "failed" in course.completion.places:
        hint = "Write `completion: pass-mark` and a pass mark, or delete the line."
        yield _told(course, "failed", "`failed` is set, but this course cannot be failed", hint)


def check_asked_for(course: Course, read: Report) -> Iterator[Diagnostic]:
    """Films, declarations and questions, where completion asks for them.

    `read`: what reading the course found. A question or film with a fault is not there yet, and is no part that is missing.
    """
    faulty = any(one.rule.startswith(_PARTS) for one in read.errors)
    if faulty or not course.modules:
        return
    if course.completion.films and not course.films:
        hint = "Take `all-films` out of the line, or add a film."
        yield _told(course, "completion", "completion asks for `all-films`, but there is no film", hint)
    if course.completion.confirmed and not any(item.kind.confirmed for item in course.items):
        hint = "Take `all-confirmed` out of the line, or add a Declare."
        yield _told(course, "completion", "completion asks for `all-confirmed`, but there is no Declare", hint)
    rule = course.completion.rule
    if rule in {"pass-mark", "all-questions"} and not any(item.scored for item in course.items):
        hint = "Add a Quiz or another question with a right answer, or write `completion: all-modules`."
        yield _told(course, "completion", f"completion is `{rule}`, but no question has a right answer", hint)


_PARTS = ("QUE-", "MED-", "A13")
"""How the rules begin whose faults leave out a question or a film."""


def _told(course: Course, key: str, message: str, hint: str) -> Diagnostic:
    """A fault at the line of course.yml that a key stands on."""
    span, excerpt = course.completion.places.get(key, (Span("course.yml"), ""))
    return fault("STR-027", span, message, hint, excerpt)
