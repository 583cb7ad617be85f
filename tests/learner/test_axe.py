"""axe-core has nothing to say: every page, every kind of question in every state, wide and narrow, light and dark."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.course import Course, Module
from tests.learner.driver.looking import violations, violations_in_every_look
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.script import answers_to, every_kind, is_reflection, kind_of, question_of

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """The first course, opened."""
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(served)
    yield opened
    context.close()


def answer_all(page: Page, module: Module, state: str) -> bool:
    """Bring each question of a module that can be in a state into it; gives whether there was one."""
    found = False
    for item in module.items:
        answers = {} if is_reflection(item) else answers_to(item)
        if answer := answers.get(state) or answers.get("answered"):
            answer_question(page, answer)
            found = True
    return found


@pytest.mark.parametrize("pages", ["the cover and a module", pytest.param("all", marks=pytest.mark.slow)])
def test_no_page_has_a_violation(page: Page, course: Course, pages: str) -> None:
    """The cover and every module, as they are when they are opened for the first time."""
    assert violations_in_every_look(page) == []
    for module in course.modules if pages == "all" else every_kind(course)[:1]:
        open_module(page, module)
        found = violations_in_every_look(page)
        assert found == [], module.title


@pytest.mark.slow
@pytest.mark.parametrize("state", ["correct", "partly-correct", "incorrect"])
def test_no_answered_question_has_a_violation(page: Page, course: Course, state: str) -> None:
    """Each kind of question after a right, a partly right and a wrong answer."""
    seen = 0
    for module in every_kind(course):
        open_module(page, module)
        if answer_all(page, module, state):
            seen += 1
            assert violations_in_every_look(page) == [], module.title
    assert seen


@pytest.mark.slow
def test_no_error_has_a_violation(page: Page, course: Course) -> None:
    """Each question after "Check answer" was pressed without an answer."""
    for module in every_kind(course):
        open_module(page, module)
        for question in page.locator("form:visible").all():
            if question.get_attribute("data-kind") == "order":
                continue  # some order is always given
            question.get_by_role("button", name=re.compile("^(Check|Save) answer$")).click()
            expect(question.locator("[data-error]")).to_be_visible()
        assert violations_in_every_look(page) == [], module.title


@pytest.mark.slow
def test_nothing_that_is_found_again_has_a_violation(page: Page, course: Course) -> None:
    """Questions that were answered, and reflections that were written, when the learner comes back to them."""
    written = next(module for module in course.modules if any(kind_of(item) == "reflect" for item in module.items))
    for module in [*every_kind(course), written]:
        open_module(page, module)
        answer_all(page, module, "incorrect")
        for item in module.items:
            if is_reflection(item):
                page.get_by_role("textbox", name=item.title.text).fill("Some words.")
    page.reload()
    for module in [*every_kind(course), written]:
        open_module(page, module)
        for item in module.items:
            expect(question_of(page, item)).not_to_have_attribute("data-state", "unanswered")
        assert violations_in_every_look(page) == [], module.title


@pytest.mark.slow
def test_forced_colours_have_no_violation(page: Page, course: Course) -> None:
    """In a high contrast theme too, with everything open that can be opened."""
    page.emulate_media(forced_colors="active")
    page.set_viewport_size({"width": 320, "height": 800})
    for module in course.modules:
        open_module(page, module)
        answer_all(page, module, "correct")
        for summary in page.locator("main summary:visible").all():
            if summary.evaluate("summary => !summary.parentElement.open"):
                summary.click()
        # The colours are the learner's own; and axe reads -webkit-text-fill-color, which Chromium does not force.
        assert violations(page, without=("color-contrast",)) == [], module.title
