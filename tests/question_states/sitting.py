"""One learner at one question, with a keyboard, a screen reader that is listened to, and a clock of her own."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.learner.driver.keyboard import Keyboard
from tests.question_states.kinds import Answer, Kind

HERE = Path(__file__).parent
BEGUN = "2026-03-02T14:02:00Z"
LATER = "2026-03-02T15:00:00Z"
REST = 1000
"""Milliseconds after which nothing is on its way to a live region any more; what stays in one is there longer."""


class Sitting:
    """The page, opened at the question of one kind."""

    def __init__(self, page: Page, kind: Kind) -> None:
        self.page = page
        self.keyboard = Keyboard(page, page)
        self._face(kind)

    def _face(self, kind: Kind) -> None:
        self.kind = kind
        self.item = kind.item
        self.question = self.page.locator(f'[data-item="{self.item}"]')
        self.answer = self.page.locator(f"#answer-{self.item}")
        self.button = self.question.locator("[data-check]")
        self.sequence = self.question.locator("[data-sequence]")
        self.title = f"A page with {kind.name}"

    def turn_to(self, kind: Kind) -> None:
        """Go on to the question of another kind: the focus goes to its heading, and nothing else is said of it."""
        self.heard()
        self._face(kind)
        self.page.evaluate("page => { location.hash = page; }", f"page-{kind.name}")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.title)
        expect(self.page.get_by_role("heading", level=1)).to_be_focused()
        assert self.heard() == []

    def fields(self) -> Locator:
        """What the question is answered in; of an order, its buttons."""
        return self.question.locator("fieldset :is(input, select, button:not([data-check], [data-move])), textarea")

    def give(self, answer: Answer) -> None:
        """Choose or write, and do not check it yet."""
        if self.sequence.count():
            self.keyboard.sort(self.question, list(answer.fields))
            return
        if self.question.locator("fieldset [type=checkbox]").count():
            self._tick(set(answer.fields))
            return
        for label, value in answer.fields.items():
            box = self.question.get_by_label(label, exact=True)
            if box.get_attribute("type") == "radio":
                self.keyboard.choose([box])
                continue
            self.keyboard.reach(box)
            if box.evaluate("box => box.localName !== 'select'"):
                self.page.keyboard.press("Control+A")
            self.page.keyboard.type(value)

    def _tick(self, wanted: set[str]) -> None:
        for box in self.question.locator("fieldset [type=checkbox]").all():
            words = box.evaluate("box => box.labels[0].textContent.trim()")
            if box.is_checked() != (words in wanted):
                self.keyboard.press(box, "Space")

    def come_back(self) -> None:
        """Leave the course and open it again; a page that is only loaded again stays where the browser puts it."""
        address = self.page.url
        self.page.goto("about:blank")
        self.page.goto(address)

    def check(self, answer: Answer | None = None) -> None:
        """Give an answer, if there is one, and press the button."""
        if answer:
            self.give(answer)
            # What is said of a step's new place comes before the verdict.
            self.page.clock.run_for(REST)
        if self.keeps_at_once:
            self.page.keyboard.press("Tab")
        else:
            self.keyboard.press(self.button)

    @property
    def keeps_at_once(self) -> bool:
        """Whether it has no button: what is written is kept as it is written."""
        return self.button.count() == 0

    def shown(self) -> dict[str, str]:
        """What the fields hold, as `Answer.fields` says it."""
        if self.sequence.count():
            return dict.fromkeys(map(str.strip, self.question.locator("[data-choice-text]").all_inner_texts()), "")
        said = self.fields().evaluate_all(
            """boxes => boxes.filter(box => !/radio|checkbox/.test(box.type) || box.checked).map(box => [
              [...box.labels].map(label => label.textContent).join("").trim(),
              box.localName === "select" ? box.selectedOptions[0].text : /radio|checkbox/.test(box.type) ? "" : box.value,
            ])"""
        )
        return dict(said)

    def heard(self) -> list[str]:
        """What was announced since this was asked last, once all is at rest."""
        self.page.clock.run_for(REST)
        said: list[str] = self.page.evaluate("() => window.heard.splice(0)")
        return said


@contextmanager
def device(browser: Browser, script: bool = True) -> Iterator[BrowserContext]:
    """A browser that remembers nothing yet."""
    context = browser.new_context(
        viewport={"width": 640, "height": 800},
        reduced_motion="reduce",
        java_script_enabled=script,
        timezone_id="Europe/London",
        locale="en-GB",
    )
    try:
        yield context
    finally:
        context.close()


@contextmanager
def sitting(
    context: BrowserContext, address: Path, kind: Kind, kept: dict[str, str] | None = None, script: bool = True
) -> Iterator[Sitting]:
    """The course, opened at the kind's page; with `kept`, in an LMS that keeps it. An error in its script fails the test."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    if script:
        page.clock.install(time=BEGUN)
        page.add_init_script((HERE / "hearing.js").read_text(encoding="utf-8"))
    if kept is not None:
        page.add_init_script((HERE / "lms.js").read_text(encoding="utf-8").replace("KEPT", json.dumps(kept)))
    begun = Sitting(page, kind)
    page.goto(f"{address.as_uri()}#page-{kind.name}")
    if script:
        expect(page.get_by_role("heading", level=1)).to_have_text(begun.title)
    yield begun
    page.close()
    assert [said for said in errors if not re.search("XMLHttpRequest|ERR_FAILED", said)] == []
