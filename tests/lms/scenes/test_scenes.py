"""A story in a browser: by keyboard, in an LMS, at another device, and on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from builder.pipeline import build
from tests.lms.host import Enrolment
from tests.lms.test_journey import is_normal
from tests.lms.test_kinds import fields_of

STORY = Path(__file__).parent / "course"
WAY = {"scorm12": "a,b,d", "scorm2004": "nobody_opens[,]door_opens[,]help_today"}


@pytest.mark.slow
@pytest.mark.browser
def test_a_way_is_kept_reported_and_printed_as_a_book(
    enrol: Callable[..., Enrolment], context: BrowserContext, edition: str, tmp_path: Path
) -> None:
    """The focus is in each new scene; the course is complete at an end, and another device shows that end."""
    outcome = build(STORY, tmp_path)
    assert outcome.packages, outcome.report.diagnostics
    enrolment = enrol(outcome)
    launch = enrolment.launch(context)
    course = launch.course
    course.get_by_role("link", name="Start", exact=True).click()
    story = course.locator('[data-kind="scene"]')
    before = len(launch.calls) - 1
    for choice, title in (
        ("You ring again, and say who you are", "The door opens"),
        ("You ask how you can help today", "You help today"),
    ):
        course.get_by_role("link", name=choice).press("Enter")
        expect(course.get_by_role("heading", name=title)).to_be_focused()
        expect(story.get_by_role("heading")).to_have_count(1)
    launch.wait_for(lambda call: call.name == "set" and call.element.endswith(".result"), before)
    # A link from elsewhere to a scene that is not shown leads to the story, and takes nobody off her way.
    course.get_by_role("link", name="See the door").click()
    expect(course.get_by_role("heading", name="You help today")).to_be_in_viewport()
    launch.close()
    assert not [str(call) for call in launch.calls if call.error != "0" and not is_normal(call, launch.calls)]
    told = fields_of(launch.calls, "nobody_opens")
    response = "student_response" if edition == "scorm12" else "learner_response"
    assert (told["type"], told[response], told["result"]) == ("sequencing", WAY[edition], "neutral")
    status = "cmi.core.lesson_status" if edition == "scorm12" else "cmi.completion_status"
    assert [call.value for call in launch.calls if call.name == "set" and call.element == status][-1] == "completed"
    again = enrolment.launch(context)
    expect(again.course.get_by_role("heading", name="You help today")).to_be_visible()
    again.course.get_by_role("button", name="Another way").click()
    expect(again.course.get_by_role("heading", name="Nobody opens the door")).to_be_focused()
    again.page.emulate_media(media="print")
    expect(again.course.locator("[data-scene]:visible")).to_have_count(5)
    expect(again.course.get_by_text("Turn to 4.").first).to_be_visible()
