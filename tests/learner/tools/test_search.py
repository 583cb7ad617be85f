"""The search in the whole course in a browser: from file://, by keyboard, with a way back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.learner.driver.looking import violations

pytestmark = pytest.mark.browser


@pytest.mark.slow
@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 320])
def test_words_are_found_by_keyboard_and_back_returns(page: Page, web_course: Path, width: int) -> None:
    """A word of a transcript: its module is shown, the transcript open, the focus on the sentence; nothing lies over it."""
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{web_course.as_uri()}#welcome")
    page.get_by_role("button", name="Reading tools").press("Enter")
    field = page.get_by_role("searchbox", name="Search the whole course")
    field.press_sequentially("Mobilising")
    count = page.locator("[data-search-count]")
    expect(count).to_contain_text("Found in ")
    expect(page.locator("[data-announce]")).to_have_text(count.inner_text())
    assert violations(page) == []
    link = page.locator("[data-search-results] a").last
    link.press("Enter")
    sought = page.locator("[data-sought]")
    expect(sought).to_be_focused()
    expect(sought).to_contain_text("obilising")
    expect(sought).to_be_in_viewport()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.go_back()
    expect(page.locator("[data-page=welcome]")).to_be_visible()
