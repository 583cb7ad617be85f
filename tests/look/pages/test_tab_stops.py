"""What may scroll by itself: a stop of the Tab key where there is anything to scroll to, and nobody's burden elsewhere."""

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.pipeline import build
from tests.learner.driver.looking import violations
from tests.limits.pairs import SETTINGS

pytestmark = pytest.mark.browser

NARROW = "Table: Few\n\n| Who | When |\n| --- | --- |\n| Sam | Now |\n"
WIDE = (
    "Table: Many\n\n| "
    + " | ".join(f"Column {number}" for number in range(14))
    + " |\n"
    + "| --- " * 14
    + "|\n"
    + ("| Responsibility " * 14 + "|\n")
)
MIDDLE = "Table: Some\n\n| Communication | Accountability | Confidentiality |\n| --- | --- | --- |\n| a | b | c |\n"
SHORT = "$$\na+b\n$$\n"
LONG = "$$\n" + "+".join("abcdefghijklmnopqrstuvwxyz" * 4) + "\n$$\n"
MODULE = f"""---
title: Frames
---

{NARROW}
{MIDDLE}
{WIDE}
{SHORT}
{LONG}
<details>
<summary>More</summary>

{MIDDLE.replace("Some", "Some more")}
</details>
"""
NAMES = """all => all.map(one => one.getAttribute("aria-label") || one.querySelector("caption").textContent)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A course of one module, whose tables and formulas need different room."""
    course = tmp_path_factory.mktemp("stops")
    (course / "course.yml").write_text(SETTINGS, encoding="utf-8")
    (course / "01-frames.md").write_text(MODULE, encoding="utf-8")
    outcome = build(course, tmp_path_factory.mktemp("dist"), destinations=("web",))
    assert not outcome.report.errors, outcome.report.errors
    return f"{next(path for path in outcome.written if path.name == 'index.html').as_uri()}#frames"


def stops(page: Page) -> list[str]:
    """The tables and formulas to which the Tab key comes on its way through the page, by their captions or their first signs."""
    page.locator("h1:visible").focus()
    found: list[str] = []
    end = page.locator("[data-previous], [data-next], .onward a").locator("visible=true").last
    for _ in range(40):
        page.keyboard.press("Tab")
        here = page.locator("main .table:focus, main .maths:focus")
        found += [name[:9] for name in here.evaluate_all(NAMES)]
        if end.evaluate("one => one === document.activeElement"):
            return found
    raise AssertionError(f"Tab does not come to the end: {found}")


def test_tab_stops_only_at_what_scrolls(page: Page, address: str) -> None:
    """Wide and narrow; and again when the window, the size of the text or what is open has changed."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    page.locator("html[data-ready]").wait_for()
    frame = page.locator(".table")
    expect(frame.first).to_have_attribute("tabindex", "-1")
    assert stops(page) == ["Many", "a + b + c"]
    page.set_viewport_size({"width": 320, "height": 640})
    expect(frame.nth(1)).to_have_attribute("tabindex", "0")
    assert stops(page) == ["Some", "Many", "a + b + c"]
    assert violations(page) == []
    page.locator("summary", has_text="More").click()
    expect(frame.nth(3)).to_have_attribute("tabindex", "0")
    assert stops(page) == ["Some", "Many", "a + b + c", "Some more"]
    page.set_viewport_size({"width": 640, "height": 640})
    expect(frame.nth(3)).to_have_attribute("tabindex", "-1")
    assert stops(page) == ["Many", "a + b + c"]
    page.get_by_role("button", name="Reading tools").click()
    page.get_by_role("radio", name="200%").check()
    page.keyboard.press("Escape")
    expect(frame.nth(3)).to_have_attribute("tabindex", "0")
    assert stops(page) == ["Some", "Many", "a + b + c", "Some more"]


@pytest.mark.parametrize("width", [1280, 320])
def test_what_scrolls_is_scrolled_with_the_arrow_keys(page: Page, address: str, width: int) -> None:
    """Its last column comes in sight, by keyboard alone."""
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(address)
    page.locator("html[data-ready]").wait_for()
    wide = page.get_by_role("region", name="Many")
    last = wide.get_by_role("columnheader").last
    page.locator("h1:visible").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if wide.evaluate("one => one === document.activeElement"):
            break
    expect(wide).to_be_focused()
    before = last.evaluate("one => one.getBoundingClientRect().left")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "([one, before]) => one.getBoundingClientRect().left < before", arg=[last.element_handle(), before]
    )
    for _ in range(80):
        page.keyboard.press("ArrowRight")
    expect(last).to_be_in_viewport(ratio=0.9)


def test_without_script_each_is_a_stop(browser: Browser, address: str) -> None:
    """Nobody can know then whether it scrolls."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    frames = page.locator(".table, div.maths")
    assert frames.evaluate_all("all => all.map(one => one.tabIndex)") == [0] * 6
    context.close()
