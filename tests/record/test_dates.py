"""Dates in the record of learning: day, month and year as they are written, and saved only when there is such a day."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.cases import for_each
from tests.conftest import smallest_course
from tests.learner.driver.announcements import listen
from tests.learner.driver.record import open_step, write_date
from tests.record.form import page_with_form

pytestmark = pytest.mark.browser

FORM = "title: Our form\nquestions:\n  - id: when\n    ask: When was it?\n    kind: date\n    help: The day it began.\n"
UNCLEAR = "This date is not saved. Write the day, the month and the four figures of the year, for example 27 3 2027."
IMPOSSIBLE = "This date is not saved: there is no such day. Check the day and the month."


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A course whose form asks for a date."""
    return page_with_form(smallest_course(tmp_path_factory.mktemp("dates")), FORM)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Its record, with goals and form open."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    show(opened, address)
    yield opened
    context.close()


def show(page: Page, address: str) -> None:
    """The record with its steps open."""
    page.goto(f"{address}#record")
    for step in ("My goals", "Our form"):
        open_step(page, step)


def asked(page: Page) -> Locator:
    """The date of the form."""
    return page.get_by_role("group", name="When was it?")


def leave(page: Page) -> None:
    """Go on to something else."""
    page.get_by_role("heading", level=1).click()


def kept(page: Page) -> dict[str, Any]:
    """What the device keeps of the record."""
    stored = page.evaluate("() => ({ ...localStorage })")
    (journal,) = [json.loads(text) for key, text in stored.items() if key.endswith(":device")]
    return dict(journal["portfolio"])


def parts(date: Locator) -> list[str]:
    """What stands in the three fields."""
    return [field.input_value() for field in date.get_by_role("textbox").all()]


@pytest.mark.slow
@for_each(
    ("day", "month", "year", "iso"),
    [
        ("27", "3", "2027", "2027-03-27"),
        ("01", "03", "2027", "2027-03-01"),
        (" 1", "12 ", "2027", "2027-12-01"),
        ("29", "2", "2028", "2028-02-29"),
        ("29", "2", "2000", "2000-02-29"),
        ("٢٧", "٣", "٢٠٢٧", "2027-03-27"),
        ("۲۷", "۳", "۲۰۲۷", "2027-03-27"),
        ("२७", "३", "२०२७", "2027-03-27"),
        ("２７", "３", "２０２７", "2027-03-27"),
    ],
)
def test_a_date_is_saved_in_whatever_figures_it_is_written(
    page: Page, day: str, month: str, year: str, iso: str
) -> None:
    """And stays on the page as it was written."""
    for label, text in (("Day", day), ("Month", month), ("Year", year)):
        asked(page).get_by_label(label).fill(text)
    leave(page)
    assert dict(kept(page)["form"])["when"] == [iso]
    expect(asked(page).locator("[data-date-error]")).to_have_text("")
    page.locator('a[href="#cover"]').locator("visible=true").first.click()
    page.go_back()
    expect(asked(page).get_by_label("Day")).to_have_value(day)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2027-4-31", IMPOSSIBLE),
        pytest.param("2027-2-29", IMPOSSIBLE, marks=pytest.mark.slow),
        pytest.param("1900-2-29", IMPOSSIBLE, marks=pytest.mark.slow),
        pytest.param("2027-13-1", IMPOSSIBLE, marks=pytest.mark.slow),
        pytest.param("2027-0-1", IMPOSSIBLE, marks=pytest.mark.slow),
        ("27-3-27", UNCLEAR),
        pytest.param("20277-3-27", UNCLEAR, marks=pytest.mark.slow),
        ("2027-March-27", UNCLEAR),
        pytest.param("-3-27", UNCLEAR, marks=pytest.mark.slow),
        pytest.param("2027--", UNCLEAR, marks=pytest.mark.slow),
    ],
)
def test_what_is_no_date_is_kept_as_it_is_and_said(page: Page, written: str, said: str) -> None:
    """When she leaves it, in red, with what to do; no other date is saved, that of before neither, and nothing says saved."""
    write_date(asked(page), "2027-03-27")
    leave(page)
    line = page.locator('[data-record-part="form"] [data-saved]')
    expect(line).to_contain_text("Saved")
    region = page.locator("[data-announce]")
    listen(region)
    write_date(asked(page), written)
    leave(page)
    error = asked(page).locator("[data-date-error]")
    expect(error).to_have_text(said)
    assert error.evaluate("line => getComputedStyle(line).color") == "rgb(143, 29, 29)"
    assert parts(asked(page)) == written.split("-")[::-1]
    assert dict(kept(page)["form"])["when"] == [""]
    expect(line).to_have_text("")
    expect(asked(page)).to_have_accessible_description(f"The day it began. For example, 27 3 2027 {said}")
    expect(asked(page).get_by_label("Day")).to_have_attribute("aria-invalid", "true")
    expect(region).to_have_attribute("data-heard", said)
    write_date(asked(page), "2027-03-28")
    expect(error).to_have_text("")
    leave(page)
    expect(asked(page).get_by_label("Day")).to_have_attribute("aria-invalid", "false")
    assert dict(kept(page)["form"])["when"] == ["2027-03-28"]


