"""Attempts that run out: nothing is final by mistake, and what counts is shown."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from builder.pipeline import build
from tests.learner.driver.announcements import listen

pytestmark = pytest.mark.browser

SETTINGS = "id: once\ntitle: Once\nlanguage: en-GB\nattempts: 1\n"
QUESTIONS = """---
title: Questions
---
## Quiz: Which one? {#which}
- [x] This one
- [ ] That one

## Order: In which order? {#order}
1. First
2. Second
3. Third

## Quiz: As often as you like? {#often attempts=20}
- [x] Yes
- [ ] No
"""
TEST = (
    "---\ntitle: The test\nfeedback: at-the-end\n---\n## Quiz: Which stage? {#stage}\n- [x] Mobilising\n- [ ] Growing\n"
)
KEPT_BACK = "show-answers: no\n"
SURE = "You can do this only once, and cannot change your answer after it. Are you sure?"


def built(folder: Path, settings: str = SETTINGS) -> str:
    """The course; its address."""
    source = folder / "course"
    source.mkdir()
    (source / "course.yml").write_text(settings, encoding="utf-8")
    (source / "01-questions.md").write_text(QUESTIONS, encoding="utf-8")
    (source / "02-test.md").write_text(TEST, encoding="utf-8")
    outcome = build(source, folder / "out", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return next(path for path in outcome.written if path.name == "index.html").as_uri()


@pytest.fixture
def device(browser: Browser) -> Iterator[BrowserContext]:
    """A device of one learner."""
    context = browser.new_context(viewport={"width": 640, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


def question(page: Page, name: str) -> Locator:
    """A question by its id."""
    return page.locator(f'[data-item="{name}"]')


def check(page: Page, name: str) -> Locator:
    """Press its button, which is given back."""
    button = question(page, name).get_by_role("button", name="Check answer")
    button.press("Enter")
    return button


def test_one_attempt_is_asked_about_and_a_change_takes_the_question_back(
    device: BrowserContext, tmp_path: Path
) -> None:
    """Neither one press nor a second on the same button is final; the answer to the question is, and the focus stays."""
    page = device.new_page()
    page.goto(f"{built(tmp_path)}#questions")
    which = question(page, "which")
    which.get_by_label("That one").check()
    listen(page.locator("[data-announce]"))
    for _ in range(2):
        button = check(page, "which")
        expect(which.get_by_text(SURE)).to_have_count(1)
        expect(which).to_have_attribute("data-state", "unanswered")
        expect(button).to_be_focused()
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", re.compile(f"^{re.escape(SURE)}"))
    which.get_by_label("This one").check()
    expect(which.get_by_text(SURE)).to_have_count(0)
    check(page, "which")
    which.get_by_role("button", name="Yes, I am sure").press("Enter")
    expect(which).to_have_attribute("data-state", "correct")
    expect(button).to_be_focused()
    expect(which.get_by_label("This one")).to_be_disabled()


def test_an_order_that_nobody_touched_is_not_judged(device: BrowserContext, tmp_path: Path) -> None:
    """It is asked for; after a step has moved, and moved back, it is an answer."""
    page = device.new_page()
    page.goto(f"{built(tmp_path)}#questions")
    order = question(page, "order")
    check(page, "order")
    expect(order.get_by_role("group", name="There is a problem")).to_be_focused()
    expect(order).to_have_attribute("data-state", "unanswered")
    place = order.locator("select").first
    for value in ("2", "1"):
        place.select_option(value)
    check(page, "order")
    expect(order.get_by_text(SURE)).to_be_visible()


@pytest.mark.slow
def test_a_test_that_can_be_handed_in_once_is_asked_about(device: BrowserContext, tmp_path: Path) -> None:
    """Until she says that she is sure, nothing is judged; then the focus is on the list that leads to each question."""
    page = device.new_page()
    page.goto(f"{built(tmp_path)}#test")
    page.get_by_label("Growing").check()
    button = page.get_by_role("button", name="Hand in")
    button.press("Enter")
    expect(question(page, "stage")).to_have_attribute("data-state", "answered")
    page.get_by_role("button", name="Yes, I am sure").press("Enter")
    expect(question(page, "stage")).to_have_attribute("data-state", "incorrect")
    expect(page.get_by_role("heading", name="Your answers")).to_be_focused()
    expect(question(page, "stage").get_by_text("The correct answer:")).to_be_visible()


def test_the_author_may_keep_back_what_is_correct(device: BrowserContext, tmp_path: Path) -> None:
    """With `show-answers: no` neither the last attempt nor paper shows it; a page without script has it, and leads to it."""
    page = device.new_page()
    address = built(tmp_path, SETTINGS + KEPT_BACK)
    page.goto(f"{address}#questions")
    which = question(page, "which")
    which.get_by_label("That one").check()
    check(page, "which")
    which.get_by_role("button", name="Yes, I am sure").press("Enter")
    expect(which.locator("[data-feedback]")).to_contain_text("Not correct.")
    expect(which.get_by_text("The correct answer:")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator("[data-answers]")).to_be_hidden()
    page.evaluate("() => { document.documentElement.dataset.print = 'course'; }")
    expect(page.locator("[data-answers]")).to_be_hidden()
    assert device.browser
    plain = device.browser.new_context(java_script_enabled=False)
    bare = plain.new_page()
    bare.goto(address)
    question(bare, "which").get_by_role("link", name="See the answer").click()
    expect(bare.locator("#answer-which")).to_be_in_viewport()
    expect(bare.locator("#answer-which")).to_contain_text("This one")
    plain.close()


def test_a_verdict_never_stands_alone(device: BrowserContext, tmp_path: Path) -> None:
    """Without an author's word there is what to do next; and a button that cannot be pressed does not look like one that can."""
    page = device.new_page()
    page.goto(f"{built(tmp_path, SETTINGS.replace('attempts: 1', 'record: none'))}#questions")
    which = question(page, "which")
    which.get_by_label("That one").check()
    button = check(page, "which")
    expect(which.locator("[data-feedback]")).to_have_text("Not correct. You can change your answer and check it again.")
    expect(which.get_by_label("That one")).to_have_accessible_description("Not correct")
    often = question(page, "often")
    often.get_by_label("No").check()
    check(page, "often")
    expect(often.get_by_text("19 attempts left.")).to_have_count(1)
    pressed = button.evaluate("button => getComputedStyle(button).backgroundColor")
    page.evaluate("document.documentElement.dataset.still = 'looking'")
    button.evaluate("button => (button.disabled = true)")
    assert button.evaluate("button => getComputedStyle(button).backgroundColor") != pressed
    expect(which.get_by_text("You can read this here, but not change it.")).to_be_visible()


