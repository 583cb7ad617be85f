"""The bar below a film, its keys, and what is heard of them."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, SPOKEN, STAGES, Open, at, film, seek, still, watch, write

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A module with one film, and one without."""
    bodies = {"film": watch("A film", ETHICAL), "words": "Words."}
    return write(tmp_path_factory.mktemp("bar"), bodies)


def heard(page: Page) -> list[str]:
    """What the live region has said since it is listened to."""
    return [said for said in (page.locator("[data-announce]").get_attribute("data-heard") or "").split(" | ") if said]


def expect_heard(page: Page, *said: str) -> None:
    """Exactly that, each once."""
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", " | ".join(said))


def test_one_button_plays_and_pauses(opened: Open, address: str) -> None:
    """It says what it does next, with the keyboard alone, also when the player's own controls were used."""
    page = opened(address, "film")
    listen(page.locator("[data-announce]"))
    button, video = film(page).locator("[data-film-play]"), film(page).locator("video")
    expect(button).to_have_accessible_name("Play")
    button.press("Enter")
    expect(video).to_have_js_property("paused", False)
    expect(button).to_have_accessible_name("Pause")
    expect_heard(page, "Playing.")
    button.press("Space")
    expect(video).to_have_js_property("paused", True)
    expect_heard(page, "Playing.", "Paused.")
    video.evaluate("video => video.play()")
    expect(button).to_have_accessible_name("Pause")
    expect(button).to_be_focused()


@pytest.mark.slow
def test_ten_seconds_back_and_forward(opened: Open, address: str) -> None:
    """Never beyond either end; each press says once where the film is now."""
    page = opened(address, "film")
    video = still(film(page))
    listen(page.locator("[data-announce]"))
    forward = page.get_by_role("button", name="Forward 10 seconds")
    for place, said in ((10, "0:10 of 0:30."), (20, "0:20 of 0:30.")):
        forward.press("Enter")
        assert at(video) == pytest.approx(place, abs=0.05)
        expect(page.locator("[data-announce]")).to_have_text(said)
    # A press that follows at once is heard with the one before.
    for place, said in ((10, "0:10 of 0:30."), (0, "0:00 of 0:30."), (0, "0:00 of 0:30.")):
        page.get_by_role("button", name="Back 10 seconds").press("Enter")
        assert at(video) == pytest.approx(place, abs=0.05)
        expect(page.locator("[data-announce]")).to_contain_text(said)


