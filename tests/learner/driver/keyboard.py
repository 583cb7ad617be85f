"""A learner who has a keyboard and nothing else: no mouse, and no script that moves the focus."""

import re

from playwright.sync_api import FrameLocator, Locator, Page

from builder.evidence.walk.keyboard import WAY

MOST = 300
"""Presses of Tab after which a control counts as out of reach; the longest page has fewer places than that."""


class Keyboard:
    """Tab, Shift+Tab, Enter, Space, arrows and letters."""

    def __init__(self, page: Page, course: Page | FrameLocator) -> None:
        self.page = page
        self.course = course

    def reach(self, target: Locator) -> None:
        """Press Tab, or Shift+Tab when it lies behind, until a control has the focus; of radio buttons, any of its group."""
        presses = 0
        while presses < MOST:
            way = target.evaluate(WAY)
            if way == 0:
                return
            for _ in range(abs(way)):
                self.page.keyboard.press("Tab" if way > 0 else "Shift+Tab")
            presses += abs(way)
        raise AssertionError(f"{target} cannot be reached with Tab")

    def press(self, target: Locator, key: str = "Enter") -> None:
        """Reach a control and press a key on it."""
        self.reach(target)
        self.page.keyboard.press(key)

    def choose(self, options: list[Locator]) -> None:
        """Choose exactly these options of a question; one radio button, or any number of tick boxes."""
        for option in options:
            self.reach(option)
            if option.get_attribute("type") == "radio":
                self._choose_radio(option)
            elif not option.is_checked():
                self.page.keyboard.press("Space")
            assert option.is_checked()

    def _choose_radio(self, option: Locator) -> None:
        self.page.keyboard.press("Space")
        for _ in range(20):
            if option.is_checked():
                return
            self.page.keyboard.press("ArrowDown")

    def sort(self, question: Locator, wanted: list[str]) -> None:
        """Put the steps of a question in this order, first to last, one place at a time."""
        # Mixed so by chance: who has moved nothing has not answered.
        if steps_of(question) == wanted and question.get_attribute("data-state") == "unanswered":
            self.press(question.get_by_role("button", name=re.compile(f"^Move down {re.escape(wanted[0])}$")))
        for place, words in enumerate(wanted):
            button = question.get_by_role("button", name=re.compile(rf"^Move up {re.escape(words)}$"))
            for _ in range(steps_of(question).index(words) - place):
                self.press(button)
        assert steps_of(question) == wanted

    def put(self, field: Locator, value: str) -> None:
        """Choose a value from a list, or write it into a field that holds something else or nothing."""
        self.reach(field)
        if field.evaluate("field => field.localName") != "select":
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(value)
            return
        self.page.keyboard.press("Home")
        for _ in field.get_by_role("option").all():
            if field.evaluate("field => field.selectedOptions[0].text") != value:
                self.page.keyboard.press("ArrowDown")
        assert field.evaluate("field => field.selectedOptions[0].text") == value

    def write(self, box: Locator, words: str) -> None:
        """Type into a box, at its end."""
        self.reach(box)
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(words)


class KeyboardWithoutTab(Keyboard):
    """The same keys on each control, which gets the focus by script: where the way to it has been tried elsewhere."""

    def reach(self, target: Locator) -> None:
        """Give a control the focus; of radio buttons, the one of its group that Tab would reach."""
        target.evaluate(
            """target => {
              const group = target.type === "radio" ? [...target.form.elements[target.name]] : [];
              (group.find(one => one.checked) ?? target).focus();
            }"""
        )


def steps_of(question: Locator) -> list[str]:
    """The words of the steps of a question, in the order that is shown."""
    return [words.strip() for words in question.locator("[data-choice-text]").all_inner_texts()]
