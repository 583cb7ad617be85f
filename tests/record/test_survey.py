"""What a learner chose in surveys stands in her Word document, whether tutors see it or not."""

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.conftest import smallest_course
from tests.record.test_certificate import built
from tests.record.word_file import word_document

SURVEYS = {
    "en-GB": (
        ("How was the day?", "How clear was it?", ("Not clear", "Very clear"), "What did you use?", ("The films", "The texts")),
        ("How is your team?", "Who decides?", ("One of us", "All of us"), "Who is asked?", ("Parents", "Children")),
    ),
    "ar": (
        ("كيف كان اليوم؟", "هل كان واضحًا؟", ("غير واضح", "واضح جدًا"), "ماذا استخدمت؟", ("الأفلام", "النصوص")),
        ("كيف فريقك؟", "من يقرر؟", ("واحد منا", "كلنا"), "من يُسأل؟", ("الآباء", "الأطفال")),
    ),
}  # fmt: skip
"""Title, a question with one answer, and one with several, of a survey that is kept and of one that is reported."""


def survey(number: int, title: str, one: str, answers: tuple[str, str], several: str, boxes: tuple[str, str]) -> str:
    """A survey; the second one is reported."""
    braces = f"{{#survey-{number}{' privacy=report' if number else ''}}}"
    listed, ticked = ("\n".join(f"- {sign}{words}" for words in of) for sign, of in (("", answers), ("[ ] ", boxes)))
    return f"## Survey: {title} {braces}\n\n**{one}** {{#one-{number}}}\n\n{listed}\n\n**{several}** {{#several-{number}}}\n\n{ticked}\n"


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en-GB", pytest.param("ar", marks=pytest.mark.slow)])
def test_what_was_chosen_in_surveys_is_in_the_word_document(browser: Browser, tmp_path: Path, language: str) -> None:
    """Each question with its answer below it, in the order of the page; nothing of what was not chosen."""
    folder = smallest_course(tmp_path / "course")
    settings = (folder / "course.yml").read_text(encoding="utf-8").replace("language: en-GB", f"language: {language}")
    (folder / "course.yml").write_text(settings, encoding="utf-8")
    texts = [survey(number, *said) for number, said in enumerate(SURVEYS[language])]
    (folder / "01-welcome.md").write_text("---\ntitle: Satchel\n---\n\n" + "\n---\n\n".join(texts), encoding="utf-8")
    address = built(folder, "record: plain\n")
    assert address is not None
    words = load_strings(templates_folder(), language.removesuffix("-GB"))
    with closing(browser.new_context(reduced_motion="reduce", accept_downloads=True)) as context:
        page = context.new_page()
        page.goto(f"{address.as_uri()}#welcome")
        page.locator("html[data-ready]").wait_for()
        for number, (_, _, answers, _, boxes) in enumerate(SURVEYS[language]):
            page.get_by_label(answers[1], exact=True).check()
            for box in boxes:
                page.get_by_label(box, exact=True).check()
            page.locator("[data-current] [data-kind=survey] [data-check]").nth(number).click()
        paper = word_document(page, address.as_uri(), tmp_path)
    assert words["record.questions"] in [paragraph.text for paragraph in paper.paragraphs]
    rows = [[cell.text for cell in row.cells] for row in paper.tables[-1].rows]
    found = {row[0]: row[1] for row in rows[1:]}
    for _, one, answers, several, boxes in SURVEYS[language]:
        assert found[one] == answers[1]
        assert all(box in found[several] for box in boxes)
    assert len(found) == 4
