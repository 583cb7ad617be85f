"""What plays, and when it stops."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, STAGES, Open, film, paused, play, seek, still, watch, write

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


@pytest.mark.slow
def test_one_film_plays_at_a_time(opened: Open, tmp_path: Path) -> None:
    """The second one stops the first."""
    address = write(tmp_path, {"two-films": watch("First", ETHICAL) + watch("Second", STAGES)})
    page = opened(address, "two-films")
    first, second = film(page), film(page, STAGES)
    play(first)
    play(second)
    expect(first.locator("video")).to_have_js_property("paused", True)
    assert not paused(second)


def test_a_film_begins_where_its_address_says(opened: Open, tmp_path: Path) -> None:
    """She may go to what is before, and what she left goes before what the author chose."""
    body = watch("A film", ETHICAL).replace(".mp4)", ".mp4#t=0:12)")
    page = opened(write(tmp_path, {"one": "Words.", "two": body}), "two")
    video = still(film(page))
    expect(video).to_have_js_property("currentTime", 12)
    assert film(page).locator(".film__sentence").first.get_attribute("href") == f"media/{ETHICAL}.mp4#t=0.7"
    film(page).get_by_role("button", name="Back 10 seconds").press("Enter")
    expect(video).to_have_js_property("currentTime", 2)
    seek(video, 20)
    video.evaluate("video => video.dispatchEvent(new Event('pause'))")
    page.reload()
    expect(film(page).locator("video")).to_have_js_property("currentTime", 20)


LOADED = """video => video.readyState > 0 || new Promise(done => video.addEventListener("loadedmetadata", done, { once: true }))"""
REACHED = """figure => [...figure.querySelectorAll("a[href], button, input, select, summary, video[controls]")]
  .filter((part) => part.checkVisibility())
  .map((part) => part.ariaLabel ?? [...(part.labels?.[0] ?? part).childNodes].filter(({ localName }) => localName !== "select").map(({ textContent }) => textContent).join(""))
  .map((name) => name.trim().replace(/\\s+/g, " "))"""
"""What of a figure can be pressed."""
PARTS = f"- chapters: media/{ETHICAL}.chapters.vtt\n- descriptions: media/seen.vtt\n- at 0:10: #power\n- watched: 80%\n"
SEEN = "WEBVTT\n\n00:00:19.000 --> 00:00:21.000\nThree circles overlap.\n"
QUIZ = "\n## Quiz: Who has power? {#power}\n\n- [x] Those who decide\n- [ ] Nobody\n"


@pytest.mark.slow
def test_a_film_that_cannot_be_played_leaves_no_dead_button(opened: Open, tmp_path: Path) -> None:
    """Its transcript, its question and its files are left. All that leads into the film goes, and comes back with it."""
    body = watch("A film", ETHICAL, PARTS) + QUIZ
    page = opened(write(tmp_path, {"film": body}, files={"seen.vtt": SEEN}), "film")
    figure = film(page)
    video, bar = figure.locator("video"), figure.locator("[data-film-bar]")
    expect(bar).to_be_visible()
    for summary in figure.locator("summary").all():
        summary.press("Enter")
    before = figure.evaluate(REACHED)
    sentence = figure.locator("[data-film-at]").last
    words = sentence.inner_text()
    assert {"Play", words, "0:10 These processes", "Follow the film", "Size of captions"} <= set(before)
    video.evaluate("video => { video.src = 'media/gone.mp4'; }")
    expect(page.locator("[data-film-failed]")).to_contain_text("This film could not be played here.")
    expect(bar).to_be_hidden()
    assert [one for one in figure.evaluate(REACHED) if "(" not in one] == [
        "I have read the transcript",
        "Who has power?",
        "Transcript",
        "Find in the transcript",
        "Files of this film",
    ]
    expect(sentence).to_be_visible()
    page.locator("#power").get_by_role("link", name="Back to the film at 0:10").press("Enter")
    expect(page.locator("[data-film-failed]")).to_be_in_viewport()
    video.evaluate("(video, src) => { video.src = src; }", f"media/{ETHICAL}.mp4")
    expect(bar).to_be_visible()
    expect(page.locator("[data-film-failed]")).to_have_count(0)
    assert figure.evaluate(REACHED) == before


@pytest.mark.slow
def test_a_film_on_the_disk_that_cannot_be_played_is_no_fault_of_the_network(opened: Open, tmp_path: Path) -> None:
    """Who is offline is not sent to look for a network, nor told later that the film can be played."""
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL)}), "film")
    listen(page.locator("[data-announce]"))
    page.context.set_offline(True)
    film(page).locator("video").evaluate("video => { video.src = 'media/gone.mp4'; }")
    expect(page.locator("[data-film-failed]")).to_have_text(
        "This film could not be played here. Its transcript is open."
    )
    page.context.set_offline(False)
    page.evaluate("() => new Promise(done => setTimeout(done))")
    expect(film(page).locator("[data-film-bar]")).to_be_hidden()
    expect(page.locator("[data-announce]")).not_to_have_attribute("data-heard", re.compile("online"))


@pytest.mark.slow
def test_the_described_version_goes_on_at_the_same_moment(opened: Open, tmp_path: Path) -> None:
    """And the film without it too; a film that stood still stands still."""
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL, f"- described: media/{STAGES}.mp4\n")}), "film")
    video = still(film(page))
    seek(video, 12)
    for file in (STAGES, ETHICAL):
        page.get_by_role("button", name="Described version").press("Enter")
        expect(video).to_have_attribute("src", f"media/{file}.mp4")
        video.evaluate(LOADED)
        expect(video).to_have_js_property("currentTime", 12)
        expect(video).to_have_js_property("paused", True)


def test_a_described_version_that_cannot_be_played_gives_way(opened: Open, tmp_path: Path) -> None:
    """To the film without it, at the same place; that it failed is said, and stands below the film."""
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL, f"- described: media/{STAGES}.mp4\n")}), "film")
    video = still(film(page))
    seek(video, 12)
    button = page.get_by_role("button", name="Described version")
    listen(page.locator("[data-announce]"))
    button.evaluate("button => { button.dataset.describedSrc = 'media/gone.mp4'; }")
    button.press("Enter")
    words = "Described version: This film could not be played here."
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", words)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(film(page).locator(".film__trouble")).to_have_text(words)
    expect(video).to_have_attribute("src", f"media/{ETHICAL}.mp4")
    expect(film(page).locator("[data-film-bar]")).to_be_visible()
    expect(video).to_have_js_property("currentTime", 12)
