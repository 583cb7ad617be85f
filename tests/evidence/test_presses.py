"""Probes of packages of other tools: each faulty press or sitting is caught by its probe alone, sound ones by none."""

from dataclasses import dataclass, replace
from typing import Any

from builder.evidence.finding import asked
from builder.evidence.lms.launch import Call
from builder.evidence.probes.judged import PRESSES, SITTINGS
from builder.evidence.sitting import Sitting
from builder.evidence.walk.named import Press
from tests.cases import for_each

BEFORE = "Safe lifting. What do you bend? My back My knees Check answer Next"
AFTER = "Safe lifting. What do you bend? My back My knees Check answer Correct: the knees. Next"
RESULT = Call("set", "cmi.interactions.0.result", "correct", "true", "0")
RIGHT = Press("Lifting", "Check answer", True, BEFORE, AFTER, ("Correct: the knees.",), False, "Check answer", (RESULT,), True)  # fmt: skip
WRONG = replace(
    RIGHT, after=AFTER.replace("Correct:", "Not correct: not"), heard=("Not correct: not the knees.",),
    calls=(replace(RESULT, value="incorrect"),),
)  # fmt: skip
FOCUSED = replace(RIGHT, heard=(), focus_words="Correct: the knees.")
ONWARD = replace(RIGHT, control="Next", after="Fire safety. Every building has two ways out.", heard=(), calls=(), focus_lost=True)  # fmt: skip

DONE = {"cmi.core.score.raw": "80", "cmi.suspend_data": "x", "cmi.core.lesson_status": "passed"}
WALKED = Sitting("scorm12", "walked", record=DONE, words="The end. Your score: 80%", answered=3)
OF_TEN = replace(WALKED, words="You have 8 of 10 correct.")
ALONE = Sitting("web", "opened from the disk", words="Safe lifting. Before you lift anything, look.")
LATE = Sitting("scorm2004", "late API", said="Nothing is recorded here.")
CUT = Sitting("scorm2004", "a state that was cut", words="Safe lifting. Before you lift anything, look.")


@dataclass(frozen=True)
class Planted:
    """A fault in a press or a sitting."""

    probe: str
    sound: Press | Sitting
    change: dict[str, Any]


PLANTED = (
    Planted("change-announced", RIGHT, {"heard": ()}),
    Planted("change-announced", RIGHT, {"heard": ("Correct: the knees.", "Correct: the knees.")}),
    Planted("press-keeps-focus", RIGHT, {"focus_lost": True}),
    Planted("pressed-by-key", RIGHT, {"reachable": False}),
    Planted("pressed-by-key", ONWARD, {"reachable": False}),
    Planted("lms-as-said", RIGHT, {"calls": (replace(RESULT, value="wrong"),)}),
    Planted("lms-as-said", WRONG, {"calls": (RESULT,)}),
    Planted(
        "lms-takes-press", RIGHT, {"calls": (RESULT, Call("set", "cmi.core.session_time", "soon", "false", "405"))}
    ),
    Planted("score-as-said", WALKED, {"record": DONE | {"cmi.core.score.raw": "100"}}),
    Planted("score-as-said", OF_TEN, {"record": DONE | {"cmi.core.score.raw": "8.5"}}),
    Planted("work-committed", WALKED, {"record": {"cmi.core.lesson_status": "incomplete"}}),
    Planted("opens-without-lms", ALONE, {"words": ""}),
    Planted("late-api-found", LATE, {"said": "Safe lifting."}),
    Planted("cut-state-opens", CUT, {"words": "Error"}),
)
SOUND = (RIGHT, WRONG, FOCUSED, ONWARD, WALKED, OF_TEN, ALONE, LATE, CUT)
OWN = {"nothing-leaves", "comes-to-life", "session-closed", "no-timing"}
"""Probes of sittings that `test_sittings.py` has pairs for."""


def found(subject: Press | Sitting) -> set[str]:
    """Probes that find anything."""
    probes: Any = PRESSES if isinstance(subject, Press) else SITTINGS
    return {one.probe for probe in probes for one in asked(probe, subject, "a page", "a state").findings}


@for_each("subject", SOUND, ids=lambda subject: type(subject).__name__)
def test_nothing_is_found_where_all_is_sound(subject: Press | Sitting) -> None:
    """Whether it is heard or has the focus, is right or wrong, stays or goes on."""
    assert found(subject) == set()


@for_each("planted", PLANTED, ids=lambda planted: f"{planted.probe} {sorted(planted.change)}")
def test_a_fault_is_caught_by_its_probe_alone(planted: Planted) -> None:
    """None of the others has anything to say."""
    assert found(replace(planted.sound, **planted.change)) == {planted.probe}


def test_each_probe_has_a_fault() -> None:
    """No probe of other tools that cannot fail."""
    assert {planted.probe for planted in PLANTED} | OWN == {probe.id for probe in (*PRESSES, *SITTINGS)}
