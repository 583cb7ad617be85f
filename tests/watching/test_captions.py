"""Captions: where they stand, how they look, and that they are kept so."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.read.files.source import Source
from builder.read.files.webvtt import parse_webvtt
from builder.render.page.voices import named_voices
from tests.learner.driver.loopback import Loopback
from tests.watching.driver import ETHICAL, MEDIA, SPOKEN, Open, film, seek, still, watch, write

pytestmark = pytest.mark.browser

CUES, _ = parse_webvtt(Source("film.vtt", tuple((MEDIA / f"{ETHICAL}.en.vtt").read_text("utf-8").split("\n"))))
WELSH = "WEBVTT\n\n00:00:00.000 --> 00:00:30.000\nBeth yw arloesi moesegol?\n"


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A film with captions in English, and one with Welsh ones too."""
    two = watch("Two languages", ETHICAL, f"- captions: media/{ETHICAL}.cy.vtt\n{SPOKEN}").replace("#film-", "#two-")
    bodies = {"one": watch("A film", ETHICAL), "two": two}
    return write(tmp_path_factory.mktemp("captions"), bodies, files={f"{ETHICAL}.cy.vtt": WELSH})


class _Parts(SimpleHTTPRequestHandler):
    """Answers a part of a file where that is asked for, as every real server does: a film is moved through by it."""

    def do_GET(self) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if not asked:
            return super().do_GET()
        path = Path(self.translate_path(self.path))
        content, first = path.read_bytes(), int(asked[1])
        last = int(asked[2] or len(content) - 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last + 1 - first))
        self.end_headers()
        self.wfile.write(content[first : last + 1])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(disk: str) -> Iterator[str]:
    """The same on a web server."""
    folder = Path(unquote(urlparse(disk).path)).parent
    with Loopback(partial(_Parts, directory=str(folder))) as running:
        yield f"{running.address}/index.html"


def line(page: Page) -> Locator:
    """What stands below the picture."""
    return film(page).locator("[data-film-cue]")


def choose(page: Page, label: str, value: str) -> None:
    """From a list among the settings of captions."""
    film(page).locator("[data-film-settings]").evaluate("details => { details.open = true; }")
    page.get_by_label(label).locator("visible=true").select_option(value)


COLOURS = {
    "White on black": ("rgb(255, 255, 255)", "rgb(0, 0, 0)"),
    "Black on white": ("rgb(0, 0, 0)", "rgb(255, 255, 255)"),
    "Yellow on black": ("rgb(255, 255, 0)", "rgb(0, 0, 0)"),
}
"""Of the words and of what is behind them."""


@pytest.mark.parametrize("way", ["disk", pytest.param("server", marks=pytest.mark.slow)])
def test_every_caption_is_below_the_picture_at_its_time(way: str, opened: Open, request: pytest.FixtureRequest) -> None:
    """All of its words, and none of them over the slide; between captions there are none."""
    page = opened(request.getfixturevalue(way), "one")
    video = still(film(page))
    for cue in CUES:
        seek(video, (cue.start + cue.end) / 2)
        expect(line(page)).to_have_text(" ".join(cue.text.split()))
    picture, words = video.bounding_box(), line(page).bounding_box()
    assert picture and words and words["y"] >= picture["y"] + picture["height"]
    seek(video, CUES[0].start / 2)
    expect(line(page)).to_be_empty()


@pytest.mark.slow
def test_captions_are_off_and_on_again(opened: Open, disk: str) -> None:
    """By one press; off, they take no room."""
    page = opened(disk, "one")
    video, button = still(film(page)), page.get_by_role("button", name="Captions", exact=True)
    seek(video, 2)
    expect(line(page)).to_be_visible()
    button.press("Enter")
    expect(line(page)).to_be_hidden()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(line(page)).to_be_hidden()