NEVER = (
    "You have not reached the pass mark, and you have no attempts left."
    " Ask whoever runs this course for you if you can have another try."
)


def test_a_mark_that_is_out_of_reach_is_no_longer_to_do(device: BrowserContext, tmp_path: Path) -> None:
    """Cover and module say who can help, and no longer ask for it; the page of the result says so once."""
    page = device.new_page()
    page.goto(built(tmp_path, f"{SETTINGS}completion: pass-mark\npass-mark: 90\n"))
    cover = page.locator("#cover [data-progress]")
    expect(cover).to_have_text(re.compile(r"Still to do: .*, reach 90%"))
    page.evaluate("() => { location.hash = '#which' }")
    question(page, "which").get_by_label("That one").check()
    check(page, "which")
    question(page, "which").get_by_role("button", name="Yes, I am sure").press("Enter")
    for value in ("2", "1"):
        question(page, "order").locator("select").first.select_option(value)
    check(page, "order")
    question(page, "order").get_by_role("button", name="Yes, I am sure").press("Enter")
    expect(cover).to_have_text(re.compile("reach 90%"))
    question(page, "often").get_by_label("Yes").check()
    check(page, "often")
    page.evaluate("() => { location.hash = '#stage' }")
    question(page, "stage").get_by_label("Growing").check()
    page.get_by_role("button", name="Hand in").press("Enter")
    page.get_by_role("button", name="Yes, I am sure").press("Enter")
    expect(cover).to_have_text(re.compile(rf"^2 of 2 modules done\. .*{re.escape(NEVER)}$"))
    expect(cover).not_to_have_text(re.compile("Still to do"))
    page.evaluate("() => { location.hash = '#result' }")
    expect(page.locator("[data-result]")).to_have_text(NEVER)
    assert page.locator("#result").inner_text().count("no attempts left") == 1