def test_nobody_is_judged_while_she_writes(page: Page) -> None:
    """Not between the fields, not after a pause, and not when she looks something up in another window."""
    error = asked(page).locator("[data-date-error]")
    asked(page).get_by_label("Day").fill("31")
    page.wait_for_function("() => JSON.stringify(localStorage).includes('when')")
    page.keyboard.press("Tab")
    page.keyboard.type("4")
    asked(page).get_by_label("Month").evaluate(
        "field => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))"
    )
    expect(error).to_have_text("")
    page.keyboard.press("Tab")
    page.keyboard.type("2027")
    expect(error).to_have_text("")
    page.keyboard.press("Tab")
    expect(error).to_have_text(IMPOSSIBLE)


@pytest.mark.slow
def test_half_a_date_outlasts_what_happens_to_other_goals(page: Page) -> None:
    """Another goal comes, this one goes and is brought back, she turns to another page: it stands as she left it."""
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_label("What I will do").fill("Ask earlier")
    goal = page.get_by_role("group", name="Goal 1")
    date = goal.get_by_role("group", name="By when")
    date.get_by_label("Day").fill("31")
    date.get_by_label("Month").fill("4")
    leave(page)
    expect(date.locator("[data-date-error]")).to_have_text(UNCLEAR)
    page.get_by_role("button", name="Add a goal").click()
    assert parts(date) == ["31", "4", ""]
    page.get_by_role("button", name="Remove goal 1").click()
    page.get_by_role("button", name="Bring it back").click()
    assert parts(date) == ["31", "4", ""]
    peer = page.get_by_role("group", name="When will you talk")
    peer.get_by_label("Year").fill("27")
    page.locator('a[href="#cover"]').locator("visible=true").first.click()
    page.go_back()
    assert parts(date) == ["31", "4", ""]
    assert parts(peer) == ["", "", "27"]
    assert (kept(page)["goals"][0]["by"], kept(page)["peer"]) == ("", "")


@pytest.mark.slow
def test_dates_of_before_are_shown(page: Page, address: str) -> None:
    """As ISO 8601, which earlier versions saved; and they are left as they are."""
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_label("What I will do").fill("Ask earlier")
    leave(page)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(key => key.endsWith(":device"));
          const journal = JSON.parse(localStorage[key]);
          journal.portfolio.goals[0].by = "2027-03-01";
          journal.portfolio.peer = "0027-01-05";
          journal.portfolio.form = [["when", ["2026-11-23"]]];
          localStorage[key] = JSON.stringify(journal);
        }"""
    )
    before = kept(page)
    again = page.context.new_page()
    page.close(run_before_unload=False)
    show(again, address)
    expect(again.get_by_role("group", name="By when").get_by_label("Day")).to_have_value("1")
    assert parts(again.get_by_role("group", name="By when")) == ["1", "3", "2027"]
    assert parts(again.get_by_role("group", name="When will you talk")) == ["5", "1", "0027"]
    assert parts(asked(again)) == ["23", "11", "2026"]
    again.get_by_label("What I will do").fill("Ask earlier, and listen")
    leave(again)
    assert kept(again)["form"] == before["form"] and kept(again)["peer"] == before["peer"]
    assert kept(again)["goals"][0]["by"] == "2027-03-01"


def test_a_message_moves_nothing_from_under_the_mouse(page: Page) -> None:
    """She leaves a day that does not exist by pressing a button below it: the button is pressed, and the message is there."""
    peer = page.locator("[data-peer]")
    write_date(peer, "2027-2-31")
    below = page.locator("[data-calendar]")
    below.click()
    expect(page.locator("[data-calendar-status]")).not_to_be_empty()
    expect(peer.locator("[data-date-error]")).to_have_text(IMPOSSIBLE)
