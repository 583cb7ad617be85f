"""A finished course is opened again only to look at it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from builder.pipeline import Outcome
from tests.learner.mouse import answer_question, open_module
from tests.learner.script import answers_to, question_of
from tests.lms.host import Enrolment

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_looking_back_writes_nothing(
    enrol: Callable[..., Enrolment], context: BrowserContext, first_course: Outcome, mode: str
) -> None:
    """Moodle stores what is written in review, so a better record could be spoilt: the course writes nothing, and says so."""
    module = first_course.course.modules[0]
    question = module.items[0]
    enrolment = enrol()
    launch = enrolment.launch(context)
    open_module(launch.course, module)
    answer_question(launch.course, answers_to(question)["correct"])
    launch.close()
    record = enrolment.record

    launch = enrolment.launch(context, mode=mode)
    course = launch.course
    expect(course.locator("[data-save-status]")).to_contain_text("nothing new is recorded in your LMS")
    expect(course.get_by_role("heading", level=1)).to_have_text(module.title)
    expect(question_of(course, question)).to_have_attribute("data-state", "correct")
    answer_question(course, answers_to(question)["incorrect"])
    open_module(course, first_course.course.modules[-1])
    launch.close()
    assert [call.name for call in launch.calls if call.name not in ("initialize", "get", "error")] == ["terminate"]
    for element in ("suspend_data", "interactions"):
        assert enrolment.record["cmi"][element] == record["cmi"][element]
