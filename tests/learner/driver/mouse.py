"""The quick way through a question, for tests of something else than the keyboard."""

import re

from playwright.sync_api import FrameLocator, Locator, Page, expect

from builder.model.course import Module
from tests.learner.driver.keyboard import steps_of
from tests.learner.driver.script import Answer, name_of_check, option_of, options_of, question_of


def open_module(course: Page | FrameLocator, module: Module) -> None:
    """Go to a module from wherever the learner is, by the list on the cover."""
    go_to_cover(course)
    # Behind the title stands how far she is in it.
    name = re.compile(f"^{re.escape(module.title)}( |$)")
    course.locator('[data-page="cover"]').get_by_role("listitem").get_by_role("link", name=name).click()
    expect(course.get_by_role("heading", level=1)).to_have_text(module.title)


def go_to_cover(course: Page | FrameLocator) -> None:
    """Go to the cover by the title above the page; where the page is narrow, and on the cover, by the list of contents."""
    title = course.get_by_role("banner").locator('[href="#cover"]')
    if title.is_visible():
        title.click()
        return
    contents = course.get_by_role("navigation", name="Contents")
    start = contents.locator('[href="#cover"]').first
    if not start.is_visible():
        contents.locator("summary").click()
    start.click()


def choose(course: Page | FrameLocator, answer: Answer) -> Locator:
    """Choose the options of an answer and no others, or put the steps in its order; gives the question."""
    question = question_of(course, answer.item)
    if question.get_attribute("data-kind") == "order":
        wanted = [choice.content.text for choice in answer.choices]
        # Mixed so by chance: who has moved nothing has not answered.
        if steps_of(question) == wanted and question.get_attribute("data-state") == "unanswered":
            question.get_by_role("button", name="Move down").first.click()
        for place, words in enumerate(wanted):
            step = question.get_by_role("listitem").filter(has_text=words)
            for _ in range(steps_of(question).index(words) - place):
                step.get_by_role("button", name="Move up").click()
        return question
    for label, value in answer.fields:
        field = question.get_by_label(label, exact=True)
        if field.evaluate("field => field.localName") == "select":
            field.select_option(label=value)
        else:
            field.fill(value)
    for option in () if answer.fields else options_of(answer.item):
        box = option_of(question, option)
        if option in answer.choices:
            box.check()
        elif box.get_attribute("type") == "checkbox":
            box.uncheck()
    return question


def answer_question(course: Page | FrameLocator, answer: Answer) -> Locator:
    """Choose, check, and wait for the verdict; gives the question."""
    question = choose(course, answer)
    question.get_by_role("button", name=name_of_check(answer.item)).click()
    expect(question).to_have_attribute("data-state", answer.state)
    return question
