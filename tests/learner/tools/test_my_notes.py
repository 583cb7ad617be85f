"""Notes and highlights in a browser: a real selection, real focus, and what is printed."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.learner.driver.looking import violations

pytestmark = pytest.mark.browser


def drag_over(page: Page, words: Locator) -> None:
    """Select the words of an element with the mouse, from its first letter to its last."""
    words.scroll_into_view_if_needed()
    box = words.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e); const [a, ...b] = r.getClientRects();"
        "const z = b.at(-1) ?? a; return [a.left + 1, a.top + a.height / 2, z.right - 1, z.top + z.height / 2]; }"
    )
    page.mouse.move(box[0], box[1])
    page.mouse.down()
    page.mouse.move(box[2], box[3], steps=4)
    page.mouse.up()


@pytest.mark.slow
def test_words_are_highlighted_and_written_about_and_are_there_again(page: Page, web_course: Path) -> None:
    """By mouse in a small frame; by keyboard the button is the next stop, and the focus is never lost."""
    page.set_viewport_size({"width": 640, "height": 500})
    page.goto(f"{web_course.as_uri()}#ethical-innovation")
    module = page.locator("[data-module=ethical-innovation]")
    items = module.locator(":scope > .prose li")
    words = items.first.inner_text()
    drag_over(page, items.first)
    button = page.locator("[data-highlight]")
    expect(button).to_have_text("Highlight")
    expect(button).to_be_in_viewport(ratio=1)
    assert button.evaluate("e => e.getBoundingClientRect().height") >= 44
    assert violations(page) == []
    button.click()
    mark = module.locator("mark")
    expect(mark).to_have_text(words)
    expect(page.locator("[data-announce]")).to_have_text("Highlighted.")
    page.keyboard.press("Escape")
    drag_over(page, items.nth(1))
    expect(button).to_be_visible()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(mark).to_have_count(2)
    expect(button).to_be_focused()
    page.keyboard.press("Tab")
    expect(button).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")

    notes = module.locator("[data-my-notes]")
    notes.locator("summary").first.click()
    note = page.get_by_label("My note on this module")
    note.press_sequentially("Ask the team.")
    beside = page.get_by_label("My words on highlight 1")
    # What is kept when the focus leaves one box must not take the other from under it.
    beside.click()
    expect(beside).to_be_focused()
    page.keyboard.type("Say this.")
    expect(notes.locator("[data-saved]")).to_contain_text("Saved on this device at")
    expect(note).to_have_value("Ask the team.")
    page.reload()
    expect(mark).to_have_count(2)
    notes.locator("summary").first.click()
    expect(page.get_by_label("My words on highlight 1")).to_have_value("Say this.")
    page.emulate_media(media="print")
    assert mark.first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    page.emulate_media(media="screen", forced_colors="active")
    assert mark.first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"


@pytest.mark.slow
def test_what_is_below_a_note_can_be_pressed_at_once(page: Page, web_course: Path) -> None:
    """The line that says where the note is kept moves nothing: she writes, and presses the next thing before it speaks."""
    page.goto(f"{web_course.as_uri()}#ethical-innovation")
    notes = page.locator("[data-module=ethical-innovation] [data-my-notes]")
    notes.locator("summary").first.click()
    notes.locator("[data-note]").fill("Ask the team.")
    notes.locator("[data-sentences] summary").click()
    expect(notes.locator("[data-sentences] input").first).to_be_visible()
