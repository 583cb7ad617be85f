"""What goes with a film for those who cannot hear or see it: sign language beside it, descriptions that are spoken."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, SPOKEN, Open, film, play, seek, watch, write, write_in_two

pytestmark = pytest.mark.browser

SEEN = "WEBVTT\n\n00:00:02.000 --> 00:00:04.000\nA slide with <i>a title</i>.\n"
VOICE = """
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => VOICES,
    speak: (speech) => { window.speech = speech; window.said.push(speech.text); },
    cancel: () => { window.speech = undefined; },
  } });
"""
"""In place of a voice, which a browser for tests has not."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A film with sign language, and one with text descriptions."""
    signed = watch("Signed", ETHICAL, f"{SPOKEN}- sign: media/{ETHICAL}.mp4\n").replace("#film-", "#signed-")
    bodies = {"signed": signed, "described": watch("Described", ETHICAL, "- descriptions: media/seen.vtt\n")}
    return write(tmp_path_factory.mktemp("second"), bodies, files={"seen.vtt": SEEN})


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The film with text descriptions in a course in English and Welsh."""
    folder = tmp_path_factory.mktemp("languages")
    return write_in_two(
        folder, {"described": watch("Described", ETHICAL, "- descriptions: media/seen.vtt\n")}, {"seen.vtt": SEEN}
    )


APART = """(figure, times) => new Promise(done => {
  const [film, sign] = figure.querySelectorAll("video");
  const end = performance.now() + 20000;
  let found = [];
  const take = () => {
    if (sign.readyState > 1 && !sign.seeking && (film.paused || film.currentTime > 1)) {
      found.push(Math.abs(film.currentTime - sign.currentTime));
      // A machine that is busy holds up one of the two for a moment: what counts is that they come together, and stay.
      if (found.at(-1) > 0.2 && performance.now() < end) found = [];
    }
    if (found.length < times && performance.now() < end) setTimeout(take, 200);
    else done(found);
  };
  take();
})"""


def apart(figure: Locator, times: int = 5) -> float:
    """The most that the two films were apart, looked at so often in a row, each fifth of a second, in seconds."""
    found = figure.evaluate(APART, times)
    assert len(found) == times, "they do not stay together"
    return max(found)


@pytest.mark.slow
def test_the_film_with_sign_language_keeps_in_step(opened: Open, address: str) -> None:
    """Within a fifth of a second: while it plays, faster too, after a leap, and when it stands still. It makes no sound."""
    page = opened(address, "signed")
    figure = page.locator(f"#signed-{ETHICAL}")
    button = figure.get_by_role("button", name="Sign language")
    figure.get_by_role("button", name="Play").press("Enter")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    sign = figure.locator("video").nth(1)
    expect(sign).to_have_accessible_name("Sign language")
    expect(sign).to_have_js_property("muted", True)
    assert apart(figure) <= 0.2
    figure.get_by_label("Speed").select_option("1.5")
    assert apart(figure) <= 0.2
    figure.get_by_role("button", name="Forward 10 seconds").press("Enter")
    assert apart(figure) <= 0.2
    figure.get_by_role("button", name="Pause").press("Enter")
    expect(sign).to_have_js_property("paused", True)
    assert apart(figure, times=1) <= 0.2
    boxes = [figure.locator("video").nth(place).bounding_box() for place in (0, 1)]
    assert boxes[0] and boxes[1] and boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] + 1
    button.press("Enter")
    expect(figure.locator("video")).to_have_count(1)
    expect(button).to_be_focused()


def test_a_film_with_sign_language_that_does_not_come_is_said(opened: Open, address: str) -> None:
    """Below the film, which goes on; the button is not left pressed, and tries again."""
    page = opened(address, "signed")
    figure = page.locator(f"#signed-{ETHICAL}")
    button = figure.get_by_role("button", name="Sign language")
    play(figure)
    listen(page.locator("[data-announce]"))
    file = button.evaluate(
        "button => { const { signSrc } = button.dataset; button.dataset.signSrc = 'media/gone.mp4'; return signSrc; }"
    )
    button.press("Enter")
    words = "Sign language: This film could not be played here."
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", words)
    expect(figure.locator(".film__trouble")).to_have_text(words)
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()
    expect(figure.locator("video")).to_have_count(1)
    expect(figure.locator("video")).to_have_js_property("paused", False)
    button.evaluate("(button, file) => { button.dataset.signSrc = file; }", file)
    button.press("Enter")
    expect(figure.locator(".film__trouble")).to_have_count(0)
    expect(figure.locator("video").nth(1)).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "true")


def described(opened: Open, address: str, voices: str = "[{}]") -> Page:
    """The film with descriptions switched on, just before one of them."""
    page = opened()
    page.add_init_script(VOICE.replace("VOICES", voices))
    page.goto(f"{address}#described")
    button = film(page).get_by_role("button", name="Spoken descriptions")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    seek(film(page).locator("video"), 1)
    return page


@pytest.mark.slow
def test_the_film_waits_while_a_description_is_spoken(opened: Open, address: str) -> None:
    """It goes on by itself when that is said, and says it without marks."""
    page = described(opened, address)
    video = film(page).locator("video")
    film(page).get_by_role("button", name="Play").press("Enter")
    expect(video).to_have_js_property("paused", True)
    assert page.evaluate("window.said") == ["A slide with a title."]
    assert 1.9 < video.evaluate("video => video.currentTime") < 3.5
    page.evaluate("window.speech.onend()")
    expect(video).to_have_js_property("paused", False)


@pytest.mark.slow
def test_descriptions_do_not_hold_a_film_up_that_is_not_to_wait(opened: Open, address: str) -> None:
    """By choice the voice speaks over the film; nor does one begin to play that was left meanwhile."""
    page = described(opened, address)
    video = film(page).locator("video")
    film(page).locator("summary", has_text="Captions and keys").press("Enter")
    page.get_by_role("checkbox", name="The film waits while a description is spoken").press("Space")
    film(page).get_by_role("button", name="Play").press("Enter")
    video.evaluate(
        "video => new Promise(done => video.addEventListener('timeupdate', () => video.currentTime > 2.5 && done()))"
    )
    assert page.evaluate("window.said") == ["A slide with a title."]
    expect(video).to_have_js_property("paused", False)


@pytest.mark.slow
def test_a_film_that_was_left_while_it_waited_stays_still(opened: Open, address: str) -> None:
    """The voice stops with it."""
    page = described(opened, address)
    video = film(page).locator("video")
    film(page).get_by_role("button", name="Play").press("Enter")
    expect(video).to_have_js_property("paused", True)
    assert page.evaluate("window.speech !== undefined")
    end = page.evaluate_handle("window.speech")
    page.locator('[data-contents="signed"]').click()
    expect(film(page)).to_be_hidden()
    assert page.evaluate("window.speech === undefined")
    end.evaluate("speech => speech.onend()")
    assert video.evaluate("video => video.paused")


@pytest.mark.slow
def test_a_description_ends_with_the_language_of_its_page(opened: Open, spoken: str) -> None:
    """It would play a film that is gone, when it has been said: nobody could stop that."""
    page = described(opened, spoken)
    film(page).get_by_role("button", name="Play").press("Enter")
    expect(film(page).locator("video")).to_have_js_property("paused", True)
    end, before = page.evaluate_handle("window.speech"), film(page).locator("video").element_handle()
    page.locator("[data-languages] [lang=cy]").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    page.wait_for_function("() => window.speech === undefined")
    end.evaluate("speech => speech.onend()")
    assert before and before.evaluate("video => video.paused")


@pytest.mark.slow
def test_without_a_voice_the_screen_reader_says_it(opened: Open, address: str) -> None:
    """Once, in the language of the descriptions; the film goes on."""
    page = described(opened, address, "[]")
    listen(page.locator("[data-announce]"))
    film(page).locator("video").evaluate("video => video.play()")
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", "A slide with a title.")
    expect(film(page).locator("video")).to_have_js_property("paused", False)
