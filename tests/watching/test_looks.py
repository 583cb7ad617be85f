"""A film with everything, in use: what a scanner, a ruler and a keyboard find."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.learner.driver.looking import ask, violations_in_every_look
from tests.watching.driver import ETHICAL, Open, film, seek, still, watch, write

pytestmark = pytest.mark.browser

KEYS = f"- captions: media/{ETHICAL}.cy.vtt\n- descriptions: media/seen.vtt\n- sign: media/{ETHICAL}.mp4\n- chapters: media/{ETHICAL}.chapters.vtt\n- watched: 80% or elsewhere\n"
SEEN = "WEBVTT\n\n00:00:19.000 --> 00:00:21.000\nThree circles overlap.\n"
WELSH = "WEBVTT\n\n00:00:00.000 --> 00:00:30.000\nBeth yw arloesi moesegol?\n"


@pytest.fixture
def used(opened: Open, tmp_path: Path) -> Page:
    """The film somewhere in its middle, all of its parts open, words searched, sign language shown."""
    files = {"seen.vtt": SEEN, f"{ETHICAL}.cy.vtt": WELSH}
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL, KEYS)}, files=files), "film")
    figure = film(page)
    video = still(figure)
    for summary in figure.locator("summary").all():
        summary.press("Enter")
    seek(video, 12)
    figure.get_by_role("button", name="Sign language").press("Enter")
    figure.get_by_role("searchbox").fill("innovation")
    expect(figure.locator("[data-found]")).to_have_count(2)
    return page


@pytest.mark.slow
def test_scanners_find_nothing(used: Page) -> None:
    """On a laptop and on a phone, in light and in dark."""
    assert violations_in_every_look(used) == []


@pytest.mark.slow
def test_nothing_is_cut_off_or_too_small(used: Page) -> None:
    """Down to a laptop at 400 % (WCAG 1.4.10); every button has its 44 pixels."""
    for width, height in ((1280, 800), (640, 500), (320, 640), (320, 256)):
        used.set_viewport_size({"width": width, "height": height})
        assert used.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        found = [found for probe in ("clipped", "small") for found in ask(used, probe) if "film" in str(found)]
        assert found == [], (width, height)


@pytest.mark.slow
def test_the_tab_key_goes_through_it_in_order(used: Page) -> None:
    """The film, its bar, what completion asks, and the parts below, each once; nothing holds the focus."""
    film(used).locator("video").first.focus()
    stops: list[str] = []
    for _ in range(60):
        used.keyboard.press("Tab")
        stop = used.evaluate(
            "() => { const here = document.activeElement; return here.closest('figure') ? here.localName + ' ' + (here.ariaLabel ?? here.textContent.trim().split('\\n')[0] ?? '') : ''; }"
        )
        if not stop:
            break
        if not stop.startswith("video"):
            stops.append(stop)
    names = [stop.partition(" ")[2] for stop in stops if stop.startswith(("button", "summary"))]
    assert names == [
        "Play",
        "Back 10 seconds",
        "Forward 10 seconds",
        "Spoken descriptions",
        "Sign language",
        "Full screen",
        "I have read the transcript",
        "I have watched this elsewhere",
        "Transcript",
        "Chapters",
        *(button.inner_text().replace("\n", " ") for button in film(used).locator(".film__chapter").all()),
        "Captions and keys",
        "Files of this film",
    ]
    assert sum(stop.startswith("a ") for stop in stops) == 1 + film(used).locator(".film__file").count()
