"""The page that goes with the packages to whoever puts them into an LMS."""

from collections.abc import Sequence
from pathlib import Path

from builder import __version__
from builder.model.assessment import AssessmentItem
from builder.model.blocks import Watch, elsewhere, hosts_reached, nouns
from builder.model.contract import CONTRACT, EDITIONS, PRIVACIES
from builder.model.course import Completion, Course, Module
from builder.model.features import spoken_languages
from builder.model.package import FilmsApart, PackageFile, StateRoom
from builder.render.look import look_of
from builder.render.page.environment import render_template, templates_folder
from builder.render.page.languages import PageLanguages

LANGUAGE = "en-GB"
"""What the page is in."""

COMPLETION = {
    "all-modules": "The course is complete when the learner has opened every module.",
    "all-questions": "The course is complete when the learner has opened every module and answered every knowledge check.",
    "pass-mark": "The course is complete, and passed, when the learner has opened every module and answered every knowledge check, with a score of {mark} % or more.",
}

REPORTED = {
    "scorm2004": f"as long-fill-in, up to {CONTRACT['editions']['scorm2004']['longestText']:,} characters, in SCORM 2004",
    "scorm12": f"as fill-in, its first {CONTRACT['editions']['scorm12']['longestText']:,} characters, in SCORM 1.2",
}
"""How a reflection that tutors can read stands in the reports of each edition."""


def render_handover(
    course: Course,
    packages: Sequence[PackageFile],
    room: StateRoom | None = None,
    key: Sequence[Path] = (),
    apart: FilmsApart | None = None,
) -> str:
    """One HTML page, complete in itself: which package to upload, its checksum, which settings to choose, what is recorded.

    Each sentence fits the packages that were built. `key`: the files of the key for tutors, which stand beside it.
    `apart`: the films that are to be put on a host.
    """
    # Without packages it is the page of both editions.
    built = {package.destination for package in packages} or set(EDITIONS)
    limited = any(item.attempts or course.attempts for item in course.items if item.scored)
    alone = [item for module in course.modules if not course.handed_in(module) for item in module.scored]
    reflections = _reflections(course)
    languages = PageLanguages(course, LANGUAGE)
    return render_template(
        templates_folder(),
        "layouts/handover.html",
        lang=languages.lang,
        quote=languages.quote,
        # The title of a window is in one language.
        foreign=course.language.partition("-")[0] != "en",
        look=look_of(course),
        course=course,
        packages=packages,
        built12="scorm12" in built,
        built2004="scorm2004" in built,
        completion=completion_text(course.completion) + _also_asked(course),
        weighted=any(item.weight != 1 for item in course.items),
        scored=course.completion.rule == "pass-mark",
        drawn=[module for module in course.modules if module.draw and module.scored],
        banks=course.banks,
        handed_in=[module for module in course.modules if course.handed_in(module)],
        handing_in=lambda module: _handing_in(course, module),
        times=_times,
        asked_alone=bool(alone),
        limited_alone=any(item.attempts for item in alone),
        reflections=reflections,
        reported_as="; and ".join(text for destination, text in REPORTED.items() if destination in built),
        travelling=bool(set(reflections) - {"device"}),
        asked=sum(not item.privacy for item in course.items),
        written=sum(map(len, reflections.values())),
        limited=limited,
        films=sum(not film.audio for film in course.films),
        recordings=sum(film.audio for film in course.films),
        hosts=[*course.film_hosts, *course.frame_hosts],
        reached=hosts_reached(course.all_films),
        nouns=nouns(elsewhere(course.all_films)),
        noun="recording" if nouns(elsewhere(course.all_films)) == "recordings" else "film",
        fails=limited and course.completion.rule == "pass-mark",
        tongues=spoken_languages(course),
        satchel=__version__,
        apart=apart,
        room=room,
        key=[path.name for path in key],
    )


def completion_text(completion: Completion) -> str:
    """The completion rule in words."""
    return COMPLETION[completion.rule].format(mark=completion.pass_mark)


def _reflections(course: Course) -> dict[str, list[AssessmentItem]]:
    """Reflections by who keeps them, the most private first."""
    found = {kind: [item for item in course.items if item.privacy == kind] for kind in PRIVACIES}
    return {kind: items for kind, items in found.items() if items}


def _handing_in(course: Course, module: Module) -> int | None:
    """How often a module may be handed in; None when as often as a learner likes."""
    tries = [item.attempts or course.attempts for item in module.scored]
    numbers = [number for number in tries if number]
    return max(numbers) if len(numbers) == len(tries) else None


def _times(number: int | None) -> str:
    """`once`, `2 times`, or `as often as a learner likes`."""
    if not number:
        return "as often as a learner likes"
    return "once" if number == 1 else f"{number} times"


def _also_asked(course: Course) -> str:
    """What completion asks for beside its rule, in words; may be empty."""
    films = [film for film in course.films if course.to_watch(film)]
    read = " Each module must be read to its end too." if course.completion.read else ""
    named = ", ".join(f"“{film.title.text}” ({_measure(course, film)})" for film in films)
    done = {"films": "watched", "recordings": "heard"}.get(nouns(films), "watched or heard")
    what = f"{nouns(films)} must be {done}"
    watch = f" These {what}, or their transcripts read: {named}." if films else ""
    needs = " Some modules open only when others are done." if any(module.needs for module in course.modules) else ""
    stories = [f"“{item.title.text}”" for item in course.items if item.kind.always_asked]
    decide = f" An end of each story must be reached: {', '.join(stories)}." if stories else ""
    return read + watch + decide + needs


def _measure(course: Course, film: Watch) -> str:
    """How it is known that a film was watched: nobody can count what is played at a service."""
    if film.away:
        return "as the learner says"
    return f"{course.to_watch(film)} %{', or elsewhere' if film.elsewhere else ''}"
