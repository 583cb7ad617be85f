"""The LMS fails, or is not there at all: the course goes on, and says where the work is."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Locator, Page, expect

from builder.model.assessment import AssessmentItem
from builder.pipeline import Outcome
from tests.learner.driver.announcements import listen
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.script import answers_to, every_kind, is_reflection, option_of, options_of, question_of
from tests.lms.host import Enrolment

pytestmark = pytest.mark.browser

Enrol = Callable[..., Enrolment]


@pytest.fixture
def questions(first_course: Outcome) -> list[AssessmentItem]:
    """The questions of the first course."""
    return [item for item in first_course.course.items if item.scored]


@pytest.fixture
def elsewhere(browser: Browser) -> Iterator[BrowserContext]:
    """Another device: a browser that has never seen the course."""
    made = browser.new_context()
    yield made
    made.close()


def save_status(course: Page | FrameLocator) -> Locator:
    """The one line that says where the work is."""
    return course.locator("[data-save-status]")


def news_of(region: Locator) -> list[str]:
    """What the page's one live region said beside the verdicts, in order."""
    heard = str(region.get_attribute("data-heard")).split(" | ")
    return [one for one in heard if not re.match("(?:Correct|Partly correct|Not correct)", one)]


REFUSED = {
    "scorm12": ("window.API.LMSSetValue('cmi.core.lesson_status', 'nearly')", "window.API.LMSGetLastError()", "405"),
    "scorm2004": (
        "window.API_1484_11.SetValue('cmi.completion_status', 'nearly')",
        "window.API_1484_11.GetLastError()",
        "406",
    ),
}


def test_the_test_lms_refuses_what_the_standard_forbids(enrol: Enrol, context: BrowserContext, edition: str) -> None:
    """An LMS that says yes to everything proves nothing of the course that is played in it."""
    launch = enrol().launch(context)
    launch.wait_for(lambda call: call.name == "commit")
    attempt, reason, expected = REFUSED[edition]
    assert launch.page.evaluate(f"[{attempt}, {reason}]") == ["false", expected]
    assert [call.error for call in launch.calls if call.value == "nearly"] == [expected]


def test_a_commit_that_fails_is_told_and_made_good(
    enrol: Enrol,
    context: BrowserContext,
    elsewhere: BrowserContext,
    first_course: Outcome,
    questions: list[AssessmentItem],
) -> None:
    """The line at the foot says that the LMS could not be reached, the page works on, and once the LMS is back all of it is saved there.

    A screen reader says both, once.
    """
    modules = first_course.course.modules
    enrolment = enrol()
    launch = enrolment.launch(context)
    course = launch.course
    launch.wait_for(lambda call: call.name == "commit")
    region = course.locator("[data-announce]")
    listen(region)
    launch.plan(commit="returns-false")
    open_module(course, modules[0])
    answer_question(course, answers_to(questions[0])["correct"])
    expect(save_status(course)).to_have_text("We could not reach your learning site. Your work is safe on this device.")
    open_module(course, modules[1])
    answer_question(course, answers_to(questions[1])["partly-correct"])
    expect(save_status(course)).to_contain_text("could not reach your learning site")
    assert not enrolment.record["cmi"].get("interactions")

    trouble = "We could not reach your learning site. Your work is safe on this device."
    assert news_of(region) == [trouble]
    launch.plan()
    expect(save_status(course)).to_have_text(re.compile(r"Saved on your learning site at \d\d:\d\d"))
    expect(region).to_have_attribute("data-heard", re.compile(r" \| Saved on your learning site at \d\d:\d\d$"))
    said, saved = news_of(region)
    assert said == trouble and re.fullmatch(r"Saved on your learning site at \d\d:\d\d", saved)
    launch.close()
    # Places of other questions may be kept free, without a result.
    results = [made for one in enrolment.record["cmi"]["interactions"].values() if (made := one.get("result"))]
    assert results[0] == "correct"
    assert results[1] in ("wrong", "incorrect")
    assert len(results) == 2

    again = enrolment.launch(elsewhere)
    for question in questions[:2]:
        expect(question_of(again.course, question)).not_to_have_attribute("data-state", "unanswered")
    again.close()


@pytest.mark.slow
def test_without_an_api_the_course_works_on_the_device(
    enrol: Enrol, context: BrowserContext, first_course: Outcome, questions: list[AssessmentItem]
) -> None:
    """An LMS that forgot its API: nothing breaks, the line says that there is no connection, and the answers are there next time."""
    module = first_course.course.modules[0]
    context.clock.install()
    launch = enrol().launch(context, stage="no-api")
    course = launch.course
    expect(course.locator("html")).to_have_attribute("data-ready", "")
    open_module(course, module)
    answer_question(course, answers_to(questions[0])["incorrect"])
    launch.page.clock.run_for(6000)
    expect(save_status(course)).to_have_text(
        "This page is not connected to a learning site. Your work is kept on this device only."
    )
    launch.page.close()
    assert launch.calls == []

    again = launch.enrolment.launch(context, stage="no-api")
    expect(again.course.locator("html")).to_have_attribute("data-ready", "")
    again.page.clock.run_for(6000)
    expect(question_of(again.course, questions[0])).to_have_attribute("data-state", "incorrect")
    open_module(again.course, module)
    expect(
        option_of(question_of(again.course, questions[0]), answers_to(questions[0])["incorrect"].choices[0])
    ).to_be_checked()


