"""The table of kinds: each row is whole, and fits its component, the run-time and the standards."""

import re

import pytest

from builder.check.state_size.longest_state import room_of
from builder.kinds import KINDS
from builder.model.assessment import AssessmentItem
from builder.model.kind import Kind, QuestionKind
from builder.read import read_course
from builder.render.page.verdict_fingerprint import basis_of
from tests.conftest import COURSE, ROOT
from tests.examples import example_items
from tests.unit.course_factory import course, module

COMPONENTS = ROOT / "templates" / "components"
PLAYED = (ROOT / "tests" / "learner" / "kinds", *sorted((ROOT / "tests" / "lms").glob("*/course")))
"""Courses that tests play in an LMS, beside the first course."""
QUESTIONS = [kind for kind in KINDS if isinstance(kind, QuestionKind)]


def test_no_two_kinds_share_a_word_or_a_name() -> None:
    """A heading starts one kind of block, and the page calls each by one name."""
    words = [word for kind in KINDS for word in (kind.word.lower(), *kind.also)]
    names = [kind.name for kind in QUESTIONS]
    assert len(set(words)) == len(words) and len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_a_kind_has_its_component(kind: Kind) -> None:
    """A template that shows it, and of a question what is right; the examples that the row names."""
    template = (COMPONENTS / kind.component / f"{kind.component}.html").read_text(encoding="utf-8")
    assert "{% macro show(" in template
    assert "{% macro answer(item)" in template or not isinstance(kind, QuestionKind)
    assert all((COMPONENTS / kind.component / "examples" / f"{name}.md").exists() for name in kind.examples)
    assert kind.examples or not isinstance(kind, QuestionKind), "a question has an example"


@pytest.mark.parametrize("item", example_items(), ids=lambda item: item.id)
def test_a_question_knows_what_all_ask_of_it(item: AssessmentItem) -> None:
    """The run-time has its name; what is right has a fingerprint; the longest answer is counted, and is of its options."""
    kind = item.kind
    table = (ROOT / "templates" / "start" / "kinds.js").read_text(encoding="utf-8")
    assert re.search(rf'[{{ ]"?{kind.name}"?[:,]', table), f"{kind.name} is not in kinds.js"
    assert bool(kind.fingerprint) == kind.scored == (basis_of(item) > 1)
    longest = kind.longest(item.interaction)
    assert longest.chosen or longest.written or item.privacy
    ids = {choice.id for choice in item.choices}
    assert {id.partition(".")[0] for row in longest.chosen for id in row} == (ids if longest.chosen else set())
    alone = room_of(course(module("m", "M", item))).whole
    assert alone > room_of(course(module("m", "M"))).whole
    assert kind.own_order is False or kind.mixed == "asked"


def test_every_kind_of_question_is_played_in_an_lms() -> None:
    """A new one is missed here until it is in a course of `tests/lms`."""
    played = {item.kind.name for folder in (COURSE, *PLAYED) for item in read_course(folder, KINDS)[0].items}
    missing = sorted({kind.name for kind in QUESTIONS} - played)
    assert not missing, (
        f"play {missing} in an LMS: in a course tests/lms/NAME/course, with its test beside it, as in tests/lms/ticks"
    )
