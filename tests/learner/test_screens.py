"""Pictures of the course for people to look at, in `tests/artefacts/screens`; and what must be true of each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Stages, Watch
from builder.model.course import Course, Module
from tests.learner.driver.looking import ask
from tests.learner.driver.mouse import answer_question
from tests.learner.driver.script import answers_to, kind_of, question_of

pytestmark = pytest.mark.browser

SCREENS = Path(__file__).parents[1] / "artefacts" / "screens"

WIDTHS = (320, 640, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

Scene = Callable[[Page, Course], Locator | None]
"""Brings a page into a state; gives the part of it that the picture is of, or nothing for all of it."""


def turn_to(page: Page, module: Module) -> None:
    """Go to a module by its address."""
    page.goto(f"{page.url.partition('#')[0]}#{module.id}")
    expect(page.get_by_role("heading", level=1)).to_have_text(module.title)


def with_block(page: Page, course: Course, kind: type) -> None:
    """Go to the first module that has such a block."""
    turn_to(page, next(module for module in course.modules if any(isinstance(block, kind) for block in module.blocks)))


def with_question(page: Page, course: Course, kind: str) -> AssessmentItem:
    """Go to the first question of a kind."""
    module, item = next((module, item) for module in course.modules for item in module.items if kind_of(item) == kind)
    turn_to(page, module)
    return item


def cover(page: Page, course: Course) -> None:
    expect(page.locator("[data-start]")).to_be_in_viewport()


def cover_again(page: Page, course: Course) -> None:
    turn_to(page, course.modules[2])
    page.goto(f"{page.url.partition('#')[0]}#cover")
    expect(page.locator("[data-start]")).to_contain_text("Continue with module 3")


def film(page: Page, course: Course) -> Locator:
    with_block(page, course, Watch)
    video = page.locator("video:visible")
    video.evaluate(
        "film => new Promise(done => film.readyState ? done() : film.addEventListener('loadedmetadata', done))"
    )
    expect(page.get_by_role("button", name="Captions").locator("visible=true")).to_be_visible()
    return page.get_by_role("figure").filter(has=video)


def film_open(page: Page, course: Course) -> Locator:
    figure = film(page, course)
    for summary in page.locator("main summary:visible").all():
        summary.click()
    expect(page.locator("[data-film-seek]").locator("visible=true").first).to_be_visible()
    return figure


def stages(page: Page, course: Course) -> Locator:
    with_block(page, course, Stages)
    block = next(block for module in course.modules for block in module.blocks if isinstance(block, Stages))
    expect(page.locator(f"#{block.stages[0].id}")).to_contain_text(block.stages[0].name.text)
    return page.locator(f"#{block.id}")


def question(kind: str, state: str) -> Scene:
    """A question before and after an answer."""

    def shown(page: Page, course: Course) -> Locator:
        item = with_question(page, course, kind)
        if state in answers_to(item):
            answer_question(page, answers_to(item)[state])
        elif state == "error":
            question_of(page, item).get_by_role("button", name="Check answer").click()
            expect(page).to_have_title(f"Error: {page.locator('h1:visible').inner_text()} - {course.title}")
        return question_of(page, item)

    return shown


def reflection(page: Page, course: Course) -> None:
    item = with_question(page, course, "reflect")
    page.get_by_role("textbox", name=item.title.text).fill(
        "We asked the young people twice.\nThe second time we listened."
    )
    page.get_by_role("textbox", name=item.title.text).blur()
    expect(question_of(page, item).locator("[data-saved]")).to_contain_text("Saved on this device")


def contents(page: Page, course: Course) -> None:
    for module in course.modules[:3]:
        turn_to(page, module)
    summary = page.get_by_role("navigation", name="Contents").locator("summary")
    if summary.is_visible():
        summary.click()
    expect(page.get_by_role("navigation", name="Contents").get_by_role("link").first).to_be_visible()


def references(page: Page, course: Course) -> None:
    turn_to(page, course.modules[-1])


SCENES: dict[str, Scene] = {
    "cover": cover,
    "cover-again": cover_again,
    "film": film,
    "film-open": film_open,
    "stages": stages,
    "single-before": question("single", ""),
    "single-wrong": question("single", "incorrect"),
    "multiple-partly": question("multiple", "partly-correct"),
    "multiple-error": question("multiple", "error"),
    "true-false-right": question("true-false", "correct"),
    "order-before": question("order", ""),
    "order-partly": question("order", "partly-correct"),
    "reflection": reflection,
    "contents": contents,
    "references": references,
}


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """The first course, opened on a phone."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(served)
    yield opened
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENES)
def test_it_looks_like_a_page(page: Page, course: Course, name: str) -> None:
    """It has words on paper at every width, dark ones in light and light ones in dark, and nothing sticks out."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    part = SCENES[name](page, course)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert ask(page, "clipped") == []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            take(page, part, f"{name}-{width}-{scheme}", scheme)
    page.emulate_media(color_scheme="light", forced_colors="active")
    take(page, part, f"{name}-{WIDTHS[-1]}-forced", "light")


def take(page: Page, part: Locator | None, name: str, scheme: str) -> None:
    """Take the picture of a page or a part of it, and look at it as far as a program can."""
    path = SCREENS / f"{name}.png"
    if part is None:
        page.screenshot(path=path, full_page=True, animations="disabled")
    else:
        part.screenshot(path=path, animations="disabled")
    picture = Image.open(path).convert("L")
    paper = commonest(picture)
    assert paper > 230 if scheme == "light" else paper < 50
    assert 0.005 < inked(picture, paper) < 0.6
    whole = part or page.locator("body")
    heading = whole.locator("h1:visible, h2:visible").first
    box, frame = heading.bounding_box(), whole.bounding_box()
    assert box
    assert frame
    left, top = box["x"] - frame["x"], box["y"] - frame["y"]
    title = picture.crop((int(left), int(top), int(left + box["width"]), int(top + box["height"])))
    # The cover's stands on a colour of its own.
    assert 0.02 < inked(title, commonest(title)) < 0.5, "the heading cannot be read"


def commonest(picture: Image.Image) -> int:
    """The tone of the paper in a picture."""
    tones = picture.histogram()
    return tones.index(max(tones))


def inked(picture: Image.Image, paper: int) -> float:
    """How much of a picture is not paper: words, lines, films."""
    tones = picture.histogram()
    return sum(count for tone, count in enumerate(tones) if abs(tone - paper) > 90) / (picture.width * picture.height)
