"""Probes of packages of any tool: what is known of them by roles, names, words and the calls that they make."""

import re
from collections.abc import Iterator

from builder.evidence.finding import Fault, Probe
from builder.evidence.lms.launch import Call
from builder.evidence.probes import sittings
from builder.evidence.sitting import Sitting
from builder.evidence.walk.press import Press
from builder.evidence.walk.words import scores, speaks_of_score

_BAD = re.compile(r"\b(incorrect|not correct|not right|wrong|try again|sorry)\b", re.IGNORECASE)
_GOOD = re.compile(
    r"\b(correct|well done|good job|that's it|(?:that's|that is|you are|you're) right)\b|\bright(?=\s*([.!:,]|$))",
    re.IGNORECASE,
)
_SHORT = 12
"""Letters of a name that any words may have in them."""
_NO_LMS = re.compile(r"\b(lms|api|record(ed)?|saved?|connect(ion|ed)?|offline|track(ed|ing)?)\b", re.IGNORECASE)


def _announced(press: Press) -> Iterator[Fault]:
    said = [words for words in press.heard if words]
    if len(said) != len(set(said)):
        yield Fault(press.control, f"“{said[0][:80]}” is announced {said.count(said[0])} times")
    focused = press.focus_words.strip()[:40]
    in_focus = len(focused) > _SHORT and focused in press.new_words
    if not said and not in_focus:
        yield Fault(press.control, f"“{press.new_words[:80]}” appears, and nothing announces it")


def _focus(press: Press) -> Iterator[Fault]:
    if press.focus_lost:
        yield Fault(press.control, "the focus is lost when this is pressed")


def _reachable(press: Press) -> Iterator[Fault]:
    if not press.reachable:
        yield Fault(press.control, "this is pressed to go on, and no key reaches it")


def _as_shown(press: Press) -> Iterator[Fault]:
    bad, good = bool(_BAD.search(press.new_words)), bool(_GOOD.search(_BAD.sub("", press.new_words)))
    results = {
        call.element: call.value for call in press.calls if call.name == "set" and call.element.endswith(".result")
    }
    # Of several at once nobody knows which the page speaks of, and what is counted is no verdict on one.
    if len(results) != 1 or bad == good or speaks_of_score(press.new_words):
        return
    result = next(iter(results.values()))
    if (result == "correct") != good:
        yield Fault(press.control, f"the page says “{press.new_words[:60]}”, the LMS receives {result}")


def _taken(press: Press) -> Iterator[Fault]:
    for words in _refused(press.calls):
        yield Fault(press.control, words)


def _taken_at_all(sitting: Sitting) -> Iterator[Fault]:
    for words in dict.fromkeys(_refused(sitting.calls)):
        yield Fault("course", words)


def _refused(calls: tuple[Call, ...]) -> Iterator[str]:
    for call in calls:
        if call.name in ("set", "commit") and call.result != "true":
            yield f"a strict LMS refuses {call.element or call.name} = “{call.value[:60]}” (error {call.error})"


PRESSES = (
    Probe(
        "change-announced", ("4.1.3",), "What appears after a press is announced, once.", _announced,
        lambda press: press.stayed and len(press.new_words) > 3,
    ),
    Probe("press-keeps-focus", ("2.4.3",), "The focus is never lost when a button is pressed.", _focus, lambda press: press.stayed and press.reachable),
    Probe("pressed-by-key", ("2.1.1",), "A key reaches whatever has to be pressed.", _reachable),
    Probe("lms-as-said", ("LMS-1",), "The LMS receives the verdict that the page says.", _as_shown, lambda press: press.in_lms),
    Probe("lms-takes-press", ("LMS-2",), "A strict LMS takes every value that the course sends.", _taken, lambda press: press.in_lms),
)  # fmt: skip
"""Each is asked of every press that concerns it."""


