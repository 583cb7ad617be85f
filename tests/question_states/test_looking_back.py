"""An LMS opens the course only to be looked at: whatever the learner presses, nothing is sent, changed or snaps back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.question_states.kinds import TABLE, Kind, together
from tests.question_states.sitting import Sitting, device, sitting

pytestmark = pytest.mark.browser

MODES = {"scorm12": "cmi.core.lesson_mode", "scorm2004": "cmi.mode"}


def press_all(s: Sitting) -> None:
    """As somebody does who has not read the notice: every field and its words, by mouse and by keyboard, and the button."""
    for field in [*s.fields().all(), *s.question.locator("label").all(), *s.button.all()]:
        press(s, field)
    s.page.keyboard.type("12 words")
    s.page.keyboard.press("ArrowDown")
    s.page.keyboard.press("Space")


def press(s: Sitting, place: Locator) -> None:
    """With the mouse where it stands, whatever lies there."""
    place.evaluate("place => place.scrollIntoView({ block: 'center', behavior: 'instant' })")
    place.scroll_into_view_if_needed()  # waits until it stands still: the space bar, pressed last, scrolls the page on
    box = place.bounding_box()
    if box:
        s.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.slow
@pytest.mark.parametrize("kinds", together(TABLE))
@pytest.mark.parametrize("edition", list(MODES))
def test_nothing_that_is_pressed_changes_anything(
    browser: Browser, pages: dict[str, Path], kinds: list[Kind], edition: str, subtests: pytest.Subtests
) -> None:
    """The answer with its verdict stands in the fields, also on a device that has never seen it; nothing is said again."""
    with device(browser) as context:
        with sitting(context, pages[edition], kinds[0], {"edition": edition}) as s:
            for kind in kinds:
                s.turn_to(kind)
                s.check(kind.last)
            s.page.clock.run_for(15_000)
            kept = s.page.evaluate("() => window.kept") | {MODES[edition]: "review"}
        look(context, pages[edition], [kind for kind in kinds if kind.row.privacy], kept, subtests)
    with device(browser) as elsewhere:
        for _ in range(2):
            look(elsewhere, pages[edition], [kind for kind in kinds if not kind.row.privacy], kept, subtests)


def look(
    context: BrowserContext, address: Path, kinds: list[Kind], kept: dict[str, str], subtests: pytest.Subtests
) -> None:
    """Open it to look back, press everything, and find it as it was."""
    if not kinds:
        return
    with sitting(context, address, kinds[0], kept) as s:
        expect(s.page.get_by_role("region", name="Your work")).to_contain_text("cannot be changed here")
        for kind in kinds:
            with subtests.test(kind.name):
                s.turn_to(kind)
                look_at(s)
        s.page.clock.run_for(60_000)
        assert s.page.evaluate("() => window.said") == []


def look_at(s: Sitting) -> None:
    """One question of it."""
    before = (s.shown(), s.question.inner_text())
    last = s.kind.last.fields
    assert s.shown() in (last, {label: value.strip() for label, value in last.items()})
    press_all(s)
    assert (s.shown(), s.question.inner_text()) == before
    assert s.heard() == []
    for field in s.fields().all():
        held = field.evaluate("field => field.matches(':disabled') || field.readOnly")
        assert held, "it looks as if it could be used"
