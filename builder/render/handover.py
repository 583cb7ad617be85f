"""The page that goes with the packages to whoever puts them into an LMS."""

from collections.abc import Sequence
from pathlib import Path

from builder import __version__
from builder.model.course import Completion, Course
from builder.model.package import PackageFile, StateRoom
from builder.render.page.environment import render_template, templates_folder
from builder.render.page.languages import PageLanguages

LANGUAGE = "en-GB"
"""What the page is in."""

COMPLETION = {
    "all-modules": "The course is complete when the learner has opened every module.",
    "all-questions": "The course is complete when the learner has opened every module and answered every knowledge check.",
    "pass-mark": "The course is complete, and passed, when every knowledge check is answered and {mark} % of them rightly.",
}


def render_handover(
    course: Course, packages: Sequence[PackageFile], room: StateRoom | None = None, key: Sequence[Path] = ()
) -> str:
    """One HTML page, complete in itself: which package to upload, its checksum, which settings to choose, what is recorded.

    `key`: the files of the key for tutors, which stand beside it.
    """
    kept = {item.privacy for item in course.items} - {""}
    limited = any(item.attempts or course.attempts for item in course.items if item.scored)
    languages = PageLanguages(course, LANGUAGE, {})
    return render_template(
        templates_folder(),
        "layouts/handover.html",
        lang=languages.lang,
        quote=languages.quote,
        # The title of a window is in one language.
        foreign=course.language.partition("-")[0] != "en",
        course=course,
        packages=packages,
        completion=completion_text(course.completion) + _also_asked(course),
        weighted=any(item.weight != 1 for item in course.items),
        scored=course.completion.rule == "pass-mark",
        drawn=[module for module in course.modules if module.draw and module.scored],
        handed_in=[module for module in course.modules if course.handed_in(module)],
        kept=kept,
        travelling=bool(kept - {"device"}),
        asked=sum(not item.privacy for item in course.items),
        reflections=sum(bool(item.privacy) for item in course.items),
        limited=limited,
        fails=limited and course.completion.rule == "pass-mark",
        tongues=list(
            dict.fromkeys([course.language, *(module.language or course.language for module in course.modules)])
        ),
        satchel=__version__,
        room=room,
        key=[path.name for path in key],
    )


def completion_text(completion: Completion) -> str:
    """The completion rule in words."""
    return COMPLETION[completion.rule].format(mark=completion.pass_mark)


def _also_asked(course: Course) -> str:
    """What completion asks for beside its rule, in words; may be empty."""
    films = [film for film in course.films if course.to_watch(film)]
    read = " Each module must be read to its end too." if course.completion.read else ""
    named = ", ".join(
        f"“{film.title.text}” ({course.to_watch(film)} %{', or elsewhere' if film.elsewhere else ''})" for film in films
    )
    watch = f" These films must be watched, or their transcripts read: {named}." if films else ""
    needs = " Some modules open only when others are done." if any(module.needs for module in course.modules) else ""
    return read + watch + needs