def test_keys_work_while_the_film_has_the_focus(opened: Open, address: str) -> None:
    """Each does what the list below the film says, and is announced once."""
    page = opened(address, "film")
    video = still(film(page))
    listen(page.locator("[data-announce]"))
    video.focus()
    for key, said in (("l", "0:10 of 0:30."), ("l", "0:20 of 0:30."), ("j", "0:10 of 0:30.")):
        page.keyboard.press(key)
        expect(page.locator("[data-announce]")).to_have_text(said)
    for key, said in (("c", "Captions off."), ("c", "Captions on: English."), ("m", "Sound off."), ("m", "Sound on.")):
        page.keyboard.press(key)
        expect(page.locator("[data-announce]")).to_have_text(said)
    assert len(heard(page)) == 7
    expect(page.get_by_role("button", name="Captions", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(video).to_have_js_property("muted", False)
    expect(video).to_be_focused()


def test_space_k_and_the_arrows_of_the_browser(opened: Open, address: str) -> None:
    """Space and K both play and pause; the arrows move."""
    page = opened(address, "film")
    video = film(page).locator("video")
    still_at_first = film(page).locator("[data-film-play]")
    expect(still_at_first).to_have_accessible_name("Play")
    video.focus()
    for key in ("Space", "k"):
        page.keyboard.press(key)
        expect(video).to_have_js_property("paused", False)
        page.keyboard.press(key)
        expect(video).to_have_js_property("paused", True)
    seek(video, 3)
    page.keyboard.press("ArrowRight")
    video.evaluate("video => new Promise(done => video.seeking ? video.addEventListener('seeked', done) : done())")
    assert at(video) > 3.1


@pytest.mark.slow
def test_the_keys_work_on_the_buttons_of_the_bar_too(opened: Open, address: str) -> None:
    """All that are not the button's own: Space and Enter press it. The arrows move; the focus stays."""
    page = opened(address, "film")
    video = still(film(page))
    listen(page.locator("[data-announce]"))
    button = film(page).locator("[data-film-captions]")
    button.focus()
    for key, said in (
        ("l", "0:10 of 0:30."),
        ("ArrowRight", "0:15 of 0:30."),
        ("ArrowLeft", "0:10 of 0:30."),
        ("j", "0:00 of 0:30."),
    ):
        page.keyboard.press(key)
        expect(page.locator("[data-announce]")).to_have_text(said)
    page.keyboard.press("m")
    expect(page.locator("[data-announce]")).to_have_text("Sound off.")
    page.keyboard.press("k")
    expect(page.locator("[data-announce]")).to_have_text("Playing.")
    for key, pressed in (("Space", "false"), ("Enter", "true"), ("c", "false")):
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-pressed", pressed)
    expect(button).to_be_focused()
    expect(video).to_have_js_property("muted", True)


@pytest.mark.slow
def test_keys_work_on_keyboards_of_other_scripts(opened: Open, address: str) -> None:
    """Arabic, Ukrainian and Greek keyboards type their own letters: there it is the place of the key that counts."""
    page = opened(address, "film")
    video = still(film(page))
    for key, code, place in (
        ("م", "KeyL", "0:10"),
        ("о", "KeyJ", "0:00"),
        ("λ", "KeyL", "0:10"),
        ("é", "Digit2", "0:10"),
    ):
        video.dispatch_event("keydown", {"key": key, "code": code})
        expect(page.locator("[data-announce]")).to_have_text(f"{place} of 0:30.")


@pytest.mark.slow
def test_no_key_works_anywhere_else(opened: Open, address: str) -> None:
    """In the list of speeds, and on the page: letters belong to whoever listens and to speech input (WCAG 2.1.4)."""
    page = opened(address, "film")
    video = still(film(page))
    listen(page.locator("[data-announce]"))
    for place in (film(page).locator("[data-film-speed]"), page.locator("#film h1")):
        place.focus()
        for key in "kjlcfm":
            page.keyboard.press(key)
    page.evaluate("() => new Promise(done => setTimeout(done, 100))")
    assert heard(page) == [] and at(video) == 0
    expect(page.get_by_role("button", name="Captions", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(video).to_have_js_property("muted", False)


@pytest.mark.slow
def test_what_the_keys_do_stands_below_the_film(opened: Open, address: str) -> None:
    """One press away."""
    page = opened(address, "film")
    film(page).locator("summary", has_text="Captions and keys").press("Enter")
    entries = film(page).locator(".film__keys > div")
    listed = {entry.locator("dt").inner_text(): entry.locator("dd").inner_text() for entry in entries.all()}
    assert listed == {
        "Space K": "Play or pause",
        "J": "Back 10 seconds",
        "L": "Forward 10 seconds",
        "C": "Captions on or off",
        "F": "Full screen on or off",
        "M": "Sound on or off",
        "← →": "Move through the film",
        "↑ ↓": "In the transcript, from sentence to sentence",
    }


@pytest.mark.slow
def test_full_screen_takes_the_bar_along(opened: Open, address: str) -> None:
    """Captions and buttons are there too; the button says that it is on, F leaves again."""
    page = opened(address, "film")
    button = page.get_by_role("button", name="Full screen")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.fullscreenElement.matches('[data-film-stage]')")
    expect(page.get_by_role("button", name="Back 10 seconds")).to_be_in_viewport(ratio=1)
    film(page).locator("video").focus()
    for on in (False, True, False):
        page.keyboard.press("f")
        expect(button).to_have_attribute("aria-pressed", str(on).lower())
        assert page.evaluate("document.fullscreenElement !== null") is on


@pytest.mark.slow
def test_no_button_promises_what_a_frame_forbids(opened: Open, address: str, tmp_path: Path) -> None:
    """Many LMSs show a course in a frame that may not fill the screen."""
    frame = tmp_path / "lms.html"
    frame.write_text(f"""<iframe allow="fullscreen 'none'" src="{address}#film" width="640" height="500"></iframe>""")
    page = opened(frame.as_uri())
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("button", name="Back 10 seconds")).to_be_visible()
    expect(inside.get_by_role("button", name="Full screen")).to_be_hidden()


@pytest.mark.slow
def test_the_film_takes_all_of_the_column(opened: Open, address: str) -> None:
    """Its bar is as wide, each button 44 px high, and in one row where there is room."""
    page = opened(address, "film")
    for size, wide in (((1280, 800), 736), ((640, 500), 576), ((320, 640), 285)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        boxes = (
            film(page)
            .locator("[data-film-bar] :is(button, select)")
            .evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
        )
        assert min(box["height"] for box in boxes) >= 44, size
        if size[0] >= 640:
            assert len({box["top"] for box in boxes}) == 1, size
        column = film(page).evaluate("one => one.clientWidth")
        assert column >= wide, size
        for part in ("video", "[data-film-bar]"):
            assert film(page).locator(part).evaluate("one => one.clientWidth") == column, size


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en-GB", "cy", "pl", "uk", "ar"])
@pytest.mark.parametrize("seen", ["- described: media/" + STAGES + ".mp4\n", "- descriptions: media/seen.vtt\n"])
def test_a_film_with_everything_has_one_row(language: str, seen: str, opened: Open, tmp_path: Path) -> None:
    """Captions in two languages, audio description, sign language, speed, full screen: each whole, 44 px high and wide."""
    keys = f"- captions: media/{ETHICAL}.cy.vtt\n{seen}- sign: media/{ETHICAL}.mp4\n"
    welsh = "WEBVTT\n\n00:00:00.000 --> 00:00:30.000\nBeth yw arloesi moesegol?\n"
    shown = "WEBVTT\n\n00:00:19.000 --> 00:00:21.000\nThree circles overlap.\n"
    body = watch("A film", ETHICAL, keys)
    files = {f"{ETHICAL}.cy.vtt": welsh, "seen.vtt": shown}
    page = opened(write(tmp_path, {"film": body}, files=files, language=language), "film")
    looked_at = (
        film(page)
        .locator("[data-film-bar]")
        .evaluate(
            """bar => ({
          wide: bar.clientWidth,
          tops: [...new Set([...bar.children].map(one => one.getBoundingClientRect().top))].length,
          small: [...bar.querySelectorAll("button, select")].map(one => one.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 44).length,
          cut: [...bar.children].filter(one => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight).length,
        })"""
        )
    )
    assert looked_at == {"wide": 736, "tops": 1, "small": 0, "cut": 0}


def test_the_bar_is_a_named_group_in_the_accessibility_tree(opened: Open, address: str) -> None:
    """Each control with its name, in the order of the bar."""
    page = opened(address, "film")
    expect(film(page).get_by_role("group", name="Controls: A film")).to_match_aria_snapshot("""
      - 'group "Controls: A film"':
        - button "Play"
        - button "Back 10 seconds"
        - button "Forward 10 seconds"
        - button "Captions" [pressed]
        - text: Speed
        - combobox "Speed":
          - option "0.75"
          - option "1" [selected]
          - option "1.25"
          - option "1.5"
          - option "2"
        - button "Full screen"
    """)


@pytest.mark.slow
def test_words_on_the_buttons_begin_their_names(opened: Open, address: str) -> None:
    """Who says “click Back 10” presses it (WCAG 2.5.3)."""
    page = opened(address, "film")
    for part, words in (("back", "Back 10"), ("forward", "Forward 10")):
        button = film(page).locator(f"[data-film-{part}]")
        expect(button).to_have_text(words)
        expect(button).to_have_accessible_name(f"{words} seconds")


@pytest.mark.slow
def test_on_paper_there_is_no_button(opened: Open, tmp_path: Path) -> None:
    """The poster stands for the film, and the transcript is open; a film without a poster is not printed as a black box."""
    poster = watch("With", ETHICAL, f"{SPOKEN}- poster: media/{ETHICAL}.jpg\n")
    page = opened(write(tmp_path, {"film": poster + watch("Without", STAGES)}), "film")
    page.emulate_media(media="print")
    expect(film(page).locator("video")).to_be_visible()
    expect(film(page, STAGES).locator("video")).to_be_hidden()
    expect(page.get_by_text("promote learning and reflexivity.")).to_be_visible()
    expect(page.get_by_text("No audio description is needed: only the speaker is shown.").first).to_be_visible()
    for button in film(page).locator("button, select, input, summary:text('Files')").all():
        expect(button).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(640, 500), (320, 640)])
def test_a_low_frame_shows_the_film_at_once(size: tuple[int, int], opened: Open, tmp_path: Path) -> None:
    """Under the head of its module, with a summary and a presenter as the first course has them."""
    head = "Michelle Lefevre discusses innovation processes that are supported by the ethical standards of social care."
    address = write(tmp_path, {"words": "Words.", "film": watch("A film", ETHICAL)}, summary=head)
    page = opened(address)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.locator('[data-contents="film"]').evaluate("link => link.click()")
    box = film(page).locator("video").bounding_box()
    assert box and size[1] - box["y"] >= box["height"]


def test_without_script_the_poster_is_seen(browser: Browser, tmp_path: Path) -> None:
    """Chromium lays one grey over a film that is not loaded; the poster has more than that."""
    from PIL import Image

    poster = watch("A film", ETHICAL, f"{SPOKEN}- poster: media/{ETHICAL}.jpg\n")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(write(tmp_path, {"film": poster}))
    page.locator(".film__poster").scroll_into_view_if_needed()
    page.wait_for_function(
        "() => { const poster = document.querySelector('.film__poster'); return poster.complete && poster.naturalWidth; }"
    )
    picture = Image.open(BytesIO(film(page).locator("video").screenshot())).convert("L")
    above = picture.crop((0, 0, picture.width, picture.height // 2))
    low, high = above.getextrema()
    assert high - low > 100
    context.close()


@pytest.mark.slow
def test_without_script_there_is_no_dead_button(browser: Browser, address: str) -> None:
    """The browser's own controls play the film, and the browser shows its captions."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    # A debugger may ask, though the page may run nothing.
    shown = page.wait_for_function(
        "() => { const [track] = document.querySelector('video').textTracks; return track.mode === 'showing' && track.cues?.length; }"
    )
    assert shown.json_value() > 5
    expect(film(page).locator("video[controls]")).to_be_visible()
    expect(film(page).locator("[data-film-bar]")).to_be_hidden()
    expect(film(page).locator("[data-film-settings]")).to_be_hidden()
    context.close()
