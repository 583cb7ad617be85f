"""Small screens, large text, high contrast, little motion: nothing is cut off, covered or too small to hit."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.assessment import AssessmentItem
from builder.model.course import Course, Module
from tests.learner.looking import ask
from tests.learner.mouse import answer_question
from tests.learner.script import answers_to, every_kind, kind_of, option_of, options_of, question_of

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]

SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""What a learner may ask for without losing anything (WCAG 1.4.12)."""


@pytest.fixture
def opened(browser: Browser, served: str) -> Iterator[Opened]:
    """Opens the first course in a window of its own."""
    contexts = []

    def open_it(width: int = 1280, height: int = 800, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, **({"reduced_motion": "reduce"} | options)
        )
        context.set_default_timeout(5000)
        contexts.append(context)
        page = context.new_page()
        page.goto(served)
        return page

    yield open_it
    for context in contexts:
        context.close()


def in_every_state(page: Page, course: Course) -> Iterator[str]:
    """Show the cover, then every module in every state; gives the name of what is shown."""
    yield "cover"
    for module in course.modules:
        turn_to(page, module)
        questions = [item for item in module.items if item.scored] if module in every_kind(course) else []
        yield from (f"{module.title}: {state}" for state in states_of(page, module, questions))


def states_of(page: Page, module: Module, questions: list[AssessmentItem]) -> Iterator[str]:
    """As opened, with all open that can be opened, with errors, after each kind of answer, with much written."""
    yield "as opened"
    summaries = page.locator("main summary:visible").all()
    for summary in summaries:
        summary.click()
    if summaries:
        yield "all open"
    for item in questions:
        question_of(page, item).get_by_role("button", name="Check answer").click()
    if questions:
        yield "without an answer"
    for state in ("incorrect", "partly-correct", "correct") if questions else ():
        for item in questions:
            if state in answers_to(item):
                answer_question(page, answers_to(item)[state])
        yield state
    reflections = [item for item in module.items if not item.scored]
    for item in reflections:
        page.get_by_role("textbox", name=item.title.text).fill("A line.\n" * 14 + "W" * 80)
    if reflections:
        yield "written"


def turn_to(page: Page, module: Module) -> None:
    """Go to a module by its address."""
    page.goto(f"{page.url.partition('#')[0]}#{module.id}")
    expect(page.get_by_role("heading", level=1)).to_have_text(module.title)


def faults_in_every_state(page: Page, course: Course, *probes: str) -> list[str]:
    """What the probes find, wherever they find it."""
    faults = []
    states = 0
    for state in in_every_state(page, course):
        states += 1
        faults += [f"{state}: {fault}" for probe in probes for fault in ask(page, probe)]
    assert states > 15
    return faults


def test_nothing_scrolls_sideways_on_a_small_phone(opened: Opened, course: Course) -> None:
    """320 px wide, or 1280 px enlarged four times: every word and control is inside the page (WCAG 1.4.10)."""
    assert faults_in_every_state(opened(320, 640), course, "clipped", "overlaps") == []


def test_nothing_is_cut_off_in_the_frame_of_an_lms(opened: Opened, course: Course) -> None:
    """Moodle gives a course 640 px on a laptop; nothing is cut off there, nor at the width where the contents move to the margin."""
    page = opened(640, 660)
    assert faults_in_every_state(page, course, "clipped", "overlaps") == []
    page.set_viewport_size({"width": 1000, "height": 800})
    for module in course.modules:
        turn_to(page, module)
        assert ask(page, "clipped") == [], module.title


@pytest.mark.parametrize("width", [1280, 320])
def test_spacing_may_be_widened(opened: Opened, course: Course, width: int) -> None:
    """With the learner's own wider spacing no word is cut off and none lies on another (WCAG 1.4.12)."""
    page = opened(width, bypass_csp=True)
    page.add_style_tag(content=SPACING)
    assert page.locator("main p").first.evaluate("p => getComputedStyle(p).letterSpacing") != "normal"
    assert faults_in_every_state(page, course, "clipped", "overlaps") == []


@pytest.mark.parametrize("width", [1280, 640])
def test_text_may_be_twice_as_large(opened: Opened, course: Course, width: int) -> None:
    """With letters of twice the size, set in the browser, everything is still there (WCAG 1.4.4)."""
    page = opened(width)
    before = float(page.locator("body").evaluate("body => parseFloat(getComputedStyle(body).fontSize)"))
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.reload()
    after = float(page.locator("body").evaluate("body => parseFloat(getComputedStyle(body).fontSize)"))
    assert after == pytest.approx(2 * before)
    assert faults_in_every_state(page, course, "clipped", "overlaps") == []


