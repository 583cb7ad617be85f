"""The course in the preview's own small LMS."""

import re

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Locator, Page, expect

from tests.learner.driver.looking import violations_in_every_look
from tests.preview.conftest import write_lesson
from tests.preview.serving import Preview

pytestmark = pytest.mark.browser

METHODS = {
    "1": ("LMSInitialize", "LMSSetValue", "LMSCommit", "LMSFinish", "cmi.core.lesson_status", "cmi.core.exit"),
    "2004": ("Initialize", "SetValue", "Commit", "Terminate", "cmi.completion_status", "cmi.exit"),
}


@pytest.fixture(params=["2004", pytest.param("1", marks=pytest.mark.slow)])
def lms(request: pytest.FixtureRequest, page: Page, preview: Preview) -> str:
    """Both editions, each with the course launched in it."""
    page.goto(f"{preview.address}?lms={request.param}")
    expect(course(page).locator("html")).to_have_attribute("data-ready", "")
    return str(request.param)


def course(page: Page) -> FrameLocator:
    """The course in its frame."""
    return page.frame_locator("iframe")


def calls(page: Page, *words: str) -> Locator:
    """Rows of the list of calls that hold all of these words, each in a cell of its own."""
    rows = page.get_by_role("region", name="Calls").locator("tbody tr")
    for word in words:
        rows = rows.filter(has=page.get_by_role("cell", name=word, exact=True))
    return rows


def record(page: Page, row: str) -> Locator:
    """The cells of one line of the record: in this session, and stored."""
    return page.get_by_role("region", name="The record").get_by_role("row", name=row).get_by_role("cell")


def answer(page: Page) -> None:
    """Answer the question, and write something."""
    course(page).get_by_role("link", name="A lesson").first.click()
    course(page).get_by_label("An apple").check()
    course(page).locator("#fruit").get_by_role("button", name="Check").click()
    course(page).get_by_label("What do you make of it?").fill("A thought")


def press(page: Page, name: str) -> None:
    """Press one of the LMS's buttons."""
    page.get_by_role("button", name=name).click()


@pytest.mark.slow
def test_every_call_is_listed(page: Page, lms: str) -> None:
    """Function, element, value and result; and what the record then is, said and stored."""
    initialize, set_value, commit, _, status, exit_ = METHODS[lms]
    expect(calls(page, initialize, "true")).to_have_count(1)
    expect(calls(page, set_value, status, "incomplete", "true")).to_have_count(1)
    expect(calls(page, set_value, exit_, "suspend", "true")).to_have_count(1)
    expect(calls(page, commit, "true").first).to_be_attached()
    answer(page)
    expect(record(page, "Location")).to_have_text(["lesson", "lesson"])
    length = re.compile(r"^[1-9]\d* of (4,096|64,000)$")
    expect(record(page, "Suspend data")).to_have_text([length, length])


@pytest.mark.slow
def test_the_pane_is_accessible(context: BrowserContext, films: Preview) -> None:
    """For authors too: in light and dark, narrow and wide."""
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{films.address}?lms=1")
    expect(calls(page, "LMSCommit", "true").first).to_be_attached()
    assert violations_in_every_look(page) == []


@pytest.mark.slow
def test_a_commit_that_fails_shows_in_the_course(page: Page, lms: str) -> None:
    """The course says that it could not reach the LMS, the call is listed with its error, and nothing is stored."""
    press(page, "Commit fails")
    answer(page)
    expect(course(page).locator("[data-save-status]")).to_have_text(
        "We could not reach your learning site. Your work is safe on this device."
    )
    expect(calls(page, METHODS[lms][2], "false", "101" if lms == "1" else "391").first).to_be_attached()
    expect(record(page, "Location")).to_have_text(["lesson", "–"])
    press(page, "Commit fails")
    expect(course(page).locator("[data-save-status]")).to_contain_text("Saved on your learning site")


@pytest.mark.slow
def test_what_was_stored_comes_back(page: Page, lms: str) -> None:
    """Leave and come back: the answer and the words are there. On another device only what the LMS keeps; and then nothing at all."""
    answer(page)
    expect(record(page, "Location")).to_have_text(["lesson", "lesson"])
    press(page, "Leave and come back")
    expect(calls(page, METHODS[lms][0], "true")).to_have_count(2)
    expect(calls(page, METHODS[lms][3], "true")).to_have_count(1)
    expect(course(page).locator("#fruit")).to_have_attribute("data-state", "correct")
    expect(course(page).get_by_label("An apple")).to_be_checked()
    expect(course(page).get_by_label("What do you make of it?")).to_have_value("A thought")

    press(page, "Come back on another device")
    expect(calls(page, METHODS[lms][0], "true")).to_have_count(3)
    expect(course(page).locator("#fruit")).to_have_attribute("data-state", "correct")
    expect(course(page).get_by_label("What do you make of it?")).to_have_value("")

    press(page, "Forget everything")
    expect(calls(page, METHODS[lms][0], "true")).to_have_count(4)
    expect(course(page).locator("#fruit")).to_have_attribute("data-state", "unanswered")


@pytest.mark.slow
def test_an_lms_that_opens_no_session(page: Page, lms: str) -> None:
    """Initialize fails: it is listed with its error, and the course works on. No API: the course has nobody to call."""
    press(page, "Initialize fails")
    expect(calls(page, METHODS[lms][0], "false", "101" if lms == "1" else "391").first).to_be_attached()
    expect(course(page).get_by_role("link", name="A lesson").first).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("The course has not opened a session.")
    press(page, "Initialize fails")
    expect(page.get_by_role("status").first).to_have_text("The session is open.")
    press(page, "No API")
    expect(page.get_by_role("status").first).to_have_text("The course has not opened a session.")
    expect(page.get_by_role("button", name="No API")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("() => window.API === undefined && window.API_1484_11 === undefined")


@pytest.mark.slow
def test_a_saved_file_shows_in_the_lms_too(page: Page, lms: str, preview: Preview) -> None:
    """The course is launched anew at the place where it was, with its answers."""
    answer(page)
    expect(record(page, "Location")).to_have_text(["lesson", "lesson"])
    course(page).get_by_text("Opening words.").scroll_into_view_if_needed()
    write_lesson(preview.folder, more="Words that were not there before.")
    expect(course(page).get_by_text("Words that were not there before.")).to_be_visible()
    expect(course(page).locator("#fruit")).to_have_attribute("data-state", "correct")
    expect(calls(page, METHODS[lms][0], "true")).to_have_count(2)
