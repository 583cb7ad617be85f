"""The largest text that learners can choose, on the narrowest page: what leads on and back stays within reach."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pipeline import Outcome
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.script import answers_to

pytestmark = pytest.mark.browser

OUTSIDE = """() => [...document.querySelectorAll("[data-current] *, .contents, .contents *")].filter(one => {
  const { width, left, right } = one.getBoundingClientRect();
  const seen = width && one.checkVisibility() && getComputedStyle(one).position !== "absolute";
  const frame = one.parentElement.closest(":is(svg, .stages, .wide, [tabindex='0'])");
  return seen && !frame && (left < 0 || right > innerWidth);
}).map(one => one.outerHTML.slice(0, 120))"""
"""What begins or ends beyond the window, but for what scrolls in a frame of its own."""


@pytest.mark.parametrize("percent", ["150", "200"])
def test_nothing_that_leads_on_or_back_is_pushed_off_the_page(
    page: Page, web_course: Path, first_course: Outcome, percent: str
) -> None:
    """The size was chosen here: its button must be there to choose another (WCAG 2.2, 1.4.4). No more than half is covered."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(web_course.as_uri())
    page.get_by_role("button", name="Reading tools").click()
    page.get_by_role("radio", name=f"{percent}%").check()
    page.keyboard.press("Escape")
    assert page.evaluate(OUTSIDE) == []
    question = next(item for item in first_course.course.items if item.scored)
    module = next(one for one in first_course.course.modules if question in one.items)
    open_module(page, module)
    for verdict in ("correct", "incorrect"):
        answer_question(page, answers_to(question)[verdict])
        expect(page.locator(f"[data-current] [data-state={verdict}]")).to_be_visible()
        assert page.evaluate(OUTSIDE) == []
        again = page.locator("[data-current]").get_by_role("button", name="Try again")
        if again.is_visible():
            again.click()
    page.evaluate("() => scrollTo(0, 2000)")
    bar = page.locator(".contents").bounding_box()
    assert bar is not None and bar["y"] + bar["height"] <= 320
    page.goto(f"{web_course.as_uri()}#record")
    expect(page.locator("#record[data-current]")).to_be_visible()
    assert page.evaluate(OUTSIDE) == []
    button = page.get_by_role("button", name="Reading tools")
    button.scroll_into_view_if_needed()
    button.click()
    expect(page.get_by_role("radio", name=f"{percent}%")).to_be_checked()


@pytest.mark.parametrize("width", [320, 640])
def test_no_word_of_the_cover_is_broken(page: Page, web_course: Path, first_course: Outcome, width: int) -> None:
    """Beside a figure or a state a title had one letter in a line."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(web_course.as_uri())
    page.get_by_role("button", name="Reading tools").click()
    page.get_by_role("radio", name="200%").check()
    page.keyboard.press("Escape")
    open_module(page, first_course.course.modules[0])
    page.goto(f"{web_course.as_uri()}#cover")
    expect(page.locator("#cover[data-current][data-begun]")).to_be_visible()
    narrow = page.locator("#cover :is(h1, .modules__name)").evaluate_all(
        "all => all.map(one => [one.textContent, one.getBoundingClientRect().width, parseFloat(getComputedStyle(one).fontSize)])"
    )
    assert len(narrow) > 5
    # The longest words of the titles have ten letters.
    assert [words for words, room, size in narrow if room < 4 * size and len(words) > 12] == []
