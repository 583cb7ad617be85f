"""How much room a learner's work takes in an LMS: counted by the builder, and held against the codec that writes it."""

import json
import random
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder.check import check_course
from builder.check.state_size.keys import choice_keys
from builder.check.state_size.longest_state import room_of
from builder.kinds import KINDS
from builder.model.assessment import (
    AssessmentItem,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Gap,
    LikertInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    NumericRange,
    OrderInteraction,
    SimpleAssociableChoice,
    SimpleChoice,
    TextEntryInteraction,
)
from builder.model.course import Completion, Course, Module
from builder.model.diagnostics import Report
from builder.model.package import PackageFile, StateRoom
from builder.read import read_course
from builder.render.handover import render_handover
from tests.cases import sample
from tests.conftest import COURSE, ROOT
from tests.examples import example_items
from tests.node import node_command
from tests.unit.course_factory import ROWS, course, module, option, quiz, reflect, words

LIMITS = ["scorm12", "scorm2004", "web"]
HUGE = (6, 10, 17)
"""Seeds of further courses of 1500 questions, which `make check` tries too."""


def of_any_kind(number: int, chance: random.Random) -> AssessmentItem:
    """A question or reflection; its ids and the number of its options by chance."""

    def ids(most: int) -> list[str]:
        return [f"{chance.randrange(10**9):x}-{at}" for at in range(chance.randint(2, most))]

    options = tuple(SimpleChoice(id, words(id)) for id in ids(9))
    sides = [tuple(SimpleAssociableChoice(id, words(id)) for id in ids(6)) for _ in range(2)]
    kinds = [
        ChoiceInteraction(options, multiple=False),
        ChoiceInteraction(options, multiple=True),
        OrderInteraction(options),
        MatchInteraction(*sides, grouped=False),
        LikertInteraction(options),
        TextEntryInteraction((), tuple(Gap((id,)) for id in ids(4))),
        NumericEntryInteraction((NumericRange.about(Decimal(20), Decimal(2)),)),
        ExtendedTextInteraction("device"),
    ]
    drawn = chance.choice([*kinds, *example_items()])
    kind, interaction = (
        (drawn.kind, drawn.interaction) if isinstance(drawn, AssessmentItem) else (ROWS[type(drawn)], drawn)
    )
    plain = reflect(f"item-{number}-{chance.randrange(10**6)}", "?")
    made = replace(plain, kind=kind, interaction=interaction)
    return replace(made, attempts=chance.choice([None, None, 3]) if made.scored else None)


