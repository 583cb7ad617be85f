"""The pieces of work: each walks a part of the package in a browser profile of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from builder.evidence.finding import Probe, Seen, asked, together
from builder.evidence.lms.launch import Launch, launched, profile, take_clock
from builder.evidence.opened import OpenedPackage
from builder.evidence.probes import actions, films, hands, judged, keyboard, layers, looks, media, sittings, structure
from builder.evidence.scene import Scene
from builder.evidence.sitting import Sitting
from builder.evidence.walk.answers import PARTLY, RIGHT, WRONG, answers_to
from builder.evidence.walk.films import Films, Showing
from builder.evidence.walk.hooked import Action, HookedCourse, Place
from builder.evidence.walk.stories import all_scenes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

PAGE_PROBES = (looks.MOTION, *structure.PROBES, *media.PROBES, *looks.PROBES)
ONCE_A_PAGE = (*keyboard.PROBES, *hands.PROBES, *layers.PROBES)
_OURS: tuple[Probe[Any], ...] = (*PAGE_PROBES, *ONCE_A_PAGE, *actions.PROBES, *films.PROBES, *sittings.PROBES)
_OTHERS: tuple[Probe[Any], ...] = (*judged.PRESSES, *judged.SITTINGS)
ALL_PROBES = (*_OURS, *(probe for probe in _OTHERS if probe not in _OURS))
"""Every probe there is."""
NOTHING = "without an answer"


def ask_page(scene: Scene, without: tuple[str, ...] = ()) -> Seen:
    """Ask every probe of a page in a state, but those named in `without`; those of the hands once a page."""
    every: tuple[Probe[Scene], ...] = (*PAGE_PROBES, *(ONCE_A_PAGE if scene.fresh else ()))
    probes = [probe for probe in every if probe.id not in without]
    scene = replace(scene, kinds=frozenset(scene.ask("structure.kinds")))
    met = Seen(kinds=tuple(sorted(scene.kinds)))
    return together([met, *(asked(probe, scene, scene.page, scene.state, scene.picture) for probe in probes)])


def ask_action(action: Action, launch: Launch) -> Seen:
    """Ask every probe of an action."""
    picture = partial(launch.page.screenshot, animations="disabled")
    return together(asked(probe, action, action.page, action.doing, picture) for probe in actions.PROBES)


def ask_sitting(sitting: Sitting) -> Seen:
    """Ask every probe of a sitting."""
    return together(asked(probe, sitting, "course", sitting.about) for probe in sittings.PROBES)


def ask_films(found: Films, showings: Iterable[Showing], noted: bool = True) -> Seen:
    """Ask every probe of films and recordings as they are played; `noted`: says how many this browser cannot play."""
    scene = found.scene
    parts = [
        asked(probe, showing, scene.page, f"a film, {showing.doing}", scene.picture)
        for showing in showings
        for probe in films.PROBES
    ]
    played, there = len(found.playable), len(found.places)
    note = (
        f"{played} of {there} film{'s' * (there != 1)} and recordings on “{scene.page}” can be played by this browser: "
        "whether the rest stops is not known."
    )
    return together([*parts, Seen(notes=(note,) if noted and played < there else ())])


def begun(context: "BrowserContext", package: OpenedPackage, address: str, **more: Any) -> HookedCourse:
    """A package of ours, launched, with a clock that can be put forward."""
    take_clock(context)
    course = HookedCourse(launched(context, package, address, **more))
    course.ready()
    return course


def survey(browser: "Browser", package: OpenedPackage, address: str) -> list[Place]:
    """The pages of a package of ours, by their titles in the source."""
    with profile(browser, locale=package.locale) as context:
        return begun(context, package, address).pages()


def walk_page(browser: "Browser", package: OpenedPackage, address: str, place: Place) -> Seen:
    """One page in every state: as opened, all open, without an answer, after each kind of answer, and found again."""
    with profile(browser, locale=package.locale) as context:
        course = begun(context, package, address)
        course.turn_to(place.id)
        parts = [_scene(course, place, "as opened", True)]
        if course.ask("openAll"):
            course.settle()
            parts.append(_scene(course, place, "all open"))
        parts += _answered(course, place)
        for item in course.items():
            if item["story"]:
                parts += [_scene(course, place, f"scene {scene}") for scene in all_scenes(course, item["id"])]
        if any(item["kind"] for item in course.items()) and len(parts) > 2:
            course, again = _found_again(context, course, place, address)
            parts += again
        return together([*parts, *_played(course, place)])


def walk_in_language(browser: "Browser", package: OpenedPackage, address: str, place: Place, tag: str) -> Seen:
    """One page in another language of the course: as opened, all open, and answered rightly, with what is said then."""
    with profile(browser, locale=tag) as context:
        course = begun(context, package, address)
        course.turn_to(place.id)
        parts = [_scene(course, place, f"as opened, in {tag}", True)]
        if course.ask("openAll"):
            course.settle()
            parts.append(_scene(course, place, f"all open, in {tag}"))
        if any(_act(course, place, item, RIGHT) for item in course.items()):
            course.hand_in()
            parts.append(_scene(course, place, f"{RIGHT}, in {tag}"))
        shown = course.ask("language")
        note = f"“{place.title}” was to be seen in {tag}, and came in {shown}."
        return together([*parts, Seen(notes=() if shown == tag else (note,))])


def _scene(course: HookedCourse, place: Place, state: str, fresh: bool = False) -> Seen:
    return ask_page(Scene(course.launch, place.title, state, fresh))


def _answered(course: HookedCourse, place: Place) -> Iterator[Seen]:
    for doing in (NOTHING, WRONG, PARTLY, RIGHT):
        found = [part for item in course.items() if (part := _act(course, place, item, doing))]
        if found and doing == RIGHT and course.hand_in():
            yield _scene(course, place, "handed in")
        if found:
            yield from found
            yield _scene(course, place, doing)


def _act(course: HookedCourse, place: Place, item: dict[str, Any], doing: str) -> Seen | None:
    """Bring a question into a state, if it can be in it."""
    question = course.questions.get(item["id"])
    if question is None or item["story"] or course.seen(item["id"]).spent or (doing != RIGHT and not item["button"]):
        return None
    if doing == NOTHING:
        return ask_action(course.check(place.title, item, doing), course.launch)
    given = answers_to(question).get(doing)
    if not given:
        return None
    course.give(item, given)
    return ask_action(course.check(place.title, item, doing, given), course.launch)


def _found_again(
    context: "BrowserContext", course: HookedCourse, place: Place, address: str
) -> tuple[HookedCourse, list[Seen]]:
    """The page when the learner comes back to it, in a launch of its own."""
    before = {item["id"]: course.seen(item["id"]) for item in course.items()}
    record = course.launch.leave()
    course.launch.page.close()
    again = HookedCourse(launched(context, course.launch.package, address, record))
    again.ready()
    again.turn_to(place.id)
    after = {item["id"]: again.seen(item["id"]) for item in again.items()}
    launch = again.launch
    seen = _scene(again, place, "found again")
    sitting = Sitting(
        launch.package.edition,
        "found again",
        before=before,
        after=after,
        record=record,
        errors=tuple(launch.errors),
        requests=tuple(launch.requests),
    )
    return again, [seen, ask_sitting(sitting)]


def _played(course: HookedCourse, place: Place) -> Iterator[Seen]:
    """The films and recordings of a page, last of all: how far they were seen is another at each run."""
    found = Films(Scene(course.launch, place.title, ""))
    other = next((page for page in course.pages() if page.id != place.id and not page.waits), None)
    if found.places:
        yield ask_films(found, found.shown())
        if other:
            yield ask_films(found, found.left(lambda: course.turn_to(other.id)), noted=False)
