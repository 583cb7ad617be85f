"""Small screens, large text, high contrast, little motion: nothing is cut off, covered or too small to hit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from builder.model.assessment import AssessmentItem
from builder.model.course import Course, Module
from tests.learner.driver.looking import ask
from tests.learner.driver.mouse import answer_question
from tests.learner.driver.script import (
    answers_to,
    best_answer,
    every_kind,
    is_reflection,
    kind_of,
    option_of,
    options_of,
    question_of,
)

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
        contexts.append(context)
        page = context.new_page()
        page.goto(served)
        return page

    yield open_it
    for context in contexts:
        context.close()


def in_every_state(page: Page, course: Course, modules: list[Module]) -> Iterator[str]:
    """Show the cover, then these modules in every state; gives the name of what is shown."""
    yield "cover"
    for module in modules:
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
    reflections = [item for item in module.items if is_reflection(item)]
    for item in reflections:
        page.get_by_role("textbox", name=item.title.text).fill("A line.\n" * 14 + "W" * 80)
    if reflections:
        yield "written"


def turn_to(page: Page, module: Module) -> None:
    """Go to a module by its address."""
    page.goto(f"{page.url.partition('#')[0]}#{module.id}")
    expect(page.get_by_role("heading", level=1)).to_have_text(module.title)


@dataclass(frozen=True)
class Layout:
    """A window, and what its learner has asked of the browser."""

    name: str
    width: int
    spacing: str = ""
    letters: int = 16
    """Size of ordinary text in pixels, as set in the browser."""
    probes: tuple[str, ...] = ("clipped", "overlaps")

    def set(self, page: Page, browser: CDPSession) -> None:
        """Make it so."""
        page.set_viewport_size({"width": self.width, "height": 700})
        page.locator("style#spacing").evaluate("(style, css) => { style.textContent = css; }", self.spacing)
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": self.letters, "fixed": self.letters * 13 // 16}})


LAPTOP = Layout("a laptop (WCAG 2.5.8)", 1280, probes=("clipped", "overlaps", "small"))
TIGHTEST = (
    Layout("a small phone, or 1280 px enlarged four times (WCAG 1.4.10)", 320, probes=("clipped", "overlaps", "small")),
    Layout("the frame of Moodle, text twice as large (WCAG 1.4.4)", 640, letters=32),
)
ROOMIER = (
    LAPTOP,
    Layout("a small phone, text spaced out (WCAG 1.4.12)", 320, SPACING),
    Layout("the frame of Moodle on a laptop", 640),
    Layout("where the contents move to the margin", 1000),
    Layout("a laptop, text spaced out (WCAG 1.4.12)", 1280, SPACING),
    Layout("a laptop, text twice as large (WCAG 1.4.4)", 1280, letters=32),
)


@pytest.mark.parametrize(
    ("layouts", "everywhere"),
    [
        pytest.param(TIGHTEST[:1], False, id="tightest"),
        pytest.param(TIGHTEST, True, id="tightest, everywhere", marks=pytest.mark.slow),
        pytest.param(ROOMIER, True, id="roomier", marks=pytest.mark.slow),
    ],
)
def test_nothing_is_cut_off_covered_or_too_small_to_hit(
    opened: Opened, course: Course, layouts: tuple[Layout, ...], everywhere: bool
) -> None:
    """Whatever the window and the text size, in every state: no page scrolls sideways, no word is cut off or lies on another.

    Buttons, boxes and rows of options measure 44 px, all else that can be pressed at least 24.
    """
    page = opened(bypass_csp=True)
    page.evaluate("() => document.head.append(Object.assign(document.createElement('style'), { id: 'spacing' }))")
    browser = page.context.new_cdp_session(page)
    faults = []
    sizes = set()
    states = 0
    # Every day, the module with most kinds of questions.
    for state in in_every_state(page, course, list(course.modules) if everywhere else every_kind(course)[:1]):
        states += 1
        for layout in layouts:
            layout.set(page, browser)
            sizes.add(
                page.evaluate(
                    "() => [getComputedStyle(document.body).fontSize, getComputedStyle(document.body).letterSpacing].join()"
                )
            )
            faults += [f"{state}; {layout.name}: {fault}" for probe in layout.probes for fault in ask(page, probe)]
        LAPTOP.set(page, browser)
    assert faults == []
    assert states > (15 if everywhere else 4)
    assert len(sizes) == len({(layout.letters, layout.spacing) for layout in layouts}), (
        "the browser did not take the spacing or the size"
    )


@pytest.mark.parametrize(("asked", "most"), [("reduce", 0), ("no-preference", 200)])
def test_nothing_moves_for_long(opened: Opened, course: Course, asked: str, most: int) -> None:
    """No animation lasts longer than a fifth of a second, and none is left when the learner asks for less motion (WCAG 2.3.3)."""
    page = opened(reduced_motion=asked)
    assert ask(page, "moving", most) == []
    assert page.evaluate("() => document.getAnimations().filter(one => one.playState === 'running').length") == 0


@pytest.mark.slow
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


@pytest.mark.slow
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
    for state, words in [("incorrect", "Not correct."), ("correct", "Correct.")]:
        question = answer_question(page, answers_to(module.items[0])[state])
        verdict = question.locator("[data-feedback]")
        expect(verdict).to_contain_text(words)
        drawings.add(verdict.locator("svg").first.inner_html())
    assert len(drawings) == 2
    for item in module.items[1:]:
        answer_question(page, best_answer(item))
    expect(
        page.get_by_role("navigation", name="Contents").get_by_role("listitem").filter(has_text=module.title)
    ).to_contain_text("Done")