def test_a_package_opened_without_an_lms_says_so(
    page: Page, enrol: Enrol, first_course: Outcome, questions: list[AssessmentItem]
) -> None:
    """The launch page of the package, opened on a web server by itself, works at once and names the place of the work."""
    enrolment = enrol()
    page.goto(enrolment.lms.address + enrolment.content)
    expect(save_status(page)).to_have_text(
        "This page is not connected to a learning site. Your work is kept on this device only."
    )
    open_module(page, first_course.course.modules[0])
    answer_question(page, answers_to(questions[0])["correct"])


@pytest.mark.slow
def test_answers_follow_the_learner_to_another_device(
    enrol: Enrol, context: BrowserContext, elsewhere: BrowserContext, first_course: Outcome
) -> None:
    """On another computer her answers are there, from the LMS; her reflections are not, and the page says why."""
    course = first_course.course
    items = {item.id: item for item in course.items}
    module = next(module for module in course.modules if any(is_reflection(item) for item in module.items))
    enrolment = enrol()
    launch = enrolment.launch(context)
    given = {}
    for place in every_kind(course):
        open_module(launch.course, place)
        for item in place.items:
            if not is_reflection(item):
                given[item.id] = list(answers_to(item).values())[-1]
                answer_question(launch.course, given[item.id])
    open_module(launch.course, module)
    reflection = next(item for item in module.items if is_reflection(item))
    launch.course.get_by_role("textbox", name=reflection.title.text).fill("Only for me.")
    expect(question_of(launch.course, reflection)).to_have_attribute("data-state", "answered")
    launch.close()

    again = enrolment.launch(elsewhere)
    expect(again.course.get_by_role("heading", level=1)).to_have_text(module.title)
    box = question_of(again.course, reflection)
    expect(box.get_by_role("textbox")).to_have_value("")
    expect(box).to_contain_text("Your words are not on this device.")
    for place in every_kind(course):
        open_module(again.course, place)
        for item in place.items:
            if not is_reflection(item):
                question = question_of(again.course, item)
                answer = given[item.id]
                expect(question).to_have_attribute("data-state", answer.state)
                assert chosen_in(question, items[item.id]) == {choice.id for choice in answer.choices}
                for label, value in answer.fields:
                    field = question.get_by_label(label, exact=True)
                    assert field.evaluate("field => field.selectedOptions?.[0].text ?? field.value") == value
                assert question.locator("[data-feedback]").inner_text()
    order = next(
        item
        for item in course.items
        if item.scored and question_of(again.course, item).get_attribute("data-kind") == "order"
    )
    steps = question_of(again.course, order).locator("[data-choice-text]").all_text_contents()
    assert [step.strip() for step in steps] == [choice.content.text for choice in given[order.id].choices]
    again.close()


def chosen_in(question: Locator, item: AssessmentItem) -> set[str]:
    """Ids of the options that are chosen; of an order, all."""
    if question.get_attribute("data-kind") in ("match", "sort", "fill"):
        return set()
    if question.get_attribute("data-kind") == "order":
        return {choice.id for choice in options_of(item)}
    return {choice.id for choice in options_of(item) if option_of(question, choice).is_checked()}


def test_a_package_unzipped_by_a_learner_opens_too(context: BrowserContext, enrol: Enrol, tmp_path: Path) -> None:
    """Somebody unzips the SCORM package and opens its page by double click: the course is there, and says where it keeps the work."""
    enrolment = enrol()
    _, _, folder, start = enrolment.content.split("/")
    page = context.new_page()
    page.goto((enrolment.lms.store / folder / start).as_uri())
    expect(save_status(page)).to_contain_text("kept on this device")
    page.get_by_role("link", name="Start", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()


@pytest.mark.slow
def test_what_she_must_know_stands_where_she_is(
    enrol: Enrol, context: BrowserContext, first_course: Outcome, questions: list[AssessmentItem]
) -> None:
    """Deep in a module, and with the keyboard alone: the notice is in sight, hides no field that has the focus, and goes."""
    context.clock.install()
    launch = enrol().launch(context)
    module = next(module for module in first_course.course.modules if questions[0] in module.items)
    open_module(launch.course, module)
    answer_question(launch.course, answers_to(questions[0])["correct"])
    context.clock.run_for(5_000)
    ended = dict.fromkeys(("get", "set", "commit", "terminate"), "no-session")
    launch.plan(**ended)
    last = launch.course.locator(f"#{module.id} .onward a").last
    last.focus()
    launch.course.locator("html").evaluate("() => scrollTo(0, document.body.scrollHeight)")
    answer_question(launch.course, answers_to(questions[0])["incorrect"])
    context.clock.run_for(120_000)
    last.focus()
    notice = launch.course.get_by_role("region", name="Your work")
    expect(notice).to_be_in_viewport(ratio=1)
    expect(last).to_be_focused()
    for _ in range(8):
        launch.page.keyboard.press("Shift+Tab")
        hidden = launch.course.locator("html").evaluate(
            """() => {
              const [notice, field] = [document.querySelector("[data-notice]"), document.activeElement].map((part) => part.getBoundingClientRect());
              return !document.activeElement.closest("[data-notice]") && field.bottom > notice.top && field.top < notice.bottom;
            }"""
        )
        assert not hidden
    notice.get_by_role("button", name="I have read this").click()
    expect(notice).to_be_hidden()
    launch.page.set_viewport_size({"width": 320, "height": 256})
    box = launch.course.locator("[data-notice]")
    assert box.evaluate("notice => getComputedStyle(notice).position") == "static", "it would fill a small window"
