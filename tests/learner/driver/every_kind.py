"""A small course with the kinds of question that the first course has not, and what learners answer in it."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page

KINDS = Path(__file__).parents[1] / "kinds"
"""The course's folder."""

TITLE = "Questions of every kind"


@dataclass(frozen=True)
class Given:
    """What is given as an answer to one question."""

    question: str
    """Its id."""
    fields: dict[str, str]
    """Label of a field -> what is chosen or written; of a scale, the label alone."""
    state: str
    verdict: str
    """How the feedback begins."""
    right: tuple[bool, ...] = ()
    """What is said beside each field."""

    def __str__(self) -> str:
        """Name of the case in the test's report."""
        return f"{self.question}-{self.state}"


FAMILIES, ROOM, KNOWING = "Relationships with families", "Room to try things", "Knowing what it is like"
SORTED = {
    "Trust": "Enablers",
    "Time to learn": "Enablers",
    "Fear of blame": "Barriers",
    "Targets that change each month": "Barriers",
}
UPSIDE_DOWN = {item: "Barriers" if group == "Enablers" else "Enablers" for item, group in SORTED.items()}
NOT_CORRECT = "Not correct."

GIVEN = (
    Given(
        "people",
        {"Social worker": FAMILIES, "Manager": ROOM, "Young person": KNOWING},
        "correct",
        "Correct.",
        (True, True, True),
    ),
    Given(
        "people",
        {"Social worker": FAMILIES, "Manager": KNOWING, "Young person": KNOWING},
        "partly-correct",
        "Partly correct: you have two of the three correct.",
        (True, False, True),
    ),
    Given(
        "people",
        {"Social worker": ROOM, "Manager": FAMILIES, "Young person": ROOM},
        "incorrect",
        NOT_CORRECT,
        (False, False, False),
    ),
    Given("helps-hinders", SORTED, "correct", "Correct."),
    Given(
        "helps-hinders",
        {**SORTED, "Trust": "Barriers"},
        "partly-correct",
        "Partly correct: you have three of the four correct.",
    ),
    Given("helps-hinders", UPSIDE_DOWN, "incorrect", NOT_CORRECT),
    Given(
        "sentence",
        {"Gap 1 of 3": "  CONFIDENCE ", "Gap 2 of 3": "managers' support", "Gap 3 of 3": "try"},
        "correct",
        "Correct.",
        (True, True, True),
    ),
    Given(
        "sentence",
        {"Gap 1 of 3": "trust", "Gap 2 of 3": "{money", "Gap 3 of 3": "Ŵ 😀"},
        "partly-correct",
        "Partly correct: you have one of the three correct.",
        (True, False, False),
    ),
    Given(
        "sentence",
        {"Gap 1 of 3": "try", "Gap 2 of 3": "trust", "Gap 3 of 3": "support"},
        "incorrect",
        NOT_CORRECT,
        (False, False, False),
    ),
    Given("minutes", {"Your answer": "22,0"}, "correct", "Correct."),
    Given("minutes", {"Your answer": "22.1"}, "incorrect", NOT_CORRECT),
    Given("sure", {"Not at all sure": ""}, "answered", "Your answer: Not at all sure."),
    Given("sure", {"Very sure": ""}, "answered", "Your answer: Very sure."),
)
"""Every state that each question can be in."""

OVERALL = {
    "people": "Nobody can do it alone.",
    "helps-hinders": "Most places have some of both.",
    "sentence": "The film begins with these words.",
    "minutes": "It is twenty minutes long.",
    "sure": "You can come back to this at the end.",
}
"""What is said to any answer."""


def question(page: Page | FrameLocator, given: Given) -> Locator:
    """The question on the page."""
    return page.locator(f'[data-item="{given.question}"]')


def field(page: Page | FrameLocator, given: Given, label: str) -> Locator:
    """A field of the question, by its label."""
    return question(page, given).get_by_label(label, exact=True)


def button(page: Page | FrameLocator, given: Given) -> Locator:
    """The question's only button."""
    return question(page, given).get_by_role("button")


def fill_in(page: Page | FrameLocator, given: Given) -> None:
    """Choose or write an answer, and do not check it yet."""
    for label, value in given.fields.items():
        box = field(page, given, label)
        if box.evaluate("box => box.localName") == "select":
            box.select_option(label=value)
        elif box.get_attribute("type") == "radio":
            box.check()
        else:
            box.fill(value)


def shown(page: Page | FrameLocator, given: Given) -> dict[str, str]:
    """What the fields of an answer hold now, as the learner reads it."""
    script = "box => box.localName === 'select' ? box.selectedOptions[0].text : box.type === 'radio' ? (box.checked ? '' : 'no') : box.value"
    return {label: field(page, given, label).evaluate(script) for label in given.fields}


def first_of_each() -> list[Given]:
    """The right answer to each question, or the lowest place of the scale."""
    return list({given.question: given for given in reversed(GIVEN)}.values())[::-1]
