"""Two finished packages, opened afresh: whether the new one may take the place of the old one, and what learners notice."""

from pathlib import Path

from builder.compare.change import Change, Comparison, Verdict
from builder.compare.changes.course import course_changes, other_course
from builder.compare.changes.languages import language_changes
from builder.compare.changes.makeup import course_makeup
from builder.compare.changes.modules import module_changes
from builder.compare.changes.questions import question_changes
from builder.compare.changes.terms import course_terms
from builder.compare.packages.finished import Finished
from builder.compare.packages.opening import open_package
from builder.compare.packages.soundness import refuse_ambiguous, refuse_unsound


def compare_packages(old: Path, new: Path, verified: bool = False) -> Comparison:
    """Open two packages and hold them against each other; `verified`: the new one comes from a build that is just over.

    Raises UnreadableSource when one is no course of Satchel's, UnsoundPackage when one cannot be judged or the new one is
    not as a build leaves it.
    """
    refuse_ambiguous(old)
    refuse_ambiguous(new)
    opened = open_package(old), open_package(new)
    if not verified:
        refuse_unsound(new)
    return compare(*opened)


def compare(old: Finished, new: Finished) -> Comparison:
    """What is different; nothing but that when they are two courses, or for two destinations."""
    if others := tuple(other_course(old, new)):
        return Comparison(old, new, others)
    of_course = (*course_changes(old, new), *course_terms(old, new), *course_makeup(old, new))
    changes = (*of_course, *module_changes(old, new), *question_changes(old, new))
    return Comparison(old, new, (*changes, *language_changes(old, new, changes)))


__all__ = ["Change", "Comparison", "Finished", "Verdict", "compare", "compare_packages"]
