"""MED-004: a pause for thought names a question of its own page, and a time within its film."""

from collections.abc import Iterator

from builder.did_you_mean import did_you_mean
from builder.model.blocks import Watch
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Report
from builder.model.hidden import hides_text
from builder.model.media import Pause
from builder.model.rules import fault

_MOST = 8
"""Ids that a hint lists."""


def check_pauses(course: Course, read: Report) -> Iterator[Diagnostic]:
    """Every pause of every film; while a text is hidden, nobody can know which questions there are (`read` is what reading found)."""
    hidden = hides_text(read.diagnostics)
    for module in course.modules:
        for film in module.blocks:
            if isinstance(film, Watch):
                yield from _pauses(course, module, film, hidden, read)


def _pauses(course: Course, module: Module, film: Watch, hidden: bool, read: Report) -> Iterator[Diagnostic]:
    """One finding for each pause at most: what is mended first may change the others."""
    taken: dict[str, Pause] = {}
    told = {(d.span.path, d.span.line) for d in read.diagnostics if d.rule == "MED-004"} if film.pauses else set()
    for pause in film.pauses:
        first = taken.setdefault(pause.item, pause)
        if (pause.span.path, pause.span.line) not in told:
            faults = (
                *_late(film, pause),
                *_twice(pause, first),
                *(() if hidden else _named(course, module, film, pause)),
                *_written(pause),
            )
            yield from faults[:1]


def _late(film: Watch, pause: Pause) -> Iterator[Diagnostic]:
    if 0 < film.media.seconds < pause.seconds:
        message = f"this time is after the end of the {film.noun}, which lasts {_clock(film.media.seconds)}"
        yield _at(pause, message, f"Choose a time within the {film.noun}.")
    elif pause.seconds < film.begins:
        message = f"this time is before the {film.noun} begins, at {_clock(film.begins)}, so nobody would be asked"
        yield _at(pause, message, f"Choose a later time, or let the {film.noun} begin earlier.")


def _twice(pause: Pause, first: Pause) -> Iterator[Diagnostic]:
    if first is not pause:
        message = f"#{pause.item} is offered already, on line {first.span.line}"
        yield _at(pause, message, "Keep one of the two lines, or name another question.")


def _written(pause: Pause) -> Iterator[Diagnostic]:
    if pause.meant:
        message = "a pause for thought is written with a time and the id of a question"
        yield _at(
            pause, message, f"Write: - {pause.meant}", (pause.excerpt[pause.span.column - 1 :].rstrip(), pause.meant)
        )


def _named(course: Course, module: Module, film: Watch, pause: Pause) -> Iterator[Diagnostic]:
    """Whether the id is that of a question of this page."""
    ids = [item.id for item in module.items]
    if pause.item in ids:
        return
    other = next((page for page in course.pages if pause.item in page.facts.anchors), None)
    if other is module:
        hint = f"Name a question of this page: {_listed(ids)}." if ids else "Write a Quiz or a Reflect on this page."
        yield _at(pause, f"#{pause.item} is not a question", hint)
    elif other:
        hint = f"Move the question to {module.span.path}, or name one that stands there."
        yield _at(pause, f"#{pause.item} stands on another page, in {other.span.path}", hint)
    else:
        near = did_you_mean(pause.item, [id for id in ids if id not in {one.item for one in film.pauses}])
        hint = (
            f"Did you mean: - {_named_so(pause, near).strip()}"
            if near and pause.meant
            else f"Did you mean #{near}?"
            if near
            else f"The questions here are {_listed(ids)}."
        )
        hint = hint if ids else "Write a Quiz or a Reflect on this page, with that id."
        fix = (pause.excerpt[pause.span.column - 1 :], _named_so(pause, near)) if near else None
        yield _at(pause, f"no question has the id {pause.item}", hint, fix)


def _named_so(pause: Pause, near: str) -> str:
    written = pause.meant or pause.excerpt[pause.span.column - 1 :]
    return written.replace(f"#{pause.item}", f"#{near}")


def _listed(ids: list[str]) -> str:
    return ", ".join(f"#{id}" for id in ids[:_MOST]) + (" and others" if len(ids) > _MOST else "")


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _at(pause: Pause, message: str, hint: str, fix: tuple[str, str] | None = None) -> Diagnostic:
    return fault("MED-004", pause.span, message, hint, pause.excerpt, fix)
