"""A browser for each learner."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.watching.driver import Open


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens an address as one learner does; an error in a script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    errors: list[str] = []

    def open_(address: str = "about:blank", module: str = "") -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{address}#{module}")
        return page

    yield open_
    context.close()
    assert errors == []
