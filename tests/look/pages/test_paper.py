"""What is on one sheet of paper together: read out of the PDF that Chromium prints, wherever on a sheet it begins."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from builder.authoring.examples import read_examples
from builder.pipeline import build
from tests.look.pages.sheets import sheets_of

pytestmark = pytest.mark.browser

SETTINGS = "id: paper\ntitle: Sheets of paper\nlanguage: en-GB\npublisher: The Ideas Team\n"
VERSION = "The Ideas Team. Version 1.0.0."
PROSE = "A paragraph of some words that fills more than one line of a sheet.\n\n" * 4
QUIZ = "## Quiz: Which is right? {#which-is-right}\n\n- [x] This\n- [ ] That\n"
(SURVEY,) = (example.text for example in read_examples() if example.name == "survey")
ASKED = [f"Do you agree with number {number}?" for number in range(1, 25)]
LONG = "## Survey: What do you think? {#what-you-think}\n\n" + "\n\n".join(
    f"**{asked}**\n\n- Not at all\n- A little\n- Much" for asked in ASKED
)
ENDS = {"prose-end": PROSE, "question-end": QUIZ, "survey-end": SURVEY, "long-end": LONG}
"""Module -> what it ends with."""

FILL = """millimetres => {
  const head = document.querySelector("[data-current] .module__head");
  const fill = document.getElementById("fill") ?? document.createElement("div");
  fill.id = "fill";
  fill.style.blockSize = `${millimetres}mm`;
  head.after(fill);
}"""
"""Moves what is on a page down the sheet."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A course whose modules end in different ways."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "course.yml").write_text(SETTINGS, encoding="utf-8")
    for place, (name, text) in enumerate(ENDS.items(), 1):
        (folder / f"{place:02}-{name}.md").write_text(f"---\ntitle: {name}\n---\n\n{PROSE}{text}\n", encoding="utf-8")
    outcome = build(folder, tmp_path_factory.mktemp("dist"), ["web"])
    assert not outcome.report.errors, outcome.report.errors
    return next(path for path in outcome.written if path.name == "index.html").as_uri()


def opened(page: Page, address: str, module: str) -> Page:
    """A page of it, alive."""
    page.goto(f"{address}#{module}")
    page.locator("html[data-ready]").wait_for()
    page.locator(f"#{module}[data-current]").wait_for()
    return page


@pytest.mark.parametrize(
    "module", ["prose-end", *(pytest.param(name, marks=pytest.mark.slow) for name in ("question-end", "survey-end"))]
)
def test_the_version_is_never_alone_on_a_sheet(page: Page, address: str, module: str) -> None:
    """Whatever room the page leaves: something of the page stands above it."""
    opened(page, address, module)
    counts = set()
    for millimetres in range(90, 210, 4):
        page.evaluate(FILL, millimetres)
        sheets = sheets_of(page)
        counts.add(len(sheets))
        *before, last = (
            sheet.removeprefix(f"Sheets of paper {number}").strip() for number, sheet in enumerate(sheets, 1)
        )
        assert VERSION in last and last != VERSION, millimetres
        assert before == [] or VERSION not in before[-1]
    assert 2 in counts and counts <= {1, 2}


def test_a_survey_is_on_one_sheet(page: Page, address: str) -> None:
    """From its heading to the last answer, wherever it begins."""
    opened(page, address, "survey-end")
    for millimetres in range(20, 220, 10):
        page.evaluate(FILL, millimetres)
        (sheet,) = (sheet for sheet in sheets_of(page) if "How was this module?" in sheet)
        for words in ("How clear were the", "Very clear", "What did you use?", "The questions"):
            assert words in sheet, millimetres


def test_a_survey_that_is_longer_than_a_sheet_is_a_box_on_each(page: Page, address: str) -> None:
    """It is torn between two questions, and each of its parts has an edge all around."""
    opened(page, address, "long-end")
    sheets = sheets_of(page)
    assert len(sheets) > 1
    for asked in ASKED:
        (at,) = (sheet for sheet in sheets if asked in sheet)
        assert at.count("Not at all") >= at.count("Do you agree"), asked
    page.emulate_media(media="print")
    box = page.locator("[data-current] .survey__all").evaluate(
        "one => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).boxDecorationBreak]"
    )
    assert box == ["1px", "clone"]


def test_the_words_of_a_sheet_are_those_of_the_page(page: Page) -> None:
    """The reader of sheets reads what is there: other scripts, ligatures, and each sheet by itself."""
    page.set_content("<p>Trust, Довіра and ffi</p><p style='break-before: page'>The second</p>")
    first, second = sheets_of(page)
    assert first.replace("ﬃ", "ffi") == "Trust, Довіра and ffi" and second == "The second"


def test_a_film_is_printed_where_it_stands(page: Page, web_course: Path) -> None:
    """Its title and first words are on the sheet of the module's title; what is said in it goes on on the next."""
    opened(page, web_course.as_uri(), "ethical-innovation")
    sheets = [sheet.replace("\ufb01", "fi") for sheet in sheets_of(page)]
    assert "Ethical innovation" in sheets[0] and "A slide with words alone" in sheets[0]
    assert any("The original film is 7 minutes long and belongs here." in sheet for sheet in sheets)
