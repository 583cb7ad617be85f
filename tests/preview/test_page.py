"""The author saves a file, and looks at the page."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.learner.driver.looking import violations, violations_in_every_look
from tests.preview.conftest import write_lesson
from tests.preview.serving import Preview

pytestmark = pytest.mark.browser


def open_lesson(page: Page, preview: Preview) -> None:
    """Go to the second module, and wait until the page listens."""
    page.goto(f"{preview.address}#lesson")
    expect(page.locator("html")).to_have_attribute("data-ready", "")
    expect(page.get_by_text("Nothing to mend.").first).to_be_attached()


def heading_top(page: Page) -> float:
    """How far the last heading is from the upper edge of the window."""
    return float(page.locator("#end").evaluate("element => element.getBoundingClientRect().top"))


@pytest.mark.slow
def test_a_reload_keeps_the_place_and_the_answers(page: Page, preview: Preview) -> None:
    """She stands in the middle of the second module, with an answer checked and words written, and sees the changed sentence there."""
    open_lesson(page, preview)
    page.get_by_label("An apple").check()
    page.locator("#fruit").get_by_role("button", name="Check").click()
    expect(page.locator("#fruit")).to_have_attribute("data-state", "correct")
    page.get_by_label("What do you make of it?").fill("A thought that must not go")
    page.get_by_label("What do you make of it?").evaluate("box => box.setSelectionRange(2, 9)")
    page.locator("#end").evaluate(
        "element => window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 200)"
    )
    top = heading_top(page)
    assert 100 < top < 300

    write_lesson(preview.folder, more="A long paragraph further up. " * 60, end="The last words, changed.")
    expect(page.get_by_text("The last words, changed.")).to_be_in_viewport()
    page.wait_for_load_state("load")
    assert page.url == f"{preview.address}#lesson"
    assert abs(heading_top(page) - top) < 2
    expect(page.locator("#fruit")).to_have_attribute("data-state", "correct")
    expect(page.get_by_label("An apple")).to_be_checked()
    box = page.get_by_label("What do you make of it?")
    expect(box).to_have_value("A thought that must not go")
    expect(box).to_be_focused()
    assert box.evaluate("box => [box.selectionStart, box.selectionEnd]") == [2, 9]


@pytest.mark.slow
def test_findings_come_and_go(page: Page, preview: Preview) -> None:
    """The panel opens with line and hint, says that the page is the last good one, and shuts when all is mended."""
    open_lesson(page, preview)
    panel = page.get_by_role("complementary", name="Preview")
    expect(panel.get_by_role("list")).to_have_count(0)
    write_lesson(preview.folder, end="See [click here](https://www.example.org/).")
    expect(panel.locator("summary")).to_contain_text("1 error. This page shows the course as it was before.")
    finding = panel.get_by_role("listitem")
    for words in (
        "Error",
        "02-lesson.md:",
        "does not say where this link leads",
        "Say where it leads",
        "satchel explain A11",
    ):
        expect(finding).to_contain_text(words)
    expect(finding.locator("pre mark")).to_be_visible()
    expect(page.get_by_text("The last words.")).to_be_attached()

    write_lesson(preview.folder, end="Mended words.")
    expect(page.get_by_text("Mended words.")).to_be_attached()
    expect(panel.locator("summary")).to_contain_text("Nothing to mend.")
    expect(finding).to_have_count(0)


@pytest.mark.slow
def test_a_panel_that_was_shut_stays_shut(page: Page, preview: Preview) -> None:
    """Somebody who wants to see the page while an error is left is not asked again at each save."""
    open_lesson(page, preview)
    write_lesson(preview.folder, end="See [click here](https://www.example.org/).")
    panel = page.get_by_role("complementary", name="Preview")
    expect(panel.get_by_role("listitem")).to_be_visible()
    panel.locator("summary").click()
    expect(panel.get_by_role("listitem")).to_be_hidden()
    write_lesson(preview.folder, end="See [click here](https://www.example.org/) and [here](https://www.example.org/).")
    expect(panel.locator("summary")).to_contain_text("2 errors.")
    expect(panel.get_by_role("listitem").first).to_be_hidden()


def test_a_course_that_never_was_good_follows_when_it_is_mended(page: Page, lesson: Path) -> None:
    """A plain page with the findings; then the course, without a press of a key."""
    write_lesson(lesson, end="See [click here](https://www.example.org/).")
    with Preview(lesson) as preview:
        page.goto(preview.address)
        expect(page.get_by_role("heading", level=1)).to_have_text("The course cannot be shown yet")
        expect(page.get_by_role("listitem")).to_contain_text("02-lesson.md:")
        write_lesson(lesson, end="See [click here](https://www.example.org/) and [here](https://www.example.org/).")
        expect(page.get_by_role("listitem")).to_have_count(2)
        expect(page.get_by_role("status")).to_have_text("2 errors.")
        write_lesson(lesson)
        expect(page.get_by_role("heading", level=1)).to_have_text("A sample course")


@pytest.mark.slow
def test_the_page_finds_a_server_that_was_started_again(page: Page, lesson: Path) -> None:
    """It says that the preview has stopped, and goes on by itself."""
    with Preview(lesson) as preview:
        open_lesson(page, preview)
        port = preview.port
    expect(page.locator("summary").filter(has_text="Preview")).to_contain_text("The preview has stopped.")
    write_lesson(lesson, end="Words from after the pause.")
    with Preview(lesson, port) as again:
        assert again.port == port
        expect(page.get_by_text("Words from after the pause.")).to_be_attached()


@pytest.mark.slow
def test_what_the_preview_shows_is_accessible(context: BrowserContext, lesson: Path) -> None:
    """For authors too: in light and dark, narrow and wide, with an error open; with a course, and before there is one."""
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    wrong = "See [click here](https://www.example.org/)."
    with Preview(lesson) as preview:
        open_lesson(page, preview)
        write_lesson(lesson, end=wrong)
        expect(page.get_by_role("complementary", name="Preview").get_by_role("listitem")).to_be_visible()
        assert violations_in_every_look(page) == []
    with Preview(lesson) as never_good:
        page.goto(never_good.address)
        expect(page.get_by_role("listitem")).to_be_visible()
        assert violations(page) == []
