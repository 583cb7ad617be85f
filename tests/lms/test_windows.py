"""The windows and the wires between a course and its LMS: a window that is closed, a network that goes and comes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from builder.model.assessment import AssessmentItem
from builder.model.course import Module
from builder.pipeline import Outcome
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.script import answers_to, question_of
from tests.lms.host import Enrolment, Launch

pytestmark = pytest.mark.browser

Enrol = Callable[..., Enrolment]
WITHOUT_FRAME = '<!DOCTYPE html><title>Test LMS</title><script src="/scorm-again.js"></script><script src="/player.js"></script><p id="sco">'
"""The player, with nothing in it but the API: the course is to have a window of its own."""


@pytest.fixture
def module(first_course: Outcome) -> Module:
    """The first module with a question."""
    return next(module for module in first_course.course.modules if any(item.scored for item in module.items))


@pytest.fixture
def question(module: Module) -> AssessmentItem:
    """Its first question."""
    return next(item for item in module.items if item.scored)


def in_own_window(context: BrowserContext, launch: Launch) -> Page:
    """The course as a window that its LMS has opened."""
    with launch.page.expect_popup() as popup:
        launch.page.wait_for_function("() => window.API ?? window.API_1484_11")
        launch.page.evaluate("address => void window.open(address)", launch.enrolment.content)
    return popup.value


def test_the_window_of_the_lms_is_closed(
    enrol: Enrol, context: BrowserContext, module: Module, question: AssessmentItem
) -> None:
    """The course in a window of its own is saved in the LMS; when the LMS's window is closed it says so, and keeps the rest itself."""
    context.route("**/player/*", lambda route: route.fulfill(content_type="text/html", body=WITHOUT_FRAME), times=1)
    launch = enrol().launch(context)
    page = in_own_window(context, launch)
    status = page.locator("[data-save-status]")
    open_module(page, module)
    expect(status).to_contain_text("Saved on your learning site")
    launch.page.close()
    answer_question(page, answers_to(question)["correct"])
    expect(status).to_contain_text(
        "The window of your learning site has been closed. Your work is safe on this device."
    )
    page.close(run_before_unload=True)

    again = launch.enrolment.launch(context)
    expect(question_of(again.course, question)).to_have_attribute("data-state", "correct")
    again.wait_for(lambda call: call.name == "set" and call.element.endswith(".suspend_data"))
    again.close()


def test_the_network_goes_and_comes_back(
    enrol: Enrol, context: BrowserContext, module: Module, question: AssessmentItem
) -> None:
    """The page says while it is away; she works on, and finds all of it saved when it is back, without a press."""
    launch = enrol().launch(context)
    status = launch.course.locator("[data-save-status]")
    open_module(launch.course, module)
    expect(status).to_contain_text("Saved on your learning site")
    context.set_offline(True)
    answer_question(launch.course, answers_to(question)["correct"])
    expect(status).to_contain_text(
        re.compile("We could not reach your learning site|There is no connection to your learning site")
    )
    context.set_offline(False)
    expect(status).to_have_text(re.compile(r"^Saved on your learning site at \d\d:\d\d$"))
    (recorded,) = launch.enrolment.record["cmi"]["interactions"].values()
    assert recorded["result"] == "correct"
