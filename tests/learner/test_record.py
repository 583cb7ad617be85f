"""My record of learning: the page that gathers what a learner wrote and did, and what she takes along from it."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Download, Page, expect

from builder.model.course import Course
from builder.pipeline import build
from tests.learner.driver.keyboard import Keyboard
from tests.learner.driver.looking import ask, violations, violations_in_every_look
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.record import open_step, step_of, write_date
from tests.learner.driver.script import best_answer, is_reflection, question_of
from tests.learner.test_keyboard import walk
from tests.learner.test_kinds import is_ours

pytestmark = pytest.mark.browser

TITLE = "My record of learning"
FORM = "Continuing professional development"
LONG = [f"Reflection {place}: " + " ".join(f"word{place}x{number}" for number in range(500)) for place in range(4)]


@pytest.fixture
def page(browser: Browser, web_course: Path) -> Iterator[Page]:
    """The first course from the disk; any error in its script fails the test."""
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if is_ours(message) else None)
    opened.goto(web_course.as_uri())
    yield opened
    context.close()
    assert errors == []


def turn_to_record(page: Page) -> None:
    """By the list of contents."""
    contents = page.get_by_role("navigation", name="Contents")
    if contents.locator("summary").is_visible():
        contents.locator("summary").click()
    contents.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def download(page: Page, name: str) -> Download:
    """What a button gives: at the end of the page, where there are two."""
    open_step(page, "Keep it")
    with page.expect_download() as waited:
        page.get_by_role("button", name=name).last.click()
    return waited.value


def content(downloaded: Download) -> bytes:
    """Its bytes."""
    return Path(downloaded.path()).read_bytes()


def add_goal(page: Page, words: str, by: str) -> None:
    """Set a goal, and wait until it is kept."""
    open_step(page, "My goals")
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_label("What I will do").last.fill(words)
    if by:
        write_date(page.get_by_role("group", name="By when").last, by)
    page.get_by_role("heading", level=1).click()
    page.locator('[data-record-part="goals"]').get_by_text("Saved on this device").wait_for()


def paragraphs(file: bytes) -> list[str]:
    """Every paragraph of a Word document."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(file)).paragraphs]


@pytest.mark.slow
def test_everything_is_in_the_document(page: Page, course: Course) -> None:
    """Four long reflections, a goal, an answer to the form, the modules and the questions: in Word, in the text and on paper."""
    reflections = [item for item in course.items if is_reflection(item)]
    for module in course.modules:
        open_module(page, module)
        for item in module.items:
            if not is_reflection(item):
                answer_question(page, best_answer(item))
            else:
                page.get_by_role("textbox", name=item.title.text).fill(LONG[reflections.index(item)])
    turn_to_record(page)
    add_goal(page, "Ask two young people", "2027-03-01")
    open_step(page, FORM)
    page.get_by_label("What did you learn?").fill("That we ask too late.")
    page.get_by_label("4.6 Reflection").check()
    write_date(page.get_by_role("group", name="When was it?"), "2026-11-23")
    page.get_by_role("heading", level=1).click()

    word = paragraphs(content(download(page, "Download as Word")))
    text = content(download(page, "Download as text")).decode()
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text()
    copy = page.locator("#record--copy").input_value()
    wanted = [
        *LONG,
        *(item.title.text for item in reflections),
        *("Ask two young people", "By 1 March 2027.", "That we ask too late.", "4.6 Reflection", "23 November 2026"),
        "You have completed this course.",
    ]
    for words in wanted:
        assert words in word, words
        assert words in text and words in paper, words
    tables = docx.Document(io.BytesIO(content_of_word(page))).tables
    assert [row.cells[0].text for row in tables[0].rows[1:]] == [module.title for module in course.modules]
    assert len(tables[1].rows) == 1 + sum(not is_reflection(item) for item in course.items)
    assert {row.cells[1].text for row in tables[1].rows[1:]} == {"Correct", "A little confident"}
    assert "My record of learning" in copy
    for button in ("Download as Word", "Add a goal", "Check answer"):
        assert button not in paper, "paper has no controls"


def content_of_word(page: Page) -> bytes:
    """The Word document, from the page as it is."""
    page.emulate_media(media="screen")
    return content(download(page, "Download as Word"))


