"""A learner who has a keyboard and nothing else."""

from typing import TYPE_CHECKING

from builder.evidence.lms.launch import Launch
from builder.evidence.walk.answers import Given

if TYPE_CHECKING:
    from playwright.sync_api import Locator

MOST = 400
"""Presses of Tab after which a control counts as out of reach."""

WAY = """target => {
  const here = document.activeElement;
  const group = element => element.type === "radio" ? element.name : element;
  if (group(here) === group(target)) return 0;
  const follows = (one, other) => one === document.body || one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const places = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, video")];
  const strange = place => group(place) !== group(here) && group(place) !== group(target);
  const [first, last] = follows(here, target) ? [here, target] : [target, here];
  // Asked last, of few: for a part that is not shown the browser works out its style each time.
  const between = places.filter(place => strange(place) && follows(first, place) && follows(place, last) && place.checkVisibility());
  return (new Set(between.map(group)).size + 1) * (follows(here, target) ? 1 : -1);
}"""
"""About how many presses away a control is; less than 0 when it lies behind."""


class OutOfReach(Exception):
    """A control that a learner needs cannot be reached or used with keys."""


class Keyboard:
    """Tab, Shift+Tab, Enter, Space, arrows and letters."""

    def __init__(self, launch: Launch) -> None:
        self.launch = launch
        self.keys = launch.page.keyboard

    def find(self, selector: str) -> "Locator":
        """What a selector means, in the course."""
        return self.launch.frame.locator(selector)

    def reach(self, target: "Locator") -> None:
        """Press Tab until a control has the focus; of radio buttons, any of its group. Raises OutOfReach."""
        presses = 0
        while presses < MOST:
            way = target.evaluate(WAY)
            if way == 0:
                return
            for _ in range(abs(way)):
                self.keys.press("Tab" if way > 0 else "Shift+Tab")
            presses += abs(way)
        raise OutOfReach(f"{target.evaluate('one => window.probes.name(one)')} cannot be reached with Tab")

    def press(self, target: "Locator", key: str = "Enter") -> None:
        """Reach a control and press a key on it."""
        self.reach(target)
        self.keys.press(key)

    def answer(self, item: str, kind: str, given: Given) -> None:
        """Give an answer to a question of ours; nothing is checked yet. Raises OutOfReach."""
        question = self.find(f'[data-item="{item}"]')
        if kind == "order":
            self._sort(question, given)
        elif kind in ("match", "sort"):
            for pair in given:
                row, target = pair.split(".", 1)
                self._select(question.locator(f'select[name="{row}"]'), target)
        elif kind in ("fill", "number", "reflect"):
            fields = question.locator("fieldset input[type=text], textarea")
            for place, words in enumerate(given):
                self._write(fields.nth(place), words)
        else:
            self._choose(question, given)

    def _choose(self, question: "Locator", given: Given) -> None:
        boxes = question.locator("fieldset input")
        for value in boxes.evaluate_all("all => all.map(box => box.value)"):
            box = question.locator(f'fieldset input[value="{value}"]')
            if box.get_attribute("type") == "radio":
                if value in given:
                    self._radio(box)
            elif box.is_checked() != (value in given):
                self.press(box, "Space")

    def _radio(self, box: "Locator") -> None:
        self.press(box, "Space")
        for _ in range(30):
            if box.is_checked():
                return
            self.keys.press("ArrowDown")
        raise OutOfReach("a radio button cannot be chosen with Space or the arrows")

    def _select(self, field: "Locator", value: str) -> None:
        self.press(field, "Home")
        for _ in field.locator("option").all():
            if field.input_value() != value:
                self.keys.press("ArrowDown")
        if field.input_value() != value:
            raise OutOfReach("an entry of a list cannot be chosen with the arrows")

    def _write(self, field: "Locator", words: str) -> None:
        self.press(field, "Control+A")
        self.keys.type(words)

    def _sort(self, question: "Locator", given: Given) -> None:
        steps = "all => all.map(step => step.dataset.choice)"
        for place, step in enumerate(given):
            up = question.locator(f'[data-choice="{step}"] [data-move=up]')
            for _ in range(question.locator("[data-sequence] > *").evaluate_all(steps).index(step) - place):
                self.press(up)
        if tuple(question.locator("[data-sequence] > *").evaluate_all(steps)) != given:
            raise OutOfReach("steps cannot be put in order with keys")
