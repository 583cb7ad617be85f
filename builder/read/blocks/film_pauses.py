"""Pauses for thought: `- at 2:10: #question-id` in the list of a film."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.media import Pause
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line

FORM = "at 2:10: #question-id"
"""How a pause is written, behind its dash."""

_BEGINS = re.compile(r"(?:(?:at|pause|stop|question)\b|\d{1,3}[:.,]\d)", re.IGNORECASE)
_EXACT = re.compile(r"at (\d{1,3}(?::[0-5]\d){1,2}): #([^\s#()]+)")
_TIME = rare_pattern(
    r"(?:(?P<clock>\d{1,3}(?:[:.,]\d{1,2})+)|(?:(?P<minutes>\d{1,3})\s*m(?:in(?:ute)?s?)?\b\.?\s*)?(?:(?P<seconds>\d{1,5})\s*(?:s(?:ec(?:ond)?s?)?\b\.?)?)?)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:(?:pause|stop|question)\b[\s:]*)?(?:at\b[\s:]*)?", re.IGNORECASE)
_ID = re.compile(r"#([^\s#()]+)|\b([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.?$")


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a line says that is not written as it should be."""

    time: str
    """As it should be written; empty when nobody can tell."""
    id: str
    """The question's; empty for none."""


def begins_pause(text: str) -> bool:
    """Whether a line of a film's list is meant as a pause: it begins with a time, or with a word such as `at`."""
    return bool(_BEGINS.match(text))


def read_pauses(lines: Sequence[Line], context: Context) -> tuple[Pause, ...]:
    """The pauses of a film in the order of time, one a line; a fault for each that is not one, or stands in the wrong place."""
    pauses: list[Pause] = []
    for line in lines:
        pause = _pause(line, context)
        if pause and _fits(pause, pauses, line, context):
            pauses.append(pause)
    return tuple(sorted(pauses, key=lambda pause: pause.seconds))


def _pause(line: Line, context: Context) -> Pause | None:
    exact = _EXACT.fullmatch(line.text.strip())
    time, identifier = (exact[1], exact[2]) if exact else _mended(line, context)
    seconds = _seconds(time)
    if not time or not identifier:
        return None
    if seconds == 0:
        message, hint = (
            "nothing was shown yet at 0:00",
            "Choose a time at which the film has said what this asks about.",
        )
        context.fault("MED-004", line.place(), message, hint, len(line.text))
        return None
    place = line.place()
    meant = "" if exact else f"at {time}: #{identifier}"
    return Pause(seconds, identifier, place.span(len(line.text)), place.excerpt, meant)


def _mended(line: Line, context: Context) -> tuple[str, str]:
    """Time and id of a line that is written another way; empty, with a fault, where nobody can tell them."""
    text = line.text.strip()
    meant = _meaning(text)
    if not meant.time:
        said = re.split(r"[:#]\s*(?=#|\[|$)", _LEAD.sub("", text))[0].strip(" :") or text
        message = f'"{said}" is not a time in a film'
        hint = f"Write minutes and seconds: - {FORM.replace('question-id', meant.id or 'question-id')}"
    elif len(re.findall(r"(?<!\w)#[^\s#()]+", re.sub(r"\([^()]*\)", "", text))) > 1:
        message = "this line names more than one question"
        hint = f"Write a line for each, a few seconds apart: - at {meant.time}: #{meant.id}"
    elif not meant.id:
        message = "this line names no question"
        hint = f"Write the question's id behind the time: - at {meant.time}: #question-id"
    else:
        return meant.time, meant.id  # reported once it is known which questions there are
    context.fault("MED-004", line.place(), message, hint, len(line.text))
    return "", ""


def _meaning(text: str) -> _Meant:
    rest = text[_LEAD.match(text).end() :]  # type: ignore[union-attr]
    time = _TIME.match(rest)
    assert time is not None
    name = _ID.search(rest[time.end() :])
    return _Meant(_written(time), (name[1] or name[2]) if name else "")


def _written(time: re.Match[str]) -> str:
    """A time as it should be written; empty for one that is none, such as 2:70."""
    if time["clock"]:
        parts = [int(part) for part in re.split(r"[:.,]", time["clock"])]
        if len(parts) > 3 or any(part > 59 for part in parts[1:]) or len(re.split(r"[:.,]", time["clock"])[-1]) != 2:
            return ""
        seconds = sum(part * 60**place for place, part in enumerate(reversed(parts)))
    elif time["minutes"] or time["seconds"]:
        seconds = int(time["minutes"] or 0) * 60 + int(time["seconds"] or 0)
    else:
        return ""
    minutes, second = divmod(seconds, 60)
    return f"{minutes}:{second:02}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02}:{second:02}"


def _seconds(time: str) -> int:
    return sum(int(part) * 60**place for place, part in enumerate(reversed(time.split(":")))) if time else 0


def _fits(pause: Pause, before: Sequence[Pause], line: Line, context: Context) -> bool:
    """Whether a pause stands at a time of its own; one out of order is reported, and taken all the same."""
    last = max(before, key=lambda one: one.seconds, default=None)
    if last is None or pause.seconds > last.seconds:
        return True
    if same := next((one for one in before if one.seconds == pause.seconds), None):
        message = f"another pause stands at the same time, on line {same.span.line}"
        context.fault(
            "MED-004", line.place(), message, "Give one of them another time, a few seconds on.", len(line.text)
        )
        return False
    later = min((one for one in before if one.seconds > pause.seconds), key=lambda one: one.span.line)
    message, hint = "the times of these pauses are out of order", f"Move this line above line {later.span.line}."
    context.fault("MED-004", line.place(), message, hint, len(line.text))
    return True
