"""Judges a package of any tool: how far it was reached, and what was seen there."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.evidence import engines
from builder.evidence.browser import browsing
from builder.evidence.criteria.catalogue import criteria
from builder.evidence.engines.axe import axe_source
from builder.evidence.finding import PRACTICE, Seen, asked, together
from builder.evidence.lms.launch import Launch, from_disk, launched, profile, take_clock
from builder.evidence.lms.server import serving
from builder.evidence.opened import OpenedPackage, opened_package
from builder.evidence.probes import hands, judged, structure
from builder.evidence.run import Proof
from builder.evidence.scene import Scene
from builder.evidence.sitting import Sitting
from builder.evidence.walk.named import NamedCourse, Press
from builder.evidence.walk.words import added
from builder.evidence.work import ask_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_LATER = ("single-keys",)
"""Probes that may leave a page in another state: they are asked in a launch of their own."""
_AROUND = ("axe", "title", "page-language")
_CUT = 40
"""Characters of a state that is cut."""
_NIGHT = 20
"""Hours."""
_QUIET = 90_000
"""Milliseconds in which what was announced goes again."""
Progress = Callable[[str], None]


def judge(path: Path, progress: Progress = lambda step: None) -> Proof:
    """Play a package of any tool, and say what was seen of levels A and AA and in the LMS; the same value as `prove`."""
    axe_source()
    with opened_package(path) as package, browsing() as browser:
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
        progress("Without an LMS, and with one that fails")
        parts += _troubles(browser, package, address)
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
        take_clock(context)
        course = NamedCourse(launched(context, package, address, page=page))
        parts, names = [], []
        for name in course.screens():
            progress(f"Playing {name}")
            names.append(name)
            parts.append(_look(course, name, "as opened", True))
            parts += _answers(course, name)
        launch = course.launch
        parts.append(_wrapper(course))
        parts.append(_sitting(launch, "walked", words=course.words(), answered=course.answered))
        parts.append(_left_alone(course))
        notes = _unknown(course, page)
        launch.frame = course.home
        launch.leave()
        parts.append(_sitting(launch, "left"))
        return together([*parts, Seen(notes=notes)]), names, course.answered


def _pressed_keys(browser: "Browser", package: OpenedPackage, address: str, page: str) -> Seen:
    """Single keys on each screen, up to the first on which they do something: who knows where that leads."""
    parts: list[Seen] = []
    with profile(browser) as context:
        take_clock(context)
        course = NamedCourse(launched(context, package, address, page=page))
        for name in course.screens():
            scene = Scene(course.launch, name, "as opened")
            parts += [
                asked(probe, scene, name, scene.state, scene.picture) for probe in hands.PROBES if probe.id in _LATER
            ]
            if parts[-1].findings:
                break
    return together(parts)


def _left_alone(course: NamedCourse) -> Seen:
    """The last screen, when nobody has touched it for a night."""
    course.launch.forward(_QUIET)
    words, values = course.words(), course.ask("values")
    course.launch.leave_alone(_NIGHT)
    course.settle()
    later, kept = course.words(), course.ask("values")
    gone = " ".join(value for name, value in values.items() if kept.get(name) != value)
    return _sitting(
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
    """Ask every probe of a screen; again, when the page was still on its way."""
    from playwright.sync_api import Error

    try:
        return ask_page(Scene(course.launch, name, state, fresh), _LATER)
    except Error:
        course.settle()
        return ask_page(Scene(course.launch, name, state, fresh), _LATER)


def _answers(course: NamedCourse, name: str) -> Iterator[Seen]:
    """Answer what can be answered on a screen, twice with other answers, and press what checks it."""
    for turn in (0, 1):
        answered = course.ask("answer", turn)
        if not answered:
            break
        course.answered += answered if turn == 0 else 0
        course.settle()
        for way in course.ask("ways")["checks"]:
            press = course.press(way, name)
            yield _ask_press(course, press)
            if press.stayed and turn == 0:
                yield _look(course, name, "answered")
            if not press.stayed:
                return
    for way in course.ask("ways")["onward"]:
        press = Press(name, way["words"], way["reachable"], "", "", (), False, "")
        yield _ask_press(course, press)


def _ask_press(course: NamedCourse, press: Press) -> Seen:
    picture = partial(course.launch.page.screenshot, animations="disabled")
    return together(asked(probe, press, press.screen, f"{press.control} pressed", picture) for probe in judged.PRESSES)


def _unknown(course: NamedCourse, page: str) -> tuple[str, ...]:
    count = course.ask("unknown")
    return (f"{page} has {count} parts that are drawn or dragged: nobody answered them.",) if count else ()


def _troubles(browser: "Browser", package: OpenedPackage, address: str) -> Iterator[Seen]:
    """Without an LMS; then with one that is late, and one that cuts what it keeps."""
    with profile(browser) as context:
        take_clock(context)
        course = NamedCourse(from_disk(context, package))
        yield _sitting(course.launch, "opened from the disk", words=course.arrived())
    if not package.for_lms:
        return
    with profile(browser) as context:
        take_clock(context)
        course = NamedCourse(launched(context, package, address, late=True))
        course.launch.forward(3000)
        course.launch.offer_api()
        course.launch.forward(10_000)
        yield _sitting(course.launch, "late API", said=course.arrived())
    key = "cmi.core.exit" if package.edition == "scorm12" else "cmi.exit"
    with profile(browser) as context:
        take_clock(context)
        record = {"cmi.suspend_data": '{"answers":{"q1":"a","q2":["b"],"page":12,"'[:_CUT], key: "suspend"}
        course = NamedCourse(launched(context, package, address, record))
        yield _sitting(course.launch, "a state that was cut", words=course.arrived())


def _sitting(launch: Launch, about: str, **more: Any) -> Seen:
    sitting = Sitting(
        launch.package.edition, about, record=launch.record, calls=tuple(launch.calls),
        requests=tuple(launch.requests), errors=tuple(launch.errors), **more,
    )  # fmt: skip
    return together(asked(probe, sitting, "course", about) for probe in judged.SITTINGS)


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
