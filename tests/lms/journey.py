"""One learner's way through a whole course in an LMS, with the keyboard alone, in two sittings.

In SCORM 1.2, whose page is the same, she is taken to each control, where she uses its keys: Tab on the way is not tried again.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, FrameLocator, expect

from builder.model.assessment import AssessmentItem
from builder.model.course import Course, Module
from tests.learner.driver.keyboard import Keyboard, KeyboardWithoutTab
from tests.learner.driver.script import Answer, check, give, is_reflection, mixed_answers, question_of
from tests.lms.host import Enrolment, Launch

_PRESSED = """addEventListener('click', () => {
  clearTimeout(window.lateTimer);
  window.lateAt = null;
  window.lateTimer = setTimeout(() => { window.lateAt = Date.now(); }, 1200);
}, true);"""
"""Writes down in each page when a timer of 1.2 seconds went off that began with the last press.

An ordinary change is sent after 1.5 seconds, an answer at once: so a learner who then shuts the lid has lost nothing. A
browser lets timers off in the order in which they are due, however busy the machine is.
"""

Seen = dict[str, dict[str, Any]]
"""What a learner sees of each question and reflection: state, what is chosen, the order, the fields, the words, the feedback."""

_SEEN = """items => Object.fromEntries(items.map(item => [item.dataset.item, {
  state: item.dataset.state,
  chosen: [...item.querySelectorAll("input")].filter(input => input.checked).map(input => input.value),
  order: [...item.querySelectorAll("[data-sequence] > *")].map(step => step.dataset.choice),
  fields: [...item.querySelectorAll("select:not([data-sequence] select), input[type=text]")].map(field => field.selectedOptions?.[0].text ?? field.value),
  words: item.querySelector("textarea")?.value ?? "",
  feedback: item.querySelector("[data-feedback]")?.textContent.trim() ?? "",
}]))"""


@dataclass
class Journey:
    """What was done and seen on the way."""

    course: Course
    enrolment: Enrolment
    answers: dict[str, Answer]
    words: dict[str, str]
    """What was written, by reflection."""
    left_open: AssessmentItem
    """The question that was answered but not checked when the learner left."""
    first: Launch
    second: Launch
    left: tuple[str, Seen] = ("", {})
    """Heading of the page, and all questions, when the learner left."""
    found: tuple[str, Seen] = ("", {})
    """The same when she came back."""
    requests: list[str] = field(default_factory=list)
    """Address and body of every request that the browser made."""
    console: list[str] = field(default_factory=list)
    """Everything that was written to the browser's console."""
    progress: str = ""
    """What the cover says in the end."""


