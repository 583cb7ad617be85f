"""Whole sittings: by keyboard to the end, killed, with a cut state, a late API, an ended session, and from the disk."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from builder.evidence.finding import Seen, together
from builder.evidence.lms.launch import Launch, from_disk, launched, profile, take_clock
from builder.evidence.opened import OpenedPackage
from builder.evidence.sitting import Sitting
from builder.evidence.walk.answers import RIGHT, answers_to
from builder.evidence.walk.hooked import HookedCourse, Shown
from builder.evidence.walk.keyboard import Keyboard, OutOfReach
from builder.evidence.walk.paper import paper_of
from builder.evidence.walk.stories import decide
from builder.evidence.walk.words import added
from builder.evidence.work import ask_sitting, begun

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

_FILM_READ = "[data-film-read]:visible"
_MOST_PAGES = 200
_CUT = 255
"""Characters of suspend data that the harshest LMSs keep."""
_LONG = 90_000
"""Milliseconds in which a course has tried again, and said that it could not."""
_NIGHT = 20
"""Hours (WCAG 2.2.1)."""

_WORDS = """() => {
  document.querySelectorAll("details").forEach(one => { one.open = true; });
  return document.body.innerText.replace(/\\s+/g, " ");
}"""


def by_keyboard(browser: "Browser", package: OpenedPackage, address: str) -> Seen:
    """From the first page to the end with keys alone; then killed, and found again on another device."""
    with profile(browser, locale=package.locale) as context:
        course = begun(context, package, address)
        stuck = _travel(course)
        course.launch.forward(_LONG)
        before = _all_shown(course)
        standing = course.standing()
        launch = course.launch
        done = _sitting(launch, "by keyboard", stuck=stuck, before=before, progress=tuple(standing["progress"]))
        parts = [ask_sitting(done)]
        if package.for_lms:
            killed = launch.record
            launch.leave()
            parts.append(ask_sitting(_sitting(launch, "left")))
            parts.append(_elsewhere(browser, package, address, before, killed))
    return together(parts)


def _travel(course: HookedCourse) -> str:
    """Go all the way; gives where the keyboard did not lead on."""
    keyboard = Keyboard(course.launch)
    try:
        _follow(course, keyboard, keyboard.find("[data-start]:visible").first)
        for _ in range(_MOST_PAGES):
            _do_page(course, keyboard)
            onward = keyboard.find("[data-next]:visible")
            if onward.count() == 0:
                return ""
            _follow(course, keyboard, onward.first)
    except OutOfReach as problem:
        return str(problem)
    return "there is no end"


def _follow(course: HookedCourse, keyboard: Keyboard, link: "Locator") -> None:
    """Press Enter on a link to another page, and be there."""
    target = str(link.get_attribute("href")).removeprefix("#")
    keyboard.press(link)
    course.arrive(target)


def _do_page(course: HookedCourse, keyboard: Keyboard) -> None:
    """Answer every question of a page rightly, and read what is to be watched."""
    for item in course.items():
        question = course.questions.get(item["id"])
        if item["story"]:
            decide(course, keyboard, item["id"])
            continue
        given = answers_to(question).get(RIGHT) if question else None
        if question is None or not given:
            continue
        keyboard.answer(item["id"], item["kind"], given)
        if item["button"]:
            keyboard.press(keyboard.find(f'[data-item="{item["id"]}"] [data-check]'))
            course.launch.forward(1000)
            if (sure := keyboard.find(f'[data-item="{item["id"]}"] [data-sure] button')).count():
                keyboard.press(sure)
        course.settle()
    while keyboard.find(_FILM_READ).count():
        keyboard.press(keyboard.find(_FILM_READ).first)
        course.settle()
    if keyboard.find("[data-hand-in]:visible").count():
        keyboard.press(keyboard.find("[data-hand-in]:visible").first)
        course.settle()


def _all_shown(course: HookedCourse) -> dict[str, Shown]:
    """Every question as a learner sees it; those whose words stay on the device are left out."""
    known = course.questions
    return {
        item["id"]: course.seen(item["id"])
        for _, item in course.all_items()
        if item["id"] in known and not known[item["id"]].private
    }


def _elsewhere(
    browser: "Browser",
    package: OpenedPackage,
    address: str,
    before: dict[str, Shown],
    record: dict[str, str],
    about: str = "killed, then another device",
) -> Seen:
    """She goes on at another device, perhaps since her browser was killed: the LMS alone remembers."""
    with profile(browser, locale=package.locale) as context:
        course = begun(context, package, address, record=record)
        after = _all_shown(course)
        return ask_sitting(_sitting(course.launch, about, before=before, after=after))


def cut_state(browser: "Browser", package: OpenedPackage, address: str) -> Seen:
    """An LMS that keeps the first characters of the state alone, and says that it has all."""
    with profile(browser, locale=package.locale) as context:
        course = begun(context, package, address, cut=_CUT)
        _answer_some(course)
        before = _all_shown(course)
        record = course.launch.leave()
        course.launch.page.close()
        again = HookedCourse(launched(context, package, address, record))
        ready = _is_ready(again)
        after = _all_shown(again) if ready else {}
        same = ask_sitting(_sitting(again.launch, "a state that was cut", ready=ready, before=before, after=after))
    with profile(browser, locale=package.locale) as context:
        take_clock(context)
        other = HookedCourse(launched(context, package, address, record))
        ready = _is_ready(other)
        return together([same, ask_sitting(_sitting(other.launch, "a cut state on another device", ready=ready))])


def late_api(browser: "Browser", package: OpenedPackage, address: str) -> Seen:
    """An LMS whose API is there only after the course."""
    with profile(browser, locale=package.locale) as context:
        take_clock(context)
        course = HookedCourse(launched(context, package, address, late=True))
        course.launch.forward(3000)
        course.launch.offer_api()
        course.launch.forward(10_000)
        ready = _is_ready(course)
        said = ""
        if ready:
            _answer_some(course, 1)
            said = course.standing()["status"]
        return ask_sitting(_sitting(course.launch, "late API", ready=ready, said=said))


def ended_session(browser: "Browser", package: OpenedPackage, address: str) -> Seen:
    """A session of the LMS that ends while the learner works: what she does then is on her device when she comes back."""
    with profile(browser, locale=package.locale) as context:
        course = begun(context, package, address)
        course.launch.forward(_LONG)  # the LMS knows that she has begun
        course.launch.plan(ended=True)
        _answer_some(course)
        course.launch.forward(_LONG)
        standing = course.standing()
        trouble = standing["trouble"] or bool(standing["notice"])
        before = _all_shown(course)
        record = course.launch.record
        ended = ask_sitting(_sitting(course.launch, "session ended", trouble=trouble))
        course.launch.page.close()
        again = HookedCourse(launched(context, package, address, record))
        again.ready()
        after = _all_shown(again)
        return together(
            [ended, ask_sitting(_sitting(again.launch, "session ended, then back", before=before, after=after))]
        )


def twenty_hours(browser: "Browser", package: OpenedPackage, address: str) -> Seen:
    """A learner who goes home for the night with the page open, works on in the morning, and changes the device."""
    with profile(browser, locale=package.locale) as context:
        course = begun(context, package, address)
        _answer_some(course)
        before = _all_shown(course)
        course.launch.forward(_LONG)  # what is announced goes again by itself
        words = _words_left(course)
        course.launch.leave_alone(_NIGHT)
        course.settle()
        later = _words_left(course)
        alone = _sitting(
            course.launch, "twenty hours without a touch", before=before, after=_all_shown(course),
            came=added(words, later), went=added(later, words),
        )  # fmt: skip
        parts = [ask_sitting(alone)]
        if package.for_lms:
            _answer_some(course, 5)
            before = _all_shown(course)
            parts.append(
                _elsewhere(
                    browser, package, address, before, course.launch.leave(), "in the morning, then another device"
                )
            )
        return together(parts)


def _words_left(course: HookedCourse) -> str:
    """The words of the page, without those that say where the work is kept."""
    words: str = course.launch.frame.evaluate("() => document.body.innerText.replace(/\\s+/g, ' ')")
    return words.replace(course.standing()["status"], "")


def _answer_some(course: HookedCourse, most: int = 3) -> None:
    """Answer the first questions of the course."""
    left = most
    for page, item in course.all_items():
        question = course.questions.get(item["id"])
        given = answers_to(question).get(RIGHT) if question and not question.private else None
        if given and item["button"]:
            course.give(item, given)
            course.check(page, item, RIGHT, given)
            left -= 1
        if left == 0:
            return


def _is_ready(course: HookedCourse) -> bool:
    from playwright.sync_api import TimeoutError

    try:
        course.ready()
    except TimeoutError:
        return False
    return True


def disk(browser: "Browser", package: OpenedPackage, address: str) -> Seen:
    """By double click, with script, on paper, and without script."""
    with profile(browser, locale=package.locale) as context:
        take_clock(context)
        course = HookedCourse(from_disk(context, package))
        ready = _is_ready(course)
        wanted, printed, torn = _passages(course) if ready else ({}, "", {})
        opened = _sitting(course.launch, "opened from the disk", ready=ready)
        paper = _sitting(course.launch, "printed", ready=ready, wanted=wanted, words=printed, torn=torn)
    with profile(browser, locale=package.locale, java_script_enabled=False) as context:
        launch = from_disk(context, package)
        words = str(launch.frame.evaluate(_WORDS))
        plain = _sitting(launch, "without script", wanted=wanted, words=words)
    return together(map(ask_sitting, (opened, paper, plain)))


def _passages(course: HookedCourse) -> tuple[dict[str, tuple[str, ...]], str, dict[str, tuple[str, ...]]]:
    """The passages of each page as they are on the screen, all words that go to paper, and what may be torn there."""
    wanted = {}
    printed = []
    torn = {}
    for place in course.pages():
        course.turn_to(place.id)
        wanted[place.title] = tuple(course.launch.frame.evaluate("() => window.structure.passages()"))
        words, halves = paper_of(course)
        printed.append(words)
        if halves:
            torn[place.title] = tuple(halves)
    return wanted, " ".join(printed), torn


def _sitting(launch: Launch, about: str, **more: Any) -> Sitting:
    """What there is to say of a launch."""
    return Sitting(
        launch.package.edition,
        about,
        record=launch.record,
        calls=tuple(launch.calls),
        requests=tuple(launch.requests),
        errors=tuple(launch.errors),
        questions=sum(1 for _ in filter(lambda question: question.get("right"), _questions(launch.package))),
        **more,
    )


def _questions(package: OpenedPackage) -> Iterator[dict[str, Any]]:
    for module in package.content.get("modules", ()):
        yield from module.get("questions", ())
