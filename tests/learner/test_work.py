"""What only a browser shows of the learner's work: two windows, a file to carry, and where her words do not go."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from builder.model.course import Course
from tests.learner.driver.announcements import listen
from tests.learner.driver.looking import violations_in_every_look
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.record import open_step
from tests.learner.driver.script import answers_to, is_reflection, question_of

pytestmark = pytest.mark.browser

ELSEWHERE = "You are working in another window. Nothing is saved from this one."


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with nothing kept."""
    made = browser.new_context(reduced_motion="reduce")
    yield made
    made.close()


def opened(context: BrowserContext, address: str) -> Page:
    """The course in a new window."""
    page = context.new_page()
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("data-ready", "")
    return page


def write_everywhere(page: Page, course: Course, words: str) -> None:
    """Write into every reflection of the course."""
    for module in course.modules:
        for item in module.items:
            if is_reflection(item):
                open_module(page, module)
                page.get_by_role("textbox", name=item.title.text).fill(words)
                expect(question_of(page, item)).to_have_attribute("data-state", "answered")


@pytest.mark.slow
def test_a_second_window_is_read_until_she_goes_on_there(
    context: BrowserContext, web_course: Path, course: Course
) -> None:
    """On the disk too: the second window cannot be written in; after "Continue here" it has all, and the first one cannot."""
    module = next(module for module in course.modules if any(is_reflection(item) for item in module.items))
    reflection = next(item for item in module.items if is_reflection(item))
    address = f"{web_course.as_uri()}#{module.id}"
    first = opened(context, address)
    box = first.get_by_role("textbox", name=reflection.title.text)
    box.fill("Written first.")
    second = opened(context, address)
    expect(second.locator("[data-save-status]")).to_have_text(ELSEWHERE)
    other = second.get_by_role("textbox", name=reflection.title.text)
    expect(other).not_to_be_editable()
    expect(second.locator("[data-notice]")).to_be_in_viewport(ratio=1)
    assert violations_in_every_look(second) == []
    box.press_sequentially(" And more")
    second.get_by_role("button", name="Continue here").press("Enter")
    expect(second.get_by_role("heading", level=1)).to_be_focused()
    expect(other).to_have_value("Written first. And more")
    expect(other).to_be_editable()
    expect(box).not_to_be_editable()
    expect(first.locator("[data-save-status]")).to_have_text(ELSEWHERE)
    expect(first.locator("[data-notice-words]")).to_be_focused()
    second.reload()
    expect(second.get_by_role("textbox", name=reflection.title.text)).to_be_editable()
    expect(second.locator("[data-notice]")).to_be_hidden()


@pytest.mark.slow
def test_clearing_in_one_window_clears_in_all(context: BrowserContext, web_course: Path, course: Course) -> None:
    """On the disk too: the other window, though it is the one that writes, forgets at once and brings nothing back."""
    module = next(module for module in course.modules if any(is_reflection(item) for item in module.items))
    reflection = next(item for item in module.items if is_reflection(item))
    first = opened(context, f"{web_course.as_uri()}#{module.id}")
    box = first.get_by_role("textbox", name=reflection.title.text)
    box.fill("To be forgotten.")
    expect(question_of(first, reflection)).to_have_attribute("data-state", "answered")
    second = opened(context, f"{web_course.as_uri()}#record")
    open_step(second, "This device")
    second.locator("summary", has_text="Clear all my work").click()
    with first.expect_navigation():
        second.get_by_role("button", name="Yes, clear all of it").click()
    expect(box).to_have_value("")
    expect(first.locator("html")).to_have_attribute("data-ready", "")
    assert "forgotten" not in first.evaluate("() => Object.entries(localStorage).join()")
    for page in (second, first):
        page.close(run_before_unload=True)
    again = opened(context, f"{web_course.as_uri()}#{module.id}")
    expect(again.get_by_role("textbox", name=reflection.title.text)).to_have_value("")