@pytest.mark.slow
def test_size_colour_and_place_are_the_learners_and_kept(opened: Open, disk: str) -> None:
    """Also for the next film, and when she comes back."""
    page = opened(disk, "one")
    seek(still(film(page)), 2)
    plain = line(page).evaluate("line => parseFloat(getComputedStyle(line).fontSize)")
    choose(page, "Size of captions", "200")
    for label, (words, ground) in COLOURS.items():
        page.get_by_label("Colour of captions").locator("visible=true").select_option(label=label)
        expect(line(page)).to_have_css("color", words)
        expect(line(page)).to_have_css("background-color", ground)
    page.reload()
    seek(still(film(page)), 2)
    assert line(page).evaluate("line => parseFloat(getComputedStyle(line).fontSize)") == 2 * plain
    expect(line(page)).to_have_css("color", "rgb(255, 255, 0)")
    page.locator('[data-contents="two"]').click()
    expect(page.locator("#two-ethical-innovation [data-film-stage]")).to_have_attribute("data-size", "200")


@pytest.mark.slow
def test_over_the_picture_the_browser_draws_them(opened: Open, disk: str) -> None:
    """Where the learner wants them there; nothing stands below then."""
    page = opened(disk, "one")
    video = still(film(page))
    seek(video, 2)
    choose(page, "Place of captions", "over")
    expect(line(page)).to_be_hidden()
    showing = "video => [...video.textTracks].filter(({ mode }) => mode === 'showing').flatMap(({ activeCues }) => [...activeCues].map(({ text }) => text))"
    assert video.evaluate(showing) == [CUES[0].text]
    choose(page, "Place of captions", "below")
    expect(line(page)).to_contain_text(CUES[0].text.split("\n")[0])
    assert video.evaluate(showing) == []


@pytest.mark.slow
def test_several_languages_are_a_list_with_off_in_it(opened: Open, disk: str) -> None:
    """What is chosen is shown, in its own language, and kept."""
    page = opened(disk, "two")
    figure = page.locator("#two-ethical-innovation")
    seek(still(figure), 2)
    chosen = figure.get_by_role("combobox", name="Captions")
    assert chosen.locator("option").all_inner_texts() == ["Off", "English", "Cymraeg"]
    chosen.select_option(label="Cymraeg")
    words = figure.locator("[data-film-cue]")
    expect(words).to_have_text("Beth yw arloesi moesegol?")
    expect(words).to_have_attribute("lang", "cy")
    page.reload()
    expect(chosen).to_have_value("cy")
    chosen.select_option(label="Off")
    expect(words).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize(("language", "words"), [("en-GB", "قالت نعم!"), ("ar", "Who decides?")])
def test_captions_run_their_own_way(language: str, words: str, opened: Open, tmp_path: Path) -> None:
    """Whichever way the page runs: a question mark stands at the end of its question."""
    tag = "ar" if language == "en-GB" else "en"
    body = watch("A film", ETHICAL).replace(".en.vtt", f".{tag}.vtt")
    files = {f"{ETHICAL}.{tag}.vtt": f"WEBVTT\n\n00:00:00.000 --> 00:00:30.000\n{words}\n"}
    page = opened(write(tmp_path, {"one": body}, files=files, language=language), "one")
    seek(still(film(page)), 2)
    expect(line(page)).to_have_text(words)
    first, last = line(page).evaluate(
        """line => [0, line.textContent.length - 1].map((place) => {
          const [range, [text]] = [document.createRange(), line.childNodes];
          range.setStart(text, place);
          range.setEnd(text, place + 1);
          return range.getBoundingClientRect().x;
        })"""
    )
    assert (first < last) is (tag == "en")


VOICE = """
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [{ lang: "en-GB", localService: true }, { lang: "cy", localService: true }],
    speak: (speech) => { window.said.push(speech.text); setTimeout(() => speech.onend()); },
    cancel: () => {},
  } });
"""


@pytest.mark.slow
def test_a_caption_is_neither_found_nor_read_aloud(opened: Open, disk: str) -> None:
    """It is gone in a moment, and the transcript has its words; a film that stands still goes on showing it."""
    page = opened()
    page.add_init_script(VOICE)
    page.goto(f"{disk}#two")
    figure = page.locator("#two-ethical-innovation")
    seek(still(figure), 2)
    figure.get_by_role("combobox", name="Captions").select_option(label="Cymraeg")
    expect(figure.locator("[data-film-cue]")).to_have_text("Beth yw arloesi moesegol?")
    page.get_by_role("button", name="Reading tools").press("Enter")
    search = page.get_by_role("searchbox", name="Search the whole course")
    for word, places in (("arloesi", 0), ("reflexivity", 2)):
        search.fill(word)
        expect(page.locator("[data-search-results] a")).to_have_count(places)
    page.locator("#two h1").evaluate("heading => heading.scrollIntoView()")
    page.get_by_role("button", name="Read from here").press("Enter")
    expect(page.locator("[data-aloud]")).to_have_count(0)
    said = page.evaluate("window.said")
    assert "Two languages" in said and "Beth yw arloesi moesegol?" not in said


