"""A stream (HLS) in a browser that has no player for it: hls.js plays it, where the course brings it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Page, expect

from builder.programs import ffmpeg, run
from tests.conftest import ROOT
from tests.firefox.bidi import Firefox
from tests.firefox.conftest import find_firefox
from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, MEDIA, Open, film, seek, write
from tests.watching.hosts import FAR, Host, host
from tests.watching.test_ladder import expect_to_reach, expect_trouble, far, press_play

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.media]

WITHOUT_HLS = """
const can = HTMLMediaElement.prototype.canPlayType;
HTMLMediaElement.prototype.canPlayType = function (type) { return /mpegurl/i.test(type) ? "" : can.call(this, type); };
"""
"""Chromium as it was before 142."""
PLAYER = "stream-player: stream-player/hls.min.js\n"
DESCRIBED = "- described: media/ethical-innovation.mp4\n"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a film of the first course as a stream: a list, and parts of two seconds."""
    folder = tmp_path_factory.mktemp("stream")
    into = ["-c", "copy", "-hls_time", "2", "-hls_playlist_type", "vod", "film.m3u8"]
    run([ffmpeg(), "-v", "error", "-i", str(MEDIA / f"{ETHICAL}.mp4"), *into], folder)
    return folder


@pytest.fixture(scope="module")
def open_codecs(parts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in codecs that each Firefox has: where the system has no decoder of H.264, it has none either."""
    folder = tmp_path_factory.mktemp("open")
    codecs = [
        "-t",
        "4",
        "-c:v",
        "libvpx-vp9",
        "-deadline",
        "realtime",
        "-cpu-used",
        "8",
        "-c:a",
        "libopus",
        "-ar",
        "48000",
    ]
    into = ["-hls_time", "2", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4", "film.m3u8"]
    run([ffmpeg(), "-v", "error", "-i", str(MEDIA / f"{ETHICAL}.mp4"), *codecs, *into], folder)
    return folder


@pytest.fixture
def films(parts: Path) -> Iterator[Host]:
    """A host that has them, and lets every page read them."""
    with host(parts) as server:
        yield server


def build_stream(folder: Path, films: Host, keys: str = "") -> Path:
    """Build a course with the stream and the player; gives its page."""
    into = folder / "films" / "stream-player"
    into.mkdir(parents=True)
    package = ROOT / "node_modules" / "hls.js"
    shutil.copy(package / "dist" / "hls.min.js", into / "hls.min.js")
    shutil.copy(package / "LICENSE", into / "LICENSE.txt")
    body = far(f"{FAR}/film.m3u8", f"- descriptions: not needed (only the speaker is shown)\n{keys}")
    page = Path(url2pathname(write(folder, {"film": body}, PLAYER).removeprefix("file://")))
    page.write_text(page.read_text(encoding="utf-8").replace(FAR, films.address), encoding="utf-8")
    return page


@pytest.fixture
def page(opened: Open, films: Host, tmp_path: Path) -> Page:
    """Such a page in a browser without a player of its own, opened by double click."""
    page = opened()
    page.add_init_script(WITHOUT_HLS)
    page.goto(f"{build_stream(tmp_path, films, DESCRIBED).as_uri()}#film")
    return page


def test_it_is_loaded_when_it_is_played_and_goes_where_the_learner_goes(page: Page, films: Host) -> None:
    """Neither the player nor the list before; then its captions, a sentence of its transcript, and its place are as in any film."""
    assert films.asked == []
    assert page.locator("script[src*=hls]").count() == 0
    press_play(page)
    expect_to_reach(page, 0.5)
    assert films.asked[0] == "/film.m3u8"
    expect(film(page, "far").locator("[data-film-cue]")).not_to_be_empty()
    seek(film(page, "far").locator("video"), 6)
    expect_to_reach(page, 6.2)


def test_its_described_version_takes_its_place_and_gives_it_back(page: Page) -> None:
    """At the same moment, though one is a stream and the other a file."""
    press_play(page)
    expect_to_reach(page, 1)
    switch = film(page, "far").locator("[data-film-described]")
    switch.press("Enter")
    expect(film(page, "far").locator("video")).to_have_attribute("src", f"media/{ETHICAL}.mp4")
    expect_to_reach(page, 1.5)
    switch.press("Enter")
    expect(film(page, "far").locator("video")).not_to_have_attribute("src", f"media/{ETHICAL}.mp4")
    expect_to_reach(page, 2)


def test_a_host_that_is_gone_is_told_and_can_be_tried_again(page: Page, films: Host) -> None:
    """As for a film that is one file."""
    films.mode = "dead"
    listen(page.locator("[data-announce]"))
    press_play(page)
    expect_trouble(page, "could not be loaded from")
    films.mode = "well"
    film(page, "far").get_by_role("button", name="Try again").press("Enter")
    expect_to_reach(page, 0.3)
    expect(film(page, "far").locator(".film__trouble")).to_have_count(0)


def test_a_host_that_lets_no_page_read_its_films_is_told(page: Page, films: Host) -> None:
    """A player in the page reads the parts itself, which a host has to allow."""
    films.open = False
    listen(page.locator("[data-announce]"))
    press_play(page)
    expect_trouble(page, "could not be loaded from")


def test_a_player_that_does_not_come_leaves_the_transcript(opened: Open, films: Host, tmp_path: Path) -> None:
    """It is said that the film could not be played here."""
    start = build_stream(tmp_path, films)
    (start.parent / "stream-player" / "hls.min.js").unlink()
    page = opened()
    page.add_init_script(WITHOUT_HLS)
    page.goto(f"{start.as_uri()}#film")
    listen(page.locator("[data-announce]"))
    press_play(page)
    expect_trouble(page, "This film could not be played here.")
    assert films.asked == []


@pytest.mark.parametrize(
    "lacking",
    [
        "MediaSource.isTypeSupported = () => false",
        """MediaSource.prototype.addSourceBuffer = () => { throw new DOMException("no", "NotSupportedError"); }""",
    ],
    ids=["any", "this one"],
)
def test_a_codec_that_the_browser_lacks_is_no_fault_of_the_network(page: Page, lacking: str) -> None:
    """It is said that the film could not be played here."""
    page.add_init_script(lacking)
    page.reload()
    listen(page.locator("[data-announce]"))
    press_play(page)
    expect_trouble(page, "This film could not be played here.")


def test_it_plays_in_firefox(open_codecs: Path, tmp_path: Path) -> None:
    """Which has no player of its own; from the disk."""
    path = find_firefox()
    assert path, "there is no Firefox here: run `python tests/prepare.py --lab`"
    with host(open_codecs) as films, Firefox(path, tmp_path / "profile", tmp_path) as firefox:
        tab = firefox.open(f"{build_stream(tmp_path, films).as_uri()}#film")
        tab.wait("() => 'ready' in document.documentElement.dataset")
        assert tab.call("() => document.createElement('video').canPlayType('application/vnd.apple.mpegurl')") == ""
        tab.click("[data-film-play]")
        tab.wait("() => document.querySelector('video').currentTime > 0.5")
        tab.wait("() => document.querySelector('[data-film-cue]').textContent !== ''")
        assert firefox.errors == []
