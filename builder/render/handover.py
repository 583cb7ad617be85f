"""The page that goes with the packages to whoever puts them into an LMS."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from builder import __version__
from builder.model.assessment import AssessmentItem
from builder.model.blocks import Use, elsewhere, hosts_reached, nouns
from builder.model.contract import CONTRACT, EDITIONS, PRIVACIES
from builder.model.course import Course, Module
from builder.model.features import spoken_languages
from builder.model.package import FilmsApart, PackageFile, StateRoom
from builder.render.administrators import ENGLISH, Links, course_in, render_page_in
from builder.render.answer_key.key import reported

LAYOUT = "layouts/handover.html"
_TICKED = {"checklist", "declaration"}
_APART = {*_TICKED, "story", "reflection"}
"""What the device keeps of these is named apart from answers."""


def render_handover(
    course: Course,
    packages: Sequence[PackageFile],
    room: StateRoom | None = None,
    key: Sequence[Path] = (),
    apart: FilmsApart | None = None,
    language: str = ENGLISH,
    others: Links = (),
) -> str:
    """One HTML page, complete in itself: which package to upload, its checksum, which settings to choose, what is recorded.

    Each sentence fits the packages that were built. `key`: the files of the key for tutors, which stand beside it.
    `apart`: the films that are to be put on a host. `language`: what the page is in; `others`: the same in other languages.
    """
    # Without packages it is the page of both editions.
    built = {package.destination for package in packages} or set(EDITIONS)
    limited = any(item.attempts or course.attempts for item in course.items if item.scored)
    alone = [item for module in course.modules if not course.handed_in(module) for item in module.scored]
    said = course_in(course, language)
    reflections = _reflections(said)
    films = [film for film in said.films if said.to_watch(film)]
    told = [item for item in said.items if reported(item)]
    return render_page_in(
        language,
        LAYOUT,
        course,
        said,
        others,
        packages=packages,
        built12="scorm12" in built,
        built2004="scorm2004" in built,
        films_to_watch=[(film, said.to_watch(film)) for film in films],
        watched=nouns(films),
        decided=[item for item in said.items if item.kind.always_asked],
        waits=any(module.needs for module in course.modules),
        weighted=any(item.weight != 1 for item in course.items),
        scored=course.completion.rule == "pass-mark",
        drawn=[module for module in said.modules if module.draw and module.scored],
        banks=course.banks,
        handed_in=[module for module in said.modules if said.handed_in(module)],
        handing_in=lambda module: _handing_in(course, module),
        asked_alone=bool(alone),
        limited_alone=any(item.attempts for item in alone),
        sent={item.kind.sends for item in told},
        checked=any(item.scored for item in told),
        asked_aloud=[item for item in told if item.kind.sends == "survey"],
        in_no_report=[item for item in said.items if item.unreported],
        answered=any(item.kind.sends not in _APART for item in said.items),
        ticked=any(item.kind.sends in _TICKED for item in said.items),
        played=nouns(said.films) if said.films else "",
        reflections=reflections,
        longest12=CONTRACT["editions"]["scorm12"]["longestText"],
        longest2004=CONTRACT["editions"]["scorm2004"]["longestText"],
        travelling=bool(set(reflections) - {"device"}),
        modules=len(course.modules),
        asked=sum(not item.privacy for item in course.items),
        written=sum(map(len, reflections.values())),
        limited=limited,
        films=sum(not film.audio for film in course.films),
        recordings=sum(film.audio for film in course.films),
        hosts=[*course.film_hosts, *course.frame_hosts],
        reached=_reached(course, said),
        nouns=nouns(elsewhere(course.all_films)),
        fails=limited and course.completion.rule == "pass-mark",
        tongues=spoken_languages(course),
        satchel=__version__,
        apart=apart,
        room=room,
        key=[path.name for path in key],
    )


def _reflections(course: Course) -> dict[str, list[AssessmentItem]]:
    """Reflections by who keeps them, the most private first."""
    found = {kind: [item for item in course.items if item.privacy == kind] for kind in PRIVACIES}
    return {kind: items for kind, items in found.items() if items}


def _reached(course: Course, said: Course) -> Mapping[str, Sequence[Use]]:
    """What each host is reached for in any language, each film by its title in one."""
    own = {film.id: film for film in said.films}
    return {
        host: [replace(use, films=tuple(own.get(film.id, film) for film in use.films)) for use in uses]
        for host, uses in hosts_reached(course.all_films).items()
    }


def _handing_in(course: Course, module: Module) -> int | None:
    """How often a module may be handed in; None when as often as a learner likes."""
    tries = [item.attempts or course.attempts for item in module.scored]
    numbers = [number for number in tries if number]
    return max(numbers) if len(numbers) == len(tries) else None
