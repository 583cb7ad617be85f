"""Probes of whole sittings: the keyboard leads to the end, nothing leaves, nothing is lost, and the LMS hears the truth."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from builder.evidence.finding import Fault, Probe
from builder.evidence.sitting import Sitting

_LOCAL = {"127.0.0.1", "localhost", "::1", ""}
_LIMIT = re.compile(
    r"\b(session|expir\w*|timed? ?out|time is up|inactiv\w*|still there|log(ged)? ?out)\b", re.IGNORECASE
)
"""Words that speak of a time limit."""
_DONE = ("completed", "passed")
_INNER = ("data", "blob", "about", "file")


def _by_keyboard(sitting: Sitting) -> Iterator[Fault]:
    if sitting.stuck:
        yield Fault("course", f"the keyboard does not lead on: {sitting.stuck}")


def _requests(sitting: Sitting) -> Iterator[Fault]:
    for address in dict.fromkeys(sitting.requests):
        parts = urlsplit(address)
        if parts.scheme not in _INNER and (parts.hostname or "") not in _LOCAL:
            yield Fault(parts.hostname or "", f"the course asks another host for {address[:120]}")


def _comes_to_life(sitting: Sitting) -> Iterator[Fault]:
    if not sitting.ready:
        yield Fault("course", f"the course does not come to life: {sitting.about}")
    for error in dict.fromkeys(sitting.errors):
        yield Fault("script", f"a script of the course fails: {error[:160]}")


def _kept(sitting: Sitting) -> Iterator[Fault]:
    for item, before in sitting.before.items():
        after = sitting.after.get(item)
        if after is None or before.state == "unanswered":
            continue
        if after.state != before.state:
            yield Fault(item, f"was {before.state}, and is {after.state} after: {sitting.about}")
        elif sorted(after.fields) != sorted(before.fields):
            yield Fault(
                item,
                f"the answer {', '.join(before.fields)} is {', '.join(after.fields) or 'gone'} after: {sitting.about}",
            )


def _status(sitting: Sitting) -> Iterator[Fault]:
    names = ("cmi.core.lesson_status",) if sitting.edition == "scorm12" else ("cmi.completion_status",)
    status = next((sitting.record[name] for name in names if name in sitting.record), "nothing")
    if status not in _DONE:
        yield Fault("status", f"all is done, and the LMS has {status}")


def _score(sitting: Sitting) -> Iterator[Fault]:
    raw = sitting.record.get("cmi.core.score.raw" if sitting.edition == "scorm12" else "cmi.score.raw")
    shown = [int(found) for line in sitting.progress for found in re.findall(r"(\d{1,3}) ?%", line)]
    if shown and raw is not None and float(raw) not in shown:
        yield Fault("score", f"the page says {shown[-1]} %, the LMS receives {raw}")
    right = all(shown.state in ("correct", "answered") for shown in sitting.before.values())
    if raw is not None and right and sitting.questions and float(raw) != 100:
        yield Fault("score", f"every answer is right, and the LMS receives {raw} of 100")


def _trouble(sitting: Sitting) -> Iterator[Fault]:
    if sitting.ready and not sitting.trouble:
        yield Fault("course", "the LMS takes nothing any more, and the page does not say so")


def _late(sitting: Sitting) -> Iterator[Fault]:
    if sitting.ready and not any(call.name == "set" for call in sitting.calls) and not sitting.said:
        yield Fault("course", "an API that comes late is not found, and the page does not say that nothing is recorded")


def _closed(sitting: Sitting) -> Iterator[Fault]:
    # A second call that the LMS refuses ends nothing.
    names = [call.name for call in sitting.calls if call.name != "terminate" or call.result == "true"]
    if names[:1] != ["initialize"]:
        yield Fault("course", "the first call is not Initialize")
    if names.count("terminate") != 1:
        yield Fault("course", f"the session is ended {names.count('terminate')} times")


def _no_script(sitting: Sitting) -> Iterator[Fault]:
    yield from _missing(sitting, "is not there without script")


def _print(sitting: Sitting) -> Iterator[Fault]:
    yield from _missing(sitting, "is not on paper")
    for page, torn in sitting.torn.items():
        yield Fault(page, f"on paper {torn[0]} may be torn over two sheets")


def _missing(sitting: Sitting, words: str) -> Iterator[Fault]:
    there = _plain(sitting.words)
    for page, passages in sitting.wanted.items():
        gone = [passage for passage in passages if _plain(passage) not in there]
        if gone:
            more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
            yield Fault(page, f"“{gone[0][:100]}”{more} {words}")


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


def _timing(sitting: Sitting) -> Iterator[Fault]:
    """Numbers may change: a clock is no interruption."""
    if _worded(sitting.went):
        yield Fault("course", f"“{sitting.went[:80]}” is gone after twenty hours without a touch")
    elif _worded(sitting.came):
        limit = "2.2.1" if _LIMIT.search(sitting.came) else "2.2.4"
        yield Fault("course", f"“{sitting.came[:80]}” comes when nobody has touched the page for twenty hours", limit)


def _worded(words: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", words))


def _is(*about: str) -> Callable[[Sitting], bool]:
    return lambda sitting: sitting.about in about


def _done_in_lms(sitting: Sitting) -> bool:
    return sitting.edition != "web" and sitting.about == "by keyboard" and not sitting.stuck


PROBES = (
    Probe(
        "completes-by-keyboard", ("2.1.1", "2.1.3"), "The whole course can be done with the keyboard alone.",
        _by_keyboard, _is("by keyboard"),
    ),
    Probe("nothing-leaves", ("LMS-5",), "No page asks another host for anything.", _requests),
    Probe("comes-to-life", ("LMS-3",), "The course starts and none of its scripts fails.", _comes_to_life),
    Probe(
        "answers-kept", ("LMS-4", "2.2.5", "2.2.6"),
        "Answers are found again after a kill, a reload, a cut state or the end of a session.",
        _kept, lambda sitting: bool(sitting.before) and bool(sitting.after),
    ),
    Probe("status-told", ("LMS-1",), "Who has done all is complete in the LMS.", _status, _done_in_lms),
    Probe(
        "score-told", ("LMS-1",), "The score in the LMS is that of the page.", _score,
        lambda sitting: _done_in_lms(sitting) and sitting.questions > 0,
    ),
    Probe(
        "trouble-told", ("LMS-4", "2.2.5"), "When the LMS takes nothing any more, the page says so.", _trouble,
        _is("session ended"),
    ),
    Probe(
        "late-api", ("LMS-3",), "An API that comes late is found, or the page says that nothing is recorded.", _late,
        _is("late API"),
    ),
    Probe(
        "session-closed", ("LMS-2",), "A session begins with Initialize and ends with Terminate, once.", _closed,
        lambda sitting: sitting.edition != "web" and sitting.about == "left",
    ),
    Probe(
        "no-timing", ("2.2.1", "2.2.3", "2.2.4"), "After twenty hours without a touch the page is as it was.", _timing,
        _is("twenty hours without a touch"),
    ),
    Probe("no-script", ("LMS-6",), "Without script every passage can be read.", _no_script, _is("without script")),
    Probe("print", ("LMS-6",), "On paper every passage is there, and nothing is torn.", _print, _is("printed")),
)  # fmt: skip
"""Each is asked of every sitting that concerns it."""