@pytest.mark.parametrize("width", [1280, 320])
def test_everything_is_large_enough_to_hit(opened: Opened, course: Course, width: int) -> None:
    """Buttons, boxes and rows of options measure 44 px, everything else at least 24 (WCAG 2.5.8, and 2.5.5 for the former)."""
    page = opened(width)
    assert faults_in_every_state(page, course, "small") == []


@pytest.mark.parametrize(("asked", "most"), [("reduce", 0), ("no-preference", 200)])
def test_nothing_moves_for_long(opened: Opened, course: Course, asked: str, most: int) -> None:
    """No animation lasts longer than a fifth of a second, and none is left when the learner asks for less motion (WCAG 2.3.3)."""
    page = opened(reduced_motion=asked)
    assert ask(page, "moving", most) == []
    assert page.evaluate("() => document.getAnimations().filter(one => one.playState === 'running').length") == 0


def test_each_page_has_one_heading_of_its_own(opened: Opened, course: Course) -> None:
    """Exactly one main heading is shown, it is the module's title, and no two windows have the same title."""
    page = opened()
    titles = {page.title()}
    for module in course.modules:
        turn_to(page, module)
        heading = page.locator("h1:visible")
        expect(heading).to_have_count(1)
        expect(heading).to_have_text(module.title)
        titles.add(page.title())
    assert len(titles) == len(course.modules) + 1


def test_headings_go_down_one_level_at_a_time(opened: Opened, course: Course) -> None:
    """Who moves by headings finds the outline whole."""
    page = opened()
    for module in course.modules:
        turn_to(page, module)
        expect(page.locator("h1:visible")).to_have_text(module.title)
        levels = [
            int(level)
            for level in page.locator("main :is(h1, h2, h3, h4, h5, h6):visible").evaluate_all(
                "all => all.map(one => one.localName[1])"
            )
        ]
        assert levels[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(levels)), module.title


def test_in_forced_colours_the_focus_and_the_choice_are_seen(opened: Opened, course: Course) -> None:
    """In a high contrast theme a chosen option differs from one that is not, and the focus from where it is not (WCAG 1.4.11)."""
    page = opened(forced_colors="active")
    assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    for kind in ("single", "multiple"):
        module, item = next(
            (module, item) for module in course.modules for item in module.items if kind_of(item) == kind
        )
        turn_to(page, module)
        box = option_of(question_of(page, item), options_of(item)[0])
        empty = box.screenshot()
        box.check()
        page.locator("h1:visible").focus()
        assert box.screenshot() != empty, f"{kind}: chosen looks like not chosen"
        page.keyboard.press("Tab")
        for control in ("main button:visible", "main a:visible", "main summary:visible", "main input:visible"):
            place = page.locator(control).first
            if place.count():
                page.locator("h1:visible").focus()
                unfocused = around(page, place)
                place.focus()
                assert ask(page, "focus")["faults"] == []
                assert around(page, place) != unfocused, f"{control}: the focus is not seen"


def around(page: Page, place: Any) -> bytes:
    """A picture of a control and of the ring around it."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    return page.screenshot(
        clip={
            "x": max(box["x"] - 8, 0),
            "y": max(box["y"] - 8, 0),
            "width": box["width"] + 16,
            "height": box["height"] + 16,
        }
    )


def test_in_forced_colours_a_switch_shows_its_state(opened: Opened, course: Course) -> None:
    """Captions on and captions off look different there too."""
    page = opened(forced_colors="active")
    module = next(module for module in course.modules if any(block in course.films for block in module.blocks))
    turn_to(page, module)
    button = page.get_by_role("button", name="Captions").locator("visible=true")
    on = button.screenshot()
    button.click()
    page.mouse.move(0, 0)
    page.locator("h1:visible").focus()
    assert button.screenshot() != on


def test_nothing_is_said_by_colour_alone(opened: Opened, course: Course) -> None:
    """The verdict is a word and a drawing; a module that is done says so in words (WCAG 1.4.1)."""
    page = opened()
    module = next(module for module in course.modules if module.items)
    turn_to(page, module)
    drawings = set()
    for state, words in [("incorrect", "Not quite."), ("correct", "Correct.")]:
        question = answer_question(page, answers_to(module.items[0])[state])
        verdict = question.get_by_role("status")
        expect(verdict).to_contain_text(words)
        drawings.add(verdict.locator("svg").first.inner_html())
    assert len(drawings) == 2
    expect(
        page.get_by_role("navigation", name="Contents").get_by_role("listitem").filter(has_text=module.title)
    ).to_contain_text("Done")
