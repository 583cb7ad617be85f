"""The panel of reading tools in a browser: by keyboard, at once, and never in the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from builder.model.contract import READING
from tests.learner.driver.looking import violations

pytestmark = pytest.mark.browser

LOOK = """() => {
  const style = (element, name) => getComputedStyle(element)[name];
  const { body, documentElement: html } = document;
  const words = document.querySelector("[data-current] p");
  return {
    text: style(html, "fontSize"), paper: style(body, "backgroundColor"), face: style(body, "fontFamily"),
    letters: style(words, "letterSpacing"), lines: style(words, "lineHeight"),
    movement: style(document.querySelector(".button"), "transitionDuration"),
  };
}"""


PLACE = "heading => { const { x, y } = heading.getBoundingClientRect(); return [x, y + scrollY]; }"
"""Where a heading stands in the page, wherever the page is scrolled to."""


@pytest.fixture
def opened(page: Page, served: str) -> Page:
    """A module of the first course, with the panel open by keyboard alone."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{served}#local-conditions")
    page.locator("[data-tools-open]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Reading tools")).to_be_focused()
    return page


@pytest.mark.slow
def test_each_choice_takes_effect_at_once_and_is_taken_back(opened: Page) -> None:
    """By the arrows of native radio buttons; the page keeps its place, and one button makes all as it was."""
    page = opened
    before = page.evaluate(LOOK)
    for name, letter in (("Size of text", "125%"), ("Font", "Plain"), ("Movement", "None")):
        group = page.get_by_role("group", name=name)
        group.get_by_role("radio").first.focus()
        page.keyboard.press("ArrowDown")
        expect(group.get_by_role("radio", name=letter)).to_be_checked()
    page.get_by_role("group", name="Space between lines, words and letters").get_by_label("Wider").press("Space")
    page.get_by_role("group", name="Colours").get_by_label("High contrast").press("Space")
    after = page.evaluate(LOOK)
    assert [name for name in before if before[name] == after[name]] == []
    assert (after["text"], after["paper"], after["movement"]) == ("20px", "rgb(0, 0, 0)", "0s")
    size = page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('[data-current] p')).fontSize)")
    assert float(after["letters"].removesuffix("px")) >= 0.12 * size - 0.01
    assert float(after["lines"].removesuffix("px")) >= 1.5 * size
    assert violations(page) == []
    page.reload()
    assert page.evaluate(LOOK) == after
    page.locator("[data-tools-open]").press("Enter")
    expect(page.get_by_role("radio", name="High contrast")).to_be_checked()
    page.get_by_role("dialog").get_by_role("button", name="All as it was").press("Enter")
    assert page.evaluate(LOOK) == before
    expect(page.locator("[data-announce]")).to_have_text("The page looks as it did at first.")


@pytest.mark.slow
def test_every_list_has_its_words_in_every_theme(opened: Page) -> None:
    """Each theme and each face is named, stands for itself, and passes axe."""
    page = opened
    # A colour on its way to another is neither.
    page.emulate_media(reduced_motion="reduce")
    assert page.locator("[data-reading]").get_by_role("group").count() == len(READING)
    papers = []
    for label in ("As on my device", "Light", "Dark", "Warm", "High contrast"):
        page.get_by_role("group", name="Colours").get_by_label(label).check()
        papers.append(page.evaluate(LOOK)["paper"])
        assert violations(page, ["color-contrast"]) == [], label
    assert (papers[0], len(set(papers))) == (papers[1], 4)
    faces = []
    for label in ("As it was", "Plain", "Wide letters"):
        page.get_by_role("group", name="Font").get_by_label(label, exact=True).check()
        faces.append(page.evaluate(LOOK)["face"])
    assert len(set(faces)) == 3
    page.emulate_media(media="print", color_scheme="dark")
    assert (
        page.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()") == "#fff"
    )


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), [(1280, 800), pytest.param(640, 500, marks=pytest.mark.slow), (320, 640)])
def test_the_panel_moves_nothing_and_covers_no_focus(page: Page, served: str, width: int, height: int) -> None:
    """It closes behind the focus, by Escape and by its own button."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{served}#local-conditions")
    heading = page.get_by_role("heading", level=1)
    place = heading.evaluate(PLACE)
    button = page.get_by_role("button", name="Reading tools")
    button.press("Enter")
    panel = page.get_by_role("dialog")
    assert heading.evaluate(PLACE) == place
    box = panel.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= height
    if width == 1280:
        assert box["x"] + box["width"] <= place[0], "the text stays in sight"
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    button.press("Enter")
    panel.get_by_role("button", name="Close").press("Enter")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    button.press("Enter")
    panel.get_by_role("button", name="All as it was").focus()
    page.keyboard.press("Tab")
    expect(panel).to_be_hidden()
    expect(page.locator("main :focus")).to_have_count(1)


def test_large_text_leaves_the_margin_as_zoom_does(page: Page, served: str) -> None:
    """At 200 % the list of modules is behind its line again, and nothing runs out of the page."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{served}#local-conditions")
    expect(page.locator("[data-line]")).to_be_hidden()
    page.get_by_role("button", name="Reading tools").press("Enter")
    page.get_by_role("radio", name="200%").check()
    expect(page.locator("[data-line]")).to_have_text(re.compile("Module 4 of 6"))
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
