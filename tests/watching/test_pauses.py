"""Pauses for thought: a question of the page, offered at its moment of the film."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, SPOKEN, Open, at, film, paused, seek, watch, write

pytestmark = pytest.mark.browser

PAUSES = f"{SPOKEN}- at 0:10: #power\n- at 0:20: #yours\n"
QUESTIONS = """
## Quiz: Who has power? {#power}

- [x] Those who decide
- [ ] Nobody

## Reflect: What would you change? {#yours}
"""
PLAY_TO = """async (video, [from, to]) => {
  if (!(video.readyState > 0)) await new Promise(done => video.addEventListener("loadedmetadata", done, { once: true }));
  video.muted = true;
  if (from !== null) {
    video.currentTime = from;
    await new Promise(done => video.addEventListener("seeked", done, { once: true }));
  }
  video.playbackRate = 4;
  await video.play();
  await new Promise(done => {
    const look = () => (video.currentTime >= to || video.paused) && done();
    video.addEventListener("timeupdate", look);
    video.addEventListener("pause", look);
  });
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A film with two pauses, and their questions below it."""
    return write(tmp_path_factory.mktemp("pauses"), {"film": watch("A film", ETHICAL, PAUSES) + QUESTIONS})


def play_to(page: Page, seconds: float, start: float | None = None) -> None:
    """Play the film from a place, or from where it is, up to another, or until it stops by itself."""
    film(page).locator("video").evaluate(PLAY_TO, [start, seconds])


def stop(page: Page) -> None:
    """Stand still."""
    film(page).locator("video").evaluate("video => video.pause()")


def point(page: Page) -> Locator:
    """The line in which a question is offered."""
    return film(page).locator("[data-film-point]")


def heard(page: Page) -> list[str]:
    """What was announced since it is listened to."""
    return (page.locator("[data-announce]").get_attribute("data-heard") or "").split(" | ")


def test_a_question_is_offered_at_its_moment(opened: Open, address: str) -> None:
    """In a line that is announced once; focus and film stay as they are. What was skipped is not offered, nor what was already."""
    page = opened(address, "film")
    listen(page.locator("[data-announce]"))
    page.locator("#film h1").focus()
    expect(point(page)).to_be_hidden()
    play_to(page, 10.5, start=9)
    expect(point(page)).to_have_text("A question for this point, 0:10: Who has power?")
    assert not paused(film(page))
    expect(page.locator("#film h1")).to_be_focused()
    expect(page.locator("[data-announce]")).to_have_attribute(
        "data-heard", "A question for this point, 0:10: Who has power?"
    )
    play_to(page, 10.5, start=9)
    seek(film(page).locator("video"), 22)
    stop(page)
    assert heard(page) == ["A question for this point, 0:10: Who has power?"]


@pytest.mark.slow
def test_she_goes_to_the_question_and_back(opened: Open, address: str) -> None:
    """By keyboard: the film stops, the focus moves to the question, and the link below it plays on from there."""
    page = opened(address, "film")
    play_to(page, 10.5, start=9)
    point(page).get_by_role("link", name="Who has power?").press("Enter")
    expect(page.locator("#power")).to_be_focused()
    assert paused(film(page))
    page.locator("#power").get_by_label("Those who decide").check()
    page.locator("#power [data-check]").press("Enter")
    back = page.locator("#power").get_by_role("link", name="Back to the film at 0:10")
    back.press("Enter")
    expect(film(page).locator("[data-film-play]")).to_be_focused()
    expect(film(page).locator("[data-film-play]")).to_be_in_viewport()
    expect(film(page).locator("video")).to_have_js_property("paused", False)
    assert 10 <= at(film(page).locator("video")) < 16
    expect(point(page)).to_be_hidden()


@pytest.mark.slow
def test_the_film_waits_by_choice(opened: Open, address: str) -> None:
    """The choice is kept; that it waits is said with the question. What was answered is not offered, and nothing waits for it."""
    page = opened(address, "film")
    film(page).get_by_label("The film waits when a question comes").check()
    page.reload()
    expect(film(page).get_by_label("The film waits when a question comes")).to_be_checked()
    listen(page.locator("[data-announce]"))
    play_to(page, 15, start=9)
    assert paused(film(page)) and at(film(page).locator("video")) < 12
    expect(point(page)).to_contain_text("Who has power? The film waits.")
    expect(page.locator("[data-announce]")).to_have_attribute(
        "data-heard", "A question for this point, 0:10: Who has power? The film waits."
    )
    page.locator("#yours textarea").fill("Who decides.")
    play_to(page, 20.5, start=19)
    assert not paused(film(page))
    expect(point(page)).to_be_hidden()


@pytest.mark.slow
def test_the_pauses_are_listed_with_their_times(opened: Open, address: str, browser: Browser) -> None:
    """In order, under the film: without script and on paper too."""
    expected = ["0:10 Who has power?", "0:20 What would you change?"]
    without = browser.new_context(java_script_enabled=False).new_page()
    without.goto(address)
    page = opened(address, "film")
    for shown in (without, page):
        entries = film(shown).get_by_role("list", name="Pauses for thought").get_by_role("listitem")
        expect(entries).to_have_text(expected)
        expect(entries.get_by_role("link").first).to_have_attribute("href", "#power")
    expect(film(without).get_by_label("The film waits when a question comes")).to_be_hidden()
    without.context.close()
    page.emulate_media(media="print")
    expect(film(page).get_by_role("list", name="Pauses for thought")).to_be_visible()
    for hidden in (
        film(page).get_by_label("The film waits when a question comes"),
        page.get_by_text("Back to the film at 0:10"),
    ):
        expect(hidden).to_be_hidden()


@pytest.mark.slow
def test_a_question_that_a_learner_does_not_have_is_not_offered(opened: Open, tmp_path: Path) -> None:
    """Where some are drawn for each: of two pauses one is listed, and the film offers that one alone."""
    quiz = "\n## Quiz: {0}? {{#{0}}}\n\n- [x] Yes\n- [ ] No\n"
    body = (
        watch("A film", ETHICAL, f"{SPOKEN}- at 0:10: #one\n- at 0:11: #two\n")
        + quiz.format("one")
        + quiz.format("two")
    )
    page = opened(write(tmp_path, {"film": body}, front="draw: 1\n"), "film")
    listen(page.locator("[data-announce]"))
    rows = film(page).locator("[data-film-pause]:visible")
    expect(rows).to_have_count(1)
    play_to(page, 11.5, start=9)
    time, question = rows.inner_text().split()
    expect(page.locator("[data-announce]")).to_have_attribute(
        "data-heard", f"A question for this point, {time}: {question}"
    )
