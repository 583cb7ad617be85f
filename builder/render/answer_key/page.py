"""The key as a page."""

from collections.abc import Sequence
from itertools import groupby

from builder.model.course import Course
from builder.render.administrators import ENGLISH, Links, course_in, render_page_in
from builder.render.answer_key.key import A_NUMBER, KeyEntry, key_of

LAYOUT = "layouts/key.html"


def render_key(
    course: Course,
    entries: Sequence[KeyEntry],
    editions: Sequence[str],
    table: str,
    language: str = ENGLISH,
    others: Links = (),
) -> str:
    """One HTML page, complete in itself. `editions`: those that were built; `table`: name of the table beside it.

    `language`: what it is in; `others`: the same page in other languages.
    """
    said = course_in(course, language)
    # The questions are the same in each language of the course, in other words.
    shown = entries if said is course else key_of(said)
    modules = [(module, list(asked)) for module, asked in groupby(shown, key=lambda entry: entry.module)]
    return render_page_in(
        language, LAYOUT, course, said, others, modules=modules, editions=editions, table=table, numbers=A_NUMBER
    )
