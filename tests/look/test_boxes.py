"""Boxes and parts that open: by keyboard, without script and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.look.gallery.course import build_course


@pytest.mark.slow
@pytest.mark.browser
def test_blocks_are_whole_on_paper_and_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    """Closed at first; Enter opens; on paper every word is there; at 320 px columns fall into one."""
    address = build_course(tmp_path, "default")
    for script in (True, False):
        page = browser.new_page(java_script_enabled=script, viewport={"width": 1280, "height": 800})
        page.goto(f"{address}#blocks")
        back = page.get_by_text("The harm that must be shown")
        expect(back).to_be_hidden()
        page.locator(".card summary").first.focus()
        page.keyboard.press("Enter")
        expect(back).to_be_visible()
        guardian = page.get_by_text("The person who speaks for the child in court.")
        expect(guardian).to_be_hidden()
        tops = [part.bounding_box()["y"] for part in page.locator(".columns__all > li").all()]  # type: ignore[index]
        assert tops[0] == tops[1]
        page.set_viewport_size({"width": 320, "height": 800})
        tops = [part.bounding_box()["y"] for part in page.locator(".columns__all > li").all()]  # type: ignore[index]
        assert tops[0] < tops[1]
        page.emulate_media(media="print")
        expect(guardian).to_be_visible()
        page.close()
