"""Match, Sort, Fill, Number and Scale as a learner meets them, opened from the disk."""

import re
from collections.abc import Iterator
from itertools import zip_longest

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from builder.pipeline import build
from tests.learner.driver.announcements import listen
from tests.learner.driver.every_kind import GIVEN, KINDS, OVERALL, TITLE, Given, button, field, fill_in, question, shown
from tests.learner.driver.every_kind import first_of_each as one_of_each
from tests.learner.driver.keyboard import Keyboard
from tests.learner.driver.looking import ask, violations_in_every_look
from tests.learner.driver.mouse import go_to_cover

pytestmark = pytest.mark.browser
# What `tests/question_states` shows of each kind every day is shown here in `make check`: several kinds on one page.

STATES = ("correct", "partly-correct", "incorrect", "answered")
QUESTIONS = [[given for given in GIVEN if given.question == name] for name in OVERALL]
SITTINGS = [[given for given in sitting if given] for sitting in zip_longest(*QUESTIONS)]
"""All answers, dealt out so that in one sitting each question is answered once."""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the course is on the disk, at its only module."""
    outcome = build(KINDS, tmp_path_factory.mktemp("kinds"), ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return next(path for path in outcome.written if path.name == "index.html").as_uri() + "#questions"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The module, opened for the first time; any error in its script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("console", lambda message: errors.append(message.text) if is_ours(message) else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(address)
    expect(opened.get_by_role("heading", level=1)).to_have_text(TITLE)
    yield opened
    assert errors == []
    context.close()


def is_ours(message: ConsoleMessage) -> bool:
    """Whether the course has something to complain of; axe asks for the stylesheet, which a page on disk refuses."""
    return message.type == "error" and not re.search("XMLHttpRequest|ERR_FAILED", message.text)


def check(page: Page, given: Given) -> None:
    """Give an answer and press the button."""
    fill_in(page, given)
    button(page, given).click()
    expect(question(page, given)).to_have_attribute("data-state", given.state)


@pytest.mark.slow
@pytest.mark.parametrize("sitting", SITTINGS)
def test_an_answer_gets_its_verdict(page: Page, subtests: pytest.Subtests, sitting: list[Given]) -> None:
    """State, verdict and the author's words are there, the focus stays on the button, and it is all said once."""
    for given in sitting:
        with subtests.test(str(given)):
            region = question(page, given).locator("[data-feedback]")
            listen(region)
            check(page, given)
            expect(button(page, given)).to_be_focused()
            expect(region).to_contain_text(given.verdict)
            expect(region).to_contain_text(OVERALL[given.question])
            expect(region.locator("svg")).to_have_count(1)
            said = str(region.get_attribute("data-heard")).split(" | ")
            assert len(said) == 1 and said[0].startswith(given.verdict)
            assert shown(page, given) == given.fields


@pytest.mark.slow
def test_each_field_says_what_its_answer_is_worth(page: Page, subtests: pytest.Subtests) -> None:
    """Who moves through the fields hears of each whether it is right; a change takes the word away."""
    for given in [given for given in GIVEN if given.right]:
        with subtests.test(str(given)):
            check(page, given)
            for label, right in zip(given.fields, given.right, strict=True):
                expect(field(page, given, label)).to_have_accessible_description("Correct" if right else "Not correct")
            again = next(other for other in GIVEN if other.question == given.question and other != given)
            fill_in(page, again)
            for label in given.fields:
                expect(field(page, given, label)).to_have_accessible_description("")
            expect(question(page, given).locator("[data-feedback]")).to_be_empty()
            expect(question(page, given)).to_have_attribute("data-state", "answered")


def test_feedback_on_an_item_is_told_where_it_went_astray(page: Page) -> None:
    """Of what was sorted wrongly the author's words are shown; when all is right, all of them."""
    partly = next(given for given in GIVEN if str(given) == "helps-hinders-partly-correct")
    check(page, partly)
    region = question(page, partly).locator("[data-feedback]")
    expect(region).to_contain_text("Said more than once in the film.")
    expect(region).not_to_contain_text("Blame stops people from speaking.")
    right = next(given for given in GIVEN if str(given) == "helps-hinders-correct")
    check(page, right)
    expect(region).to_contain_text("Said more than once in the film.")
    expect(region).to_contain_text("Blame stops people from speaking.")


