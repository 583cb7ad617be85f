"""The example of a survey in every state: several questions, one button, by keyboard alone, heard once, looked at by axe."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.authoring.examples import read_examples
from builder.pipeline import build
from tests.learner.driver.looking import ask, violations
from tests.question_states import snapshots
from tests.question_states.kinds import TABLE, Kind
from tests.question_states.sitting import Sitting, device, sitting

pytestmark = pytest.mark.browser

(EXAMPLE,) = (example for example in read_examples() if example.name == "survey")
PLACE = replace(TABLE[0], name="survey", item="films-clear")
"""Where it stands, for whoever looks for it as for a question: at the first of its questions."""
SAVED, CHANGED = "Saved: 2 of 2 answered.", "Saved: 1 of 2 answered."


class Survey(Sitting):
    """The page, opened at the survey."""

    def _face(self, kind: Kind) -> None:
        super()._face(kind)
        self.end = self.page.locator(f"#{EXAMPLE.id}--save")
        self.button = self.end.locator("[data-check]")
        self.status = self.end.locator("[data-status]")

    def give_both(self) -> None:
        """One of each question, and save."""
        self.keyboard.choose([self.page.get_by_label("Quite clear", exact=True)])
        self.keyboard.press(self.page.get_by_label("The films", exact=True), "Space")
        self.keyboard.press(self.button)

    def chosen(self) -> list[str]:
        """The words of what is chosen."""
        found: list[str] = self.page.locator(".survey input").evaluate_all(
            "all => all.filter(one => one.checked).map(one => one.labels[0].textContent.trim())"
        )
        return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Destination -> launch page of a course with it."""
    folder = tmp_path_factory.mktemp("survey")
    (folder / "course").mkdir()
    (folder / "course" / "course.yml").write_text("id: asked\ntitle: Every kind in every state\nlanguage: en-GB\n")
    text = f"---\ntitle: A page with survey\n---\n\n{EXAMPLE.text}"
    (folder / "course" / "01-page-survey.md").write_text(text, encoding="utf-8")
    # Another module is left, so that nothing is said of a course that is done.
    (folder / "course" / "02-more.md").write_text("---\ntitle: More\n---\n\nWords.\n")
    outcome = build(folder / "course", folder / "dist")
    assert not outcome.report.diagnostics
    for package in outcome.packages:
        with zipfile.ZipFile(package.path) as file:
            file.extractall(folder / package.destination)
    return {one.destination: next((folder / one.destination).rglob("index.html")) for one in outcome.packages}


def start(s: Survey) -> None:
    """Its first field is reached; the button says who sees the answers; nothing is announced."""
    s.keyboard.reach(s.fields().first)
    expect(s.button).to_have_accessible_description(
        "On a learning site, your answers are sent with your name, and your tutors can see them."
    )
    assert s.heard() == []


def empty(s: Survey) -> None:
    """Saved without an answer, since each may be left out: that none is answered is said once, and the focus stays."""
    s.keyboard.press(s.button)
    expect(s.button).to_be_focused()
    expect(s.page).to_have_title("A page with survey - Every kind in every state")
    assert s.heard() == ["Saved: 0 of 2 answered."]


def right(s: Survey) -> None:
    """Saved: that is said once, and the focus stays. Of a change nothing is said until it is saved, and it is counted anew."""
    s.give_both()
    expect(s.button).to_be_focused()
    assert s.heard() == [SAVED]
    s.keyboard.press(s.page.get_by_label("The films", exact=True), "Space")
    expect(s.status).to_be_empty()
    assert s.heard() == []
    s.keyboard.press(s.button)
    assert s.heard() == [CHANGED]
    assert s.chosen() == ["Quite clear"]


def resumed(s: Survey) -> None:
    """Opened again: all of it is there, and nothing is announced."""
    s.give_both()
    s.heard()
    s.page.reload()
    expect(s.status).to_have_text(SAVED)
    assert s.chosen() == ["Quite clear", "The films"]
    assert s.heard() == []


def printed(s: Survey) -> None:
    """On paper: each question with what was chosen, no button, and nothing is torn that fits on a sheet."""
    s.give_both()
    s.heard()
    s.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    s.page.emulate_media(media="print")
    assert s.chosen() == ["Quite clear", "The films"]
    for words in ("How clear were the films?", "Very clear", "What did you use?", "The questions"):
        expect(s.page.get_by_text(words, exact=True).locator("visible=true")).to_have_count(1)
    expect(s.button).to_be_hidden()
    assert s.page.locator(".survey").evaluate_all(
        "all => all.filter(one => one.dataset.item).every(one => getComputedStyle(one).breakInside === 'avoid')"
    )
    assert s.heard() == []


def no_script(s: Survey) -> None:
    """Without script all of it can be read and ticked; the button that could not save is not there."""
    s.page.get_by_label("Quite clear", exact=True).check()
    s.page.get_by_label("The films", exact=True).check()
    s.page.get_by_label("The questions", exact=True).check()
    expect(s.button).to_be_hidden()


STATES: dict[str, Callable[[Survey], None]] = {
    "start": start,
    "empty": empty,
    "right": right,
    "resumed": resumed,
    "print": printed,
    "no-script": no_script,
}


def test_every_state_was_written_down() -> None:
    """Those that a survey can be in; nothing is right, wrong or used up in it."""
    assert snapshots.written("survey", snapshots.OF_BLOCKS) == {*STATES, "review"}


@pytest.mark.parametrize(
    "state", [pytest.param(name, marks=() if name == "right" else pytest.mark.slow) for name in STATES]
)
def test_a_survey_is_sound_in_every_state(browser: Browser, pages: dict[str, Path], state: str) -> None:
    """By keyboard; heard once; axe finds nothing, and a screen reader meets what was approved."""
    script = state != "no-script"
    with device(browser, script) as context, sitting(context, pages["web"], PLACE, script=script) as one:
        s = Survey(one.page, PLACE)
        STATES[state](s)
        look(s.page, state, script)


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_a_survey_is_only_looked_at_in_review(browser: Browser, pages: dict[str, Path], edition: str) -> None:
    """What was saved is there, no field takes anything, and the LMS receives nothing."""
    mode = {"scorm12": "cmi.core.lesson_mode", "scorm2004": "cmi.mode"}[edition]
    with device(browser) as context:
        with sitting(context, pages[edition], PLACE, {"edition": edition}) as one:
            s = Survey(one.page, PLACE)
            s.give_both()
            s.page.clock.run_for(15_000)
            kept = s.page.evaluate("() => window.kept") | {mode: "review"}
        with sitting(context, pages[edition], PLACE, kept) as one:
            s = Survey(one.page, PLACE)
            expect(s.page.get_by_role("region", name="Your work")).to_contain_text("cannot be changed here")
            assert s.chosen() == ["Quite clear", "The films"]
            held = "fields => fields.every(field => field.matches(':disabled') || field.readOnly)"
            assert s.page.locator(".survey input").evaluate_all(held)
            expect(s.button).to_be_disabled()
            if edition == "scorm12":
                look(s.page, "review", True)
            assert s.page.evaluate("() => window.said") == []


def look(page: Page, state: str, script: bool) -> None:
    """What is so in every state, small and large."""
    if script:
        assert violations(page) == []
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 800})
        assert ask(page, "clipped") == []
    parts = page.locator(f"#{EXAMPLE.id}, .survey").all()
    snapshots.compare(
        "survey", state, "\n".join(filter(None, (part.aria_snapshot() for part in parts))), snapshots.OF_BLOCKS
    )
