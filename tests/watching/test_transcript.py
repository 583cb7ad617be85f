"""The transcript beside a film: its sentences, its search, and where the film is in it."""

from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, Open, at, film, seek, still, watch, write

pytestmark = pytest.mark.browser

SEEN = "WEBVTT\n\n00:00:19.000 --> 00:00:21.000\nThree circles overlap.\n"
KEYS = f"- descriptions: media/seen.vtt\n- chapters: media/{ETHICAL}.chapters.vtt\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A film with chapters and text descriptions."""
    bodies = {"film": watch("A film", ETHICAL, KEYS)}
    return write(tmp_path_factory.mktemp("transcript"), bodies, files={"seen.vtt": SEEN})


def opened_transcript(page: Page) -> Locator:
    """The transcript, opened by the keyboard."""
    film(page).locator("summary", has_text="Transcript").press("Enter")
    transcript = film(page).locator("[data-film-transcript]")
    expect(transcript).to_be_visible()
    return transcript


def test_a_sentence_leads_to_its_moment(opened: Open, address: str) -> None:
    """By the keyboard alone: one stop for the whole transcript, arrows from sentence to sentence, Enter plays from there."""
    page = opened(address, "film")
    transcript = opened_transcript(page)
    sentences = transcript.get_by_role("link")
    assert transcript.locator("a:not([tabindex='-1'])").count() == 1
    sentences.first.focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    third = sentences.nth(2)
    expect(third).to_be_focused()
    assert transcript.locator("a:not([tabindex='-1'])").count() == 1
    page.keyboard.press("Enter")
    expect(film(page).locator("video")).to_have_js_property("paused", False)
    assert at(film(page).locator("video")) == pytest.approx(float(third.get_attribute("data-film-at") or 0), abs=1.5)
    expect(third).to_be_focused()


@pytest.mark.slow
def test_the_sentence_that_is_heard_is_marked(opened: Open, address: str) -> None:
    """It alone, for screen readers too; and the chapter with it."""
    page = opened(address, "film")
    transcript, video = opened_transcript(page), still(film(page))
    film(page).locator("summary", has_text="Chapters").press("Enter")
    for seconds, said, chapter in (
        (
            1.0,
            "What is ethical innovation in children’s social care?",
            "0:00 What is ethical innovation in children’s social care?",
        ),
        (19.5, "Three circles overlap.", "0:10 These processes"),
        (28.0, "The original film is 7 minutes long and belongs here.", "0:24 This is a stand-in"),
    ):
        seek(video, seconds)
        expect(transcript.locator("[aria-current]")).to_have_text(said)
        expect(film(page).locator("button[aria-current]")).to_have_text(chapter)


@pytest.mark.slow
def test_a_chapter_plays_from_its_beginning(opened: Open, address: str) -> None:
    """One press is enough."""
    page = opened(address, "film")
    film(page).locator("summary", has_text="Chapters").press("Enter")
    film(page).get_by_role("button", name="These processes").press("Enter")
    video = film(page).locator("video")
    expect(video).to_have_js_property("paused", False)
    assert 10.5 < at(video) < 13


@pytest.mark.slow
def test_what_is_shown_is_told_among_what_is_said(opened: Open, address: str) -> None:
    """In its place, and called so."""
    page = opened(address, "film")
    paragraphs = opened_transcript(page).locator("p").all_inner_texts()
    assert paragraphs[-2:] == [
        "What is shown: Three circles overlap.",
        "This is a stand-in. The original film is 7 minutes long and belongs here.",
    ]


@pytest.mark.slow
def test_words_are_found_and_counted(opened: Open, address: str) -> None:
    """The number is shown, and said once when the learner has stopped typing; Enter goes from one to the next."""
    page = opened(address, "film")
    transcript = opened_transcript(page)
    listen(page.locator("[data-announce]"))
    box = page.get_by_role("searchbox", name="Find in the transcript")
    box.press_sequentially("innovation")
    count = film(page).locator("[data-film-count]")
    expect(count).to_have_text("Found in 2 sentences.")
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", "Found in 2 sentences.")
    found = transcript.locator("[data-found]")
    for place in (0, 1, 0):
        box.press("Enter")
        expect(found.nth(place)).to_be_focused()
    box.fill("circles")
    expect(count).to_have_text("Found in 1 sentence.")
    for typed in ("children's social", "CHÍLDREN’S social "):
        box.fill("")
        box.fill(typed)
        expect(count).to_have_text("Found in 1 sentence.")
    box.fill("")
    expect(count).to_be_empty()
    expect(found).to_have_count(0)


