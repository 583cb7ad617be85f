"""Judges a package of any tool: how far it was reached, and what was seen there."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from builder.evidence import engines
from builder.evidence.browser import browsing
from builder.evidence.criteria.catalogue import criteria
from builder.evidence.engines.axe import axe_source
from builder.evidence.finding import PRACTICE, Seen, asked, together
from builder.evidence.lms.launch import launched, profile, take_clock
from builder.evidence.lms.server import serving
from builder.evidence.opened import OpenedPackage, opened_package
from builder.evidence.probes import hands, judged, structure
from builder.evidence.run import Proof
from builder.evidence.scene import Scene
from builder.evidence.troubles import after_a_kill, ask_sitting, troubles
from builder.evidence.walk.films import Films
from builder.evidence.walk.named import NamedCourse
from builder.evidence.walk.press import Press
from builder.evidence.walk.words import added
from builder.evidence.work import ask_films, ask_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_LATER = ("single-keys",)
"""Probes that may leave a page in another state: they are asked in a launch of their own."""
_OURS = ("themes",)
"""Probes that rely on how pages of ours are made."""
_AROUND = ("axe", "title", "page-language")
_NIGHT = 20
"""Hours."""
_NAMED = 5
"""Of what was not tried, how many are named."""
_QUIET = 90_000
"""Milliseconds in which what was announced goes again."""
Progress = Callable[[str], None]


def judge(path: Path, progress: Progress = lambda step: None) -> Proof:
    """Play a package of any tool, and say what was seen of levels A and AA and in the LMS; the same value as `prove`."""
    axe_source()
    with opened_package(path) as package, browsing(progress) as browser:
        return _judged(browser, package, progress)


def judged_in(browser: "Browser", path: Path) -> Proof:
    """The same in a browser that runs."""
    with opened_package(path) as package:
        return _judged(browser, package)


def _judged(browser: "Browser", package: OpenedPackage, progress: Progress = lambda step: None) -> Proof:
    with serving(package.folder) as address:
        parts = []
        names: list[str] = []
        questions = 0
        for page in package.launches or (package.launch,):
            progress(f"Playing {page}")
            seen, met, answered = _walk(browser, package, address, page, progress)
            parts.append(seen)
            names += [name for name in met if name not in names]
            questions += answered
            parts.append(_pressed_keys(browser, package, address, page))
            parts.append(_waited(browser, package, address, page))
            if not {"film", "recording"}.isdisjoint(seen.kinds):
                parts += _left_films(browser, package, address, page)
        progress("Without an LMS, and with one that fails")
        parts += troubles(browser, package, address)
        whole = _held(together([*parts, _reach(names, questions)]))
        progress("")
        return Proof(
            package.path.name, package.sha256, package.edition, package.title, "", f"Chromium {browser.version}",
            engines.versions(), tuple(names), questions, whole, unasked=engines.missing(),
        )  # fmt: skip


def _walk(
    browser: "Browser", package: OpenedPackage, address: str, page: str, progress: Progress
) -> tuple[Seen, list[str], int]:
    """Every screen that can be reached from a page of the manifest; answers what is found on each."""
    with profile(browser) as context:
        take_clock(context, still=False)
        course = NamedCourse(launched(context, package, address, page=page))
        parts, names = [], []
        for name in course.screens():
            progress(f"Playing {name}")
            names.append(name)
            parts.append(_look(course, name, "as opened", True))
            parts.append(_played(course, name))
            parts += _answers(course, name)
        launch, kills = course.launch, (course.first_kill, course.kill())
        parts.append(_wrapper(course))
        parts.append(ask_sitting(launch, "walked", words=course.scores, answered=course.answered))
        parts.append(_left_alone(course))
        notes = _unknown(course, page)
        launch.frame = course.home
        launch.leave()
        parts.append(
            ask_sitting(launch, "left", words=course.ending, answered=course.answered, stuck=", ".join(course.untried))
        )
    for kill in filter(None, kills if package.for_lms else ()):
        progress("Killed, and opened again")
        parts += after_a_kill(browser, package, address, page, kill)
    return together([*parts, Seen(notes=notes)]), names, course.answered


def _pressed_keys(browser: "Browser", package: OpenedPackage, address: str, page: str) -> Seen:
    """Single keys on each screen, up to the first on which they do something: who knows where that leads."""
    parts: list[Seen] = []
    with profile(browser) as context:
        take_clock(context, still=False)
        course = NamedCourse(launched(context, package, address, page=page))
        for name in course.screens():
            scene = Scene(course.launch, name, "as opened")
            parts += [
                asked(probe, scene, name, scene.state, scene.picture) for probe in hands.PROBES if probe.id in _LATER
            ]
            if parts[-1].findings:
                break
    return together(parts)


def _waited(browser: "Browser", package: OpenedPackage, address: str, page: str) -> Seen:
    """Each screen, when nobody has touched it for a night, up to the first that is not as it was."""
    parts: list[Seen] = []
    with profile(browser) as context:
        take_clock(context, still=False)
        course = NamedCourse(launched(context, package, address, page=page))
        for _ in course.screens():
            parts.append(_left_alone(course))
            if any(one.probe == "no-timing" for one in parts[-1].findings):
                break
    return together(parts)


def _played(course: NamedCourse, name: str) -> Seen:
    """The films and recordings of a screen, as far as keys and buttons with known names start them."""
    found = Films(Scene(course.launch, name, "a film, played"))
    seen = ask_films(found, found.shown()) if found.places else Seen()
    course.met.add(course.mark())  # a player may say how far it is
    return seen


def _left_films(browser: "Browser", package: OpenedPackage, address: str, page: str) -> Iterator[Seen]:
    """A film or recording that plays on each screen, while the next one is gone to."""
    with profile(browser) as context:
        take_clock(context, still=False)
        course = NamedCourse(launched(context, package, address, page=page))
        playing: Films | None = None
        for name in course.screens():
            if playing:
                yield ask_films(playing, [playing.after(0)], noted=False)
            found = Films(Scene(course.launch, name, "a film, left"))
            playing = found if found.places and not found.places[0]["away"] and found.start(0) else None
            course.met.add(course.mark())


def _left_alone(course: NamedCourse) -> Seen:
    """The screen that is shown, when nobody has touched it for a night."""
    course.launch.forward(_QUIET)
    words, values = course.words(), course.ask("values")
    course.launch.leave_alone(_NIGHT)
    course.settle()
    later, kept = course.words(), course.ask("values")
    gone = " ".join(value for name, value in values.items() if kept.get(name) != value)
    return ask_sitting(
        course.launch, "twenty hours without a touch", came=added(words, later), went=added(later, words) + gone
    )


def _wrapper(course: NamedCourse) -> Seen:
    """The page around the frame that has the words, where there is one."""
    inner, course.launch.frame = course.launch.frame, course.home
    scene = Scene(course.launch, "the page around the course", "as opened")
    probes = [probe for probe in structure.PROBES if probe.id in _AROUND]
    try:
        return together(asked(probe, scene, scene.page, scene.state) for probe in probes if inner != course.home)
    finally:
        course.launch.frame = inner


def _look(course: NamedCourse, name: str, state: str, fresh: bool = False) -> Seen:
    """Ask every probe of a screen, and be there again; once more, when the page was still on its way."""
    from playwright.sync_api import Error

    mark, address = course.mark(), course.launch.frame.url
    try:
        seen = ask_page(Scene(course.launch, name, state, fresh), (*_LATER, *_OURS))
    except Error:
        course.settle()
        seen = ask_page(Scene(course.launch, name, state, fresh), (*_LATER, *_OURS))
    if course.back_to(mark, address):
        return seen
    return together([seen, Seen(notes=(f"“{name}” became another screen while it was looked at.",))])


def _answers(course: NamedCourse, name: str) -> Iterator[Seen]:
    """Answer what can be answered on a screen, twice with other answers, and press what checks it."""
    mark, empty = course.mark(), course.ask("values")
    for turn in (0, 1):
        answered, given = course.give(turn, name)
        options = [] if answered else course.ask("choices", turn)
        if not answered and not options:
            break
        course.answered += answered or len(options) if turn == 0 else 0
        checks = course.ask("ways")["checks"]
        if answered:
            yield _ask_press(course, given)
        if answered and turn == 0 and given.stayed and given.new_words and not checks:
            yield _look(course, name, "answered")
        course.keep(mark, empty)
        for way in [*options, *checks]:
            press = course.press(way, name)
            course.hear(press.stayed)
            yield _ask_press(course, press)
            if press.stayed and turn == 0:
                yield _look(course, name, "answered")
            if not press.stayed:
                course.handed_in(press.control)
                return
        if not (options or checks or given.new_words):
            break  # nothing says what comes of an answer: the first one stays
    for way in course.ask("ways")["onward"]:
        press = Press(name, way["words"], way["reachable"], "", "", (), False, "")
        yield _ask_press(course, press)


def _ask_press(course: NamedCourse, press: Press) -> Seen:
    picture = partial(course.launch.page.screenshot, animations="disabled")
    return together(asked(probe, press, press.screen, f"{press.control} pressed", picture) for probe in judged.PRESSES)


def _unknown(course: NamedCourse, page: str) -> tuple[str, ...]:
    """What was not tried."""
    count = course.ask("unknown")
    drawn = f"{page} has {count} part{'s' * (count != 1)} drawn, dragged or in a tree of its own: nobody answered them."
    names = ", ".join(f"“{name[:40]}”" for name in course.untried[:_NAMED])
    more = len(course.untried) - _NAMED
    left = f"Not pressed, played to its end or opened on {page}: {names}{f' and {more} more' * (more > 0)}."
    return (*((drawn,) if count else ()), *((left,) if names else ()))


def _reach(names: list[str], questions: int) -> Seen:
    """What was reached, and what nobody can know of a package without hooks."""
    fields = f"{questions} field{'s' * (questions != 1)}"
    return Seen(
        notes=(
            f"{len(names)} screen{'s' * (len(names) != 1)} reached and {fields} answered, by buttons and links that say so.",
            "What else there is was not seen. Which answers are right was not known.",
        )
    )


def _held(seen: Seen) -> Seen:
    """What a package of another tool is held to: levels A and AA, and the claims on LMSs; not good practice, not AAA."""
    beyond = {one.number for one in criteria() if one.level == "AAA"} | {PRACTICE}
    return Seen(
        seen.sightings, tuple(one for one in seen.findings if one.criterion not in beyond), seen.notes, seen.kinds
    )
