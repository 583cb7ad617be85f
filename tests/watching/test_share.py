"""How much of a film was watched: said, kept, and counted for completion."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pipeline import build
from builder.programs import ffmpeg, run
from tests.learner.driver.announcements import listen
from tests.watching.driver import ETHICAL, MEDIA, SPOKEN, STAGES, Open, film, seek, still, watch, write, write_in_two

pytestmark = pytest.mark.browser

PLAY = """async (video, [from, to]) => {
  if (!(video.readyState > 0)) await new Promise(done => video.addEventListener("loadedmetadata", done, { once: true }));
  video.muted = true;
  video.currentTime = from;
  await new Promise(done => video.addEventListener("seeked", done, { once: true }));
  video.playbackRate = 4;
  await video.play();
  await new Promise(done => video.addEventListener("timeupdate", () => video.currentTime >= to && done()));
  video.pause();
}"""


def watched(page: Page, stem: str = ETHICAL) -> str:
    """What the page says of it."""
    return film(page, stem).locator("[data-film-watched-words]").inner_text()


def seconds(page: Page) -> int:
    """How many seconds the page says that she has seen."""
    return int(watched(page).partition(" ")[0] or 0)


@pytest.mark.slow
def test_what_is_skipped_is_not_seen(opened: Open, tmp_path: Path) -> None:
    """Two stretches of a film count, each once; the way between them does not. All is kept when she comes back."""
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL)}), "film")
    video = film(page).locator("video")
    expect(film(page).locator("[data-film-watched-words]")).to_be_hidden()
    video.evaluate(PLAY, [2, 6])
    first = seconds(page)
    assert 4 <= first <= 6 and watched(page).endswith(f"{first} of 31 seconds seen.")
    seek(video, 29)
    assert seconds(page) == first
    video.evaluate(PLAY, [20, 24])
    both = seconds(page)
    assert first + 3 <= both <= first + 7
    video.evaluate(PLAY, [2, 5])
    assert both <= seconds(page) <= both + 1
    page.reload()
    expect(film(page).locator("[data-film-watched-words]")).to_be_visible()
    assert abs(seconds(page) - both) <= 2


def test_the_place_is_kept_wherever_it_is(opened: Open, tmp_path: Path) -> None:
    """Also in a film that is to be watched: who comes back goes on where she was, and what she skipped is still to be watched."""
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL, f"{SPOKEN}- watched: 80%\n")}), "film")
    film(page).locator("video").evaluate(PLAY, [18, 20])
    page.reload()
    expect(film(page).locator("[data-film-watched-words]")).to_be_visible()
    place = film(page).locator("video").evaluate("video => video.currentTime")
    assert 18 <= place <= 24 and seconds(page) < 6
    expect(page.locator('.contents [data-module-state="film"]')).to_have_text("Started: watch one film")


def speak(page: Page, tag: str) -> None:
    """Choose a language."""
    page.locator(f"[data-languages] [lang={tag}]").click()
    expect(page.locator("html")).to_have_attribute("lang", tag)


def leave_and_come_back(page: Page) -> None:
    """By the address of another page of the web."""
    page.goto("about:blank")
    page.go_back()


def speak_elsewhere(page: Page) -> None:
    """From another page of the course, and come back."""
    page.locator('[data-contents="words"]').click()
    speak(page, "cy")
    page.locator('[data-contents="film"]').click()


def describe_and_reload(page: Page) -> None:
    """The other version begins there too."""
    page.locator("[data-current] [data-film-described]").press("Enter")
    expect(page.locator("[data-current] video")).to_have_js_property("currentTime", 14)
    page.reload()


def sign_and_speak(page: Page) -> None:
    """The film beside it goes there too."""
    page.locator("[data-current] [data-film-sign]").press("Enter")
    expect(page.locator("[data-current] .film__sign")).to_have_js_property("currentTime", 14)
    speak(page, "cy")


LEAVING: dict[str, Callable[[Page], object]] = {
    "language": lambda page: speak(page, "cy"),
    "language of another page": speak_elsewhere,
    "reload": lambda page: page.reload(),
    "address": leave_and_come_back,
    "described": describe_and_reload,
    "sign": sign_and_speak,
}


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A film with all that goes with one, and one that begins late; in English and in Welsh."""
    keys = f"- described: media/{STAGES}.mp4\n- sign: media/{ETHICAL}.mp4\n- watched: 80%\n"
    late = watch("Another", STAGES).replace(".mp4)", ".mp4#t=0:12)")
    bodies = {"film": watch("A film", ETHICAL, keys), "late": late, "words": "Words."}
    return write_in_two(tmp_path_factory.mktemp("spoken"), bodies)


