"""A film on another host, and what is left when it does not come."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Page, expect

from builder.read.files.source import Source
from builder.read.files.webvtt import parse_webvtt
from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, MEDIA, SPOKEN, Open, film, write
from tests.watching.hosts import FAR, Host, host

pytestmark = pytest.mark.browser

CUES, _ = parse_webvtt(Source("film.vtt", tuple((MEDIA / f"{ETHICAL}.en.vtt").read_text("utf-8").split("\n"))))
TRANSCRIPT = "Its transcript is open."
SERVICE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"


def far(address: str, keys: str = f"{SPOKEN}- watched: 50%\n") -> str:
    """The block of a film that lies elsewhere."""
    return f"## Watch: A film {{#film-far}}\n\n[A film]({address})\n\n- captions: media/{ETHICAL}.en.vtt\n{keys}"


def build_far(folder: Path, address: str, real: str = FAR, keys: str = f"{SPOKEN}- watched: 50%\n") -> Path:
    """Build a course with such a film; the page asks `real` in place of the host that the author wrote."""
    page = Path(url2pathname(write(folder, {"film": far(address, keys), "words": "Words."}).removeprefix("file://")))
    page.write_text(page.read_text(encoding="utf-8").replace(FAR, real), encoding="utf-8")
    return page


@pytest.fixture
def films() -> Iterator[Host]:
    """A host that has the films of the first course."""
    with host(MEDIA) as server:
        yield server


@pytest.fixture
def page(opened: Open, films: Host, tmp_path: Path) -> Page:
    """A page whose film lies on that host."""
    return opened(build_far(tmp_path, f"{FAR}/{ETHICAL}.mp4", films.address).as_uri(), "film")


def press_play(page: Page) -> None:
    """By keyboard."""
    film(page, "far").locator("[data-film-play]").press("Enter")


def expect_to_reach(page: Page, seconds: float) -> None:
    """Wait until the film has played up to there."""
    film(page, "far").locator("video").evaluate(
        """(video, seconds) => new Promise(done => {
          const look = () => video.currentTime > seconds && done();
          video.addEventListener("timeupdate", look);
          look();
        })""",
        seconds,
    )


def expect_trouble(page: Page, words: str) -> None:
    """What is said, once; the buttons are gone, and the transcript is open."""
    expect(page.locator("[data-announce]")).to_have_attribute(
        "data-heard", re.compile(re.escape(words)), timeout=15_000
    )
    assert (page.locator("[data-announce]").get_attribute("data-heard") or "").count(words) == 1
    expect(film(page, "far").locator(".film__trouble")).to_contain_text(words)
    expect(film(page, "far").locator("[data-film-bar]")).to_be_hidden()
    expect(film(page, "far").locator("video")).not_to_have_attribute("controls", re.compile(".*"))
    expect(film(page, "far").get_by_text("promote learning and reflexivity.")).to_be_visible()


def test_a_film_on_another_host_is_loaded_when_it_is_played(page: Page, films: Host) -> None:
    """Nothing is asked of that host before; the page says which it is, and allows that one alone."""
    address = films.address.removeprefix("http://")
    expect(
        film(page, "far").get_by_text("This film is loaded from films.example.org when you play it.")
    ).to_be_visible()
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert f"media-src 'self' blob: data: http://{address};" in policy and "frame-src 'none'" in policy
    assert films.asked == []
    press_play(page)
    expect(film(page, "far").locator("video")).to_have_js_property("paused", False)
    expect_to_reach(page, 0.2)
    assert films.asked[0] == f"/{ETHICAL}.mp4"


def test_a_blocked_host_is_told_and_can_be_tried_again(page: Page, films: Host) -> None:
    """Nobody is shut out: the transcript counts. When the host answers, the film plays and its buttons are back."""
    films.mode = "dead"
    listen(page.locator("[data-announce]"))
    press_play(page)
    expect_trouble(page, "This film could not be loaded from films.example.org. Your network may block it")
    films.mode = "well"
    film(page, "far").get_by_role("button", name="Try again").press("Enter")
    expect(film(page, "far").locator("[data-film-bar]")).to_be_visible()
    expect(film(page, "far").locator("[data-film-play]")).to_be_focused()
    expect(film(page, "far").locator("video")).to_have_js_property("paused", False)
    expect(film(page, "far").locator(".film__trouble")).to_have_count(0)


@pytest.mark.slow
def test_who_tries_again_hears_that_it_failed_again(page: Page, films: Host) -> None:
    """The button of the bar that was pressed is gone: the focus goes to the one that tries again, and stays there."""
    films.mode = "dead"
    words = "This film could not be loaded from films.example.org."
    listen(page.locator("[data-announce]"))
    press_play(page)
    expect_trouble(page, words)
    again = film(page, "far").get_by_role("button", name="Try again")
    expect(again).to_be_focused()
    # Who presses at once, while it is still being said, hears it once.
    expect(page.locator("[data-announce]")).to_be_empty(timeout=15_000)
    page.keyboard.press("Enter")
    expect(page.locator("[data-announce]")).to_have_attribute(
        "data-heard", re.compile(f"{re.escape(words)}.*{re.escape(words)}"), timeout=15_000
    )
    expect(again).to_be_focused()


@pytest.mark.slow
def test_a_leap_before_the_film_is_there_says_no_false_length(page: Page, films: Host) -> None:
    """Its length is not known yet, and nothing is asked of the host: it begins there once it is played."""
    film(page, "far").locator("[data-film-forward]").press("Enter")
    expect(page.locator("[data-announce]")).to_have_text("0:10")
    assert films.asked == []
    press_play(page)
    expect_to_reach(page, 10)


@pytest.mark.slow
def test_a_host_that_sends_on_to_another_is_not_followed(page: Page, films: Host) -> None:
    """The policy allows the host that the page names, and nobody else."""
    with host(MEDIA) as other:
        films.sends_to = other.address
        listen(page.locator("[data-announce]"))
        press_play(page)
        expect_trouble(page, "This film could not be loaded from films.example.org.")
        assert films.asked and other.asked == []


def test_the_module_completes_without_its_film(page: Page, films: Host) -> None:
    """By the transcript, where the host is blocked."""
    films.mode = "dead"
    press_play(page)
    expect(film(page, "far").locator(".film__trouble")).to_be_visible(timeout=15_000)
    film(page, "far").get_by_role("button", name="I have read the transcript").press("Enter")
    expect(page.locator('.contents [data-module-state="film"]')).to_have_text("Done")


@pytest.mark.slow
def test_the_last_rung_is_a_transcript_with_its_pictures(opened: Open, films: Host, tmp_path: Path) -> None:
    """Where the film does not come, who cannot watch it has its words and the pictures that the author chose."""
    text = tmp_path / "films" / "media" / "talk.md"
    text.parent.mkdir(parents=True)
    said = " ".join(" ".join(cue.text.split()) for cue in CUES)
    text.write_text(f"{said}\n\n![Three points on a slide](media/{ETHICAL}.jpg)\n", encoding="utf-8")
    keys = f"- transcript: media/talk.md\n{SPOKEN}"
    page = opened(build_far(tmp_path, f"{FAR}/{ETHICAL}.mp4", films.address, keys).as_uri(), "film")
    picture = film(page, "far").get_by_role("img", name="Three points on a slide")
    expect(picture).to_be_hidden()
    films.mode = "dead"
    listen(page.locator("[data-announce]"))
    press_play(page)
    expect_trouble(page, TRANSCRIPT)
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 854


def clocked(opened: Open, films: Host, folder: Path) -> Page:
    """The page with a clock that is moved by hand."""
    page = opened()
    page.clock.install()
    page.goto(build_far(folder, f"{FAR}/{ETHICAL}.mp4", films.address).as_uri() + "#film")
    listen(page.locator("[data-announce]"))
    return page


def press_play_and_wait(page: Page, seconds: float) -> None:
    """Play, until no more comes behind this place."""
    page.evaluate(
        """seconds => { window.waited = new Promise(done => {
          const video = document.querySelector("#film-far video");
          video.muted = true;
          video.addEventListener("waiting", () => video.currentTime >= seconds && done());
        }); }""",
        seconds,
    )
    film(page, "far").locator("[data-film-speed]").select_option("2")
    press_play(page)
    page.evaluate("() => window.waited")


@pytest.mark.slow
def test_a_film_that_breaks_off_goes_on_from_there(opened: Open, films: Host, tmp_path: Path) -> None:
    """In the middle the host is gone, which Chromium does not report: after half a minute it is said. The place is kept."""
    page = clocked(opened, films, tmp_path)
    films.mode = "broken"
    press_play_and_wait(page, 2)
    place = page.evaluate("document.querySelector('#film-far video').currentTime")
    page.clock.run_for(8100)
    expect(film(page, "far").locator(".film__trouble")).to_have_text(
        "The film comes slowly. Wait, or read its transcript."
    )
    page.clock.run_for(22_100)
    expect_trouble(page, "This film could not be loaded from films.example.org.")
    expect(film(page, "far").locator("video")).to_have_js_property("paused", True)
    films.mode = "well"
    film(page, "far").get_by_role("button", name="Try again").press("Enter")
    expect(film(page, "far").locator("[data-film-bar]")).to_be_visible()
    expect_to_reach(page, place)


@pytest.mark.slow
def test_a_slow_host_is_told_once(opened: Open, films: Host, tmp_path: Path) -> None:
    """After some seconds without a picture; the words go when the film plays, and are not said again."""
    page = clocked(opened, films, tmp_path)
    films.mode = "never"
    press_play_and_wait(page, 0)
    for _ in range(2):
        page.clock.run_for(9000)
        expect(film(page, "far").locator(".film__trouble")).to_have_text(
            "The film comes slowly. Wait, or read its transcript."
        )
        expect(film(page, "far").locator("[data-film-bar]")).to_be_visible()
        film(page, "far").locator("video").evaluate("video => video.dispatchEvent(new Event('playing'))")
        expect(film(page, "far").locator(".film__trouble")).to_have_count(0)
        film(page, "far").locator("video").evaluate("video => video.dispatchEvent(new Event('waiting'))")
    assert (page.locator("[data-announce]").get_attribute("data-heard") or "").count("The film comes slowly.") == 1


def test_offline_is_told_and_so_is_the_way_back(page: Page) -> None:
    """Who opened the course and then lost the network plays on when it is there again."""
    listen(page.locator("[data-announce]"))
    page.context.set_offline(True)
    press_play(page)
    expect_trouble(page, "You are offline. This film can be played when you are online again.")
    page.context.set_offline(False)
    expect(film(page, "far").locator("[data-film-bar]")).to_be_visible()
    expect(page.locator("[data-announce]")).to_have_attribute(
        "data-heard", re.compile("You are online again. The film can be played.")
    )
    press_play(page)
    expect_to_reach(page, 0.2)


@pytest.mark.slow
def test_a_browser_that_plays_no_streams_says_which_do(opened: Open, tmp_path: Path) -> None:
    """At once: a press would do nothing."""
    page = opened()
    page.add_init_script("HTMLMediaElement.prototype.canPlayType = () => '';")
    page.goto(build_far(tmp_path, f"{FAR}/{ETHICAL}.m3u8").as_uri() + "#film")
    expect(film(page, "far").locator(".film__trouble")).to_have_text(
        f"This browser cannot play this film. Safari can, and a newer Chrome or Edge. {TRANSCRIPT}"
    )
    expect(film(page, "far").locator("[data-film-bar]")).to_be_hidden()
    expect(film(page, "far").get_by_role("button", name="Try again")).to_have_count(0)


def test_a_film_at_a_service_is_a_link_and_by_choice_a_frame(opened: Open, tmp_path: Path) -> None:
    """Nothing is asked of the service before she presses; the policy allows its player alone. She says herself that she watched it."""
    built = build_far(tmp_path, "https://youtu.be/dQw4w9WgXcQ?si=abc", keys=f"{SPOKEN}- frame: yes\n- watched: 80%\n")
    with host(built.parent) as server:
        page = opened()
        asked: list[str] = []
        page.route(
            re.compile("^https://"),
            lambda route: (
                asked.append(route.request.url),
                route.fulfill(body="<p>Player</p>", content_type="text/html"),
            ),
        )
        page.goto(f"{server.address}/index.html#film")
        figure = film(page, "far")
        link = figure.get_by_role("link", name="Watch it at YouTube")
        expect(link).to_have_attribute("href", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
        expect(figure.locator("video, [data-film-bar]")).to_have_count(0)
        expect(
            figure.get_by_text("YouTube then learns that you watch it, and may keep data on this device.")
        ).to_be_visible()
        assert asked == []
        figure.get_by_role("button", name="Show the film here").press("Enter")
        expect(figure.locator("iframe")).to_have_attribute("title", "A film")
        expect(figure.frame_locator("iframe").get_by_text("Player")).to_be_visible()
        expect(figure.locator("iframe")).to_be_focused()
        assert asked == [SERVICE]
        policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
        assert "frame-src https://www.youtube-nocookie.com;" in policy and "media-src 'self' blob: data:;" in policy
        expect(figure.locator("[data-film-needed]")).to_contain_text(
            "watch this film at YouTube, or read its transcript"
        )
        figure.get_by_role("button", name="I have watched this elsewhere").press("Enter")
        expect(page.locator('.contents [data-module-state="film"]')).to_have_text("Done")


@pytest.mark.slow
def test_from_the_disk_a_service_is_a_link_alone(opened: Open, tmp_path: Path) -> None:
    """Its player refuses pages without an address; a button would lead to an error."""
    page = opened(build_far(tmp_path, "https://vimeo.com/123456789", keys=f"{SPOKEN}- frame: yes\n").as_uri(), "film")
    expect(film(page, "far").get_by_role("link", name="Watch it at Vimeo")).to_be_visible()
    expect(film(page, "far").get_by_role("button", name="Show the film here")).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("film_at", "address"),
    [
        (f"{FAR}/{ETHICAL}.mp4", f"{FAR}/{ETHICAL}.mp4"),
        ("https://vimeo.com/123456789", "https://vimeo.com/123456789"),
    ],
    ids=["host", "service"],
)
def test_on_paper_stands_the_address_of_the_film(opened: Open, tmp_path: Path, film_at: str, address: str) -> None:
    """In words, dark on white; with the transcript."""
    page = opened(build_far(tmp_path, film_at).as_uri(), "film")
    page.emulate_media(media="print")
    (link,) = [one for one in film(page, "far").locator("a[href^=https]:not([data-film-at])").all() if one.is_visible()]
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == f'" ({address})"'
    expect(link).to_have_css("color", "rgb(0, 0, 0)")
    expect(film(page, "far").get_by_text("promote learning and reflexivity.")).to_be_visible()


@pytest.mark.slow
def test_without_script_a_film_at_a_service_is_a_link(opened: Open, tmp_path: Path) -> None:
    """With its transcript."""
    built = build_far(tmp_path, "https://vimeo.com/123456789", keys=f"{SPOKEN}- frame: yes\n")
    page = opened().context.browser.new_context(java_script_enabled=False).new_page()  # type: ignore[union-attr]
    page.goto(built.as_uri())
    expect(film(page, "far").get_by_role("link", name="Watch it at Vimeo")).to_be_visible()
    expect(film(page, "far").get_by_role("button", name="Show the film here")).to_be_hidden()
    page.context.close()
