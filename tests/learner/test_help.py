"""Hints, worked answers, numbered attempts, weights and the glossary as a learner meets them, opened from the disk."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from builder.pipeline import build
from tests.learner.driver.announcements import listen
from tests.learner.driver.looking import violations_in_every_look

pytestmark = pytest.mark.browser

SPENT = "No attempts left. This answer is the one that counts."


@pytest.fixture(scope="session")
def help_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the course is on the disk."""
    outcome = build(Path(__file__).parent / "help", tmp_path_factory.mktemp("help"), ["web"])
    assert not outcome.report.diagnostics, outcome.report.diagnostics
    return next(path for path in outcome.written if path.name == "index.html").as_uri()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that remembers nothing yet."""
    opened = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield opened
    opened.close()


def open_page(context: BrowserContext, address: str) -> Page:
    """The module."""
    page = context.new_page()
    page.goto(f"{address}#questions")
    expect(page.get_by_role("heading", level=1)).to_have_text("Questions with help")
    return page


def first(page: Page) -> Locator:
    """The question with two attempts."""
    return page.locator('[data-item="first"]')


def answer(page: Page, option: str) -> None:
    """Choose it and press the button."""
    first(page).get_by_label(option).check()
    first(page).get_by_role("button", name="Check answer").click()


@pytest.mark.slow
def test_two_attempts_are_two_and_the_last_answer_stands(context: BrowserContext, help_address: str) -> None:
    """Nothing else can be chosen then; the button says what stands, and what is correct is shown, here and the next time."""
    page = open_page(context, help_address)
    question, button = first(page), first(page).get_by_role("button", name="Check answer")
    feedback = question.locator("[data-feedback]")
    expect(button).to_have_accessible_description("2 attempts left.")
    answer(page, "Designing")
    expect(question).to_have_attribute("data-state", "incorrect")
    expect(button).to_have_accessible_description("1 attempt left.")
    expect(question.get_by_label("Designing")).to_have_accessible_description("Not correct")
    assert feedback.locator("details").count() == 0
    expect(feedback).not_to_contain_text("The correct answer:")
    answer(page, "Growing")
    for _ in range(2):
        expect(button).to_have_accessible_description(SPENT)
        expect(question).to_have_attribute("data-state", "incorrect")
        expect(question.get_by_label("Growing")).to_be_checked()
        expect(question.get_by_label("Mobilising")).to_be_disabled()
        expect(feedback).to_contain_text(re.compile(r"The correct answer:\s*Mobilising"))
        expect(feedback.locator(".feedback__answer")).not_to_contain_text("Designing")
        page.reload()
    listen(page.locator("[data-announce]"))
    button.press("Enter")
    expect(button).to_be_focused()
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", SPENT)


@pytest.mark.slow
def test_the_verdict_says_how_many_attempts_are_left(context: BrowserContext, help_address: str) -> None:
    """Once, behind the verdict; on the page once, below the button."""
    page = open_page(context, help_address)
    region = page.locator("[data-announce]")
    listen(region)
    answer(page, "Designing")
    expect(region).to_have_attribute("data-heard", re.compile(r"^Not correct\. .*1 attempt left\.$"))
    assert " | " not in str(region.get_attribute("data-heard"))
    assert first(page).inner_text().count("attempt left") == 1


@pytest.mark.slow
def test_the_worked_answer_is_there_when_nothing_is_given_away(context: BrowserContext, help_address: str) -> None:
    """After a right answer or the last attempt; after any answer where attempts are not numbered. Closed at first."""
    page = open_page(context, help_address)
    answer(page, "Mobilising")
    worked = first(page).locator("[data-feedback]").locator("details")
    expect(worked).not_to_have_attribute("open", "")
    worked.get_by_text("Worked answer").click()
    expect(worked.get_by_text("brings people together.")).to_be_visible()
    need = page.locator('[data-item="need"]')
    need.get_by_role("textbox").fill("haste")
    need.get_by_role("button", name="Check answer").click()
    expect(need.locator("[data-feedback]").locator("details")).to_have_count(1)
    assert violations_in_every_look(page) == []


def test_hints_open_by_keyboard_and_without_script(browser: Browser, help_address: str) -> None:
    """They are there for everybody, numbered when there are several, and closed at first."""
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(f"{help_address}#questions")
        hint = first(page).locator("details").first
        expect(hint.get_by_text("It brings people together.")).to_be_hidden()
        summary = hint.locator("summary")
        expect(summary).to_have_text("Hint 1 of 2")
        summary.focus()
        page.keyboard.press("Enter")
        expect(hint.get_by_text("It brings people together.")).to_be_visible()
        expect(page.locator('[data-item="helps"] summary')).to_have_text("Hint")
        context.close()


def test_a_description_opens_where_its_picture_stands(context: BrowserContext, help_address: str) -> None:
    """By keyboard; its caption is always there."""
    page = open_page(context, help_address)
    figure = page.get_by_role("figure")
    expect(figure).to_contain_text("Our first meeting")
    words = figure.get_by_text("Two of them are young people.")
    expect(words).to_be_hidden()
    figure.get_by_text("Description of the picture").focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()
    page.emulate_media(media="print")
    expect(words).to_be_visible()


def test_without_script_the_worked_answer_stands_with_the_answers(browser: Browser, help_address: str) -> None:
    """And on paper, where hints are open."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(help_address)
    answers = page.locator("[data-answers]")
    expect(answers.get_by_role("heading", name="Worked answer")).to_have_count(2)
    expect(answers.get_by_text("Trust, says the film.")).to_be_visible()
    page.emulate_media(media="print")
    expect(first(page).get_by_text("It brings people together.")).to_be_visible()
    expect(page.get_by_text("attempts left")).to_have_count(1)
    expect(page.get_by_text("attempts left")).to_be_hidden()
    context.close()


