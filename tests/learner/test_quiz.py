"""A module that is a test: some of its questions are drawn, all are handed in together, and a page shows the result."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from builder.pipeline import build
from tests.learner.driver.announcements import listen
from tests.learner.driver.keyboard import Keyboard
from tests.learner.driver.looking import violations, violations_in_every_look

pytestmark = pytest.mark.browser

QUIZ = Path(__file__).parent / "quiz"
DRAWN, BANK = 3, 5
RIGHT: dict[str, list[str]] = {
    "first": ["Mobilising"],
    "how-many": ["6"],
    "sentence": ["trust", "time"],
    "people": ["Relationships", "Room", "Knowledge"],
    "in-order": ["Mobilising", "Designing", "Developing", "Integrating"],
}
"""What is right in each question of the bank."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the course is on the disk."""
    outcome = build(QUIZ, tmp_path_factory.mktemp("quiz"), ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return next(path for path in outcome.written if path.name == "index.html").as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The test, opened for the first time; any error in its script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    # By chance she is given the gaps, the pairs and the order.
    context.add_init_script("Math.random = () => 0.25")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(f"{address}#stages")
    opened.goto(f"{address}#test")
    yield opened
    assert errors == []
    context.close()


def given_to_her(page: Page) -> list[Locator]:
    """The questions that are shown."""
    return page.locator("[data-held]:visible").all()


def answer(question: Locator, right: bool = True) -> None:
    """Answer a question of the test."""
    name = str(question.get_attribute("data-item"))
    for place, words in enumerate(RIGHT[name]):
        if name == "first":
            question.get_by_label(words if right else "Designing", exact=True).check()
        elif name == "in-order":
            question.get_by_label(f"Position of {words}", exact=True).select_option(str(place + 1) if right else "1")
        elif name == "people":
            question.locator("select").nth(place).select_option(label=words if right else "Room")
        else:
            question.locator("input").nth(place).fill(words if right else "9")


def review(page: Page) -> Locator:
    """The end of the test: its list, its button, its messages."""
    return page.get_by_role("region", name="Your answers")


def hand_in(page: Page) -> None:
    """Press the button."""
    review(page).get_by_role("button", name="Hand in").click()


def outcomes(page: Page) -> list[str]:
    """How each question stands, by the list that is shown."""
    return page.locator(":not([data-problem]) > ul [data-outcome]:visible").all_inner_texts()


def progress(page: Page) -> Locator:
    """How far she is, at the end of the last module."""
    return page.locator("[data-progress]:visible")


DONE = "Handed in: 2 of 3 answers correct. 1 attempt left. You can change your answers and hand in again. Your best score counts."
CHANGED = "Changed since you handed in. What you handed in counts until you hand in again. 1 attempt left."


def test_answers_wait_until_all_are_handed_in(page: Page) -> None:
    """No verdict before; the list shows answers and survives a reload; open questions are asked for; then one result.

    Later changes are mentioned too: the answers that were handed in count until she hands in again.
    """
    first, *others = given_to_her(page)
    expect(review(page)).to_contain_text(
        "You can hand in two times, and change your answers in between. Your best score counts."
    )
    answer(first)
    assert outcomes(page) == ["Answered", "Not answered yet", "Not answered yet"]
    expect(progress(page)).to_contain_text("Still to do: answer three questions, hand in one answer, reach 60%.")
    page.reload()
    assert outcomes(page) == ["Answered", "Not answered yet", "Not answered yet"]
    assert page.locator("[data-held] .feedback:not(:empty)").count() == 0
    hand_in(page)
    problem = review(page).get_by_role("group", name="There is a problem")
    expect(problem).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(problem).to_contain_text("Answer every question before you hand in: two are still open.")
    assert problem.get_by_role("listitem").all_inner_texts() == [
        "Who brings what?\nNot answered yet",
        "Put the stages in order\nNot answered yet",
    ]
    for question, words in zip(others, ("three are still open", "none has been moved yet"), strict=True):
        expect(question.locator("select").first).to_have_accessible_description(re.compile(words))
    for question, link in zip(others, problem.get_by_role("link").all(), strict=True):
        link.click()
        expect(question.locator("select").first).to_be_focused()
    answer(others[0])
    answer(others[1], right=False)
    expect(problem).to_be_hidden()
    assert outcomes(page) == ["Answered"] * DRAWN
    status, said = review(page).locator("[data-status]"), page.locator("[data-announce]")
    expect(said).to_be_empty(timeout=10_000)
    listen(said)
    hand_in(page)
    expect(review(page).get_by_role("heading", name="Your answers")).to_be_focused()
    expect(said).to_have_attribute("data-heard", re.compile(re.escape(DONE) + "$"))
    assert review(page).get_by_role("link").count() == DRAWN
    expect(review(page)).to_contain_text("Each question now says whether your answer is correct.")
    expect(review(page).get_by_text("You can change them until you hand them in.")).to_be_hidden()
    assert [question.get_attribute("data-state") for question in (first, others[0])] == ["correct", "correct"]
    for question in given_to_her(page):
        expect(question.locator("[data-feedback]")).to_contain_text(re.compile("Correct|Not correct|Partly correct"))
    page.reload()
    expect(status).to_have_text(DONE)
    counts = progress(page).inner_text()
    listen(said)
    for _ in range(2):
        Keyboard(page, page).press(others[1].get_by_role("button", name="Move up Designing"))
    expect(said).to_have_attribute("data-heard", re.compile(re.escape(CHANGED)))
    expect(others[1].locator("[data-feedback]")).to_be_empty()
    expect(review(page).get_by_text("Each question now says whether your answer is correct.")).to_be_hidden()
    assert outcomes(page) == ["Correct", "Correct", "Not correct, changed since"]
    expect(progress(page)).to_have_text(counts)
    others[0].locator("select").first.select_option("")
    hand_in(page)
    expect(problem.get_by_role("link")).to_have_text("Who brings what?")


@pytest.mark.slow
def test_the_last_attempt_stands(page: Page) -> None:
    """Everything is handed in as often as the author allows, and the button stays and says that there is no more."""
    for right in (False, True):
        for question in given_to_her(page):
            answer(question, right)
        hand_in(page)
    expect(review(page).locator("[data-status]")).to_have_text(
        "Handed in: 3 of 3 answers correct. No attempts left. This answer is the one that counts."
    )
    for question in given_to_her(page):
        expect(question.locator("fieldset:disabled")).to_have_count(1)
    hand_in(page)
    assert outcomes(page) == ["Correct"] * DRAWN
    expect(page.locator("[data-announce]")).to_contain_text("No attempts left.")
    assert [question.get_attribute("data-state") for question in given_to_her(page)] == ["correct"] * DRAWN


@pytest.mark.slow
def test_the_result_says_what_to_look_at_again(page: Page) -> None:
    """The score with its verdict, each question of hers with its outcome, links that lead to it; nothing of the others."""
    for place, question in enumerate(given_to_her(page)):
        answer(question, right=place < 2)
    hand_in(page)
    page.get_by_role("link", name="Your result", exact=True).locator("visible=true").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your result")
    result = page.locator("#result")
    assert result.get_by_role("listitem").count() == 1 + DRAWN
    expect(result).to_contain_text("Not passed yet.")
    expect(result).to_contain_text(
        re.compile(
            r"Still to do: (?:open one module, )?answer one question, reach 60%\. 5[0-9]% of all points; 60% needed\."
        )
    )
    told = (
        result.get_by_role("region", name="What have you learnt?").locator("[data-outcome]:visible").all_inner_texts()
    )
    assert sorted(told)[:2] == ["Correct", "Correct"]
    result.get_by_role("link", name="Which of these are stages?").click()
    question = page.locator("#which")
    expect(question).to_be_focused()
    question.get_by_label("Mobilising", exact=True).check()
    question.get_by_role("button", name="Check answer").click()
    page.goto(page.url.partition("#")[0] + "#result")
    expect(result).to_contain_text("You have passed.")
    expect(result).to_contain_text(re.compile(r"(6[2-9]|70)% of all points; 60% needed\."))
    assert violations(page) == []


@pytest.mark.slow
def test_each_learner_is_given_some_and_paper_and_a_page_without_script_have_all(
    browser: Browser, page: Page, address: str
) -> None:
    """Always the same ones; the cover counts those; a link to another leads to the module."""
    mine = [question.get_attribute("data-item") for question in given_to_her(page)]
    assert len(mine) == DRAWN
    page.reload()
    assert [question.get_attribute("data-item") for question in given_to_her(page)] == mine
    other = next(name for name in RIGHT if name not in mine)
    page.goto(f"{address}#{other}")
    expect(page.get_by_role("heading", level=1)).to_have_text("What have you learnt?")
    page.emulate_media(media="print")
    expect(page.locator("[data-held]:visible")).to_have_count(DRAWN)
    page.evaluate("() => { document.documentElement.dataset.print = 'course'; }")
    expect(page.locator("[data-held]:visible")).to_have_count(BANK)
    page.evaluate("() => { delete document.documentElement.dataset.print; }")
    expect(review(page)).to_be_hidden()
    page.emulate_media(media="screen")
    page.goto(f"{address}#cover")
    expect(page.locator("#cover")).to_contain_text("Four short questions")
    plain = browser.new_context(java_script_enabled=False)
    bare = plain.new_page()
    bare.goto(address)
    expect(bare.locator("[data-held]:visible")).to_have_count(BANK)
    expect(bare.locator("#result")).to_be_hidden()
    expect(bare.get_by_role("button", name="Hand in")).to_have_count(0)
    plain.close()


def test_options_keep_their_own_order_and_the_last_its_place(page: Page) -> None:
    """The order of a learner is the same after a reload; an option that is to be last stays last."""
    page.goto(page.url.partition("#")[0] + "#stages")
    options = page.locator("#which .choice")
    order = options.all_inner_texts()
    assert order[-1].strip() == "None of these"
    page.reload()
    assert options.all_inner_texts() == order


def test_a_test_is_done_by_keyboard(page: Page) -> None:
    """Tab and Enter reach the button, and the link of the problem."""
    keyboard = Keyboard(page, page)
    keyboard.press(review(page).get_by_role("button", name="Hand in"))
    keyboard.press(review(page).get_by_role("group", name="There is a problem").get_by_role("link").first)
    expect(given_to_her(page)[0].locator(":focus")).to_have_count(1)


@pytest.mark.slow
@pytest.mark.parametrize("state", ["open", "handed-in", "result"])
def test_no_state_has_a_violation(page: Page, state: str) -> None:
    """On a laptop and on a phone, in light and in dark."""
    if state == "open":
        hand_in(page)
    else:
        for place, question in enumerate(given_to_her(page)):
            answer(question, right=place < 2)
        hand_in(page)
    if state == "result":
        page.goto(page.url.partition("#")[0] + "#result")
    assert violations_in_every_look(page) == []
