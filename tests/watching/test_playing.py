"""What plays, and when it stops."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.watching.driver import ETHICAL, STAGES, Open, film, paused, play, watch, write

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("way", ["next", "contents", "back"])
def test_a_film_stops_when_its_page_is_left(way: str, opened: Open, tmp_path: Path) -> None:
    """By Next, by the contents, and by the browser's Back: nobody hears a film that she cannot see."""
    address = write(tmp_path, {"one": "Words.", "two": watch("A film", ETHICAL), "three": "More words."})
    page = opened(address, "one")
    page.locator('[data-contents="two"]').click()
    figure = film(page)
    play(figure)
    if way == "next":
        page.locator("#two [data-next]").click()
    elif way == "contents":
        page.locator('[data-contents="three"]').click()
    else:
        page.go_back()
    expect(figure).to_be_hidden()
    assert paused(figure)


def test_one_film_plays_at_a_time(opened: Open, tmp_path: Path) -> None:
    """The second one stops the first."""
    address = write(tmp_path, {"two-films": watch("First", ETHICAL) + watch("Second", STAGES)})
    page = opened(address, "two-films")
    first, second = film(page), film(page, STAGES)
    play(first)
    play(second)
    expect(first.locator("video")).to_have_js_property("paused", True)
    assert not paused(second)