def travel(browser: Browser, enrolment: Enrolment, course: Course) -> Journey:
    """Go all the way; fails where a keyboard does not get on."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    requests: list[str] = []
    console: list[str] = []
    context.on("request", lambda request: requests.append(f"{request.url} {request.post_data or ''}"))
    context.on("console", lambda message: console.append(f"{message.type}: {message.text}"))
    context.add_init_script(_PRESSED)
    try:
        journey = _travel(context, enrolment, course)
    finally:
        context.close()
    journey.requests, journey.console = requests, console
    return journey


def _travel(context: BrowserContext, enrolment: Enrolment, course: Course) -> Journey:
    answers = mixed_answers(course)
    reflections = [item for item in course.items if is_reflection(item)]
    words = {item.id: f"Canary {item.id}: we asked twice.\nThen we listened." for item in reflections}
    left_open = [item for item in course.items if item.scored][-1]
    later = {left_open.id, *(item.id for item in reflections[len(reflections) // 2 :])}
    stop = next(place for place, module in enumerate(course.modules) if reflections[0] in module.items)

    first = enrolment.launch(context)
    keyboard = keyboard_of(first)
    keyboard.press(first.course.get_by_role("link", name="Start", exact=True))
    for module in course.modules[: stop + 1]:
        arrive(first.course, module)
        for item in module.items:
            if item.id == left_open.id:
                give(keyboard, answers[item.id])
            elif item.id not in later:
                do(first, keyboard, item, answers, words)
        if module is not course.modules[stop]:
            onward(keyboard)
    journey = Journey(course, enrolment, answers, words, left_open, first, first)
    journey.left = look(first.course)
    first.close()

    journey.second = second = enrolment.launch(context)
    keyboard = keyboard_of(second)
    expect(second.course.locator("html")).to_have_attribute("data-ready", "")
    heading, _ = look(second.course)
    for module in course.modules[: stop + 1]:
        turn_to(keyboard, module)
    journey.found = (heading, look(second.course)[1])
    turn_to(keyboard, next(module for module in course.modules if left_open in module.items))
    do(second, keyboard, left_open, answers, words, given=True)
    for module in course.modules[stop:]:
        turn_to(keyboard, module)
        for item in module.items:
            if item.id in later and item.id != left_open.id:
                do(second, keyboard, item, answers, words)
    keyboard.press(second.course.get_by_role("link", name=course.title).first)
    expect(second.course.get_by_role("heading", level=1)).to_have_text(course.title)
    journey.progress = second.course.locator("[data-progress]").first.inner_text()
    second.close()
    return journey


def keyboard_of(launch: Launch) -> Keyboard:
    """All keys in SCORM 2004; in SCORM 1.2 all but Tab."""
    kind = Keyboard if launch.enrolment.edition == "scorm2004" else KeyboardWithoutTab
    return kind(launch.page, launch.course)


def look(course: FrameLocator) -> tuple[str, Seen]:
    """The heading that is shown, and what every question looks like."""
    return course.get_by_role("heading", level=1).inner_text(), course.locator("[data-item]").evaluate_all(_SEEN)


def arrive(course: FrameLocator, module: Module) -> None:
    """Be on the page of a module: its heading is shown and has the focus."""
    heading = course.get_by_role("heading", level=1)
    expect(heading).to_have_text(module.title)
    expect(heading).to_be_focused()


def onward(keyboard: Keyboard) -> None:
    """Go to the next module by the link at the end of the page."""
    keyboard.press(keyboard.course.get_by_role("link", name="Next:"))


def turn_to(keyboard: Keyboard, module: Module) -> None:
    """Go to a module by the contents list."""
    contents = keyboard.course.get_by_role("navigation", name="Contents")
    summary = contents.locator("summary")
    if summary.is_visible():
        keyboard.press(summary)
    keyboard.press(contents.get_by_role("link", name=re.compile(f"^{re.escape(module.title)}( |$)")))
    arrive(keyboard.course, module)  # type: ignore[arg-type]


def do(
    launch: Launch,
    keyboard: Keyboard,
    item: AssessmentItem,
    answers: dict[str, Answer],
    words: dict[str, str],
    given: bool = False,
) -> None:
    """Answer a question and check it, or write a reflection; wait until it is where it is to be kept."""
    question = question_of(launch.course, item)
    if is_reflection(item):
        keyboard.write(question.get_by_role("textbox", name=item.title.text), words[item.id])
        expect(question).to_have_attribute("data-state", "answered")
        return
    if not given:
        give(keyboard, answers[item.id])
    before = len(launch.calls) - 1
    check(keyboard, item)
    result = launch.wait_for(lambda call: call.name == "set" and call.element.endswith(".result"), before)
    interaction = result.element.removesuffix("result")
    begun = launch.wait_for(lambda call: call.name == "set" and call.element.startswith(interaction), before)
    late = launch.course.locator("html").evaluate("() => window.lateAt")
    assert late is None or begun.at <= late, "the answer was sent no sooner than any other change"
    launch.wait_for(lambda call: call.name == "commit" and call.result == "true", result.number)
    expect(question).to_have_attribute("data-state", answers[item.id].state)
