"""The certificate for a learner's own file: what it says, that it says no more, and where her name is not."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.pipeline import build
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.conftest import smallest_course
from tests.learner.driver.record import open_step
from tests.look.pages.sheets import words_of_sheets

NAME = "Mair Ní Dhónaill"
UNCHECKED = "This page was made by the learner’s own copy of the course. Nobody has checked who worked through it."


def built(folder: Path, settings: str) -> Path | None:
    """The page of a course with these settings; None when it has findings."""
    with (folder / "course.yml").open("a") as file:
        file.write(settings)
    outcome = build(folder, folder / "out", ["web"])
    return next((path for path in outcome.written if path.name == "index.html"), None)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A course that asks for no words, with a certificate."""
    page = built(smallest_course(tmp_path_factory.mktemp("certificate")), "certificate: yes\n")
    assert page is not None
    return page.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A learner who has opened the one module, at her record. The printer is a list of what was on the paper."""
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    opened.add_init_script(
        """window.printed = [];
        window.print = () => {
          dispatchEvent(new Event("beforeprint"));
          printed.push(document.querySelector("[data-paper]").innerText);
          dispatchEvent(new Event("afterprint"));
        };"""
    )
    opened.goto(address)
    # A link that is pressed sooner is the browser's alone to follow.
    opened.locator("html[data-ready]").wait_for()
    opened.get_by_role("link", name="Start").first.click()
    opened.locator("[data-module][data-current]").wait_for()
    opened.goto(f"{address}#record")
    opened.locator('[data-record="open"]').wait_for()
    yield opened
    context.close()


ON_PAPER = """() => {
  const paper = document.querySelector("[data-paper]"), [title, next] = paper.children;
  const size = (one) => parseFloat(getComputedStyle(one).fontSize);
  return {
    frame: getComputedStyle(paper).borderTopStyle,
    name: next.localName === "h2" && size(next) > 1.5 * size(title),
    line: getComputedStyle(next, "::before").borderBottomStyle === "solid",
    foot: paper.lastElementChild.offsetTop - paper.offsetTop > 0.85 * paper.offsetHeight,
  };
}"""
"""How the certificate looks on paper."""


def certificate(page: Page) -> str:
    """What is on the paper after pressing the button."""
    open_step(page, "certificate")
    page.get_by_role("button", name="Print the certificate").click()
    return str(page.evaluate("printed.at(-1)"))


@pytest.mark.browser
def test_it_says_what_was_done_and_that_nobody_checked_who_did(page: Page) -> None:
    """Title of the course, her name, how far she came, the module with its day; and that it proves nothing."""
    open_step(page, "certificate")
    page.get_by_role("textbox", name="Your name").fill(NAME)
    paper = certificate(page)
    assert paper.startswith("Certificate for my own file")
    for words in (NAME, "A sample course", "Welcome", UNCHECKED):
        assert words in paper, paper


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("language", ["cy", "ar"])
def test_it_says_the_same_in_another_language(browser: Browser, tmp_path: Path, language: str) -> None:
    """Its title, that nobody checked, and the day are in the language of the course; in Arabic it runs from right to left."""
    folder = smallest_course(tmp_path / "course")
    settings = (folder / "course.yml").read_text(encoding="utf-8").replace("language: en-GB", f"language: {language}")
    (folder / "course.yml").write_text(settings, encoding="utf-8")
    address = built(folder, "certificate: yes\n")
    assert address is not None
    words = load_strings(templates_folder(), language)
    with closing(browser.new_context(reduced_motion="reduce")) as context:
        page = context.new_page()
        page.add_init_script(
            "window.print = () => { dispatchEvent(new Event('beforeprint')); window.paper = document.querySelector('[data-paper]').innerText; };"
        )
        page.goto(address.as_uri())
        page.locator("[data-start]").click()
        page.goto(f"{address.as_uri()}#record")
        page.locator('[data-record="open"]').wait_for()
        heading = page.get_by_role("heading", name=words["record.certificate"])
        page.locator('[data-record="open"] summary').filter(has=heading).click()
        page.get_by_role("textbox", name=words["record.name"]).fill(NAME)
        page.get_by_role("button", name=words["record.print-certificate"]).click()
        paper = str(page.evaluate("window.paper"))
        assert paper.startswith(words["record.certificate"])
        for said in (NAME, words["record.unchecked"]):
            assert said in paper, paper
        for english in ("Certificate", "Nobody", "modules"):
            assert english not in paper
        assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "")


@pytest.mark.browser
def test_without_a_name_it_has_none(page: Page) -> None:
    """She may write it by hand."""
    assert NAME not in certificate(page)


@pytest.mark.browser
@pytest.mark.parametrize("name", [NAME, ""])
def test_it_looks_like_a_certificate(page: Page, name: str) -> None:
    """On one sheet: a frame, her name large or a line to write it on, and at the foot what it does not prove. A record has no frame."""
    open_step(page, "certificate")
    page.get_by_role("textbox", name="Your name").fill(name)
    # The window for printing stays open: what follows on closing it is not yet.
    page.evaluate("() => { window.print = () => dispatchEvent(new Event('beforeprint')); }")
    button = page.get_by_role("button", name="Print the certificate")
    for sheet in ("A4", "Letter"):
        button.click()
        (words,) = words_of_sheets(page.pdf(format=sheet))
        assert "Nobody has checked" in words and (name in words)
    button.click()
    page.emulate_media(media="print")
    assert page.evaluate(ON_PAPER) == {"frame": "double", "name": bool(name), "line": not name, "foot": True}
    page.emulate_media(media="screen")
    page.reload()
    page.locator('[data-record="open"]').wait_for()
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate(ON_PAPER)["frame"] == "none"


@pytest.mark.browser
def test_her_name_is_kept_nowhere(page: Page) -> None:
    """Neither on the device nor in the file of her work, nor in the record that is printed next."""
    open_step(page, "certificate")
    page.get_by_role("textbox", name="Your name").fill(NAME)
    certificate(page)
    open_step(page, "keep")
    page.get_by_role("button", name="Print or save as PDF").click()
    record = page.evaluate("printed.at(-1)")
    assert record.startswith("My record of learning")
    assert NAME not in record and UNCHECKED not in record
    assert NAME not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    page.reload()
    page.locator('[data-record="open"]').wait_for()
    open_step(page, "certificate")
    expect(page.get_by_role("textbox", name="Your name")).to_have_value("")


@pytest.mark.slow
@pytest.mark.browser
def test_where_nothing_prints_it_is_there_as_text(page: Page) -> None:
    """A frame may forbid printing: she can copy the certificate, and then the record as before."""
    page.evaluate("window.print = () => {}")
    open_step(page, "certificate")
    page.get_by_role("textbox", name="Your name").fill(NAME)
    page.get_by_role("button", name="Print the certificate").click()
    copy = page.get_by_role("textbox", name="My record as text")
    assert NAME in copy.input_value() and UNCHECKED in copy.input_value()
    page.goto(page.url.replace("#record", "#cover"))
    expect(copy).to_be_hidden()  # browsers hand on two changes of the address as one
    page.goto(page.url.replace("#cover", "#record"))
    expect(copy).to_have_value(re.compile("^My record of learning"))
    assert NAME not in copy.input_value()


def test_a_course_has_one_only_where_the_author_asks(course_folder: Path) -> None:
    """And then it has a record, in which it is."""
    page = built(course_folder, "record: plain\n")
    assert page is not None and "data-certificate" not in page.read_text()


def test_a_certificate_without_a_record_is_reported(course_folder: Path) -> None:
    """The author says both, and one of them has no effect."""
    with (course_folder / "course.yml").open("a") as file:
        file.write("record: none\ncertificate: yes\n")
    outcome = build(course_folder, course_folder / "out", ["web"])
    assert [one.rule for one in outcome.report.diagnostics if one.rule.startswith("REC")] == ["REC-007"]
