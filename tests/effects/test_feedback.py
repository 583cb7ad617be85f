"""What the author says to an answer reaches whoever gave it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pipeline import build

pytestmark = pytest.mark.browser

ONE = """## Quiz: Who can raise a concern? {#who}

- [x] Anybody
  > It takes no profession.
- [ ] Social workers only
  > Anybody can, and should.

> The law says so.
"""
SEVERAL = """## Quiz: What helps? {#helps}

- [x] Trust
- [x] Time
  > Not an hour at once.
- [ ] Haste
  > It closes ears.
"""


def opened(page: Page, folder: Path, text: str) -> Page:
    """The module with this text, built and opened."""
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{text}")
    launch = next(path for path in build(folder, folder / "out", ["web"]).written if path.suffix != ".zip")
    page.goto(f"{launch.as_uri()}#welcome")
    return page


def test_feedback_on_an_option_is_for_who_chose_it(page: Page, course_folder: Path) -> None:
    """And the feedback on any answer for everybody."""
    status = opened(page, course_folder, ONE).locator("#who [data-feedback]")
    said = {"Anybody": "It takes no profession.", "Social workers only": "Anybody can, and should."}
    for chosen, words in said.items():
        page.get_by_label(chosen, exact=True).check()
        page.get_by_role("button", name="Check answer").click()
        expect(status).to_contain_text(words)
        expect(status).to_contain_text("The law says so.")
        for other in {*said.values()} - {words}:
            expect(status).not_to_contain_text(other)


def test_tick_boxes_have_the_feedback_of_each_that_is_ticked(page: Page, course_folder: Path) -> None:
    """With how many of those that belong were found."""
    status = opened(page, course_folder, SEVERAL).locator("#helps [data-feedback]")
    page.get_by_label("Time", exact=True).check()
    page.get_by_role("button", name="Check answer").click()
    expect(status).to_contain_text("Partly correct: you chose one of the two correct answers.")
    expect(status).to_contain_text("Not an hour at once.")
    expect(status).not_to_contain_text("It closes ears.")
    page.get_by_label("Haste", exact=True).check()
    page.get_by_label("Trust", exact=True).check()
    page.get_by_role("button", name="Check answer").click()
    expect(status).to_contain_text("Partly correct: you chose all the correct answers, and one that is not correct.")
    expect(status).to_contain_text("It closes ears.")
