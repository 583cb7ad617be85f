"""Blocks that ask nothing, and stories: by keyboard, without script and on paper, looked at by axe and met by a screen reader.

They are those of a new course with examples, so each of them is there too.
"""

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.authoring.new import Wishes, start_course
from builder.pipeline import build
from tests.learner.driver.keyboard import Keyboard
from tests.learner.driver.looking import ask, violations
from tests.question_states import snapshots
from tests.question_states.sitting import BEGUN, HERE, REST, device

pytestmark = pytest.mark.browser

BLOCKS = {
    "details": "#families-ask",
    "cards": "#court-words",
    "columns": "#two-ways",
    "layers": "#around-a-child",
    "timeline": "#how-law",
    "stages": "#how-a-visit-goes",
    "picture": "#look-for",
    "file": "#form-for-a-visit",
    "scene": "#nobody-opens",
    "callout": ".callout--warning",
    "quote": ".quote",
    "maths": ".maths",
}
"""Name in `aria/` -> where it is in the page."""
WHOLE = ("#nobody-opens .scene", ".callout", ".layers__in", ".picture")
"""What is never torn between two sheets where it fits on one."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page with all of them."""
    folder = tmp_path_factory.mktemp("blocks")
    start_course(folder / "course", Wishes("Every block", examples=True))
    outcome = build(folder / "course", folder / "dist", ["web"])
    assert outcome.packages and not outcome.report.diagnostics
    return f"{outcome.written[0].as_uri()}#a-question-of-each-kind"


def opened(page: Page, address: str) -> Keyboard:
    """It is listened to from the beginning."""
    page.clock.install(time=BEGUN)
    page.add_init_script((HERE / "hearing.js").read_text(encoding="utf-8"))
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("A question of each kind")
    heard(page)
    return Keyboard(page, page)


def heard(page: Page) -> list[str]:
    """What was announced since this was asked last."""
    page.clock.run_for(REST)
    said: list[str] = page.evaluate("() => window.heard.splice(0)")
    return said


def look(page: Page, state: str) -> None:
    """What a screen reader meets in each of them, and that nothing is cut off at 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 800})
    assert ask(page, "clipped") == []
    for name, place in BLOCKS.items():
        snapshots.compare(name, state, page.locator(place).first.aria_snapshot(), snapshots.OF_BLOCKS)


def test_each_block_opens_by_keyboard_and_says_nothing_of_its_own(browser: Browser, address: str) -> None:
    """Native parts say themselves whether they are open. A story moves the focus to the scene that was chosen, once."""
    with device(browser) as context:
        page = context.new_page()
        keyboard = opened(page, address)
        assert violations(page) == []
        look(page, "start")
        for place in ("#families-ask", "#court-words"):
            for part in page.locator(f"{place} details").all():
                keyboard.press(part.locator("summary"))
                expect(part.locator(".prose")).to_be_visible()
        assert heard(page) == []
        keyboard.press(page.get_by_role("link", name="You ring again, and say who you are"))
        expect(page.get_by_role("heading", name="The door opens")).to_be_focused()
        keyboard.press(page.get_by_role("button", name="Back", exact=True))
        expect(page.get_by_role("heading", name="Nobody opens the door")).to_be_focused()
        assert heard(page) == []
        assert violations(page) == []


@pytest.mark.slow
def test_on_paper_all_is_open_and_nothing_is_torn(browser: Browser, address: str) -> None:
    """Each part is read as if it were open, and a story is a book with numbered turns."""
    with device(browser) as context:
        page = context.new_page()
        opened(page, address)
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        for part in page.locator(":is(#families-ask, #court-words) details .prose").all():
            assert (part.bounding_box() or {"height": 0})["height"] > 0
        expect(page.locator("#nobody-opens .scene:visible")).to_have_count(5)
        expect(page.get_by_text("Turn to 2.").first).to_be_visible()
        for place in WHOLE:
            kept = page.locator(place).evaluate_all(
                "all => all.map(one => getComputedStyle(one).breakInside === 'avoid')"
            )
            assert kept and all(kept), place
        dots = page.locator("#how-law li").evaluate_all(
            """all => all.map(one => one.getBoundingClientRect().left + one.clientLeft + parseFloat(getComputedStyle(one, '::before').left)
                 - one.closest('.timeline').getBoundingClientRect().left)"""
        )
        assert all(dot >= 0 for dot in dots), "the edge of a sheet would cut its dots"
        look(page, "print")


@pytest.mark.slow
def test_without_script_all_can_be_read(browser: Browser, address: str) -> None:
    """Parts open by themselves, and each choice of a story is a link to its scene."""
    with device(browser, script=False) as context:
        page = context.new_page()
        page.goto(address)
        look(page, "no-script")
        for part in page.locator(":is(#families-ask, #court-words) details").all():
            part.locator("summary").press("Enter")
            expect(part.locator(".prose")).to_be_visible()
        page.get_by_role("link", name="You ring again, and say who you are").press("Enter")
        expect(page.get_by_role("heading", name="The door opens")).to_be_in_viewport()


def test_every_block_was_written_down() -> None:
    """In each of these states."""
    for name in BLOCKS:
        assert snapshots.written(name, snapshots.OF_BLOCKS) == {"start", "print", "no-script"}, name