@pytest.mark.slow
def test_feedback_on_a_place_of_the_scale_is_for_who_chose_it(page: Page) -> None:
    """Only the lowest place has words of its own."""
    lowest, highest = [given for given in GIVEN if given.question == "sure"]
    check(page, lowest)
    region = question(page, lowest).locator("[data-feedback]")
    expect(region).to_contain_text("What would have to be in place first?")
    check(page, highest)
    expect(region).not_to_contain_text("What would have to be in place first?")


MISSING = {
    "people": "Choose an answer in every row: three are still open.",
    "helps-hinders": "Choose an answer in every row: four are still open.",
    "sentence": "Fill in every gap: three are still empty.",
    "minutes": "Write a number.",
    "sure": "Choose an answer.",
}
"""What the error says of each question, when nothing is chosen or written."""


@pytest.mark.slow
def test_a_check_without_an_answer_says_what_is_missing(page: Page, subtests: pytest.Subtests) -> None:
    """The error at the head gets the focus and leads to the first empty field; an answer takes it back."""
    for given in one_of_each():
        with subtests.test(given.question):
            words = MISSING[given.question]
            button(page, given).click()
            first = question(page, given).locator("select, input").first
            problem = question(page, given).get_by_role("group", name="There is a problem")
            expect(problem).to_be_focused()
            problem.get_by_role("link", name=words).click()
            expect(first).to_be_focused()
            expect(first).to_have_accessible_description(words)
            if first.get_attribute("type") != "radio":
                expect(first).to_have_attribute("aria-invalid", "true")
            expect(page).to_have_title(f"Error: {TITLE} - Every kind of question")
            expect(question(page, given)).to_have_attribute("data-state", "unanswered")
            fill_in(page, given)
            expect(question(page, given).get_by_text(words).locator("visible=true")).to_have_count(0)
            expect(question(page, given).locator("[aria-invalid]")).to_have_count(0)
            expect(page).to_have_title(f"{TITLE} - Every kind of question")


@pytest.mark.slow
def test_a_field_left_out_is_asked_for(page: Page, subtests: pytest.Subtests) -> None:
    """With all but the last field filled in, the error is about that one alone."""
    for given in [given for given in one_of_each() if len(given.fields) > 1]:
        with subtests.test(given.question):
            fill_in(page, given)
            *_, last = question(page, given).locator("select, input").all()
            if given.question == "sentence":
                last.fill("  ")
            else:
                last.select_option("")
            button(page, given).click()
            expect(question(page, given).locator("[data-error]")).to_contain_text("one is still")
            question(page, given).locator("[data-problem] a").click()
            expect(last).to_be_focused()
            expect(question(page, given).locator("[aria-invalid]")).to_have_count(1)


def test_what_is_no_number_is_not_judged(page: Page) -> None:
    """Words in place of figures get an error that says how to write it, and no verdict."""
    number = next(given for given in GIVEN if given.question == "minutes")
    field(page, number, "Your answer").fill("twenty")
    button(page, number).click()
    expect(question(page, number).locator("[data-error]")).to_have_text("Write a number in figures, such as 12 or 3.5.")
    expect(question(page, number)).to_have_attribute("data-state", "unanswered")


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_answers_are_found_again(page: Page, state: str) -> None:
    """After a reload every answer of this state is there with its verdict, and nothing of it is announced."""
    answers = {given.question: given for given in GIVEN if given.state == state}
    for given in answers.values():
        check(page, given)
    page.reload()
    for given in answers.values():
        expect(question(page, given)).to_have_attribute("data-state", state)
        region = question(page, given).locator("[data-feedback]")
        expect(region).to_contain_text(given.verdict)
        assert {label: text.strip() for label, text in shown(page, given).items()} == {
            label: text.strip() for label, text in given.fields.items()
        }
        for label, right in zip(given.fields, given.right, strict=False):
            expect(field(page, given, label)).to_have_accessible_description("Correct" if right else "Not correct")