@pytest.mark.slow
def test_the_players_own_menu_counts_too(opened: Open, disk: str) -> None:
    """Who turns captions on in the browser's menu has them, where she wants them."""
    page = opened(disk, "one")
    video = still(film(page))
    page.get_by_role("button", name="Captions", exact=True).press("Enter")
    video.evaluate("video => { video.textTracks[0].mode = 'showing'; }")
    expect(page.get_by_role("button", name="Captions", exact=True)).to_have_attribute("aria-pressed", "true")
    seek(video, 2)
    expect(line(page)).to_contain_text(CUES[0].text.split("\n")[0])


MARKED = """WEBVTT

STYLE
::cue(.aside) { color: yellow }

NOTE who speaks is seen

00:00:00.000 --> 00:00:04.000 line:0 align:left
She read <i>Trust</i> aloud, <c.aside>twice</c>.

00:00:04.000 --> 00:00:08.000
One says
<b>yes</b> &amp; waits.

00:00:06.000 --> 00:00:30.000
The other no.
"""


@pytest.mark.slow
def test_what_is_marked_in_a_caption_stays_in_its_line(opened: Open, tmp_path: Path) -> None:
    """A title in italics, two captions at a time: as many lines as the author wrote."""
    page = opened(write(tmp_path, {"one": watch("A film", ETHICAL)}, files={f"{ETHICAL}.en.vtt": MARKED}), "one")
    video = still(film(page))
    height = "line => { const range = document.createRange(); range.selectNodeContents(line); return range.getBoundingClientRect().height; }"
    seek(video, 9)
    one = line(page).evaluate(height)
    for seconds, words, lines in (
        (2, "She read Trust aloud, twice.", 1),
        (5, "One says\nyes & waits.", 2),
        (7, "One says\nyes & waits.\nThe other no.", 3),
    ):
        seek(video, seconds)
        expect(line(page)).to_contain_text(words.split("\n")[-1])
        assert line(page).inner_text() == words
        assert round(line(page).evaluate(height) / one) == lines


TEAMS = """WEBVTT

00:00:00.000 --> 00:00:02.000
<v Lefevre, Michelle>Who decides?</v>

00:00:02.000 --> 00:00:04.000
<v Lefevre, Michelle>And who asks?</v>

00:00:04.000 --> 00:00:06.000
<v.loud Sam Owen>We all do.</v>
<v Lefevre, Michelle>All?</v>

00:00:06.000 --> 00:00:08.000
Somebody laughs.

00:00:08.000 --> 00:00:30.000
<v Lefevre, Michelle>Lefevre, Michelle: Good.</v>
"""


def test_who_speaks_is_seen_where_another_begins(opened: Open, tmp_path: Path) -> None:
    """Browsers show no voices of WebVTT (WCAG 1.2.2). The transcript names each once, and the file stays as it is."""
    address = write(tmp_path, {"one": watch("A film", ETHICAL)}, files={f"{ETHICAL}.en.vtt": TEAMS})
    page = opened(address, "one")
    video = still(film(page))
    for seconds, words in (
        (1, "Lefevre, Michelle: Who decides?"),
        (3, "And who asks?"),
        (5, "Sam Owen: We all do. Lefevre, Michelle: All?"),
        (7, "Somebody laughs."),
        (9, "Lefevre, Michelle: Good."),
    ):
        seek(video, seconds)
        expect(line(page)).to_have_text(words)
    speakers = film(page).locator("[data-film-transcript] b").all_text_contents()
    assert speakers[:3] == ["Lefevre, Michelle:", "Sam Owen:", "Lefevre, Michelle:"]
    kept = Path(unquote(urlparse(address).path)).parent / "media" / f"{ETHICAL}.en.vtt"
    assert kept.read_text(encoding="utf-8") == TEAMS


def test_one_speaker_is_not_named_again_and_again() -> None:
    """She is the only one there."""
    alone = TEAMS.replace("Sam Owen", "Lefevre, Michelle")
    assert named_voices(alone) == alone
