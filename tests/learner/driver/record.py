"""The page “My record of learning”: its steps and its dates, by what a learner sees of them."""

from playwright.sync_api import FrameLocator, Locator, Page


def step_of(course: Page | FrameLocator, name: str) -> Locator:
    """The row of a step, by its heading."""
    return course.locator('[data-record="open"] summary').filter(has=course.get_by_role("heading", level=2, name=name))


def open_step(course: Page | FrameLocator, name: str) -> None:
    """Open a step, unless it is open."""
    row = step_of(course, name)
    if row.evaluate("row => !row.parentElement.open"):
        row.click()


def write_date(date: Locator, iso: str) -> None:
    """Write a date, or what is to be one, into the three fields of a group."""
    for field, part in zip(date.get_by_role("textbox").all(), reversed(iso.split("-")), strict=True):
        field.fill(part)
