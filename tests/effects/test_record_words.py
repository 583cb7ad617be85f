"""The record of learning says what was done with it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pipeline import build
from builder.render.interface.catalogues import load_strings
from tests.conftest import ROOT
from tests.learner.driver.record import open_step, write_date

pytestmark = pytest.mark.browser

ENGLISH = load_strings(ROOT / "templates", "en-GB")


@pytest.fixture
def record(page: Page, course_folder: Path) -> Page:
    """The record of a course with a reflection."""
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\n## Reflect: What helps?\n\nThink.\n")
    launch = next(
        path for path in build(course_folder, course_folder / "out", ["web"]).written if path.suffix != ".zip"
    )
    page.goto(f"{launch.as_uri()}#record")
    for step in ("goals", "keep"):
        open_step(page, ENGLISH[f"record.{step}"])
    page.get_by_role("button", name=ENGLISH["record.goal-add"]).click()
    page.get_by_label(ENGLISH["record.goal-words"]).fill("Ask earlier")
    write_date(page.get_by_role("group", name=ENGLISH["record.goal-by"]), "2027-03-01")
    return page


@pytest.mark.slow
@pytest.mark.parametrize(
    ("button", "line", "said", "ending"),
    [("word", "keep", "word-made", "docx"), ("text", "keep", "text-made", "txt"), ("calendar", "calendar", "calendar-made", "ics")],
)  # fmt: skip
def test_each_file_is_given_and_mentioned(record: Page, button: str, line: str, said: str, ending: str) -> None:
    """To the browser: whether it keeps it the page cannot know."""
    with record.expect_download() as download:
        record.get_by_role("button", name=ENGLISH[f"record.{button}"]).last.click()
    assert download.value.suggested_filename.endswith(f".{ending}")
    expect(record.locator(f"[data-{line}-status]")).to_have_text(ENGLISH[f"record.{said}"])


def test_the_button_prints(record: Page) -> None:
    """By the browser's own window, from which a PDF can be saved."""
    record.evaluate("() => { window.print = () => { window.printed = true; }; }")
    record.get_by_role("button", name=ENGLISH["record.print"]).click()
    assert record.evaluate("() => window.printed")


@pytest.mark.slow
def test_a_goal_has_its_number_and_says_when_it_is_gone(record: Page) -> None:
    """And how far it is: three answers, in words."""
    goal = record.get_by_role("group", name=ENGLISH["record.goal"].format(number=1), exact=True)
    goal.get_by_text(ENGLISH["record.how-far"], exact=True).click()
    expect(goal.get_by_role("group", name=ENGLISH["record.how-far"]).get_by_role("radio")).to_have_count(3)
    for stage in ("not-started", "on-the-way", "reached"):
        goal.get_by_label(ENGLISH[f"record.{stage}"]).check()
    expect(goal.get_by_label(ENGLISH["record.review"])).to_be_visible()
    record.get_by_role("button", name=ENGLISH["record.goal-remove"].format(number=1)).click()
    expect(record.locator("[data-removed-words]")).to_have_text(ENGLISH["record.goal-removed"].format(number=1))


@pytest.mark.slow
def test_a_file_can_be_taken_at_both_ends(record: Page) -> None:
    """Each button has one line of its own below it, which alone says that the file was given; no id is there twice."""
    top, end = record.get_by_role("button", name=ENGLISH["record.word"]).all()
    for button, line, other in ((top, "word", "keep"), (end, "keep", "word")):
        record.evaluate(
            "() => { for (const line of document.querySelectorAll('#record [role=status]')) line.textContent = ''; }"
        )
        with record.expect_download():
            button.click()
        expect(record.locator(f"[data-{line}-status]")).to_have_text(ENGLISH["record.word-made"])
        expect(record.locator(f"[data-{other}-status]")).to_have_text("")
    ids = record.evaluate("() => [...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