@pytest.mark.slow
def test_the_transcript_follows_only_by_choice(opened: Open, tmp_path: Path) -> None:
    """It moves in its own frame, the page stays; the choice is kept."""
    lines = [
        f"\n00:00:{second:02}.000 --> 00:00:{second + 1:02}.000\nLine {second} is said here and now.\n"
        for second in range(30)
    ]
    vtt = f"{ETHICAL}.en.vtt"
    address = write(tmp_path, {"film": watch("A film", ETHICAL)}, files={vtt: "WEBVTT\n" + "".join(lines)})
    page = opened(address, "film")
    page.set_viewport_size({"width": 900, "height": 600})
    transcript, video = opened_transcript(page), still(film(page))
    seek(video, 25.5)
    expect(transcript.locator("[aria-current]")).to_have_text("Line 25 is said here and now.")
    assert transcript.evaluate("one => one.scrollTop") == 0
    page.get_by_role("checkbox", name="Follow the film").press("Space")
    before = page.evaluate("window.scrollY")
    seek(video, 28.5)
    inside = transcript.evaluate(
        "one => { const [box, line] = [one, one.querySelector('[aria-current]')].map((part) => part.getBoundingClientRect()); return line.top >= box.top && line.bottom <= box.bottom; }"
    )
    assert inside and page.evaluate("window.scrollY") == before
    page.reload()
    opened_transcript(page)
    expect(page.get_by_role("checkbox", name="Follow the film")).to_be_checked()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ar", "en-GB"])
def test_sentences_stand_in_the_order_in_which_they_are_said(language: str, opened: Open, tmp_path: Path) -> None:
    """Also where the film speaks another way than the page runs: what is said, and what is shown."""
    tag, said = ("en", ("He knocks.", "She opens.")) if language == "ar" else ("ar", ("هو يطرق.", "هي تفتح."))
    tracks = (f"WEBVTT\n\n00:00:{at}.000 --> 00:00:{at + 8}.000\n{' '.join(said)}\n" for at in (10, 20))
    files = dict(zip((f"{ETHICAL}.{tag}.vtt", f"seen.{tag}.vtt"), tracks, strict=True))
    body = watch("A film", ETHICAL, f"- descriptions: media/seen.{tag}.vtt\n").replace(".en.vtt", f".{tag}.vtt", 1)
    page = opened(write(tmp_path, {"film": body}, files=files, language=language), "film")
    film(page).locator(".film__script").evaluate("details => { details.open = true; }")
    first, second, shown = (one.bounding_box() or {} for one in film(page).locator("[data-film-at]").all())
    assert first["y"] == second["y"] < shown["y"]
    assert (first["x"] < second["x"]) is (tag == "en")


@pytest.mark.slow
def test_it_stands_beside_the_film_where_there_is_room(opened: Open, address: str) -> None:
    """From 1100 pixels; else below, and nothing runs out of the page."""
    page = opened(address, "film")
    transcript = opened_transcript(page)
    for wide, beside in ((1100, True), (1280, True), (1099, False), (640, False)):
        page.set_viewport_size({"width": wide, "height": 800})
        words, picture = transcript.bounding_box(), film(page).locator("video").bounding_box()
        assert words and picture, wide
        assert (words["x"] >= picture["x"] + picture["width"]) is beside, wide
        assert (words["y"] < picture["y"] + picture["height"]) is beside, wide
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), wide


def test_without_script_it_is_whole_and_leads_into_the_film(browser: Browser, address: str) -> None:
    """Each sentence is a link to the film at that moment (Media Fragments); there are no tools that do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    transcript = opened_transcript(page)
    assert "promote learning and reflexivity." in transcript.inner_text()
    expect(transcript.get_by_role("link").first).to_have_attribute("href", f"media/{ETHICAL}.mp4#t=0.7")
    expect(film(page).locator("[data-film-tools]")).to_be_hidden()
    context.close()


def test_it_is_there_to_take_along_as_text(opened: Open, address: str) -> None:
    """With times. The build makes the file, for servers and without script; from the disk the page gives the same."""
    page = opened(address, "film")
    film(page).locator("summary", has_text="Files of this film").press("Enter")
    with page.expect_download() as download:
        page.get_by_role("link", name="Transcript (TXT, 1 KB)").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith("A film\n\n0:00\nWhat is ethical innovation")
    assert "\n\n0:19\nWhat is shown: Three circles overlap.\n\n" in text
    made = Path(unquote(urlparse(address).path)).parent / "media" / f"{ETHICAL}.transcript.txt"
    assert made.read_text(encoding="utf-8") == text.replace(
        "What is shown: Three circles overlap.", "[Three circles overlap.]"
    )
