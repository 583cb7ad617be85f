"""Where a learner stands and where her words are, in the words of the page."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from builder.pipeline import build
from builder.render.interface.catalogues import load_strings
from tests.conftest import ROOT
from tests.learner.driver.record import open_step

pytestmark = pytest.mark.browser

ENGLISH = load_strings(ROOT / "templates", "en-GB")
QUIZ = "## Quiz: Which? {#which}\n\n- [x] This\n- [ ] That\n\n"
REFLECT = "## Reflect: What helps? {#helps}\n\nThink.\n"


def visit(page: Page, address: str) -> None:
    """Go to the module, and be there before anything else is done."""
    page.goto(f"{address}#welcome")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome")


def opened(page: Page, folder: Path, text: str, settings: str = "", front: str = "") -> str:
    """The course with this module, opened at its cover; gives its address."""
    with (folder / "course.yml").open("a") as file:
        file.write(settings)
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n{front}---\n\n{text}")
    launch = next(path for path in build(folder, folder / "out", ["web"]).written if path.suffix != ".zip")
    page.goto(launch.as_uri())
    page.locator("html[data-ready]").wait_for()
    return launch.as_uri()


@pytest.mark.slow
def test_one_of_each_is_counted_on_the_cover(page: Page, course_folder: Path) -> None:
    """What is done and what is still to do, with the state of the module beside its title."""
    address = opened(page, course_folder, QUIZ + REFLECT, "completion: all-questions\n")
    progress, state = page.locator("#cover [data-progress]"), page.locator("#cover [data-module-state]")

    def stands(done: int, *todo: str) -> None:
        page.goto(f"{address}#cover")
        left = ENGLISH["list.comma"].join(ENGLISH[f"todo.{key}.one"] for key in todo)
        expect(progress).to_have_text(
            f"{ENGLISH['progress.done.one'].format(done=done, count=1)} {ENGLISH['progress.todo'].format(list=left)}"
        )

    stands(0, "open", "answer")
    expect(state).to_contain_text(ENGLISH["state.not-started"])
    visit(page, address)
    stands(0, "answer")
    expect(state).to_contain_text(ENGLISH["state.started"])
    visit(page, address)
    page.get_by_label("That", exact=True).check()
    page.get_by_role("button", name=ENGLISH["question.check"]).click()
    page.goto(f"{address}#cover")
    expect(progress).to_have_text(f"{ENGLISH['progress.completed']} {ENGLISH['progress.left.one']}")
    visit(page, address)
    page.get_by_role("textbox", name="What helps?").fill("Time.")
    page.get_by_role("textbox", name="What helps?").blur()
    page.goto(f"{address}#cover")
    expect(progress).to_have_text(ENGLISH["progress.completed"])
    expect(state).to_have_text(ENGLISH["state.done"])


def test_a_test_of_one_question_counts_it(page: Page, course_folder: Path) -> None:
    """One answer of one."""
    address = opened(page, course_folder, QUIZ, front="feedback: at-the-end\n")
    visit(page, address)
    page.get_by_label("This", exact=True).check()
    page.get_by_role("button", name=ENGLISH["hand-in.button"]).click()
    status = page.locator("[data-kind='hand-in'] .hand-in__status")
    expect(status).to_contain_text(ENGLISH["hand-in.after.one"].format(right=1, count=1))


@pytest.mark.slow
def test_an_answer_that_is_not_kept_has_its_sentence(page: Page, course_folder: Path) -> None:
    """Where an LMS had room for the verdict alone; here the choice is taken out of what the device keeps."""
    address = opened(page, course_folder, QUIZ)
    visit(page, address)
    page.get_by_label("This", exact=True).check()
    page.get_by_role("button", name=ENGLISH["question.check"]).click()
    kept = page.evaluate("() => localStorage['satchel:sample:device']")
    work = json.loads(kept)
    assert work["items"]["which"].pop("response") == ["this"]
    page.goto("about:blank")
    page.add_init_script(
        f"localStorage['satchel:sample:device'] = {json.dumps(json.dumps(work))}; indexedDB.deleteDatabase('satchel')"
    )
    visit(page, address)
    expect(page.locator("#which [data-feedback]")).to_contain_text(ENGLISH["feedback.forgotten"])
    expect(page.get_by_label("This", exact=True)).not_to_be_checked()


def test_the_line_below_a_reflection_says_what_is_kept(context: BrowserContext, course_folder: Path) -> None:
    """Nothing, now, since before, until the tab is closed; and where nothing can be kept, that."""
    page = context.new_page()
    address = opened(page, course_folder, REFLECT)
    visit(page, address)
    line, box = page.locator("[data-item='helps'] [data-saved]"), page.get_by_role("textbox", name="What helps?")
    expect(line).to_have_text(ENGLISH["reflect.nothing-yet"])
    box.fill("Time.")
    expect(line).to_contain_text(ENGLISH["reflect.saved"].partition("{")[0])
    page.reload()
    expect(line).to_have_text(ENGLISH["reflect.kept"])
    page.goto(f"{address}#record")
    open_step(page, ENGLISH["record.device"])
    page.get_by_role("checkbox", name=ENGLISH["record.shared"]).check()
    page.reload()
    visit(page, address)
    expect(box).to_have_value("Time.")
    expect(line).to_have_text(ENGLISH["reflect.until-closed"])
    page.close()

    forbidden = "{ get() { throw new DOMException('blocked', 'SecurityError'); } }"
    for storage in ("localStorage", "indexedDB"):
        context.add_init_script(f"Object.defineProperty(window, '{storage}', {forbidden})")
    page = context.new_page()
    visit(page, address)
    page.get_by_role("textbox", name="What helps?").fill("Time.")
    expect(page.locator("[data-item='helps'] [data-saved]")).to_have_text(ENGLISH["reflect.not-saved"])


def test_a_record_that_waits_says_what_to_do(page: Page, course_folder: Path) -> None:
    """As long as the course's script has not filled it."""
    address = opened(page, course_folder, REFLECT)
    page.goto(f"{address}#record")
    waiting = page.get_by_text(ENGLISH["record.waiting"])
    expect(waiting).to_be_hidden()
    page.locator("#record").evaluate("record => record.setAttribute('data-record', '')")
    expect(waiting).to_be_visible()