def test_a_weight_counts_in_what_the_cover_says(context: BrowserContext, help_address: str) -> None:
    """Two points of three, called points."""
    page = open_page(context, help_address)
    expect(first(page)).to_contain_text("This question counts 2 times.")
    answer(page, "Mobilising")
    page.goto(f"{help_address}#cover")
    expect(page.locator("[data-progress]").first).to_contain_text("66% of all points; 60% needed.")


def test_a_word_leads_to_its_definition_and_back(context: BrowserContext, help_address: str) -> None:
    """By links alone, so that a window without a back button has a way back."""
    page = open_page(context, help_address)
    page.get_by_role("link", name="mobilising").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary")
    expect(page).to_have_title("Glossary - Help with questions")
    expect(page.locator("#glossary-mobilising")).to_be_focused()
    expect(page.get_by_role("link", name="Glossary", exact=True)).to_have_attribute("aria-current", "page")
    assert violations_in_every_look(page) == []
    page.get_by_role("link", name="Questions with help (Mobilising)").click()
    expect(page.get_by_role("link", name="mobilising", exact=True)).to_be_focused()


@pytest.mark.slow
def test_without_script_the_glossary_can_be_read(browser: Browser, help_address: str) -> None:
    """Below the modules, above the answers."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(help_address)
    expect(page.get_by_text("Bringing people together who want the same change.")).to_be_visible()
    expect(page.get_by_text("Ask your manager, or The Ideas Team.")).to_be_visible()
    context.close()


@pytest.mark.slow
def test_a_question_that_has_changed_may_be_answered_once_more(
    context: BrowserContext, help_address: str, tmp_path: Path
) -> None:
    """Its attempts were for what was right before."""
    before = shutil.copytree(Path(__file__).parent / "help", tmp_path / "before")
    questions = before / "01-questions.md"
    text = questions.read_text(encoding="utf-8")
    questions.write_text(
        text.replace("[x] Mobilising", "[ ] Mobilising").replace("[ ] Growing", "[x] Growing"), encoding="utf-8"
    )
    earlier = next(path for path in build(before, tmp_path / "dist", ["web"]).written if path.name == "index.html")
    page = open_page(context, earlier.as_uri())
    answer(page, "Designing")
    answer(page, "Mobilising")
    expect(first(page).get_by_role("button", name="Check answer")).to_have_accessible_description(SPENT)
    # While this window is open, the next one may only be read.
    page.close()
    page = open_page(context, help_address)
    button = first(page).get_by_role("button", name="Check answer")
    expect(button).to_have_accessible_description("1 attempt left.")
    answer(page, "Mobilising")
    expect(first(page)).to_have_attribute("data-state", "correct")
    expect(button).to_have_accessible_description(SPENT)
