"""What a learner did in a story, in things to tick and in a number stands in her Word document, in the author's words."""

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import smallest_course
from tests.record.test_certificate import built
from tests.record.word_file import word_document

MODULE = """---
title: Satchel
---

## Scene: Nobody opens the door {#nobody-opens}

A child cries.

- [You ring again](#opened)
- [You go away](#gone)

## Scene: The door opens {#opened}

The mother asks you in.

## Scene: You are at home {#gone}

You think of the child.

---

## Checklist: Before the visit {#before}

- [ ] Read the file
- [ ] Ring the family

## Declare: The policy {#policy}

- [ ] I have read the policy

## Number: How many minutes are in an hour? {#minutes}

= 60 minutes
"""


@pytest.mark.browser
def test_what_was_done_in_each_block_is_in_the_word_document(browser: Browser, tmp_path: Path) -> None:
    """The way through the story, what is ticked and no more, the sentence with its day, and how the number stands."""
    folder = smallest_course(tmp_path / "course")
    (folder / "01-welcome.md").write_text(MODULE, encoding="utf-8")
    address = built(folder, "record: plain\n")
    assert address is not None
    with closing(browser.new_context(reduced_motion="reduce", accept_downloads=True)) as context:
        page = context.new_page()
        page.goto(f"{address.as_uri()}#welcome")
        page.locator("html[data-ready]").wait_for()
        page.get_by_role("link", name="You ring again").press("Enter")
        page.get_by_label("Read the file").check()
        page.get_by_label("I have read the policy").check()
        for kind in ("checklist", "declare"):
            button = page.locator(f"[data-current] [data-kind={kind}] [data-check]")
            if button.is_visible():
                button.press("Enter")
        number = page.locator("[data-current] [data-kind=number]")
        number.get_by_role("textbox").fill("60")
        number.locator("[data-check]").press("Enter")
        paper = word_document(page, address.as_uri(), tmp_path)
    rows = [[cell.text for cell in row.cells] for row in paper.tables[-1].rows]
    found = {row[0]: row[1] for row in rows[1:]}
    assert found["Nobody opens the door"] == "Nobody opens the door › The door opens"
    assert "Read the file" in found["Before the visit"] and "Ring the family" not in found["Before the visit"]
    assert "I have read the policy" in found["The policy"] and "20" in found["The policy"]
    assert found["How many minutes are in an hour?"] == "Correct"