@pytest.mark.parametrize(
    "way", [way if way == "language" else pytest.param(way, marks=pytest.mark.slow) for way in LEAVING]
)
def test_where_she_went_without_playing_is_kept(way: str, opened: Open, spoken: str) -> None:
    """However the page goes; nothing of it was seen by that."""
    page = opened(spoken, "film")
    seek(still(page.locator("[data-current]")), 14)
    LEAVING[way](page)
    expect(page.locator("[data-current] video").first).to_have_js_property("currentTime", 14)
    expect(page.locator("[data-current] [data-film-watched-words]")).to_be_hidden()
    expect(page.locator('.contents [data-module-state="film"]')).not_to_have_text("Done")


KEPT = "() => Object.values(localStorage).flatMap((text) => JSON.parse(text).films ?? [])"


@pytest.mark.slow
def test_who_only_opens_a_page_has_not_touched_its_film(opened: Open, spoken: str) -> None:
    """Neither one that begins late nor one that goes on where she was: the film that she played last stays the last."""
    page = opened(spoken, "late")
    video = page.locator("[data-current] video")
    expect(video).to_have_js_property("currentTime", 12)
    page.reload()
    expect(video).to_have_js_property("currentTime", 12)
    speak(page, "cy")
    assert page.evaluate(KEPT) == []
    seek(still(page.locator("[data-current]")), 20)
    page.locator('[data-contents="film"]').click()
    page.reload()
    seek(still(page.locator("[data-current]")), 14)
    page.reload()
    kept = page.evaluate(KEPT)
    assert kept[-1] == [f"film-{ETHICAL}", 14] and [f"film-{STAGES}", 20] in kept
    page.locator('[data-contents="late"]').click()
    expect(video).to_have_js_property("currentTime", 20)
    page.reload()
    assert page.evaluate(KEPT) == kept


@pytest.mark.slow
def test_a_moment_late_in_a_film_is_not_all_before_it(opened: Open, tmp_path: Path) -> None:
    """Who leaps to the end, looks for a moment and comes back has not watched the film."""
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL, f"{SPOKEN}- watched: 80%\n")}), "film")
    video = film(page).locator("video")
    seek(video, 25)
    video.evaluate("video => video.play().then(() => video.pause())")
    page.reload()
    page.wait_for_function("() => document.querySelector('video').currentTime >= 25")
    assert seconds(page) <= 1
    expect(page.locator('.contents [data-module-state="film"]')).to_have_text("Started: watch one film")


@pytest.mark.slow
def test_what_lies_before_the_place_of_a_described_version_is_not_seen(opened: Open, tmp_path: Path) -> None:
    """The other version begins in the middle, and a browser may count as played all that it was sent over."""
    keys = f"- described: media/{ETHICAL}.mp4\n"
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL, keys)}), "film")
    video = film(page).locator("video")
    video.evaluate(PLAY, [18, 20])
    before = seconds(page)
    video.evaluate("video => { video.playbackRate = 1; return video.play(); }")
    page.get_by_role("button", name="Described version").press("Enter")
    expect(page.get_by_role("button", name="Described version")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("video => video.readyState > 1 && video.currentTime > 21", arg=video.element_handle())
    assert before <= seconds(page) <= before + 4


@pytest.mark.slow
def test_the_described_version_counts_with_the_other(opened: Open, tmp_path: Path) -> None:
    """What was watched of one is not to be watched of the other."""
    keys = f"- described: media/{STAGES}.mp4\n"
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL, keys)}), "film")
    film(page).locator("video").evaluate(PLAY, [2, 8])
    before = seconds(page)
    page.get_by_role("button", name="Described version").press("Enter")
    film(page).locator("video").evaluate(PLAY, [9, 12])
    assert seconds(page) >= before + 2


