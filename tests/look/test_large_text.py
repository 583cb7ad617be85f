"""The largest text that learners can choose, on the narrowest page: what leads on and back stays within reach."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.authoring.new import Wishes, start_course
from builder.pipeline import Outcome, build
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


TICK = """() => {
  const on = document.querySelector("[data-current]");
  for (const field of on.querySelectorAll(":is([type=radio], [type=checkbox]):not(:checked):enabled")) field.click();
  for (const list of on.querySelectorAll("select:enabled")) {
    list.selectedIndex = Math.min(1, list.options.length - 1);
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const button of on.querySelectorAll("[data-check]")) button.click();
  for (const part of on.querySelectorAll("details")) part.open = true;
}"""
"""Answers all that is answered by a press, mostly wrongly, and opens all that opens."""
BROKEN = """() => {
  const broken = [], room = document.querySelector("main").clientWidth * 0.75, range = document.createRange();
  for (const part of document.querySelectorAll("[data-current], .contents, .tools__panel")) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const within = text.parentElement;
      if (!within.checkVisibility() || within.closest(".visually-hidden, .problem ~ *, option, template, svg, pre, code")) continue;
      for (const word of text.data.matchAll(/[^\\s\\u00a0/\u2013-]+/g)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const pieces = [...range.getClientRects()].filter(piece => piece.width > 1);
        const long = pieces.reduce((all, piece) => all + piece.width, 0) > room;
        if (!long && new Set(pieces.map(piece => Math.round(piece.top))).size > 1) broken.push(`${word[0]} in ${within.className}`);
      }
    }
  }
  return [...broken, ...(document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : [])];
}"""
"""Words in pieces though three quarters of a line would hold them; and whether the page is wider than its window."""


@pytest.fixture(scope="module", params=["en-GB", "uk", "films"])
def course(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Every block of the format, with an interface in English and in the long words of Ukrainian; and the films of the first course."""
    if request.param == "films":
        first: Outcome = request.getfixturevalue("first_course")
        return first
    folder = tmp_path_factory.mktemp("large") / "course"
    start_course(folder, Wishes("Every block", language=request.param, examples=True))
    outcome = build(folder, folder.parent / "out", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return outcome


@pytest.mark.slow
@pytest.mark.parametrize(("width", "percent"), [(320, "200"), (320, "150"), (390, "200"), (640, "200")])
def test_no_word_is_in_pieces_that_a_line_would_hold(page: Page, course: Outcome, width: int, percent: str) -> None:
    """Before an answer and after it, with everything open: signs, spaces and columns give way to the words."""
    index = next(path for path in course.written if path.name == "index.html").as_uri()
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(index)
    page.locator("[data-tools-open]").click()
    page.locator(f"[name=reading-text][value='{percent}']").check()
    assert page.evaluate(BROKEN) == []
    page.keyboard.press("Escape")
    places = ["cover", *(module.id for module in course.course.modules), "record"]
    assert len(places) > 3
    found = {}
    for place in (*places, "cover"):
        page.goto(f"{index}#{place}")
        expect(page.locator(f"[data-current]:is(#{place}, [data-page={place}])")).to_be_visible()
        before = page.evaluate(BROKEN)
        page.evaluate(TICK)
        found[place] = [*before, *page.evaluate(BROKEN)]
        # A closed list cuts what was chosen: all partners are read above it.
        if width < 640:
            for partners in page.locator("[data-current] .pairs__bank").all():
                expect(partners).to_be_visible()
    assert {place: words for place, words in found.items() if words} == {}