@pytest.mark.slow
def test_what_was_not_checked_yet_is_found_again(page: Page) -> None:
    """An answer on which nobody pressed the button is kept on the device, without a verdict."""
    for given in one_of_each():
        fill_in(page, given)
    page.reload()
    for given in one_of_each():
        expect(question(page, given)).to_have_attribute("data-state", "unanswered")
        expect(question(page, given).locator("[data-feedback]")).to_be_empty()
        assert {label: text.strip() for label, text in shown(page, given).items()} == {
            label: text.strip() for label, text in given.fields.items()
        }


@pytest.mark.slow
def test_a_scale_is_not_counted_as_a_question(page: Page) -> None:
    """The course is complete when what has a right answer is answered; nobody must say how sure she is."""
    for given in one_of_each():
        if given.question != "sure":
            check(page, given)
    go_to_cover(page)
    expect(page.get_by_text("You have completed this course.").first).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize(
    "state",
    ["unanswered", "error", *STATES],
)
def test_nothing_is_in_anybodys_way(page: Page, state: str) -> None:
    """axe at 320 and 1280 px, light and dark; no words cut off, none on others, and every control easy to hit."""
    for given in one_of_each() if state == "error" else [given for given in GIVEN if given.state == state]:
        if state == "error":
            button(page, given).click()
        else:
            check(page, given)
    assert violations_in_every_look(page) == []
    for width in (320, 640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert ask(page, "clipped") == []
        assert ask(page, "overlaps") == []
        assert [fault for fault in ask(page, "small") if fault.startswith(("select", "button"))] == []
        for target in page.locator("form label:has(input), form input[type=text]").all():
            box = target.bounding_box()
            assert box and min(box["width"], box["height"]) >= 44, target


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
def test_everything_can_be_answered_by_keyboard(page: Page, width: int) -> None:
    """Tab, letters, arrows and Enter are enough for every kind."""
    page.set_viewport_size({"width": width, "height": 640})
    keyboard = Keyboard(page, page)
    for given in one_of_each():
        for label, value in given.fields.items():
            box = field(page, given, label)
            if box.get_attribute("type") == "radio":
                keyboard.choose([box])
                continue
            keyboard.reach(box)
            page.keyboard.type(value)
        keyboard.press(button(page, given))
        expect(question(page, given)).to_have_attribute("data-state", given.state)
        expect(button(page, given)).to_be_focused()
        assert shown(page, given) == given.fields


@pytest.mark.slow
def test_without_script_the_answers_can_be_read(browser: Browser, address: str) -> None:
    """Each question leads to what is right, and the fields can still be used to try."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for given in one_of_each():
        fill_in(page, given)
        expect(button(page, given)).to_be_hidden()
    question(page, GIVEN[0]).get_by_role("link", name="See the answer").click()
    answers = page.locator("#answers")
    for words in ("Relationships with families", "Enablers", "confidence", "anything from 18 to 22", "Not at all sure"):
        expect(answers).to_contain_text(words)
    expect(answers.locator("#answer-sentence p").first).to_have_text(
        "Innovation needs trust or confidence and the team’s managers’ support or support. It grows where people may try new things."
    )
    context.close()


def test_on_paper_there_is_room_to_write_and_something_to_choose_from(page: Page) -> None:
    """A select that nobody used prints as an empty box, with the partners listed above."""
    bank = page.locator("#people .pairs__bank")
    expect(bank).to_be_hidden()
    page.emulate_media(media="print")
    expect(bank).to_be_visible()
    expect(bank.get_by_role("listitem")).to_have_count(3)
    colour = "select => getComputedStyle(select).color"
    select = page.locator("#people select").first
    assert select.evaluate(colour) == "rgba(0, 0, 0, 0)"
    select.select_option(label="Room to try things")
    assert select.evaluate(colour) == "rgb(0, 0, 0)"
