"""The key as a page."""

from collections.abc import Sequence
from itertools import groupby

from builder.model.course import Course
from builder.render.answer_key.key import KeyEntry
from builder.render.look import look_of
from builder.render.page.environment import render_template, templates_folder
from builder.render.page.languages import PageLanguages

LANGUAGE = "en-GB"
"""What the page is in."""


def render_key(course: Course, entries: Sequence[KeyEntry], editions: Sequence[str], table: str) -> str:
    """One HTML page, complete in itself. `editions`: those that were built; `table`: name of the table beside it."""
    modules = [(module, list(asked)) for module, asked in groupby(entries, key=lambda entry: entry.module)]
    return render_template(
        templates_folder(),
        "layouts/key.html",
        lang=PageLanguages(course, LANGUAGE).lang,
        foreign=course.language.partition("-")[0] != "en",
        look=look_of(course),
        course=course,
        modules=modules,
        editions=editions,
        table=table,
    )