@pytest.mark.slow
def test_what_is_changed_here_is_changed_in_the_module(page: Page, course: Course) -> None:
    """And the other way round; all of it is there again after a reload."""
    module, item = next((module, item) for module in course.modules for item in module.items if is_reflection(item))
    open_module(page, module)
    box = question_of(page, item).get_by_role("textbox")
    box.fill("First words.")
    turn_to_record(page)
    here = page.get_by_role("textbox", name=item.title.text)
    expect(here).to_have_value("First words.")
    here.fill("Second words.")
    open_module(page, module)
    expect(box).to_have_value("Second words.")
    page.reload()
    expect(box).to_have_value("Second words.")
    turn_to_record(page)
    open_step(page, "My reflections")
    expect(here).to_have_value("Second words.")


@pytest.mark.slow
def test_a_goal_is_looked_at_again(page: Page) -> None:
    """It is kept, its day having passed it asks how far it went, and it can be removed and brought back."""
    turn_to_record(page)
    add_goal(page, "Ask earlier", "2026-01-01")
    page.reload()
    open_step(page, "My goals")
    goal = page.get_by_role("group", name="Goal 1")
    expect(goal.get_by_label("What I will do")).to_have_value("Ask earlier")
    goal.get_by_label("On the way").check()
    goal.get_by_label("What helped").fill("Time.")
    page.reload()
    open_step(page, "My goals")
    expect(goal.get_by_label("On the way")).to_be_checked()
    expect(goal.get_by_label("What helped")).to_have_value("Time.")
    page.get_by_role("button", name="Remove goal 1").click()
    expect(goal).to_have_count(0)
    expect(page.get_by_role("button", name="Bring it back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(goal.get_by_label("What helped")).to_have_value("Time.")
    expect(goal.get_by_label("What I will do")).to_be_focused()


@pytest.mark.slow
def test_days_go_into_a_calendar(page: Page) -> None:
    """Those of goals that are not reached, and of the talk with somebody; without a day there is no file."""
    turn_to_record(page)
    open_step(page, "My goals")
    page.get_by_role("button", name="calendar").click()
    expect(page.get_by_text("There is no date here yet.")).to_be_visible()
    add_goal(page, "Ask earlier", "2027-03-01")
    write_date(page.get_by_role("group", name="When will you talk"), "2027-01-05")
    file = content(download(page, "calendar")).decode()
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)\r\nSUMMARY:(.*)\r\n", file) == [
        ("20270301", "Ask earlier"),
        ("20270105", "Talk over what I learnt"),
    ]


@pytest.mark.slow
def test_what_is_left_out_is_not_in_it(page: Page, course: Course) -> None:
    """A tick is taken off one reflection and off the goals; it stays off when the learner comes back."""
    module = next(module for module in course.modules if any(is_reflection(item) for item in module.items))
    first, second = [item for item in module.items if is_reflection(item)][:2]
    open_module(page, module)
    for item in (first, second):
        page.get_by_role("textbox", name=item.title.text).fill(f"Words on {item.id}.")
    turn_to_record(page)
    add_goal(page, "Ask earlier", "2027-03-01")
    open_step(page, "Keep it")
    for name in (first.title.text, "My goals"):
        page.get_by_role("checkbox", name=name).uncheck()
    page.reload()
    words = paragraphs(content(download(page, "Download as Word")))
    assert f"Words on {second.id}." in words
    assert not {f"Words on {first.id}.", first.title.text, "My goals", "Ask earlier"} & set(words)


