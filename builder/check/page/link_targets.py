"""A15: links inside the course lead somewhere. LNK-007: to what every learner is shown."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from builder.did_you_mean import did_you_mean
from builder.model import content
from builder.model.assessment import StoryInteraction
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
    choices = {(d.span.path, d.span.line) for d in read.errors if d.rule == "QUE-024"}
    listed: dict[str, str] = {}  # of each module once: it may have thousands of ids, and of faults
    for module in course.pages:
        for link in module.facts.links:
            if not link.target.startswith("#") or link.target[1:] in known:
                continue
            if (link.span.path, link.span.line) in choices:
                continue  # a choice of a story, for which nothing but another scene would do
            looks += len(names)
            near = did_you_mean(link.target[1:], names) if looks < MOST_LOOKS else ""
            hint = f"Did you mean #{near}?" if near else _known_here(course, module, link, listed)
            message = f"nothing in the course has the id {link.target[1:] or '(empty)'}"
            written = link.excerpt[link.span.column - 1 :][: link.span.length]
            file, sign, _ = written.partition("#")
            fix = (written, f"{file}#{near}") if near and sign else None
            yield fault("A15", link.span, message, hint, link.excerpt, fix)


def check_shown(course: Course) -> Iterator[Diagnostic]:
    """LNK-007: no link leads to a scene in the middle of a story, nor to a question that some learners are not asked."""
    away = {id: found for module in course.modules for id, found in _not_for_all(module)}
    if not away:
        return
    choices = {one for module in course.modules for item in module.items for one in _choices(item.interaction)}
    for module in course.pages:
        for link in module.facts.links:
            found = away.get(link.target.removeprefix("#")) if link.target.startswith("#") else None
            if found and (link.target, link.text) not in choices:
                yield fault("LNK-007", link.span, *found, link.excerpt)


def _not_for_all(module: Module) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each id of a module to which no link can lead every learner, with what to say of such a link."""
    drawn = module.draw is not None and module.draw < len(module.scored)
    for item in module.items:
        if isinstance(item.interaction, StoryInteraction):
            first, *others = item.interaction.scenes
            message = "this link leads into the middle of a story, and learners come to where they stand in it"
            hint = f"Link to the story: #{first.id}. To go on to a scene, link to it from a list at the end of a scene."
            yield from ((one.id, (message, hint)) for one in others)
        elif item.bank or (drawn and item.scored):
            message = "this link leads to a question that some learners are not asked, and they come to its module"
            yield item.id, (message, f"Link to the module: #{module.id}. Or let everybody be asked this question.")


def _choices(interaction: object) -> Iterator[tuple[str, str]]:
    """Target and words of each link that is a choice of a story."""
    for scene in interaction.scenes if isinstance(interaction, StoryInteraction) else ():
        for one in scene.decisions:
            for link in content.every_inline(one.content.content):
                if isinstance(link, content.Link):
                    yield link.target, content.inline_words(link.content)


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
