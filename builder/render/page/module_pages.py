"""The HTML of each module and of each answer: made anew, or remembered while all that it is made from is the same."""

from collections.abc import Callable, Hashable
from typing import Any

from markupsafe import Markup

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Watch
from builder.model.course import Course, Module
from builder.remembered import Remembered
from builder.render.page.languages import PageLanguages

Macro = Callable[..., Markup]


class ModulePages:
    """Calls the macros of modules and answers. Templates know it as `pages`."""

    def __init__(self, course: Course, languages: PageLanguages, kept: Remembered | None) -> None:
        """`kept` is None where nothing is to be remembered."""
        # Templates of the course's own may show anything anywhere.
        self._kept = None if course.theme and course.theme.templates else kept
        self._titles = {module.id: (module.title, languages.of(module)) for module in course.modules}
        self._around = _settings(course, languages)

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
            tuple(id for id in self._titles if id in module.needs),
        )
        return self._kept.get("page", module, (self._around, beside), lambda: macro(course, module, place))

    def answer(self, macro: Macro, item: AssessmentItem) -> Markup:
        """What is right in a question, and why."""
        if self._kept is None:
            return macro(item)
        return self._kept.get("answer", item, self._around, lambda: macro(item))


def _settings(course: Course, languages: PageLanguages) -> Hashable:
    """What every page depends on: what is set for the whole course, and what some module in it has."""
    completion = course.completion
    return (
        (course.language, languages.interface, languages.foreign, languages.leftward),
        (completion.rule, completion.pass_mark, completion.partial, completion.read, completion.films),
        (course.attempts, course.feedback, course.shows_answers, course.shuffle, course.privacy, course.reports),
        (course.notes, course.record is None, course.glossary is None),
    )