def by_chance(seed: int) -> Course:
    """A course of any size."""
    chance = random.Random(seed)
    size = chance.choice([1, 5, 30, 300, 1500])
    modules = []
    for at in range(1 + size // 4):
        items = [of_any_kind(number, chance) for number in range(4 * at, min(size, 4 * at + 4))]
        modules.append(module(f"module-{at}-{seed}", "?", *items))
    return course(*modules)


def as_the_page_has_it(course: Course, most: bool) -> dict[str, object]:
    """What the codec needs to know of a course."""
    return {
        "modules": [module.id for module in course.modules],
        "films": [film.id for film in course.films],
        "most": most,
        "partial": course.completion.partial,
        "seed": 65535 if mixes(course) else 0,
        "items": [
            answered(number, item) | {"limited": item.scored and bool(item.attempts or course.attempts)}
            for number, item in enumerate(asked(course))
        ]
        + [
            answered(10**6 + number, replace(reflect(f"{module.id}--end", "?"), id=f"{module.id}--end"))
            for number, module in enumerate(course.modules if course.completion.read else ())
        ],
    }


def mixes(course: Course) -> bool:
    """Whether a learner's own order is kept, by the words of the run-time."""
    return any(item.kind.mixed == "always" for item in course.items) or any(m.draw for m in course.modules)


def asked(course: Course) -> list[AssessmentItem]:
    """What one learner is asked: where a module draws, its first questions."""
    drawn = {item.id for module in course.modules for item in module.scored[: module.draw]}
    return [item for item in course.items if not item.scored or item.id in drawn]


def answered(number: int, item: AssessmentItem) -> dict[str, object]:
    """A question with the options of which one is chosen in each row, or the lengths of what is written."""
    told: dict[str, object] = {"id": item.id, "number": number, "scored": item.scored, "limited": bool(item.attempts)}
    longest = item.kind.longest(item.interaction)
    told |= {"parts": item.kind.in_parts(item.interaction), "rows": longest.chosen, "words": longest.written}
    choices = None if longest.written else [id for row in longest.chosen for id in row]
    return told | {"choices": choices, "reflection": bool(item.privacy)}


def lengths(courses: list[dict[str, object]]) -> list[tuple[int, int, int]]:
    """How long the codec of the run-time makes the state of each: whole, how questions stand, modules."""
    done = subprocess.run(
        [*node_command(), str(Path(__file__).with_name("worst-states.mjs"))],
        input=json.dumps(courses),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return [(whole, standing, modules) for whole, standing, modules in json.loads(done.stdout)]


def test_the_count_is_never_below_the_codec_and_at_most_a_tenth_above() -> None:
    """Courses of all sizes and kinds, answered in the longest way there is, in each form of the state."""
    courses = [by_chance(seed) for seed in range(24) if sample(6) == 6 or seed not in HUGE]
    courses += [
        read_course(ROOT / folder, KINDS)[0] for folder in ("course", "tests/learner/kinds", "tests/learner/help")
    ]
    # Courses of 1500 questions once: what a setting adds shows in those of 300 too, in a fifth of the time.
    small = [course for course in courses[:20] if len(course.items) <= 300]
    courses += [replace(course, attempts=3) for course in small[:4]]
    courses += [replace(course, completion=Completion("pass-mark", 80, partial=True)) for course in small[2:10]]
    courses += [replace(course, completion=Completion("all-questions", None, read=True)) for course in small[8:16]]
    assert all(max(len(course.items) for course in courses[start:]) == 300 for start in (-8, -16, -20))
    for made, real in zip(courses, lengths([as_the_page_has_it(made, True) for made in courses]), strict=True):
        room = room_of(made)
        for counted, written in zip((room.whole, room.standing, room.modules), real, strict=True):
            # The last forms leave out what a small course has hardly any of: a few characters more are no tenth of it.
            assert written <= counted <= max(written * 1.1, written + 16)
        assert room.whole <= real[0] * 1.1


@pytest.mark.slow
def test_questions_that_are_drawn_take_the_room_of_those_that_a_learner_is_given() -> None:
    """A bank of a thousand questions, of which ten are drawn, needs no more room than ten of the longest."""
    every = [by_chance(seed) for seed in range(12)]
    courses = [replace(made, modules=tuple(replace(one, draw=2) for one in made.modules)) for made in every]
    real = lengths([as_the_page_has_it(made, True) for made in courses])
    for drawn, (whole, standing, _) in zip(courses, real, strict=True):
        assert whole <= room_of(drawn).whole and standing <= room_of(drawn).standing
    bank = module("m", "M", *questions(1000, "pass-mark").items)
    assert room_of(course(replace(bank, draw=10))).whole < 300 < 2000 < room_of(course(bank)).whole


def test_an_ordinary_learner_needs_less() -> None:
    """Who answers once, in plain letters, is far from the worst."""
    courses = [by_chance(seed) for seed in range(8)]
    for made, (whole, _, _) in zip(
        courses, lengths([as_the_page_has_it(made, False) for made in courses]), strict=True
    ):
        assert whole <= room_of(made).whole


def test_keys_that_meet_are_counted_with_their_length() -> None:
    """Two options of one question may have the same short key; both then have a long one."""
    keys = choice_keys([f"option-{at}" for at in range(400)])
    assert len(set(keys)) == 400 and any(key >= 2**14 for key in keys)


def questions(size: int, rule: str) -> Course:
    """A course of so many short questions."""
    modules: list[Module] = []
    for at in range(size // 100):
        items = [
            quiz(f"question-{at}-{number}", f"Question {at}-{number}?", option("a", "Yes", True), option("b", "No"))
            for number in range(100)
        ]
        modules.append(module(f"module-{at}", "Module", *items))
    return course(*modules, completion=Completion(rule, 80 if rule == "pass-mark" else None))


def told(made: Course, destinations: list[str]) -> list[str]:
    """Rule and message of what is said of room."""
    _, report = check_course(made, Report(), destinations)
    return [f"{d.rule} {d.message}" for d in report.diagnostics if d.rule.startswith("SCO-")]


@pytest.mark.parametrize("rule", ["all-questions", "pass-mark"])
def test_sco_001_names_the_question_that_has_no_room(rule: str) -> None:
    """Two thousand questions are too many for SCORM 1.2, and few for SCORM 2004; a course of that many less one fits."""
    made = questions(2000, rule)
    (error,) = told(made, LIMITS)
    assert error.startswith("SCO-001 the question “Question ") and "no room in SCORM 1.2" in error
    assert told(made, ["scorm2004", "web"]) == []
    place = next(at for at, item in enumerate(made.items) if f"“{item.title.text}”" in error)
    whole, per_module = divmod(place, 100)
    cut = replace(made.modules[whole], blocks=made.modules[whole].blocks[:per_module])
    assert told(replace(made, modules=(*made.modules[:whole], cut)), LIMITS) == []


def test_sco_002_warns_where_completion_needs_no_answers() -> None:
    """Modules done have room, how each question stands has not."""
    (warning,) = told(questions(2000, "all-modules"), LIMITS)
    assert warning.startswith("SCO-002 ")


def test_a_course_of_modules_alone_can_be_too_large() -> None:
    """Then there is no question to name."""
    made = course(*(module(f"module-{at}", f"Module {at}") for at in range(4000)))
    (error,) = told(made, LIMITS)
    assert error.startswith("SCO-001 the module “Module 3999” has no room")


def test_the_handover_page_says_how_much_room_is_used() -> None:
    """For each LMS package; and what gives way when it is too little. It names the command that compares versions."""
    packages = [PackageFile(name, Path(f"{name}.zip"), 1, "0") for name in LIMITS]
    page = render_handover(course(), packages, StateRoom(whole=5000, standing=612, modules=100))
    small = render_handover(course(), packages, StateRoom(whole=612, standing=100, modules=50))
    assert "5,000 of 4,096 characters at most" in page and "how each question stands is kept" in " ".join(page.split())
    assert "612 of 4,096 characters at most" in small and "left out" not in small
    assert small.count("characters at most") == 2
    assert "<code>satchel compare OLD.zip NEW.zip</code>" in small


def test_the_first_course_uses_little_of_the_room() -> None:
    """All of it, however often it is answered."""
    made, _ = read_course(COURSE, KINDS)
    assert room_of(made).whole < 4096 / 3
