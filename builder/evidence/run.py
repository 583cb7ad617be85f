"""Plays a finished package as a learner would, several pages at a time, and gives what was seen."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from builder.errors import UnreadableSource
from builder.evidence import engines, journeys, work
from builder.evidence.browser import browsing
from builder.evidence.engines.axe import axe_source
from builder.evidence.finding import Finding, Seen, Sighting, together
from builder.evidence.lms.server import serving
from builder.evidence.opened import OpenedPackage, opened_package
from builder.evidence.walk.hooked import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Job = tuple[str, str, Place | None, str]
"""What is done, the name of its function, of a page which, and in which other language."""
_JOURNEYS = {
    "by_keyboard": "the whole course by keyboard",
    "cut_state": "a state that is cut",
    "late_api": "an API that comes late",
    "ended_session": "a session that ends",
    "twenty_hours": "twenty hours without a touch",
    "disk": "from the disk, on paper, without script",
}
_FOR_LMS = ("cut_state", "late_api", "ended_session")
_JOBS = 2
_stack = ExitStack()
_browsers: list["Browser"] = []


@dataclass(frozen=True)
class Proof:
    """What was seen of one package."""

    name: str
    """Of the zip."""
    sha256: str
    edition: str
    title: str
    made_with: str
    """Version of Satchel, or nothing for packages of other tools."""
    browser: str
    """Such as `Chromium 131.0`."""
    engines: dict[str, str]
    pages: tuple[str, ...]
    questions: int
    seen: Seen = field(default_factory=Seen)
    language: str = ""
    version: str = ""
    """Of the course."""
    statement: Mapping[str, str] = field(default_factory=dict)
    """What the course says of itself in its accessibility statement, by the key of `course.yml`."""
    unasked: tuple[str, ...] = ()
    """A sentence for each engine that was not there to be asked."""
    languages: tuple[str, ...] = ()
    """Every language in which it was seen, that of the source first; empty where there is one alone."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found."""
        return self.seen.findings

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """Every probe that was asked, and of what."""
        return self.seen.sightings


def prove(path: Path, jobs: int = _JOBS, progress: Callable[[str], None] = lambda step: None) -> Proof:
    """Play a package of ours and ask every probe; raises UnreadableSource and MissingTool."""
    axe_source()
    with opened_package(path) as package, serving(package.folder) as address:
        if not package.hooked:
            raise UnreadableSource(path, "it was not made with Satchel. Judge it: satchel judge")
        progress(f"Opening {path.name}")
        with browsing(progress) as browser:
            version = f"Chromium {browser.version}"
            places = _pages(browser, package, address)
            todo = _todo(package, places)
            if jobs == 1:
                parts = list(_alone(browser, package, address, todo, progress))
        if jobs > 1:
            parts = list(_shared(package, address, todo, jobs, progress))
        progress("")
        return _proof(package, version, places, together(parts))


def _pages(browser: "Browser", package: OpenedPackage, address: str) -> list[Place]:
    """The pages of the course; none when it does not come to life, which a sitting then finds."""
    from playwright.sync_api import TimeoutError

    try:
        return work.survey(browser, package, address)
    except TimeoutError:
        return []


def _todo(package: OpenedPackage, places: list[Place]) -> list[Job]:
    """The long ones first, so that none is left alone at the end."""
    whole: list[Job] = [
        (words, name, None, "") for name, words in _JOURNEYS.items() if package.for_lms or name not in _FOR_LMS
    ]
    pages: list[Job] = [(place.title, "walk_page", place, "") for place in places]
    others: list[Job] = [
        (f"{place.title}, in {tag}", "walk_in_language", place, tag)
        for tag in package.languages[1:]
        for place in places
    ]
    return [*whole[:1], *pages, *others, *whole[1:]]


def _alone(
    browser: "Browser", package: OpenedPackage, address: str, todo: list[Job], progress: Callable[[str], None]
) -> Iterator[Seen]:
    for number, job in enumerate(todo, 1):
        progress(f"Playing {number} of {len(todo)}: {job[0]}")
        yield do(browser, package, address, job)


def _shared(
    package: OpenedPackage, address: str, todo: list[Job], jobs: int, progress: Callable[[str], None]
) -> Iterator[Seen]:
    """Several browsers, each in a process of its own; what they saw in the order of the jobs."""
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start) as pool:
        futures: dict[Future[Seen], Job] = {pool.submit(_do, package, address, job): job for job in todo}
        try:
            for number, future in enumerate(as_completed(futures), 1):
                future.result()
                progress(f"Played {number} of {len(todo)}: {futures[future][0]}")
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    yield from (future.result() for future in futures)


def _start() -> None:
    """Begin a process: its browser is kept for every job."""
    _browsers.append(_stack.enter_context(browsing()))


def _do(package: OpenedPackage, address: str, job: Job) -> Seen:
    return do(_browsers[0], package, address, job)


def do(browser: "Browser", package: OpenedPackage, address: str, job: Job) -> Seen:
    """One piece of work. What breaks off is no finding, but it is said."""
    from playwright.sync_api import Error

    words, name, place, tag = job
    try:
        if place is not None and tag:
            return work.walk_in_language(browser, package, address, place, tag)
        if place is not None:
            return work.walk_page(browser, package, address, place)
        return _journey(name)(browser, package, address)
    except Error as problem:
        return Seen(notes=(f"{words} was not played to its end: {str(problem).splitlines()[0]}.",))


def _journey(name: str) -> Callable[["Browser", OpenedPackage, str], Seen]:
    found: Callable[[Browser, OpenedPackage, str], Seen] = getattr(journeys, name)
    return found


def _proof(package: OpenedPackage, version: str, places: list[Place], seen: Seen) -> Proof:
    content = package.content
    questions = sum(len(module.get("questions", ())) for module in content.get("modules", ()))
    return Proof(
        package.path.name, package.sha256, package.edition, content.get("title", package.title),
        content.get("satchel", ""), version, engines.versions(), tuple(place.title for place in places),
        questions, seen, content.get("language", ""), content.get("version", ""),
        content.get("statement", {}), engines.missing(), package.languages,
    )  # fmt: skip
