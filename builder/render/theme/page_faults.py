"""Faults that the verifier finds in a page, at the lines of the templates of the course's own that wrote them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Span
from builder.model.look.theme import OwnFile
from builder.render.page.environment import templates_folder

_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
"""What a template puts into a line."""
_FEWEST = 6
"""Signs of its own by which a line is known."""
_NO_SCRIPT = "Delete it: no script runs in a course but Satchel's."
_HINTS = {
    "WEB-007": _NO_SCRIPT,
    "WEB-008": "Give the element a class, and write the rule into a style sheet in theme/.",
    "WEB-009": _NO_SCRIPT,
    "WEB-014": "Delete it. A picture belongs into a module, a logo into course.yml: theme: logo: theme/logo.svg",
}
"""What an author can do about it, where the hint of the rule is for people who make pages."""


def at_their_templates(course: Course, page: bytes, launch: str, faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each fault of the page `launch` at the line of the template that wrote it; others as they are."""
    own = course.theme.templates if course.theme else ()
    lines = page.decode().split("\n") if own else []
    for fault in faults:
        at = fault.span.line - 1
        written = _line_of(own, lines[at].strip()) if fault.span.path == launch and at < len(lines) else None
        if written is None:
            yield fault
            continue
        file, number = written
        span = Span(file.path, number, 1)
        yield replace(
            fault, span=span, hint=_HINTS.get(fault.rule, fault.hint), excerpt=file.text.split("\n")[number - 1]
        )


def _line_of(own: Iterable[OwnFile], written: str) -> tuple[OwnFile, int] | None:
    """The template and the line from which a line of the page came: the one that has most signs of its own in common."""
    ours = {path.name: path for path in templates_folder().glob("*/*/*.html")}
    best: tuple[int, OwnFile, int] | None = None
    for file in own:
        ordinary = ours.get(PurePosixPath(file.path).name)
        theirs = set(ordinary.read_text(encoding="utf-8").splitlines()) if ordinary else set()
        for number, line in enumerate(file.text.split("\n"), 1):
            parts = _FILLED.split(line.strip())
            signs = sum(len(part.strip()) for part in parts)
            if line in theirs or signs < _FEWEST or (best and signs <= best[0]):
                continue
            if re.fullmatch(".*?".join(map(re.escape, parts)), written):
                best = signs, file, number
    return best[1:] if best else None
