"""Probes of packages of other tools: each faulty press or sitting is caught by its probe alone, sound ones by none."""

from dataclasses import dataclass, replace
from typing import Any

from builder.evidence.finding import asked
from builder.evidence.lms.launch import Call
from builder.evidence.probes.judged import PRESSES, SITTINGS
from builder.evidence.sitting import Sitting
from builder.evidence.walk.press import Press
from builder.evidence.walk.words import scores, words_of_end
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

COUNTED = replace(
    RIGHT, after=AFTER.replace("Correct: the knees.", "1 of 2 correct."), heard=("1 of 2 correct.",),
    calls=(RESULT, replace(RESULT, element="cmi.interactions.1.result", value="wrong")),
)  # fmt: skip
RIGHT_HAND = replace(WRONG, after=BEFORE + " Use your right hand.", heard=("Use your right hand.",))

OPENED, ENDED = Call("initialize", "", "", "true", "0"), Call("terminate", "", "", "true", "0")
DONE = {"cmi.core.score.raw": "80", "cmi.suspend_data": "x", "cmi.core.lesson_status": "passed"}
WALKED = Sitting("scorm12", "walked", record=DONE, words="The end. Your score: 80%", answered=3)
OF_TEN = replace(WALKED, words="You have 8 of 10 correct.")
IN_POINTS = replace(
    WALKED, record=DONE | {"cmi.core.score.raw": "4", "cmi.core.score.max": "5"}, words="You got 4 out of 5."
)
SCALED = Sitting("scorm2004", "walked", record={"cmi.score.raw": "4", "cmi.score.scaled": "0.8"}, words="Score: 80 %")
PAGE_OF = replace(WALKED, words="Page 3 of 9. Lift with your knees, and rest on one day of 7.")
LEFT = Sitting(
    "scorm12", "left", record=DONE, calls=(OPENED, RESULT, ENDED), words="the page says “You have completed”"
)
READ = replace(LEFT, words="")
KILLED = Sitting("scorm12", "killed, then another device", lost=())
ALONE = Sitting("web", "opened from the disk", words="Safe lifting. Before you lift anything, look.")
SERVED = replace(ALONE, edition="scorm12", about="without an LMS")
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
    Planted("score-as-said", IN_POINTS, {"words": "You got 3 out of 5."}),
    Planted("score-as-said", SCALED, {"record": {"cmi.score.raw": "80", "cmi.score.scaled": "1"}}),
    Planted(
        "score-as-said", WALKED, {"words": "Question 2 of 2. Thank you for all that you did. The end. Your score: 60%"}
    ),
    Planted("end-as-said", LEFT, {"record": DONE | {"cmi.core.lesson_status": "incomplete"}}),
    Planted("end-as-said", READ, {"record": {"cmi.core.lesson_status": "incomplete"}}),
    Planted(
        "lms-takes-all",
        LEFT,
        {"calls": (OPENED, Call("set", "cmi.core.lesson_location", "x" * 300, "false", "405"), ENDED)},
    ),
    Planted("answers-found-again", KILLED, {"lost": ("What do you bend?", "q|knees")}),
    Planted("work-committed", WALKED, {"record": {"cmi.core.lesson_status": "incomplete"}}),
    Planted("opens-without-lms", ALONE, {"words": ""}),
    Planted("opens-without-lms", SERVED, {"words": ""}),
    Planted("late-api-found", LATE, {"said": "Safe lifting."}),
    Planted("cut-state-opens", CUT, {"words": "Error"}),
)
TO_BE_DONE = replace(READ, record={"cmi.core.lesson_status": "incomplete"}, answered=3)
NOT_ALL_TRIED = replace(READ, record={"cmi.core.lesson_status": "incomplete"}, stuck="Flip the card")
SOUND = (
    RIGHT, WRONG, FOCUSED, ONWARD, COUNTED, RIGHT_HAND, WALKED, OF_TEN, IN_POINTS, SCALED, PAGE_OF, LEFT, READ, TO_BE_DONE,
    NOT_ALL_TRIED, KILLED, ALONE, SERVED, LATE, CUT,
)  # fmt: skip
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


SCORES = (
    ("You have 8 of 10 correct.", [80]),
    ("Your score: 80%", [80]),
    ("Result: 12/16 marks", [75]),
    ("You got 1 out of 2 questions. You scored 50 out of 100.", [50, 50]),
    ("Your points: 7", [7]),
    ("Question 1 / 2: who may read a file? Choose the correct answer (50 marks)", []),
    ("Page 2 of 9. Ninety percent of accidents happen at home.", []),
    ("Over 50 % of falls happen on stairs.", []),
    ("", []),
)
ENDS = (
    ("Well done: you have completed the course.", True),
    ("Congratulations! Close the window.", True),
    ("This is the end of the module.", True),
    ("Course completed", True),
    ("That is all. You can close this tab now.", True),
    ("You can close the menu with Escape.", False),
    ("You’ve now finished.".replace("’", "'"), True),
    ("You have completed when all answers are right.", False),
    ("Complete the course by Friday.", False),
    ("At the end of the day, wash your hands.", False),
)


@for_each("case", SCORES, ids=lambda case: case[0] or "nothing")
def test_a_score_is_read_where_words_speak_of_one(case: tuple[str, list[float]]) -> None:
    """Page numbers and shares of other things are none."""
    assert sorted({share.percent for share in scores(case[0])}) == sorted(set(case[1]))


@for_each("case", ENDS, ids=lambda case: case[0])
def test_an_end_is_what_says_that_all_is_done(case: tuple[str, bool]) -> None:
    """What is to be done, and an end of something else, is none."""
    assert bool(words_of_end(case[0])) == case[1]