@pytest.mark.slow
def test_nothing_on_the_page_has_a_violation(page: Page) -> None:
    """With a goal, everything open, wide and narrow, light and dark, and in forced colours."""
    turn_to_record(page)
    add_goal(page, "Ask earlier", "2026-01-01")
    for summary in page.locator("main summary:visible").all():
        if summary.evaluate("summary => !summary.parentElement.open"):
            summary.click()
    assert violations_in_every_look(page) == []
    for width in (320, 640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert [fault for probe in ("clipped", "overlaps", "small") for fault in ask(page, probe)] == [], width
    page.emulate_media(forced_colors="active")
    assert violations(page, without=("color-contrast",)) == []


@pytest.mark.slow
def test_the_keyboard_is_enough(page: Page, course: Course) -> None:
    """Every control is reached in the order of the page and seen to have the focus; a record is written and taken along."""
    keyboard = Keyboard(page, page)
    keyboard.press(page.locator("#cover").get_by_role("link", name=TITLE))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    keyboard.press(step_of(page, "My goals"))
    keyboard.press(page.get_by_role("button", name="Add a goal"))
    page.keyboard.type("Ask earlier")
    keyboard.press(step_of(page, FORM), "Space")
    keyboard.write(page.get_by_label("What did you learn?"), "That we ask too late.")
    keyboard.press(step_of(page, "Keep it"))
    with page.expect_download() as waited:
        keyboard.press(page.get_by_role("button", name="Download as Word").last)
    words = paragraphs(content(waited.value))
    assert {"Ask earlier", "That we ask too late."} <= set(words)
    expect(page.get_by_text("Your browser has been given your Word document.")).to_be_visible()
    walk(page)


@pytest.mark.slow
def test_modules_are_told_with_their_days(page: Page, course: Course) -> None:
    """Only those that were opened; what was only looked at took under a minute."""
    for module in course.modules[:2]:
        open_module(page, module)
    turn_to_record(page)
    open_step(page, "What I worked through")
    rows = page.locator("[data-work] tbody tr").all()
    assert [row.locator("td").first.inner_text() for row in rows] == [module.title for module in course.modules[:2]]
    assert all(re.search(r"\d{4}\s+Under a minute$", row.inner_text()) for row in rows)


def test_without_script_it_says_what_it_would_do(browser: Browser, web_course: Path) -> None:
    """In plain words, with nothing to press that does nothing; printed, it gives room to write by hand."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{web_course.as_uri()}#record")
    record = page.locator("#record")
    expect(record.get_by_text("Without them you can print it, and write by hand.")).to_be_visible()
    expect(record.get_by_role("button")).to_have_count(0)
    page.emulate_media(media="print")
    sheets = record.locator(".sheet--paper:visible")
    assert sheets.count() >= 6
    assert all((sheet.bounding_box() or {"height": 0})["height"] > 40 for sheet in sheets.all())
    context.close()


@pytest.mark.slow
def test_where_downloads_are_blocked_the_words_can_be_copied(browser: Browser, served: str) -> None:
    """A frame that allows scripts and nothing else: the text to copy from has everything, and nothing is lost on the way."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/frame.html", lambda route: route.fulfill(content_type="text/html", body=frame_of(served)))
    page.goto(served.rpartition("/")[0] + "/frame.html")
    course = page.frame_locator("iframe")
    open_step(course, FORM)
    course.get_by_label("What did you learn?").fill("That we ask too late.")
    course.get_by_role("button", name="Download as Word").click()
    expect(course.get_by_text("downloads may not be allowed. Your record is below as text instead.")).to_be_visible()
    course.get_by_role("button", name="Print or save as PDF").click()
    expect(course.get_by_text("If no print window has opened")).to_be_visible()
    box = course.get_by_label("My record as text")
    expect(box).to_have_value(re.compile("That we ask too late."))
    context.close()


def frame_of(address: str) -> str:
    """A page that shows the record in the tightest of frames."""
    return f'<!DOCTYPE html><title>A portal</title><iframe sandbox="allow-scripts" width="800" height="600" src="{address}#record"></iframe>'


@pytest.mark.slow
def test_printing_the_course_does_not_print_the_record_twice(page: Page, course: Course) -> None:
    """The whole course is printed with its reflections in their places; from the record the record alone."""
    open_module(page, course.modules[0])
    page.evaluate("() => { document.documentElement.dataset.print = 'course'; }")
    page.emulate_media(media="print")
    expect(page.locator("#record")).to_be_hidden()
    expect(page.get_by_role("heading", name=course.modules[1].title).last).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("() => { delete document.documentElement.dataset.print; }")
    turn_to_record(page)
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("#record").get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(f"#{course.modules[1].id}")).to_be_hidden()


