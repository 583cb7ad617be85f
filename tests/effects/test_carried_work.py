"""A file of work that is no good, one that is looked at and left, and one that is saved: what the page says of each."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pipeline import build
from builder.render.interface.catalogues import load_strings
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

ENGLISH = load_strings(ROOT / "templates", "en-GB")
QUESTIONS = "## Quiz: Which?\n\n- [x] This\n- [ ] That\n\n## Reflect: What helps?\n\nThink.\n"


@pytest.fixture
def work(page: Page, course_folder: Path) -> Page:
    """A course with a question answered and a reflection written, with the part for carrying work open."""
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{QUESTIONS}")
    (course_folder / "02-more.md").write_text("---\ntitle: More\n---\n\nMore.\n")
    launch = next(
        path for path in build(course_folder, course_folder / "out", ["web"]).written if path.suffix != ".zip"
    )
    page.goto(f"{launch.as_uri()}#welcome")
    page.get_by_label("This", exact=True).check()
    page.get_by_role("button", name="Check answer").click()
    page.get_by_role("textbox", name="What helps?").fill("Time.")
    page.get_by_text(ENGLISH["carry.title"]).click()
    return page


def copied(page: Page) -> str:
    """The work as text."""
    page.get_by_text(ENGLISH["carry.copy-title"]).click()
    box = page.get_by_label(ENGLISH["carry.copy"])
    expect(box).not_to_have_value("")
    return box.input_value()


def look_at(page: Page, text: str) -> None:
    """Paste a text of work, and look at it."""
    box = page.get_by_label(ENGLISH["carry.paste"])
    if not box.is_visible():
        page.get_by_text(ENGLISH["carry.paste-title"]).click()
    box.fill(text)
    page.get_by_role("button", name=ENGLISH["carry.read"]).click()


def test_each_file_that_is_no_good_has_its_sentence(work: Page) -> None:
    """Of something else, of another course, damaged, or of a newer version: nothing is loaded."""
    text = copied(work)
    told = work.locator("[data-carry-told]")
    for words, key in (
        ("Dear diary", "not-work"),
        (text.replace('"sample"', '"another"'), "other-course"),
        (text.replace("Time.", "Haste."), "damaged"),
        (text.replace('"version": 1', '"version": 2'), "newer"),
    ):
        look_at(work, words)
        expect(told).to_have_text(ENGLISH[f"carry.{key}"].format(title="A sample course"))
        expect(work.locator("[data-carry-found]")).to_be_hidden()
    expect(work.get_by_role("textbox", name="What helps?")).to_have_value("Time.")


@pytest.mark.slow
def test_what_is_in_a_file_is_counted_beside_what_is_here(work: Page) -> None:
    """And may be left: then nothing was changed."""
    text = copied(work)
    work.get_by_role("textbox", name="What helps?").fill("")
    look_at(work, text)
    rows = work.locator("[data-carry-rows] tr")
    cells = [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows.all()]
    assert [row[0] for row in cells] == [
        ENGLISH[f"carry.{name}"] for name in ("when", "modules", "questions", "reflections")
    ]
    assert cells[0][2] == ENGLISH["carry.now"]
    assert cells[1][1:] == ["1 of 2", "1 of 2"] and cells[2][1:] == ["1 of 1", "1 of 1"]
    assert cells[3][1:] == ["1 of 1", "0 of 1"]
    work.get_by_role("button", name=ENGLISH["carry.leave"]).click()
    expect(work.locator("[data-carry-told]")).to_have_text(ENGLISH["carry.left"])
    expect(work.get_by_role("textbox", name="What helps?")).to_have_value("")


@pytest.mark.slow
def test_a_file_without_a_day_says_so(work: Page) -> None:
    """Whoever changed it by hand; the work itself is whole."""
    look_at(work, re.sub(r'"saved": "[^"]*"', '"saved": "some day"', copied(work)))
    expect(work.locator("[data-carry-rows] tr").first).to_contain_text(ENGLISH["carry.unknown"])


def test_who_saves_a_file_reads_its_name(work: Page) -> None:
    """That of the download; it holds everything that she wrote."""
    with work.expect_download() as download:
        work.locator("[data-carry-save]").click()
    name = download.value.suggested_filename
    expect(work.locator("[data-carry-saved]")).to_have_text(ENGLISH["carry.saved"].format(name=name))
    assert "Time." in json.dumps(json.loads(Path(download.value.path()).read_text(encoding="utf-8")))
