"""The learner of the lab: what she does in the course, and what she misses when it is not there any more."""

import re
from dataclasses import dataclass, field
from random import Random

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.learner.driver.mouse import go_to_cover
from tests.lms_faults.course import MODULES

Course = Page | FrameLocator

OPTIONS = {"helps": ("Trust in the team", "correct"), "hinders": ("Time to learn", "incorrect")}
"""What she answers to each question, and what it is found to be."""

TRAVELLING = ("helps", "hinders", "later", "shown")
"""What the LMS may know: all but the words that are for her alone."""

PATIENCE = 60_000
"""Milliseconds of real time in which something must be on the page: many, for a busy machine; none is waited without need."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def prose(count: int, seed: int) -> str:
    """So many words that cannot be made much shorter, always the same for a seed."""
    draw = Random(seed)
    words = ("".join(draw.choices(LETTERS, k=5)) for _ in range(count))
    return " ".join(words) + ".\nA second line, with + and & and <b>."


@dataclass
class Work:
    """What she has done so far: the words or the answer, by question or reflection."""

    words: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    page: str = ""
    """Title of the module in which she was last."""


def begin(course: Course) -> None:
    """Wait until the page has come to life."""
    expect(course.locator("html")).to_have_attribute("data-ready", "", timeout=PATIENCE)


def go_to(course: Course, title: str) -> None:
    """Open a module by the list on the cover."""
    go_to_cover(course)
    course.locator('[data-page="cover"]').get_by_role("listitem").get_by_role(
        "link", name=re.compile(f"^{re.escape(title)}( |$)")
    ).click()
    expect(course.get_by_role("heading", level=1)).to_have_text(title, timeout=PATIENCE)


def item_of(course: Course, item: str) -> Locator:
    """A question or reflection."""
    return course.locator(f'[data-item="{item}"]')


def answer(course: Course, work: Work, item: str) -> None:
    """Choose and check."""
    words, state = OPTIONS[item]
    question = item_of(course, item)
    question.get_by_label(words).check()
    question.get_by_role("button", name="Check answer").click()
    expect(question).to_have_attribute("data-state", state, timeout=PATIENCE)
    work.answers[item] = words


def write(course: Course, work: Work, item: str, words: str) -> None:
    """Write into a reflection, and go on to something else."""
    box = item_of(course, item).get_by_role("textbox")
    box.fill(words)
    box.blur()
    work.words[item] = words


def first_half(course: Course, work: Work, length: int, more: str = "") -> None:
    """The first page: a question, words for herself, words that the LMS may keep for her, with `more` behind them."""
    go_to(course, MODULES[0])
    answer(course, work, "helps")
    write(course, work, "alone", prose(120, seed=1))
    write(course, work, "later", prose(length, seed=2) + more)
    work.page = MODULES[0]


def second_half(course: Course, work: Work) -> None:
    """More words on the first page, and the second page."""
    go_to(course, MODULES[0])
    write(course, work, "alone", work.words["alone"] + " More for myself.")
    write(course, work, "later", work.words["later"] + " More to go on with.")
    go_to(course, MODULES[1])
    answer(course, work, "hinders")
    write(course, work, "shown", prose(30, seed=3))
    work.page = MODULES[1]


AT_ONCE = 250
"""Milliseconds that an answer is looked for which need not be there."""


def missing(course: Course, work: Work, only: tuple[str, ...] | None = None, patience: float = PATIENCE) -> list[str]:
    """What of her work is not in this page; empty when all is there. `only`: what can be expected to be there."""
    lost = []
    for title, items in zip(MODULES, (("helps", "alone", "later"), ("hinders", "shown")), strict=True):
        wanted = [item for item in items if (item in work.words or item in work.answers) and (not only or item in only)]
        if wanted:
            go_to(course, title)
        lost += [item for item in wanted if not is_there(course, work, item, patience)]
    return lost


def expect_all(course: Course, work: Work) -> None:
    """All of her work is in this page."""
    lost = missing(course, work)
    assert lost == [], f"gone from the device: {lost}"


def is_there(course: Course, work: Work, item: str, patience: float) -> bool:
    """Whether an answer, with its verdict, or the words are there, to the letter."""
    box = item_of(course, item)
    try:
        if item in work.words:
            expect(box.get_by_role("textbox")).to_have_value(work.words[item], timeout=patience)
        else:
            expect(box.get_by_label(work.answers[item])).to_be_checked(timeout=patience)
            expect(box).to_have_attribute("data-state", OPTIONS[item][1], timeout=patience)
    except AssertionError:
        return False
    return True