def test_what_is_kept_is_the_devices_alone(page: Page, course: Course) -> None:
    """Goals and the form lie in this browser's storage under the course's name."""
    turn_to_record(page)
    add_goal(page, "Ask earlier", "")
    kept = page.evaluate("() => ({ ...localStorage })")
    journal = json.loads(kept[f"satchel:{course.id}:device"])
    assert journal["portfolio"]["goals"][0]["words"] == "Ask earlier"


def test_a_shared_computer_forgets_when_the_tab_is_closed(page: Page, course: Course) -> None:
    """What is written is there after a reload, and not in another tab; the page says so at its foot and below each box."""
    turn_to_record(page)
    open_step(page, "This device")
    page.get_by_role("checkbox", name="This is a shared computer").check()
    expect(page.locator("[data-save-status]")).to_contain_text("kept until you close this tab")
    open_step(page, FORM)
    add_words = page.get_by_label("What did you learn?")
    add_words.fill("That we ask too late.")
    add_words.blur()
    expect(page.locator('[data-record-part="form"] [data-saved]')).to_have_text("Kept until you close this tab")
    assert page.evaluate("() => Object.keys(localStorage).filter(key => key.includes('device'))") == []
    page.reload()
    expect(add_words).to_have_value("That we ask too late.")
    open_step(page, "This device")
    expect(page.get_by_role("checkbox", name="This is a shared computer")).to_be_checked()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_label("What did you learn?")).to_have_value("")


@pytest.mark.slow
def test_all_of_it_can_be_cleared(page: Page, course: Course) -> None:
    """Not by a slip: the button is behind a sentence that says what goes. Then nothing is left, whatever was on its way."""
    module, item = next((module, item) for module in course.modules for item in module.items if is_reflection(item))
    open_module(page, module)
    page.get_by_role("textbox", name=item.title.text).fill("Words.")
    turn_to_record(page)
    open_step(page, "My goals")
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_label("What I will do").fill("Ask earlier")
    open_step(page, "This device")
    expect(page.get_by_role("button", name="Yes, clear all of it")).to_be_hidden()
    page.locator("summary", has_text="Clear all my work").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Yes, clear all of it").click()
    expect(page.get_by_role("textbox", name=item.title.text)).to_have_value("")
    expect(page.get_by_label("What I will do")).to_have_count(0)
    kept = page.evaluate("() => Object.entries(localStorage).map(entry => entry.join()).join()")
    assert "Words." not in kept and "Ask earlier" not in kept
    # She hears where she is; the browser alone would leave her nowhere.
    expect(page.get_by_role("heading", name="My record of learning")).to_be_focused()


@pytest.mark.slow
def test_a_reflection_helps_and_does_not_nag(browser: Browser, course_folder: Path) -> None:
    """About how many words are enough, and how many there are; an example after one's own words; a mark to come back."""
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n\n## Reflect: What helps? {words=150}\n\nThink of a meeting.\n\nExample: We asked first.\n"
    )
    outcome = build(course_folder, course_folder / "out", ["web"])
    assert outcome.report.diagnostics == ()
    launch = next(path for path in outcome.written if path.name == "index.html").as_uri()
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{launch}#welcome")
    box = page.get_by_role("textbox", name="What helps?")
    expect(page.get_by_text("About 150 words are enough.")).to_be_visible()
    example = page.get_by_text("We asked first.").locator("visible=true")
    expect(page.locator("summary", has_text="See an example")).to_be_hidden()
    box.fill("Listening.")
    expect(page.get_by_text("1 word so far.")).to_be_visible()
    box.fill("We listened twice.")
    expect(page.get_by_text("3 words so far.")).to_be_visible()
    page.locator("summary", has_text="See an example").click()
    expect(example).to_be_visible()
    page.get_by_role("checkbox", name="Come back to this later").check()
    assert violations(page) == []
    page.reload()
    expect(page.get_by_role("checkbox", name="Come back to this later")).to_be_checked()
    expect(page.locator("summary", has_text="See an example")).to_be_visible()
    turn_to_record(page)
    expect(page.get_by_text("You wanted to come back to this.")).to_be_visible()
    context.close()

    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{launch}#welcome")
    expect(page.locator("#answer-what-helps").get_by_text("We asked first.")).to_be_visible()
    context.close()
