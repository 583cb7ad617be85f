"""Boxes and parts that open: by keyboard, without script and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from builder.pipeline import build
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


FOLDED = """---
title: Folded
---
See [what may change](#change) and [what lies deeper](#folded-deep).

Words between. {}

## Details: What families ask us

**Who will see it?**

Your social worker.

**Can we change our plan?** {{#change}}

Say so at any time.

<details>
<summary>More of it</summary>

### Deep

Deep words.

</details>
"""


@pytest.mark.browser
def test_a_link_into_a_closed_part_leads_to_its_name(browser: Browser, tmp_path: Path) -> None:
    """With script it opens and has the focus. Without, its name is at the top of the window, to be opened; paper has its words."""
    course = tmp_path / "course"
    course.mkdir()
    (course / "course.yml").write_text("id: folded\ntitle: Folded\nlanguage: en-GB\n", encoding="utf-8")
    (course / "01-folded.md").write_text(FOLDED.format("\n\nAnd more.  " * 60), encoding="utf-8")
    outcome = build(course, tmp_path / "out", destinations=("web",))
    address = next(path for path in outcome.written if path.name == "index.html").as_uri()
    for script in (True, False):
        page = browser.new_page(java_script_enabled=script, viewport={"width": 320, "height": 480})
        page.goto(f"{address}#folded")
        page.get_by_role("link", name="what may change").click()
        part, words = page.locator("details#change"), page.get_by_text("Say so at any time.")
        expect(part.locator("summary").first).to_be_in_viewport()
        if script:
            expect(words).to_be_in_viewport()
            expect(part).to_be_focused()
        else:
            expect(words).to_be_hidden()
            page.emulate_media(media="print")
            expect(words).to_be_visible()
            page.emulate_media(media="screen")
            part.locator("summary").first.click()
            expect(words).to_be_visible()
        # What stands within a closed part is opened by browsers themselves (HTML, ancestor details revealing).
        page.get_by_role("link", name="what lies deeper").click()
        expect(page.get_by_text("Deep words.")).to_be_in_viewport()
        page.close()
