"""A recording that is heard alone: the same bar, without what belongs to a picture."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, Open, film, watch, write

pytestmark = pytest.mark.browser

RECORDING = ROOT / "tests" / "courses" / "films" / "12-seconds.mp3"
CAPTIONS = """WEBVTT

00:00:00.000 --> 00:00:05.000
<v Ann>Partnership comes first.

00:00:05.500 --> 00:00:11.500
<v Ben>And what does that ask?
"""
TALK = """## Listen: A talk {#film-talk}

[A talk, 12 seconds](media/talk.mp3)

- captions: media/talk.en.vtt
- watched: 50%
- at 0:05: #asks

## Reflect: What does it ask? {#asks}
"""


def with_sound(folder: Path, body: str = TALK) -> str:
    """Build a course with a recording; gives its address."""
    (folder / "films" / "media").mkdir(parents=True)
    shutil.copy(RECORDING, folder / "films" / "media" / "talk.mp3")
    return write(folder, {"talk": body, "film": watch("A film", ETHICAL)}, files={"talk.en.vtt": CAPTIONS})


@pytest.fixture
def page(opened: Open, tmp_path: Path) -> Page:
    """The module with the recording."""
    return opened(with_sound(tmp_path), "talk")


def play_to(page: Page, seconds: float) -> None:
    """Play the recording from its beginning, fast, and stop."""
    film(page, "talk").locator("audio").evaluate(
        """async (audio, to) => {
          if (!(audio.readyState > 0)) await new Promise(done => audio.addEventListener("loadedmetadata", done, { once: true }));
          audio.playbackRate = 4;
          await audio.play();
          await new Promise(done => audio.addEventListener("timeupdate", () => audio.currentTime >= to && done()));
          audio.pause();
        }""",
        seconds,
    )


@pytest.mark.slow
def test_a_recording_has_the_bar_without_what_is_for_pictures(page: Page) -> None:
    """What is said stands above it; its list of keys has none for a picture."""
    figure = film(page, "talk")
    expect(figure.get_by_role("group", name="Controls: A talk")).to_match_aria_snapshot("""
      - 'group "Controls: A talk"':
        - button "Play"
        - button "Back 10 seconds"
        - button "Forward 10 seconds"
        - button "Captions" [pressed]
        - text: Speed
        - combobox "Speed"
    """)
    for part in ("full", "described", "sign", "place"):
        expect(figure.locator(f"[data-film-{part}]")).to_have_count(0)
    expect(figure.locator(".film__keys kbd", has_text="F")).to_have_count(0)
    expect(figure.get_by_text("12 seconds.", exact=True)).to_be_visible()
    play_to(page, 1)
    expect(figure.locator("[data-film-cue]")).to_have_text("Ann: Partnership comes first.")
    figure.locator("summary", has_text="Transcript").click()
    expect(figure.locator("[data-film-transcript] p").last).to_have_text("Ben: And what does that ask?")


def test_what_was_heard_is_counted_and_completes(page: Page) -> None:
    """In seconds heard; a question belongs to its moment as with a film."""
    listen(page.locator("[data-announce]"))
    expect(page.locator('.contents [data-module-state="talk"]')).to_have_text(
        "Started: watch or hear one film or recording"
    )
    play_to(page, 7)
    expect(film(page, "talk").locator("[data-film-watched-words]")).to_contain_text("of 12 seconds heard.")
    expect(film(page, "talk").locator("[data-film-needed]")).to_have_text(
        "You have heard this recording, or read its transcript."
    )
    expect(page.locator('.contents [data-module-state="talk"]')).not_to_contain_text("Started")
    expect(film(page, "talk").locator("[data-film-point]")).to_have_text(
        "A question for this point, 0:05: What does it ask?"
    )
    expect(page.locator("#asks").get_by_role("link", name="Back to the recording at 0:05")).to_be_visible()


def test_a_recording_stops_with_its_page_and_a_film_stops_it(page: Page) -> None:
    """One thing is heard at a time."""
    audio = film(page, "talk").locator("audio")
    audio.evaluate("audio => audio.play()")
    expect(audio).to_have_js_property("paused", False)
    page.locator('[data-contents="film"]').click()
    expect(audio).to_have_js_property("paused", True)


def test_a_recording_that_cannot_be_played_leaves_its_transcript(page: Page) -> None:
    """Said in its own words; no button is left that does nothing."""
    film(page, "talk").locator("audio").evaluate("audio => { audio.src = 'media/gone.mp3'; }")
    expect(page.locator("[data-film-failed]")).to_contain_text("This recording could not be played here.")
    expect(film(page, "talk").locator("[data-film-bar]")).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["m4a", "ogg"])
def test_other_recordings_play_too(opened: Open, tmp_path: Path, ending: str) -> None:
    """By the same bar; MP3 is what the others here are."""
    media = tmp_path / "films" / "media"
    media.mkdir(parents=True)
    shutil.copy(RECORDING.with_suffix(f".{ending}"), media / f"talk.{ending}")
    body = TALK.replace("talk.mp3", f"talk.{ending}")
    page = opened(write(tmp_path, {"talk": body}, files={"talk.en.vtt": CAPTIONS}), "talk")
    film(page, "talk").get_by_role("button", name="Play").press("Enter")
    play_to(page, 1)
    expect(film(page, "talk").locator("[data-film-cue]")).to_have_text("Ann: Partnership comes first.")


def test_a_recording_is_in_the_package_and_counted(tmp_path: Path) -> None:
    """Its file and its transcript; the cover counts it apart from films."""
    with_sound(tmp_path)
    built = tmp_path / "out" / "films-1.0.0-web"
    assert (built / "media" / "talk.mp3").read_bytes() == RECORDING.read_bytes()
    assert "Ann: Partnership comes first." in (built / "media" / "talk.transcript.txt").read_text()
    assert "One film, one recording" in (built / "index.html").read_text()
