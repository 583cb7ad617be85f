"""The HTML of each module and of each answer: made anew, or remembered while all that it is made from is the same."""

import re
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from markupsafe import Markup

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Watch
from builder.model.course import Course, Module
from builder.remembered import Remembered
from builder.render.page.languages import PageLanguages

Macro = Callable[..., Markup]

LARGE = 300
"""Modules from which on a browser is spared what is not shown: a page of 1000 has 160,000 elements."""
_FORM = re.compile(r'(<form(?: [\w-]+(?:="[^"]*")?)*>)(.*)(</form>\s*)', re.DOTALL)
_NEEDED = re.compile(r"<noscript|</noscript| data-", re.IGNORECASE)
"""What the run-time looks for before a module is shown; and what would end the folded part too early."""


class ModulePages:
    """Calls the macros of modules and answers. Templates know it as `pages`."""

    def __init__(
        self,
        course: Course,
        languages: PageLanguages,
        kept: Remembered | None,
        transcripts: Mapping[str, str],
        folds: bool = True,
    ) -> None:
        """`kept` is None where nothing is to be remembered. Without `folds` nothing is folded: other languages are already.

        `transcripts` are the names of their files, by film: they hang on the films of other modules too.
        """
        # Templates of the course's own may show anything anywhere.
        self._kept = None if course.theme and course.theme.templates else kept
        self._titles = {module.id: (module.title, languages.of(module)) for module in course.modules}
        self._transcripts = transcripts
        self._large = folds and len(course.modules) >= LARGE
        self._around = (self._large, _settings(course, languages))

    def module(self, macro: Macro, course: Course, module: Module, place: Any) -> Markup:
        """The page of a module. `place` is Jinja's loop over the modules (its previous and next one are named there)."""
        # A pause in a film shows a question, which may stand in another module.
        if self._kept is None or any(isinstance(block, Watch) and block.pauses for block in module.blocks):
            return macro(course, module, place)
        beside = (
            place.index,
            place.length,
            None if place.first else (place.previtem.id, *self._titles[place.previtem.id]),
            None if place.last else (place.nextitem.id, *self._titles[place.nextitem.id]),
            tuple((id, *self._titles.get(id, ())) for id in module.needs),
            tuple(id for id in self._titles if id in module.needs) if module.needs else (),
            tuple(self._transcripts.get(block.id) for block in module.blocks if isinstance(block, Watch)),
        )
        html = self._kept.get("page", module, (self._around, beside), lambda: macro(course, module, place).encode())
        return Markup(html.decode())  # kept as bytes: a text with one curly quotation mark takes two for each letter

    def block(self, html: Markup) -> Markup:
        """A block of a module. In a large course prose is folded, and of a question all but its form."""
        if not self._large:
            return html
        if form := _FORM.fullmatch(html):
            begin, inside, end = form.groups()
            return Markup(begin + _folded(inside) + end) if "noscript" not in inside else html
        prose = html.startswith('<div class="prose"') and not _NEEDED.search(html)
        return Markup(_folded(html)) if prose else html

    def answer(self, macro: Macro, item: AssessmentItem) -> Markup:
        """What is right in a question, and why. In a large course it is folded."""
        if self._kept is None:
            return self._answer(macro, item)
        return Markup(self._kept.get("answer", item, self._around, lambda: self._answer(macro, item).encode()).decode())

    def _answer(self, macro: Macro, item: AssessmentItem) -> Markup:
        html = macro(item)
        return Markup(_folded(html) + "\n") if self._large and "noscript" not in html else html


def _folded(html: str) -> str:
    """In a `noscript`: there without script, and with script a text until the run-time asks for it (`later.js`)."""
    return f"<noscript>{html}</noscript>"


def _settings(course: Course, languages: PageLanguages) -> Hashable:
    """What every page depends on: what is set for the whole course, and what some module in it has."""
    completion = course.completion
    return (
        (course.language, languages.interface, languages.foreign, languages.leftward),
        (
            completion.rule,
            completion.pass_mark,
            completion.partial,
            completion.read,
            completion.films,
            completion.confirmed,
        ),
        (course.attempts, course.feedback, course.shows_answers, course.shuffle, course.privacy, course.reports),
        (course.notes, course.record is None, course.glossary is None),
    )
