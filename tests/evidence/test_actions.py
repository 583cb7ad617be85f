"""Probes of actions: each faulty action is caught by its probe alone, and the sound one by none."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from builder.evidence.finding import asked
from builder.evidence.lms.launch import Call
from builder.evidence.probes.actions import PROBES
from builder.evidence.walk.answers import RIGHT as RIGHT_ANSWER
from builder.evidence.walk.answers import Question, alike, answers_to, questions_of, responses
from builder.evidence.walk.hooked import Action, Shown
from tests.cases import for_each
from tests.question_states.course import build_course
from tests.question_states.kinds import TABLE

WORDS = {"tea": "Tea", "milk": "Milk", "cake": "Cake"}
CHOICE = Question("drink", "choice", True, ("tea", "milk", "cake"), (), ("tea",), WORDS)
ORDER = replace(CHOICE, kind="order", right=("tea", "milk", "cake"))
SCALE = replace(CHOICE, kind="scale", scored=False, right=())
PRIVATE = replace(CHOICE, id="mine", kind="reflect", scored=False, options=(), right=(), words={}, private=True)


def told(result: str, response: str, place: int = 0, taken: str = "true") -> tuple[Call, ...]:
    """What a course says to an LMS of one answer, in SCORM 1.2."""
    at = f"cmi.interactions.{place}"
    said = {"id": "drink", "type": "choice", "student_response": response, "result": result}
    sets = tuple(
        Call("set", f"{at}.{name}", value, taken, "0" if taken == "true" else "405") for name, value in said.items()
    )
    return (*sets, Call("commit", "", "", "true", "0"))


RIGHT = Action(
    "A page", "drink", "choice", "right", ("tea",), Shown("correct", ("tea",), "Correct. Well done.", "", False),
    ("Correct. Well done.",), {"lost": False, "name": "button", "heading": False}, "A page", told("correct", "a"),
    CHOICE, "scorm12",
)  # fmt: skip
WRONG = replace(
    RIGHT, doing="wrong", given=("milk",), after=Shown("incorrect", ("milk",), "Not correct.", "", False),
    heard=("Not correct.",), calls=told("wrong", "Milk"),
)  # fmt: skip
EMPTY = replace(
    RIGHT, doing="without an answer", given=(), after=Shown("unanswered", (), "", "Choose an answer.", False),
    heard=(), focus={"lost": False, "name": "div", "heading": False}, calls=(),
)  # fmt: skip
SORTED = replace(
    RIGHT, kind="order", question=ORDER, given=("tea", "milk", "cake"), calls=told("correct", "a,b,c"),
    after=Shown("correct", ("tea", "milk", "cake"), "Correct.", "", False),
)  # fmt: skip
ASKED = replace(
    RIGHT, kind="scale", question=SCALE, given=("milk",), after=Shown("answered", ("milk",), "Saved.", "", False),
    calls=told("neutral", "2"),
)  # fmt: skip
MINE = replace(
    RIGHT, item="mine", kind="reflect", question=PRIVATE, given=("My own words.",), calls=(), heard=(), own_button=False,
    after=Shown("answered", ("My own words.",), "", "", False),
)  # fmt: skip
LATEST = replace(
    RIGHT, edition="scorm2004",
    calls=(Call("set", "cmi.interactions.3.result", "correct", "true", "0"), Call("set", "cmi.interactions.3.learner_response", "tea", "true", "0")),
)  # fmt: skip
SOUND = (RIGHT, WRONG, EMPTY, SORTED, ASKED, MINE, LATEST, replace(RIGHT, edition="web", calls=()))


@dataclass(frozen=True)
class Planted:
    """A fault in an action."""

    probe: str
    sound: Action
    change: dict[str, Any]
    criterion: str = ""

    @property
    def faulty(self) -> Action:
        """The action with its fault."""
        return replace(self.sound, **self.change)


LOST = {"lost": True, "name": "nothing", "heading": False}
PLANTED = (
    Planted("announced-once", RIGHT, {"heard": ()}, "4.1.3"),
    Planted("announced-once", RIGHT, {"heard": ("Correct.", "Correct.")}, "4.1.3"),
    Planted("announced-once", ASKED, {"heard": ()}, "4.1.3"),
    Planted("error-announced", EMPTY, {"heard": ("Choose an answer.", "Choose an answer.")}, "4.1.3"),
    Planted("focus-kept", RIGHT, {"focus": LOST}, "2.4.3"),
    Planted("focus-kept", EMPTY, {"focus": LOST}, "2.4.3"),
    Planted("verdict-in-words", WRONG, {"after": replace(WRONG.after, feedback="")}, "1.4.1"),
    Planted("verdict-in-words", RIGHT, {"after": replace(RIGHT.after, feedback="✓")}, "1.4.1"),
    Planted("error-in-words", EMPTY, {"after": replace(EMPTY.after, problem="")}, "3.3.1"),
    Planted("answer-stays", WRONG, {"after": replace(WRONG.after, fields=())}, "3.2.2"),
    Planted("answer-stays", SORTED, {"after": replace(SORTED.after, fields=("tea",))}, "3.2.2"),
    Planted("verdict-right", WRONG, {"after": replace(WRONG.after, state="correct"), "calls": told("correct", "b")}, "LMS-1"),
    Planted("verdict-right", RIGHT, {"after": replace(RIGHT.after, state="incorrect"), "calls": told("wrong", "a")}, "LMS-1"),
    Planted("lms-as-shown", RIGHT, {"calls": told("wrong", "a")}, "LMS-1"),
    Planted("lms-as-shown", RIGHT, {"calls": told("correct", "b")}, "LMS-1"),
    Planted("lms-as-shown", WRONG, {"calls": ()}, "LMS-1"),
    Planted("lms-as-shown", SORTED, {"calls": told("correct", "c,b,a")}, "LMS-1"),
    Planted("lms-as-shown", ASKED, {"calls": told("correct", "2")}, "LMS-1"),
    Planted("lms-as-shown", LATEST, {"calls": LATEST.calls[1:]}, "LMS-1"),
    Planted("lms-as-shown", MINE, {"calls": (Call("set", "cmi.suspend_data", "x My own words. y", "true", "0"),)}, "LMS-5"),
    Planted("lms-takes", RIGHT, {"calls": told("correct", "a", taken="false")}, "LMS-2"),
    Planted("lms-takes", WRONG, {"calls": (*WRONG.calls, Call("commit", "", "", "false", "391"))}, "LMS-2"),
)  # fmt: skip


def found(action: Action) -> set[tuple[str, str]]:
    """Probe and criterion of all that is found."""
    parts = [asked(probe, action, "A page", action.doing) for probe in PROBES]
    return {(one.probe, one.criterion) for part in parts for one in part.findings}


@for_each("action", SOUND, ids=lambda action: f"{action.kind} {action.doing} {action.edition}")
def test_nothing_is_found_in_a_sound_action(action: Action) -> None:
    """Whatever the kind and the edition."""
    assert found(action) == set()


@for_each("planted", PLANTED, ids=lambda planted: f"{planted.probe} {sorted(planted.change)}")
def test_a_fault_is_caught_by_its_probe_alone(planted: Planted) -> None:
    """With the criterion that it is about."""
    assert found(planted.faulty) == {(planted.probe, planted.criterion)}


def test_each_probe_has_a_fault() -> None:
    """No probe of actions that cannot fail."""
    assert {planted.probe for planted in PLANTED} == {probe.id for probe in PROBES}


ANY = {"scale", "checklist", "survey", "number"}
"""Kinds of which any answer is as good: verify may choose another than the one beside the example."""


def test_what_the_run_time_tells_is_expected_of_every_kind(tmp_path: Path) -> None:
    """The right answer to each example in the words of each edition, as a browser test sees it arrive in an LMS."""
    page = build_course(tmp_path)["web"]
    questions = questions_of(json.loads((page.parent / "satchel.json").read_text(encoding="utf-8")))
    compared = set()
    for kind in TABLE:
        question = questions[kind.item]
        for edition, said in (kind.right.told if kind.right and kind.row.name not in ANY else {}).items():
            expected = responses(question, answers_to(question)[RIGHT_ANSWER], edition)
            assert any(alike(said, one, question.kind) for one in expected), (kind.name, edition, said, expected)
            compared.add(kind.row.name)
    assert compared >= {"choice", "true-false", "order", "match", "sort", "fill", "declare"}
