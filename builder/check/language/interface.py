"""LNG-002: the interface has words in the language of the course."""

from collections.abc import Collection, Iterator

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rules import fault


def check_interface(course: Course, interfaces: Collection[str]) -> Iterator[Diagnostic]:
    """Once for a course, whatever its modules are in; `interfaces` are the languages that have all words of it."""
    primary = course.language.partition("-")[0].lower()
    if primary in interfaces:
        return
    place, excerpt = course.language_place or (Span("course.yml"), "")
    message = (
        f"there are no buttons and messages in {course.language} yet: learners meet them in English, marked as English"
    )
    hint = (
        f"The course itself is as it should be. To add the words, copy strings/en.json in Satchel's templates to"
        f" strings/{primary}.json, and translate each text; what is in braces stays."
    )
    yield fault("LNG-002", place, message, hint, excerpt)
