"""Probes of whole sittings: each faulty one is caught by its probe alone, and the sound ones by none."""

from dataclasses import dataclass, replace
from typing import Any

from builder.evidence.finding import asked
from builder.evidence.lms.launch import Call
from builder.evidence.probes.sittings import PROBES
from builder.evidence.sitting import Sitting
from builder.evidence.walk.hooked import Shown
from tests.cases import for_each

ANSWERED = {"drink": Shown("correct", ("tea",), "Correct.", "", False), "mood": Shown("answered", ("well",), "Saved.", "", False)}  # fmt: skip
OPENED = Call("initialize", "", "", "true", "0")
LEFT = Call("terminate", "", "", "true", "0")
SET = Call("set", "cmi.core.lesson_location", "one", "true", "0")
DONE12 = {"cmi.core.lesson_status": "completed", "cmi.core.score.raw": "100"}
DONE2004 = {"cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.score.raw": "100"}

WHOLE = Sitting(
    "scorm12", "by keyboard", before=ANSWERED, record=DONE12, calls=(OPENED, SET), progress=("Your score: 100%",),
    requests=("http://127.0.0.1:8000/content/index.html", "data:,", "blob:http://127.0.0.1/x"), questions=1,
)  # fmt: skip
WHOLE2004 = replace(WHOLE, edition="scorm2004", record=DONE2004)
AGAIN = Sitting("scorm12", "killed, then another device", before=ANSWERED, after=ANSWERED)
CLOSED = Sitting("scorm12", "left", calls=(OPENED, SET, LEFT))
ENDED = Sitting("scorm12", "session ended", trouble=True)
LATE = Sitting("scorm12", "late API", calls=(OPENED, SET))
UNRECORDED = Sitting("scorm12", "late API", said="Not recorded on your learning site.")
NIGHT = Sitting("scorm12", "twenty hours without a touch", before=ANSWERED, after=ANSWERED, came="05:12", went="09:12")
PLAIN = Sitting("web", "without script", wanted={"One": ("Words of a page, long enough.",)}, words="One. Words of a page,\nlong enough!")  # fmt: skip
PAPER = replace(PLAIN, about="printed")
SOUND = (
    WHOLE,
    WHOLE2004,
    AGAIN,
    CLOSED,
    ENDED,
    LATE,
    UNRECORDED,
    NIGHT,
    PLAIN,
    PAPER,
    replace(WHOLE, edition="web", record={}),
)


@dataclass(frozen=True)
class Planted:
    """A fault in a sitting."""

    probe: str
    sound: Sitting
    change: dict[str, Any]


WRONG = Shown("incorrect", ("milk",), "Not correct.", "", False)
PLANTED = (
    Planted("completes-by-keyboard", WHOLE, {"stuck": "the button cannot be reached"}),
    Planted("nothing-leaves", WHOLE, {"requests": ("https://fonts.example.com/a.woff2",)}),
    Planted("nothing-leaves", CLOSED, {"requests": ("wss://talk.example.com/",)}),
    Planted("comes-to-life", AGAIN, {"ready": False, "after": {}}),
    Planted("comes-to-life", WHOLE, {"errors": ("TypeError: x is undefined",)}),
    Planted("answers-kept", AGAIN, {"after": {**ANSWERED, "drink": Shown("unanswered", (), "", "", False)}}),
    Planted("answers-kept", AGAIN, {"after": {**ANSWERED, "drink": Shown("correct", ("milk",), "Correct.", "", False)}}),
    Planted("answers-kept", AGAIN, {"about": "a state that was cut", "after": {**ANSWERED, "mood": Shown("unanswered", (), "", "", False)}}),
    Planted("status-told", WHOLE, {"record": DONE12 | {"cmi.core.lesson_status": "incomplete"}}),
    Planted("status-told", WHOLE2004, {"record": {"cmi.score.raw": "100"}}),
    Planted("score-told", WHOLE, {"record": DONE12 | {"cmi.core.score.raw": "0"}, "progress": ()}),
    Planted("score-told", WHOLE, {"progress": ("Your score: 80%",), "before": {"drink": WRONG}}),
    Planted("score-told", WHOLE2004, {"record": DONE2004 | {"cmi.score.raw": "1"}, "progress": ()}),
    Planted("trouble-told", ENDED, {"trouble": False}),
    Planted("late-api", LATE, {"calls": ()}),
    Planted("session-closed", CLOSED, {"calls": (OPENED, SET)}),
    Planted("session-closed", CLOSED, {"calls": (OPENED, LEFT, LEFT)}),
    Planted("session-closed", CLOSED, {"calls": (SET, LEFT)}),
    Planted("no-timing", NIGHT, {"came": "Your session has expired."}),
    Planted("no-timing", NIGHT, {"went": "What do we drink?"}),
    Planted("answers-kept", NIGHT, {"after": {**ANSWERED, "drink": Shown("unanswered", (), "", "", False)}}),
    Planted("no-script", PLAIN, {"words": "One. Other words."}),
    Planted("print", PAPER, {"words": ""}),
    Planted("print", PAPER, {"torn": {"One": ("a row “Milk”",)}}),
)  # fmt: skip


def found(sitting: Sitting) -> set[str]:
    """Probes that find anything."""
    return {one.probe for probe in PROBES for one in asked(probe, sitting, "course", sitting.about).findings}


@for_each("sitting", SOUND, ids=lambda sitting: f"{sitting.about} {sitting.edition}")
def test_nothing_is_found_in_a_sound_sitting(sitting: Sitting) -> None:
    """However it ended."""
    assert found(sitting) == set()


@for_each("planted", PLANTED, ids=lambda planted: f"{planted.probe} {sorted(planted.change)}")
def test_a_fault_is_caught_by_its_probe_alone(planted: Planted) -> None:
    """None of the others has anything to say."""
    assert found(replace(planted.sound, **planted.change)) == {planted.probe}


def test_each_probe_has_a_fault() -> None:
    """No probe of sittings that cannot fail."""
    assert {planted.probe for planted in PLANTED} == {probe.id for probe in PROBES}


def test_words_that_speak_of_a_time_limit_fail_level_a() -> None:
    """Other words that come by themselves interrupt."""
    probe = next(probe for probe in PROBES if probe.id == "no-timing")
    for came, criterion in (("Your session has expired.", "2.2.1"), ("Did you know? Tea is a leaf.", "2.2.4")):
        found = asked(probe, replace(NIGHT, came=came), "course", NIGHT.about).findings
        assert [one.criterion for one in found] == [criterion]
