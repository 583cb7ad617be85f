"""The learner leaves by the course's own button, which says where her work is."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from builder.pipeline import Outcome
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.script import answers_to, is_reflection, question_of
from tests.lms.host import Enrolment

pytestmark = pytest.mark.browser


def test_save_and_leave_ends_the_session_once(
    enrol: Callable[..., Enrolment], context: BrowserContext, first_course: Outcome, edition: str
) -> None:
    """First it does not work, and says so; then all is saved and ended. What she writes after that is on her device."""
    module = next(m for m in first_course.course.modules if any(is_reflection(item) for item in m.items))
    question = next(item for item in first_course.course.items if item.scored)
    reflection = next(item for item in module.items if is_reflection(item))
    launch = enrol().launch(context)
    course = launch.course
    open_module(course, next(m for m in first_course.course.modules if question in m.items))
    answer_question(course, answers_to(question)["correct"])
    button = course.get_by_role("button", name="Save and leave")
    status = course.locator("[data-save-status]")
    launch.plan(commit="returns-false")
    button.press("Enter")
    expect(status).to_be_focused()
    expect(status).to_contain_text("We could not reach your learning site.")
    expect(course.get_by_role("button", name="Save my work to a file").first).to_be_visible()
    launch.plan()
    button.press("Enter")
    left = re.compile(
        r"^Saved on your learning site at \d\d:\d\d\. You have left the course, and can go back to your learning site\.$"
    )
    expect(status).to_have_text(left)
    expect(status).to_be_focused()
    expect(button).to_be_hidden()
    launch.wait_for(lambda call: call.name == "terminate")
    assert launch.sets("adl.nav.request") == ([] if edition == "scorm12" else ["suspendAll"])

    open_module(course, module)
    box = course.get_by_role("textbox", name=reflection.title.text)
    box.fill("One thought more.")
    expect(status).to_contain_text("What you do now is kept on this device.")
    launch.page.close()
    assert [call.name for call in launch.calls].count("terminate") == 1
    assert launch.calls[-1].name == "terminate"

    again = launch.enrolment.launch(context)
    expect(question_of(again.course, question)).to_have_attribute("data-state", "correct")
    expect(again.course.get_by_role("textbox", name=reflection.title.text)).to_have_value("One thought more.")
    again.close()


def test_who_leaves_in_a_window_of_its_own_can_close_it(
    enrol: Callable[..., Enrolment], context: BrowserContext, first_course: Outcome
) -> None:
    """In a frame the window is the LMS's; here it is the course's."""
    launch = enrol().launch(context, stage="opener")
    launch.page.get_by_role("button", name="Save and leave").press("Enter")
    expect(launch.page.locator("[data-save-status]")).to_contain_text("can close this window.")
