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
                yield from _pauses(course, module, film, hidden)


def _pauses(course: Course, module: Module, film: Watch, hidden: bool) -> Iterator[Diagnostic]:
    taken: dict[str, Pause] = {}
    for pause in film.pauses:
        if 0 < film.media.seconds < pause.seconds:
            message = f"this time is after the end of the {film.noun}, which lasts {_clock(film.media.seconds)}"
            yield _at(pause, message, f"Choose a time within the {film.noun}.")
        if pause.item in taken:
            message = f"#{pause.item} is offered already, on line {taken[pause.item].span.line}"
            yield _at(pause, message, "Keep one of the two lines, or name another question.")
        elif not hidden:
            yield from _named(course, module, pause)
        taken.setdefault(pause.item, pause)


def _named(course: Course, module: Module, pause: Pause) -> Iterator[Diagnostic]:
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
        near = did_you_mean(pause.item, ids)
        hint = f"Did you mean #{near}?" if near else f"The questions here are {_listed(ids)}."
        hint = hint if ids else "Write a Quiz or a Reflect on this page, with that id."
        fix = (pause.excerpt[pause.span.column - 1 :], _named_so(pause, near)) if near else None
        yield _at(pause, f"no question has the id {pause.item}", hint, fix)


def _named_so(pause: Pause, near: str) -> str:
    return pause.excerpt[pause.span.column - 1 :].replace(f"#{pause.item}", f"#{near}")


def _listed(ids: list[str]) -> str:
    return ", ".join(f"#{id}" for id in ids[:_MOST]) + (" and others" if len(ids) > _MOST else "")


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _at(pause: Pause, message: str, hint: str, fix: tuple[str, str] | None = None) -> Diagnostic:
    return fault("MED-004", pause.span, message, hint, pause.excerpt, fix)
