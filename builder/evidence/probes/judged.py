"""Probes of packages of any tool: what is known of them by roles, names, words and the calls that they make."""

import re
from collections.abc import Iterator

from builder.evidence.finding import Fault, Probe
from builder.evidence.probes import sittings
from builder.evidence.sitting import Sitting
from builder.evidence.walk.named import Press

_BAD = re.compile(r"\b(incorrect|not correct|not right|wrong|try again|sorry)\b", re.IGNORECASE)
_GOOD = re.compile(r"\b(correct|right|well done|good job|that's it)\b", re.IGNORECASE)
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%|\b(\d{1,3}) ?(?:/|of|out of) ?(\d{1,3})\b")
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
    results = [call.value for call in press.calls if call.name == "set" and call.element.endswith(".result")]
    if not results or bad == good:
        return
    if (results[-1] == "correct") != good:
        yield Fault(press.control, f"the page says “{press.new_words[:60]}”, the LMS receives {results[-1]}")


def _taken(press: Press) -> Iterator[Fault]:
    for call in press.calls:
        if call.name in ("set", "commit") and call.result != "true":
            words = f"a strict LMS refuses {call.element or call.name} = “{call.value[:60]}” (error {call.error})"
            yield Fault(press.control, words)


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
    raw = next((sitting.record[name] for name in ("cmi.core.score.raw", "cmi.score.raw") if name in sitting.record), "")
    shown = [_percent(found) for found in _SHARE.finditer(sitting.words)]
    plain = [float(found) for found in re.findall(r"(?:score|points)\D{0,20}(\d{1,3})", sitting.words, re.IGNORECASE)]
    known = {round(one) for one in shown} | set(shown) | set(plain)
    named = re.search(r"\b(score|points|correct)\b", sitting.words, re.IGNORECASE)
    if raw and named and known and float(raw) not in known:
        yield Fault("score", f"the page says “{_around(sitting.words)}”, the LMS receives {raw}")


def _percent(found: re.Match[str]) -> float:
    if found[1]:
        return float(found[1])
    return 100 * float(found[2]) / (float(found[3]) or 1)


def _around(words: str) -> str:
    found = re.search(r"\b(score|points|correct)\b", words, re.IGNORECASE)
    start = max(0, found.start() - 20) if found else 0
    return words[start : start + 60]


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
    Probe("opens-without-lms", ("LMS-3",), "Without an LMS there are words to read.", _without_lms, lambda sitting: sitting.about == "opened from the disk"),
    Probe("late-api-found", ("LMS-3",), "An API that comes late is found, or words say that nothing is recorded.", _late, lambda sitting: sitting.about == "late API"),
    Probe("cut-state-opens", ("LMS-4",), "With a state that was cut the course still opens.", _cut, lambda sitting: sitting.about == "a state that was cut"),
)  # fmt: skip
"""Each is asked of every sitting that concerns it."""
