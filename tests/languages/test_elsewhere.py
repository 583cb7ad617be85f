"""What leaves the page says its language too: the Word document, what the LMS receives, the page for administrators, search."""

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html
from playwright.sync_api import Browser, Page, expect

from builder.pipeline import Outcome, build
from tests.conftest import ROOT
from tests.languages.course import WORDS, Sample, write_course

SAMPLE = Sample("ar", "cy")
LMS = (ROOT / "tests" / "question_states" / "lms.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """An Arabic course with a Welsh module, where words may go to the LMS."""
    folder = tmp_path_factory.mktemp("elsewhere")
    write_course(folder, SAMPLE)
    with (folder / "course.yml").open("a", encoding="utf-8") as settings:
        settings.write("privacy: report\n")
    outcome = build(folder, folder / "dist", ["scorm2004", "web"])
    assert outcome.packages, outcome.report.diagnostics
    return outcome


@pytest.fixture
def page(browser: Browser, built: Outcome, tmp_path: Path) -> Iterator[Page]:
    """The course in an LMS that keeps all it receives, in `window.kept`."""
    package = next(package for package in built.packages if package.destination == "scorm2004")
    with zipfile.ZipFile(package.path) as archive:
        archive.extractall(tmp_path)
    context = browser.new_context(accept_downloads=True)
    opened = context.new_page()
    opened.add_init_script(LMS.replace("KEPT", json.dumps({"edition": "scorm2004", "cmi.mode": "normal"})))
    opened.goto((tmp_path / "index.html").as_uri())
    yield opened
    context.close()
    shutil.rmtree(tmp_path)


@pytest.mark.browser
@pytest.mark.parametrize(("module", "place", "tag"), [("one", "first", "ar"), ("two", "second", "cy")])
def test_the_lms_is_told_the_language_of_each_question(
    page: Page, built: Outcome, module: str, place: str, tag: str
) -> None:
    """Not that of the interface: reports are read by people, and by voices."""
    chosen = next(one for one in built.course.modules if any(item.id == f"one-{place}" for item in one.items))
    page.evaluate("place => { location.hash = place; }", chosen.id)
    question = page.locator(f"#one-{place}")
    question.locator("input").first.check()
    question.locator("[data-check]").click()
    box = page.locator(f"#reflect-{place}--text")
    # Only before a brace is the language said: some LMSs refuse it elsewhere.
    box.fill(f"{{{WORDS[tag]}}}")
    box.blur()
    page.locator("[data-save-leave]").click()
    kept = page.evaluate("() => window.kept")
    told = {
        value: kept[key] for key, value in kept.items() if key.endswith(".id") and key.startswith("cmi.interactions")
    }
    assert told
    by_id = {
        kept[key]: key.removesuffix(".id") for key in kept if key.startswith("cmi.interactions") and key.endswith(".id")
    }
    assert kept[f"{by_id[f'one_{place}']}.description"].startswith(f"{{lang={tag}}}{WORDS[tag]}")
    assert kept[f"{by_id[f'reflect_{place}']}.learner_response"] == f"{{lang={tag}}} {{{WORDS[tag]}}}"


@pytest.mark.browser
def test_the_word_document_says_which_words_are_in_which_language(page: Page) -> None:
    """Each run by its proofing language; what is Arabic runs from right to left, and so does its paragraph."""
    page.evaluate("() => { location.hash = 'reflect-first'; }")
    page.locator("#reflect-first--text").fill(f"{WORDS['ar']} 1")
    page.evaluate("() => { location.hash = 'reflect-second'; }")
    page.locator("#reflect-second--text").fill(f"{WORDS['cy']} 2")
    page.evaluate("() => { location.hash = 'record'; }")
    expect(page.locator("[data-record]")).to_have_attribute("data-record", "open")
    with page.expect_download() as waited:
        page.locator("header [data-word]").click()
    document = docx.Document(io.BytesIO(Path(waited.value.path()).read_bytes()))
    assert document.core_properties.language == "ar"
    cells = [
        paragraph
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    seen = set()
    for paragraph in [*document.paragraphs, *cells]:
        for run in paragraph.runs:
            signs = [tag for tag, sign in WORDS.items() if sign in run.text]
            properties = run._r.find(qn("w:rPr"))
            if not any(map(str.isalpha, run.text)):
                # A full stop on its own would stand at the other end of its sentence.
                around = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
                assert around == (properties is not None and properties.find(qn("w:rtl")) is not None), run.text
                continue
            lang = None if properties is None else properties.find(qn("w:lang"))
            named = (lang is not None and lang.get(qn("w:val"))) or "ar"
            # The interface is Arabic too; its one Latin word is the name of a program.
            assert [named] == (signs or ["ar"]), run.text
            turned = properties is not None and properties.find(qn("w:rtl")) is not None
            assert turned == (named == "ar"), run.text
            assert not turned or lang is None or lang.get(qn("w:bidi")) == "ar"
            seen.add(named)
        first = next((sign for sign in paragraph.text if sign.isalpha()), "")
        assert (paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) == ("\u0600" < first < "\u0700")
    assert {"ar", "cy"} <= seen
    (table, *_) = document.tables
    assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None, "its columns run from left to right"


@pytest.mark.parametrize("name", ["handover.html", "key.html"])
def test_the_pages_for_administrators_and_tutors_quote_the_course(built: Outcome, name: str) -> None:
    """Each word says its language, in the Arabic page and in the English one beside it."""
    english = {"handover.html": "Handover", "key.html": "Key to the reports"}[name]
    for ending, language in ((name, "ar"), (name.replace(".", ".en."), "en-GB")):
        path = next(path for path in built.written if path.name.endswith(f"-{ending}"))
        page = html.document_fromstring(path.read_text(encoding="utf-8"))
        assert page.get("lang") == language
        (title,) = page.xpath("//h1")
        own = (None, None) if language == "ar" else ("ar", "rtl")
        assert (title.get("lang"), title.get("dir"), title.text) == (*own, built.course.title)
        # The title of a window can be in one language alone: the English one has the course's id.
        window = page.findtext(".//title")
        assert (
            window.endswith(f": {built.course.title}") if language == "ar" else window == f"{english}: many-languages"
        )
        for element in page.xpath("//body//*[text()]"):
            nearest = element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]
            for words in element.xpath("text()"):
                signs = [tag for tag, sign in WORDS.items() if sign in words]
                # The key has the plain words of a question: a passage within them has no mark of its own.
                assert not signs or (nearest in signs and (len(signs) == 1 or name == "key.html")), words


def test_catalogues_read_the_sentences_of_the_interface_in_their_language(built: Outcome) -> None:
    """As long as there are words in it; else in English, which is said."""
    page = html.document_fromstring(
        next(path for path in built.written if path.name == "index.html").read_text("utf-8")
    )
    about = json.loads(page.xpath('//script[@type="application/ld+json"]')[0].text)
    assert about["inLanguage"] == ["ar", "cy"]
    assert about["accessibilitySummary"].startswith("يمكن")