def _score(sitting: Sitting) -> Iterator[Fault]:
    shown = scores(sitting.words)
    at = "cmi.core.score." if sitting.edition == "scorm12" else "cmi.score."
    raw, most, scaled = (_number(sitting.record.get(at + name, "")) for name in ("raw", "max", "scaled"))
    percents = [share.percent for share in shown if share.whole]
    if scaled is not None and percents and not _near(scaled * 100, percents):
        yield Fault("score", f"the page says “{_around(sitting.words)}”, the LMS receives {scaled:g} of 1")
        return
    # In SCORM 2004 `raw` without `max` is of nothing that is known.
    if raw is None or not shown or (scaled is not None and not most):
        return
    if not _near(raw * 100 / (most or 100), percents) and all(raw != one.part for one in shown):
        yield Fault("score", f"the page says “{_around(sitting.words)}”, the LMS receives {raw:g}")


def _near(value: float, percents: list[float]) -> bool:
    """Whether a percentage is among those that are shown, however they were rounded."""
    return any(abs(value - percent) < 1 for percent in percents)


def _number(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return None


def _around(words: str) -> str:
    found = re.search(r"\b(scored?|points|correct|got|result)\b", words, re.IGNORECASE)
    start = max(0, found.start() - 20) if found else 0
    return words[start : start + 60]


def _ended(sitting: Sitting) -> Iterator[Fault]:
    status = sitting.record.get("cmi.core.lesson_status" if sitting.edition == "scorm12" else "cmi.completion_status")
    if status != "incomplete":
        return
    if sitting.words:
        yield Fault("status", f"{sitting.words}, and the LMS has {status}")
    elif not sitting.answered and not sitting.stuck:
        yield Fault("status", f"every screen was read, there is nothing to answer, and the LMS has {status}")


def _lost(sitting: Sitting) -> Iterator[Fault]:
    if not sitting.lost:
        return
    screen, *names = sitting.lost
    what = ", ".join(name.split("|")[0] for name in names)
    yield Fault(
        screen, f"what was answered ({what[:60]}) is gone when the browser was killed and the course is opened again"
    )


def _committed(sitting: Sitting) -> Iterator[Fault]:
    kept = [name for name in sitting.record if re.search(r"interactions|suspend_data|location|score|comments", name)]
    if not kept:
        yield Fault("course", "questions were answered and nothing was committed: a browser that is killed loses all")


def _without_lms(sitting: Sitting) -> Iterator[Fault]:
    if len(sitting.words) < 20:
        yield Fault("course", "without an LMS the page stays empty")


def _late(sitting: Sitting) -> Iterator[Fault]:
    if not any(call.name == "initialize" for call in sitting.calls) and not _NO_LMS.search(sitting.said):
        yield Fault(
            "course", "an API that comes three seconds late is not found, and no word says that nothing is recorded"
        )


def _cut(sitting: Sitting) -> Iterator[Fault]:
    if len(sitting.words) < 20:
        yield Fault("course", "with a state that was cut the page stays empty")


_SHARED = ("nothing-leaves", "comes-to-life", "session-closed", "no-timing")
SITTINGS = (
    *(probe for probe in sittings.PROBES if probe.id in _SHARED),
    Probe("score-as-said", ("LMS-1",), "The score in the LMS is that of the page.", _score, lambda sitting: sitting.about == "walked" and sitting.edition != "web"),
    Probe("work-committed", ("LMS-4",), "What was answered is committed while the course is open.", _committed, lambda sitting: sitting.about == "walked" and sitting.edition != "web" and sitting.answered > 0),
    Probe("end-as-said", ("LMS-1",), "What the page says is done, and what is read to its end, is complete in the LMS.", _ended, lambda sitting: sitting.about == "left" and sitting.edition != "web"),
    Probe("lms-takes-all", ("LMS-2",), "A strict LMS takes every value of the whole sitting.", _taken_at_all, lambda sitting: sitting.about == "left" and sitting.edition != "web"),
    Probe("answers-found-again", ("LMS-4",), "What was answered is found again after a kill.", _lost, lambda sitting: sitting.about == "killed, then another device"),
    Probe("opens-without-lms", ("LMS-3",), "Without an LMS there are words to read.", _without_lms, lambda sitting: sitting.about in ("without an LMS", "opened from the disk")),
    Probe("late-api-found", ("LMS-3",), "An API that comes late is found, or words say that nothing is recorded.", _late, lambda sitting: sitting.about == "late API"),
    Probe("cut-state-opens", ("LMS-4",), "With a state that was cut the course still opens.", _cut, lambda sitting: sitting.about == "a state that was cut"),
)  # fmt: skip
"""Each is asked of every sitting that concerns it."""
