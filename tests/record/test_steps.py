"""The record of learning in steps: each says how far it is, and the first with something left is open."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import smallest_course
from tests.learner.driver.announcements import listen
from tests.learner.driver.record import open_step, step_of, write_date
from tests.record.form import page_with_form

pytestmark = pytest.mark.browser

FORM = """title: Our form
questions:
  - id: learnt
    ask: What did you learn?
  - id: when
    ask: When was it?
    kind: date
  - id: which
    ask: Which of these?
    kind: several
    options: [Knowledge, Values]
"""
MODULE = (
    "---\ntitle: Welcome\n---\n\n## Reflect: What helps?\n\nThink.\n\n## Reflect: What hinders? {#goals}\n\nThink.\n"
)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A course with two reflections, one of which has the name of a step, and a form."""
    course_folder = smallest_course(tmp_path_factory.mktemp("steps"))
    (course_folder / "01-welcome.md").write_text(MODULE)
    return page_with_form(course_folder, FORM)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Its record; any error in its script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(f"{address}#record")
    opened.locator('[data-record="open"]').wait_for()
    yield opened
    context.close()
    assert errors == []


def says(page: Page, name: str, count: str) -> None:
    """A heading with its count, as it is heard."""
    expect(page.get_by_role("heading", level=2, name=f"{name} {count}", exact=True)).to_be_visible()


def is_open(page: Page, names: list[str]) -> None:
    """These steps are open and no others."""
    expect(page.locator("[data-step][open] h2 > :first-child")).to_have_text(names)


@pytest.mark.slow
def test_a_step_counts_what_is_done_in_it(page: Page) -> None:
    """After each change, in the heading, and no change is announced."""
    region = page.locator("[data-announce]")
    listen(region)
    says(page, "My reflections", "0 of 2 written")
    page.get_by_role("textbox", name="What helps?").fill("Time.")
    says(page, "My reflections", "1 of 2 written")
    page.get_by_role("textbox", name="What hinders?").fill("Haste.")
    says(page, "My reflections", "2 of 2 written")
    page.get_by_role("textbox", name="What helps?").fill("  ")
    says(page, "My reflections", "1 of 2 written")
    open_step(page, "My goals")
    says(page, "My goals", "None yet")
    page.get_by_role("button", name="Add a goal").click()
    says(page, "My goals", "None yet")
    page.get_by_label("What I will do").fill("Ask earlier")
    says(page, "My goals", "1 goal")
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_label("What I will do").last.fill("Listen")
    says(page, "My goals", "2 goals")
    page.get_by_role("button", name="Remove goal 1").click()
    says(page, "My goals", "1 goal")
    page.get_by_role("button", name="Bring it back").click()
    says(page, "My goals", "2 goals")
    open_step(page, "Our form")
    page.get_by_label("What did you learn?").fill("To ask.")
    says(page, "Our form", "1 of 3 answered")
    page.get_by_label("Values").check()
    says(page, "Our form", "2 of 3 answered")
    date = page.get_by_role("group", name="When was it?")
    write_date(date, "2027-02-29")
    date.get_by_label("Day").fill("28")
    says(page, "Our form", "3 of 3 answered")
    page.get_by_label("Values").uncheck()
    says(page, "Our form", "2 of 3 answered")
    open_step(page, "Keep it")
    says(page, "Keep it", "7 of 7 parts chosen")
    page.get_by_role("checkbox", name="My goals").uncheck()
    says(page, "Keep it", "6 of 7 parts chosen")
    says(page, "This device", "Kept on this device")
    open_step(page, "This device")
    page.get_by_role("checkbox", name="This is a shared computer").check()
    says(page, "This device", "Kept until you close this tab")
    heard = region.get_attribute("data-heard") or ""
    assert " of " not in heard and "goal" not in heard


@pytest.mark.slow
def test_what_was_opened_is_counted(page: Page, address: str) -> None:
    """There is no such step before; in it, the headings go one level down."""
    expect(step_of(page, "What I worked through")).to_be_hidden()
    page.goto(f"{address}#welcome")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome")
    page.goto(f"{address}#record")
    says(page, "What I worked through", "1 of 1 module opened")
    open_step(page, "What I worked through")
    expect(page.locator("[data-work]").get_by_role("heading")).to_have_count(0)
    expect(page.locator("[data-work]").get_by_role("row")).to_have_count(2)


@pytest.mark.slow
def test_the_first_step_with_something_left_is_open(page: Page, address: str) -> None:
    """When she comes; what she opened is open still when she comes back, and what she is at never closes."""
    is_open(page, ["My reflections"])
    for name in ("What helps?", "What hinders?"):
        page.get_by_role("textbox", name=name).fill("Time.")
    says(page, "My reflections", "2 of 2 written")
    open_step(page, "This device")
    is_open(page, ["My reflections", "This device"])
    page.goto(f"{address}#cover")
    expect(page.locator("#cover")).to_be_visible()
    page.goto(f"{address}#record")
    is_open(page, ["My reflections", "My goals", "This device"])
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_label("What I will do").fill("Ask earlier")
    says(page, "My goals", "1 goal")
    page.reload()
    step_of(page, "Our form").wait_for()
    is_open(page, ["Our form"])
    page.get_by_label("What did you learn?").fill("To ask.")
    page.get_by_label("Values").check()
    write_date(page.get_by_role("group", name="When was it?"), "2027-02-28")
    says(page, "Our form", "3 of 3 answered")
    page.reload()
    step_of(page, "Our form").wait_for()
    is_open(page, ["Keep it"])


def test_a_reflection_to_come_back_to_is_left(page: Page, address: str) -> None:
    """Though something is written in it."""
    for name in ("What helps?", "What hinders?"):
        page.get_by_role("textbox", name=name).fill("Time.")
    page.goto(f"{address}#welcome")
    page.get_by_role("checkbox", name="Come back to this later").first.check()
    page.goto(f"{address}#record")
    page.reload()
    step_of(page, "My reflections").wait_for()
    is_open(page, ["My reflections"])


def test_an_address_in_a_closed_step_opens_it(page: Page) -> None:
    """And moves the focus there."""
    expect(page.get_by_label("My record as text")).to_be_hidden()
    page.evaluate("() => { location.hash = 'record--copy'; }")
    expect(page.get_by_label("My record as text")).to_be_focused()


def test_without_script_all_of_it_is_open(browser: Browser, address: str) -> None:
    """And nothing counts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}#record")
    for name in ("My goals", "Our form"):
        expect(page.get_by_role("heading", level=2, name=name, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="When was it?")).to_be_visible()
    expect(page.locator("#record").get_by_role("textbox")).to_have_count(0)
    context.close()


def test_it_begins_short(page: Page) -> None:
    """Nobody meets a form of six screens."""
    assert page.evaluate("() => document.documentElement.scrollHeight") < 2500
