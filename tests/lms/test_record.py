"""The record of learning in an LMS: all of it stays on the learner's device."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from builder.pipeline import Outcome
from tests.learner.driver.mouse import go_to_cover, open_module
from tests.learner.driver.record import open_step, write_date
from tests.lms.host import Enrolment

pytestmark = pytest.mark.browser

CANARY = "Canary 4711"


def test_nothing_of_it_is_told_to_anybody(
    enrol: Callable[..., Enrolment], context: BrowserContext, first_course: Outcome
) -> None:
    """No word of a goal, of the form or of an answer is in a call, a request, an address, the console or a file's name."""
    heard: list[str] = []
    context.on("request", lambda request: heard.append(f"{request.url} {request.post_data or ''}"))
    context.on("console", lambda message: heard.append(message.text))
    launch = enrol().launch(context)
    course = launch.course
    open_module(course, first_course.course.modules[0])
    course.get_by_role("link", name="My record of learning").first.click()
    for step in ("My goals", "Continuing professional development", "Keep it"):
        open_step(course, step)
    course.get_by_role("button", name="Add a goal").click()
    course.get_by_label("What I will do").fill(f"{CANARY} goal")
    write_date(course.get_by_role("group", name="By when"), "2027-03-01")
    course.get_by_label("What did you learn?").fill(f"{CANARY} form")
    course.locator("#record").get_by_role("textbox").first.fill(f"{CANARY} reflection")
    course.get_by_label("4.6 Reflection").check()
    course.get_by_text("How far did you get?").click()
    for box in (
        course.locator("#record")
        .locator("textarea:not([readonly]), input[type=text]:not([data-date] input)")
        .locator("visible=true")
        .all()
    ):
        box.fill(f"{CANARY} {box.input_value()[-10:]}")
    course.get_by_role("heading", level=1).click()
    names = []
    course.get_by_text("Take your work with you").click()
    with launch.page.expect_download() as waited:
        course.locator("[data-carry-save]").click()
    names.append(waited.value.suggested_filename)
    for button in ("Download as Word", "Download as text", "calendar"):
        with launch.page.expect_download() as waited:
            course.get_by_role("button", name=button).last.click()
        names.append(waited.value.suggested_filename)
    course.get_by_text("If nothing was downloaded").click()
    course.get_by_role("button", name="Save and leave").click()
    expect(course.locator("[data-save-status]")).to_contain_text("You have left the course")
    heard += [launch.page.url, launch.page.title(), *(frame.url for frame in launch.page.frames)]
    launch.page.close(run_before_unload=True)
    told = [word for call in launch.calls for word in call.words]
    assert told and heard
    assert [name.rpartition(".")[2] for name in names] == ["json", "docx", "txt", "ics"]
    for line in (*told, *heard, *names):
        assert "4711" not in line and "2027" not in line and "Canary" not in line

    again = launch.enrolment.launch(context).course
    # It opens where she left it, which was the record; there, the way to it is in the closed contents.
    again.locator("html[data-ready]").wait_for()
    go_to_cover(again)
    again.locator("#cover").get_by_role("link", name="My record of learning").click()
    expect(again.get_by_label("What I will do")).to_have_value(re.compile(f"{CANARY}.* goal$"))
    expect(again.get_by_label("What did you learn?")).to_have_value(re.compile(f"{CANARY}.* form$"))
    expect(again.get_by_label("4.6 Reflection")).to_be_checked()