@pytest.mark.slow
def test_work_is_carried_by_keyboard_from_one_browser_to_another(
    context: BrowserContext, browser: Browser, served: str, web_course: Path, course: Course, tmp_path: Path
) -> None:
    """Saved from the page on disk and loaded on a web server: a summary first, then all of it is there, and what was there stays."""
    module = next(module for module in course.modules if any(item.scored for item in module.items))
    question = next(item for item in module.items if item.scored)
    page = opened(context, web_course.as_uri())
    write_everywhere(page, course, "Carried in a file.")
    open_module(page, module)
    answer_question(page, answers_to(question)["correct"])
    page.get_by_text("Take your work with you").press("Enter")
    with page.expect_download() as download:
        page.locator("[data-carry-save]").press("Enter")
    assert download.value.suggested_filename.startswith(f"{course.id}-work-")
    expect(page.locator("[data-carry-saved]")).to_be_focused()
    file = tmp_path / "work.json"
    download.value.save_as(file)

    elsewhere = browser.new_context(reduced_motion="reduce")
    there = opened(elsewhere, served)
    there.get_by_text("Take your work with you").press("Enter")
    there.get_by_label("Load a file of your work").set_input_files(file)
    heading = there.get_by_role("heading", name="Before anything is changed")
    expect(heading).to_be_focused()
    reflections = sum(is_reflection(item) for item in course.items)
    expect(there.get_by_role("row", name="Reflections written")).to_contain_text(f"{reflections} of {reflections}")
    assert violations_in_every_look(there) == []
    there.get_by_role("button", name="Put them together").press("Enter")
    expect(there.locator("[data-carry-told]")).to_be_focused()
    expect(there.locator("[data-carry-told]")).to_have_text("Done. Your work from the file is here now.")
    open_module(there, module)
    expect(question_of(there, question)).to_have_attribute("data-state", "correct")
    there.reload()
    for place in course.modules:
        for item in place.items:
            if is_reflection(item):
                open_module(there, place)
                expect(question_of(there, item).get_by_role("textbox")).to_have_value("Carried in a file.")
    elsewhere.close()


def test_what_is_no_file_of_this_course_changes_nothing(
    context: BrowserContext, web_course: Path, course: Course, tmp_path: Path
) -> None:
    """A file of something else, and one that was changed, get a sentence where the learner is."""
    page = opened(context, web_course.as_uri())
    page.get_by_text("Take your work with you").click()
    file = tmp_path / "holiday.json"
    file.write_text(json.dumps({"format": "satchel-work", "version": 1, "work": {}, "checksum": "0"}))
    page.get_by_label("Load a file of your work").set_input_files(file)
    told = page.locator("[data-carry-told]")
    expect(told).to_contain_text("damaged")
    expect(told).to_be_focused()
    page.get_by_text("No file? Paste your work as text").click()
    page.get_by_label("Paste the text of your work here.").fill("Dear diary")
    page.get_by_role("button", name="Look at it").click()
    expect(told).to_contain_text("not a file of your work")


@pytest.mark.slow
def test_without_a_download_the_work_can_be_copied(
    browser: Browser, context: BrowserContext, web_course: Path, course: Course
) -> None:
    """Where downloads are blocked the same text stands in a box, and can be pasted in another copy."""
    page = opened(context, web_course.as_uri())
    write_everywhere(page, course, "Copied by hand.")
    page.get_by_text("Take your work with you").click()
    page.get_by_text("No file? Copy your work as text").click()
    expect(page.get_by_label("Your work as text.")).not_to_have_value("")
    text = page.get_by_label("Your work as text.").input_value()
    assert json.loads(text)["course"] == course.id
    elsewhere = browser.new_context()
    there = opened(elsewhere, web_course.as_uri())
    there.get_by_text("Take your work with you").click()
    there.get_by_text("No file? Paste your work as text").click()
    there.get_by_label("Paste the text of your work here.").fill(text)
    there.get_by_role("button", name="Look at it").click()
    there.get_by_role("button", name="Put them together").click()
    module = next(module for module in course.modules if any(is_reflection(item) for item in module.items))
    open_module(there, module)
    for item in module.items:
        if is_reflection(item):
            expect(question_of(there, item).get_by_role("textbox")).to_have_value("Copied by hand.")
    elsewhere.close()


@pytest.mark.slow
def test_where_nothing_is_kept_there_is_a_way_out(browser: Browser, web_course: Path, course: Course) -> None:
    """With storage blocked the foot of the page offers a file, a screen reader hears of it once, and leaving asks first."""
    context = browser.new_context(reduced_motion="reduce")
    # A browser that forbids local storage forbids the database too (Chromium, "block cookies").
    for storage in ("localStorage", "indexedDB"):
        context.add_init_script(
            f"Object.defineProperty(window, '{storage}', {{ get() {{ throw new DOMException('blocked', 'SecurityError'); }} }})"
        )
    page = opened(context, web_course.as_uri())
    listen(page.locator("[data-announce]"))
    write_everywhere(page, course, "Nowhere else.")
    with page.expect_download() as download:
        page.locator("[data-save-file]").click()
    assert "Nowhere else." in Path(download.value.path()).read_text(encoding="utf-8")
    assert violations_in_every_look(page) == []
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    context.close()


def test_her_words_are_in_no_address_request_line_or_file_name(
    context: BrowserContext, web_course: Path, course: Course
) -> None:
    """Text typed into every box shows up nowhere but in the box, and in the file that she asks for."""
    page = context.new_page()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(f"{request.url} {request.post_data or ''}"))
    page.on("console", lambda message: seen.append(message.text))
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    page.goto(web_course.as_uri())
    write_everywhere(page, course, "Canary of hers")
    page.get_by_text("Take your work with you").click()
    with page.expect_download() as download:
        page.locator("[data-carry-save]").click()
    seen += [download.value.suggested_filename, page.url, page.title()]
    assert len(seen) > 5
    assert [line for line in seen if "anary" in line] == []
