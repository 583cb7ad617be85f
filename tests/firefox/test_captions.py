"""Captions of a film in Firefox, opened by double click and from a web server."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import url2pathname

import pytest

from builder.programs import ffmpeg, run
from builder.read.files.source import Source
from builder.read.files.webvtt import parse_webvtt
from tests.firefox.bidi import Firefox, Tab
from tests.watching.driver import ETHICAL, MEDIA, SPOKEN, write
from tests.watching.hosts import host

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.media]

CUES, _ = parse_webvtt(Source("film.vtt", tuple((MEDIA / f"{ETHICAL}.en.vtt").read_text("utf-8").split("\n"))))
FILM = f"## Watch: A film {{#film-open}}\n\n[A film](media/open.webm)\n\n- captions: media/{ETHICAL}.en.vtt\n{SPOKEN}"
AT = """async (seconds) => {
  const video = document.querySelector("video");
  if (!(video.readyState > 0)) await new Promise((done) => video.addEventListener("loadedmetadata", done, { once: true }));
  video.currentTime = Number(seconds);
  await new Promise((done) => video.addEventListener("seeked", done, { once: true }));
  const words = () => document.querySelector("[data-film-cue]").textContent.split(/\\s+/).filter(Boolean).join(" ");
  const active = () => [...video.textTracks[0].activeCues].map(({ text }) => text).join(" ").split(/\\s+/).filter(Boolean).join(" ");
  // The browser looks for the cues of a moment after it has come there.
  for (const end = performance.now() + 5000; words() !== active() && performance.now() < end; ) await new Promise(requestAnimationFrame);
  const [line, picture] = [document.querySelector("[data-film-cue]"), video].map((part) => part.getBoundingClientRect());
  return `${active()} | ${words()} | ${line.height > 0 && line.top >= picture.bottom}`;
}"""
"""Go to a place; gives what the browser holds to be the caption there, what is seen, and whether that is below the picture."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with a film in codecs that each Firefox has: where the system has no decoder of H.264, it has none either."""
    folder = tmp_path_factory.mktemp("captions")
    (folder / "films" / "media").mkdir(parents=True)
    codecs = ["-vf", "scale=320:-2", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"]
    film = folder / "films" / "media" / "open.webm"
    run([ffmpeg(), "-v", "error", "-i", str(MEDIA / f"{ETHICAL}.mp4"), *codecs, "-ar", "48000", str(film)], folder)
    return Path(url2pathname(write(folder, {"film": FILM, "words": "Words."}).removeprefix("file://")))


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, page: Path) -> Iterator[str]:
    """Where the course is opened."""
    if request.param == "file":
        yield page.as_uri()
        return
    with host(page.parent) as server:
        yield f"{server.address}/{page.name}"


@pytest.fixture
def tab(firefox_path: str, address: str, tmp_path: Path) -> Iterator[Tab]:
    """The module with the film; an error in the console fails the test."""
    with Firefox(firefox_path, tmp_path / "profile", tmp_path) as firefox:
        tab = firefox.open(f"{address}#film")
        ready(tab)
        yield tab
        assert firefox.errors == []


def ready(tab: Tab) -> None:
    """The page has come to life."""
    tab.wait("() => 'ready' in document.documentElement.dataset")


def test_every_caption_is_below_the_picture_at_its_time(tab: Tab) -> None:
    """All of its words, and none of them over the slide; between captions there are none."""
    for cue in CUES:
        words = " ".join(cue.text.split())
        assert tab.call(AT, str((cue.start + cue.end) / 2)) == f"{words} | {words} | true"
    assert tab.call(AT, str(CUES[0].start / 2)).startswith(" |  | ")


def test_size_colour_and_place_are_the_learners_and_kept(tab: Tab) -> None:
    """When she comes back; over the picture Firefox draws the caption itself."""
    for name, value in (("size", "200"), ("colour", "yellow"), ("place", "over")):
        tab.call(
            """(name, value) => {
              const list = document.querySelector(`[data-film-${name}]`);
              list.value = value;
              list.dispatchEvent(new Event("change", { bubbles: true }));
            }""",
            name,
            value,
        )
    tab.reload()
    ready(tab)
    stage = "() => { const { size, colour, place } = document.querySelector('[data-film-stage]').dataset; return [size, colour, place].join(); }"
    assert tab.call(stage) == "200,yellow,over"
    assert tab.call("() => document.querySelector('video').textTracks[0].mode") == "showing"
    assert tab.call("() => document.querySelector('[data-film-cue]').hidden") is True