@pytest.mark.slow
def test_she_may_say_that_she_has_watched_it_elsewhere(opened: Open, tmp_path: Path) -> None:
    """Where the author allows it; the focus stays where it is said that it counts."""
    body = watch("A film", ETHICAL, f"{SPOKEN}- watched: 80% or elsewhere\n")
    other = watch("Another", STAGES, f"{SPOKEN}- watched: 80%\n")
    page = opened(write(tmp_path, {"film": body, "other": other}), "film")
    button = film(page).get_by_role("button", name="I have watched this elsewhere")
    button.press("Enter")
    expect(page.locator('.contents [data-module-state="film"]')).to_have_text("Done")
    expect(film(page).locator("[data-film-needed]")).to_be_focused()
    expect(button).to_have_count(0)
    page.reload()
    expect(page.locator('.contents [data-module-state="film"]')).to_have_text("Done")
    page.locator('[data-contents="other"]').click()
    expect(film(page, STAGES).get_by_role("button", name="I have read the transcript")).to_be_visible()
    expect(film(page, STAGES).get_by_role("button", name="I have watched this elsewhere")).to_have_count(0)


def test_the_handover_says_which_films_may_be_watched_elsewhere(tmp_path: Path) -> None:
    """Administrators know what a completion rests on."""
    body = watch("A film", ETHICAL, f"{SPOKEN}- watched: 80% or elsewhere\n")
    write(tmp_path, {"film": body, "other": watch("Another", STAGES, f"{SPOKEN}- watched: 70%\n")})
    build(tmp_path / "films", tmp_path / "lms", ["scorm12"])
    (handover,) = (tmp_path / "lms").glob("*-handover.html")
    said = "These films must be watched, or their transcripts read: “A film” (80 %, or elsewhere), “Another” (70 %)."
    assert said in handover.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_long_film_is_counted_in_minutes(opened: Open, tmp_path: Path) -> None:
    """As people say it."""
    page = opened(write(tmp_path, {"film": watch("A film", ETHICAL)}), "film")
    video = film(page).locator("video")
    video.evaluate(
        """async video => {
          if (!(video.readyState > 0)) await new Promise(done => video.addEventListener("loadedmetadata", done, { once: true }));
          Object.defineProperty(video, "duration", { value: 900 });
          Object.defineProperty(video, "played", { value: { length: 2, start: (at) => [0, 400][at], end: (at) => [330, 800][at] } });
          video.dispatchEvent(new Event("timeupdate"));
        }"""
    )
    assert watched(page) == "12 of 15 minutes seen."


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A film of 6 seconds that does not say so, as browsers record them."""
    folder = tmp_path_factory.mktemp("endless")
    (folder / "films" / "media").mkdir(parents=True)
    codecs = ["-vf", "scale=160:-2", "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"]
    into = ["-ar", "48000", "-live", "1", str(folder / "films" / "media" / "open.webm")]
    run([ffmpeg(), "-v", "error", "-i", str(MEDIA / f"{ETHICAL}.mp4"), "-t", "6", *codecs, *into], folder)
    captions = "WEBVTT\n\n00:00:00.000 --> 00:00:05.500\nWhat is ethical innovation?\n"
    body = f"## Watch: A film {{#film-open}}\n\n[A film](media/open.webm)\n\n- captions: media/open.en.vtt\n{SPOKEN}"
    return write(folder, {"film": f"{body}- watched: 80%\n"}, files={"open.en.vtt": captions})


@pytest.mark.slow
@pytest.mark.media
def test_a_film_that_does_not_say_its_length_is_counted_at_its_end(opened: Open, endless: str) -> None:
    """Nobody reads of infinite minutes before that; what was watched on another day counts."""
    page = opened(endless, "film")
    video = film(page, "open").locator("video")
    listen(page.locator("[data-announce]"))
    video.evaluate(PLAY, [0.5, 3])
    assert video.evaluate("video => video.duration === Infinity")
    expect(film(page, "open").locator("[data-film-watched-words]")).to_be_hidden()
    film(page, "open").get_by_role("button", name="Back 10 seconds").press("Enter")
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", "0:00")
    video.evaluate(PLAY_ON)
    expect(film(page, "open").locator("[data-film-watched-words]")).to_have_text("6 of 6 seconds seen.")
    expect(page.locator('.contents [data-module-state="film"]')).to_have_text("Done")


PLAY_ON = """async video => {
  video.playbackRate = 4;
  const ends = new Promise(done => video.addEventListener("ended", done, { once: true }));
  await video.play();
  await ends;
}"""
