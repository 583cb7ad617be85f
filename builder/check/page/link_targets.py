"""A15: links inside the course lead somewhere."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from builder.did_you_mean import did_you_mean
from builder.model.content.spelling import seen
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Report
from builder.model.hidden import hides_text
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.model.source_facts import Link

MOST = 12
"""Ids that a hint lists."""
MOST_LOOKS = 100_000
"""Ids that are compared with misspelt ones: beyond some hundred faults nobody reads which were meant."""
_FILE = rare_pattern(r"^(?:\./)?([^()#\s]+\.md)#", re.IGNORECASE)


def check_targets(course: Course, read: Report) -> Iterator[Diagnostic]:
    """Every `#id` is an id of the course; while a text is hidden, nobody can know (`read` is what reading found)."""
    if hides_text(read.diagnostics):
        return
    known = frozenset().union(*(module.facts.anchors for module in course.pages))
    names, looks = sorted(known), 0
    listed: dict[str, str] = {}  # of each module once: it may have thousands of ids, and of faults
    for module in course.pages:
        for link in module.facts.links:
            if not link.target.startswith("#") or link.target[1:] in known:
                continue
            looks += len(names)
            near = did_you_mean(link.target[1:], names) if looks < MOST_LOOKS else ""
            hint = f"Did you mean #{near}?" if near else _known_here(course, module, link, listed)
            message = f"nothing in the course has the id {link.target[1:] or '(empty)'}"
            written = link.excerpt[link.span.column - 1 :][: link.span.length]
            file, sign, _ = written.partition("#")
            fix = (written, f"{file}#{near}") if near and sign else None
            yield fault("A15", link.span, message, hint, link.excerpt, fix)


def _known_here(course: Course, module: Module, link: Link, listed: dict[str, str]) -> str:
    """The ids of the module that the link names, or of its own."""
    path = _FILE.search(link.excerpt[link.span.column - 1 :])
    meant = next((m for m in course.modules if path and seen(m.span.path) == seen(unquote(path[1]))), module)
    if meant.span.path not in listed:
        listed[meant.span.path] = _listed(meant)
    shown = listed[meant.span.path]
    new = "Give the place an id with {#my-id} at the end of its heading"
    return f"{new}, or use one that {meant.span.path} has: {shown}." if shown else f"{new}."


def _listed(module: Module) -> str:
    ids = sorted(module.facts.anchors - {module.id})
    return ", ".join(f"#{name}" for name in ids[:MOST]) + (" and others" if len(ids) > MOST else "")
