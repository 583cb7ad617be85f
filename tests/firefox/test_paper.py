"""What is on one sheet of paper together, as Firefox prints it: it knows no widows, and breaks pages in its own way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.pipeline import Outcome
from tests.firefox.bidi import Firefox, Tab
from tests.look.pages.test_paper import FILL, address

pytestmark = [pytest.mark.browser, pytest.mark.slow]

__all__ = ["address"]
FILM, PARAGRAPH = "Ethical innovation", "The original film is 7 minutes long and belongs here."


@pytest.fixture
def firefox(firefox_path: str, tmp_path: Path) -> Iterator[Firefox]:
    """A Firefox of its own."""
    with Firefox(firefox_path, tmp_path / "profile", tmp_path) as firefox:
        yield firefox


def opened(firefox: Firefox, address: str) -> Tab:
    """A page, alive."""
    tab = firefox.open(address)
    tab.wait("() => document.documentElement.hasAttribute('data-ready')")
    return tab


def test_a_film_is_printed_where_it_stands(firefox: Firefox, first_course: Outcome, tmp_path: Path) -> None:
    """Its title, picture and first words are on the sheet of the module's title: what is said in it goes on on the next."""
    page = next(path for path in first_course.written if path.name == "index.html")
    sheets = opened(firefox, f"{page.as_uri()}#ethical-innovation").sheets(tmp_path)
    assert FILM in sheets[0] and "Transcript" in sheets[0] and "A slide with words alone" in sheets[0]
    for words in (
        PARAGRAPH,
        "prioritise partnership and are participation based, including with children and young people",
    ):
        assert any(words in sheet for sheet in sheets), "a short paragraph is on one sheet"
    for hidden in ("Find in the transcript", "Chapters", "Check answer"):
        assert not any(hidden in sheet for sheet in sheets)
    assert len(sheets) == 3


def test_a_survey_is_on_one_sheet(firefox: Firefox, address: str, tmp_path: Path) -> None:
    """From its heading to the last answer, wherever it begins."""
    tab = opened(firefox, f"{address}#survey-end")
    for millimetres in range(20, 220, 40):
        tab.call(FILL, str(millimetres))
        (sheet,) = (sheet for sheet in tab.sheets(tmp_path) if "How was this module?" in sheet)
        for words in ("How clear were the", "Very clear", "What did you use?", "The questions"):
            assert words in sheet, millimetres
