"""What a browser does to a page: puts it aside and brings it back, forbids it to keep anything, frames it tightly."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from builder.model.assessment import AssessmentItem
from builder.model.course import Course, Module
from tests.browser import arguments
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.script import answers_to, is_reflection, question_of

pytestmark = pytest.mark.browser

ANEW = "() => { window.onceMore = true; }"
SAME = "() => window.onceMore === true"
AWAY = "about:blank"


@pytest.fixture
def module(course: Course) -> Module:
    """A module with a question and one with a reflection: here the first with a question."""
    return next(module for module in course.modules if any(item.scored for item in module.items))


@pytest.fixture
def question(module: Module) -> AssessmentItem:
    """Its first question."""
    return next(item for item in module.items if item.scored)


@pytest.fixture(scope="module")
def remembering(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """A browser that keeps pages for its Back button, as people's browsers do and test browsers do not."""
    started = playwright.chromium.launch(
        executable_path=chromium, args=arguments(), ignore_default_args=["--disable-back-forward-cache"]
    )
    yield started
    started.close()


@pytest.mark.slow
def test_a_page_that_comes_back_by_the_back_button_goes_on(
    remembering: Browser, served: str, course: Course, module: Module, question: AssessmentItem
) -> None:
    """She follows a link out of the course and comes back: the very same page goes on, and what she does then is kept."""
    context = remembering.new_context()
    page = context.new_page()
    page.goto(served)
    open_module(page, module)
    answer_question(page, answers_to(question)["incorrect"])
    page.evaluate(ANEW)
    page.goto(served.rpartition("/")[0] + "/satchel.css")
    page.go_back(wait_until="commit")
    assert page.evaluate(SAME), "the page was not kept: something in it forbids the back-forward cache"
    answer_question(page, answers_to(question)["correct"])
    expect(page.locator("[data-save-status]")).to_contain_text("Saved on this device")

    page.goto(served.rpartition("/")[0] + "/satchel.css")
    other = context.new_page()
    other.goto(f"{served}#{module.id}")
    expect(question_of(other, question)).to_have_attribute("data-state", "correct")
    page.go_back(wait_until="commit")
    expect(page.locator("[data-save-status]")).to_contain_text("another window")
    context.close()


def test_reload_back_and_forward_lose_nothing(page: Page, served: str, course: Course) -> None:
    """Loaded anew in the middle of a word; back to the cover and forward again: answers, words and place are there."""
    module = next(module for module in course.modules if any(is_reflection(item) for item in module.items))
    reflection = next(item for item in module.items if is_reflection(item))
    page.goto(served)
    open_module(page, module)
    box = page.get_by_role("textbox", name=reflection.title.text)
    box.press_sequentially("Half a wor")
    page.reload()
    expect(box).to_have_value("Half a wor")
    expect(page.get_by_role("heading", level=1)).to_have_text(module.title)
    box.press_sequentially("d more")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(course.title)
    page.go_forward()
    expect(box).to_have_value("Half a word more")
    page.goto(AWAY)
    page.go_back()
    expect(box).to_have_value("Half a word more")


@pytest.mark.parametrize("place", ["disk", pytest.param("server", marks=pytest.mark.slow)])
def test_where_the_browser_forbids_cookies_the_course_works(
    playwright: Playwright,
    chromium: str,
    tmp_path: Path,
    served: str,
    web_course: Path,
    module: Module,
    question: AssessmentItem,
    place: str,
) -> None:
    """ "Block all cookies" forbids storage and locks as well: nothing breaks, and the page says that nothing is kept."""
    preferences = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(preferences))
    context = playwright.chromium.launch_persistent_context(tmp_path, executable_path=chromium, args=arguments())
    page = context.pages[0]
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served if place == "server" else web_course.as_uri())
    forbidden = page.evaluate(
        "() => { try { return String(window.localStorage && 'allowed'); } catch (error) { return error.name; } }"
    )
    assert forbidden == "SecurityError"
    open_module(page, module)
    answer_question(page, answers_to(question)["correct"])
    expect(page.locator("[data-save-status]")).to_contain_text("Your work will be lost when you close it.")
    expect(page.locator("[data-save-file]")).to_be_visible()
    assert errors == []
    context.close()


@pytest.mark.parametrize(
    "allowed", ["allow-scripts", pytest.param("allow-scripts allow-same-origin", marks=pytest.mark.slow)]
)
def test_in_the_tightest_of_frames_the_course_works(
    page: Page, served: str, course: Course, module: Module, question: AssessmentItem, allowed: str
) -> None:
    """No storage, no downloads, no dialogs: answers are checked, the page says what is kept, and the work can be copied."""
    frame = f'<!DOCTYPE html><title>A portal</title><iframe sandbox="{allowed}" width="900" height="700" src="{served}"></iframe>'
    page.route("**/portal.html", lambda route: route.fulfill(content_type="text/html", body=frame))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served.rpartition("/")[0] + "/portal.html")
    inside = page.frame_locator("iframe")
    open_module(inside, module)
    answer_question(inside, answers_to(question)["correct"])
    kept = "same-origin" in allowed
    told = "Saved on this device" if kept else "Your work will be lost when you close it."
    expect(inside.locator("[data-save-status]")).to_contain_text(told)
    inside.get_by_text("Take your work with you").click()
    inside.get_by_text("No file? Copy your work as text").click()
    box = inside.get_by_label("Your work as text.")
    expect(box).not_to_have_value("")
    work = json.loads(box.input_value())
    assert work["work"]["items"][question.id]["state"] == "correct"
    assert errors == []
