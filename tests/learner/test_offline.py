"""The course opened by double click, with no network and no server."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from builder.kinds import KINDS
from builder.model.course import Course
from tests.browser import arguments
from tests.conftest import COURSE
from tests.learner.driver.mouse import answer_question, go_to_cover, open_module
from tests.learner.driver.script import (
    answers_to,
    best_answer,
    is_reflection,
    kind_of,
    mixed_answers,
    option_of,
    options_of,
    question_of,
    right_fields,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def offline(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that is cut off from every network."""
    made = browser.new_context(offline=True)
    yield made
    made.close()


@dataclass
class Noise:
    """Whatever a technician would see in the browser's tools."""

    console: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Write everything down."""
        page.on("console", lambda message: self.console.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.console.append(f"uncaught: {error}"))
        page.on("requestfailed", lambda request: self._fail(request.url, str(request.failure)))
        page.on("request", lambda request: self.requested.append(request.url))

    def _fail(self, address: str, reason: str) -> None:
        """A film of which the browser has read enough for now is no failure."""
        if not (address.endswith(".mp4") and reason == "net::ERR_ABORTED"):
            self.failed.append(f"{address[:200]} {reason}")


def test_nothing_is_asked_of_any_network(offline: BrowserContext, web_course: Path, course: Course) -> None:
    """Every page, film and question works from the folder alone, and the browser's console stays empty."""
    page = offline.new_page()
    noise = Noise()
    noise.listen(page)
    page.goto(web_course.as_uri())
    for module in course.modules:
        open_module(page, module)
        for item in module.items:
            if not is_reflection(item):
                answer_question(page, best_answer(item))
            else:
                page.get_by_role("textbox", name=item.title.text).fill("Some words.")
        for film in page.locator("video:visible").all():
            expect(film).to_have_js_property("error", None)
            film.evaluate(
                "film => new Promise(done => film.readyState ? done() : film.addEventListener('loadedmetadata', done))"
            )
    folder = web_course.parent.as_uri() + "/"
    assert [url for url in noise.requested if not url.startswith((folder, "data:"))] == []
    assert noise.requested[0] == web_course.as_uri()
    assert any(url.endswith(".mp4") for url in noise.requested)
    assert noise.failed == []
    assert [line for line in noise.console if not line.startswith(("log", "info", "debug"))] == []


@pytest.mark.slow
def test_films_are_there_with_their_captions(offline: BrowserContext, web_course: Path, course: Course) -> None:
    """Each film shows its first picture and length; captions are on, and one press of Captions takes them away and brings them back."""
    page = offline.new_page()
    page.goto(web_course.as_uri())
    films = [(module, film) for module in course.modules for film in module.blocks if film in course.films]
    assert films
    for module, watch in films:
        open_module(page, module)
        figure = page.get_by_role("figure").filter(has=page.locator("video:visible"))
        video = figure.locator("video")
        length = video.evaluate(
            "film => new Promise(done => film.duration ? done(film.duration) : film.addEventListener('loadedmetadata', () => done(film.duration)))"
        )
        assert length == pytest.approx(watch.captions[0].cues[-1].end, abs=5)
        assert video.evaluate("film => film.videoWidth") >= 640
        track = video.locator("track[kind=captions]").first
        expect(track).to_have_js_property("readyState", 2)
        assert track.evaluate("track => track.track.cues.length") == len(watch.captions[0].cues)
        button = figure.get_by_role("button", name="Captions", exact=True)
        # Hidden from the browser, which would lay them over the picture, they are read and shown below it.
        for mode, pressed in [("hidden", "true"), ("disabled", "false"), ("hidden", "true")]:
            expect(button).to_have_attribute("aria-pressed", pressed)
            assert track.evaluate("track => track.track.mode") == mode
            button.click()
        button.click()


@pytest.mark.slow
def test_a_film_can_be_moved_through(offline: BrowserContext, web_course: Path, course: Course) -> None:
    """A chapter leads to its place, "Back 10 seconds" goes back, and the speed chosen for one film is kept for the next."""
    page = offline.new_page()
    page.goto(web_course.as_uri())
    modules = [module for module in course.modules if any(block in course.films for block in module.blocks)]
    open_module(page, modules[0])
    film = page.locator("video:visible")
    film.evaluate("film => { film.play = () => Promise.resolve(); }")  # it stands still, so that places are exact
    chapters = page.locator("[data-film-seek]:visible")
    page.locator("summary:visible", has_text="Chapters").click()
    chapters.last.click()
    start = float(chapters.last.get_attribute("data-film-seek") or 0)
    assert start > 10
    expect(film).to_have_js_property("currentTime", start)
    page.locator("[data-film-back]:visible").click()
    assert film.evaluate("film => film.currentTime") == pytest.approx(start - 10, abs=0.1)
    page.get_by_label("Speed").locator("visible=true").select_option("1.5")
    expect(film).to_have_js_property("playbackRate", 1.5)
    open_module(page, modules[1])
    expect(page.locator("video:visible")).to_have_js_property("playbackRate", 1.5)
    expect(page.get_by_label("Speed").locator("visible=true")).to_have_value("1.5")


@contextmanager
def restarted(playwright: Playwright, chromium: str, profile: Path) -> Iterator[Page]:
    """A browser of its own, started anew with the same profile, that knows what it knew when it was shut."""
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=chromium, args=arguments(), offline=True
    )
    yield context.pages[0] if context.pages else context.new_page()
    context.close()


@pytest.mark.slow
def test_all_is_there_after_the_browser_was_shut(
    playwright: Playwright, chromium: str, web_course: Path, course: Course, tmp_path: Path
) -> None:
    """Tomorrow the cover offers to go on where she left, and every answer and every word that she wrote is still there."""
    answers = mixed_answers(course)
    last = next(module for module in course.modules if any(is_reflection(item) for item in module.items))
    with restarted(playwright, chromium, tmp_path) as page:
        page.goto(web_course.as_uri())
        for module in course.modules:
            open_module(page, module)
            for item in module.items:
                if not is_reflection(item):
                    answer_question(page, answers[item.id])
                else:
                    page.get_by_role("textbox", name=item.title.text).fill(f"About {item.id}.\nTwo lines.")
        open_module(page, last)

    with restarted(playwright, chromium, tmp_path) as page:
        page.goto(web_course.as_uri())
        expect(page.get_by_role("heading", level=1)).to_have_text(course.title)
        place = course.modules.index(last) + 1
        page.get_by_role("link", name=f"Continue with module {place}: {last.title}").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(last.title)
        for module in course.modules:
            open_module(page, module)
            for item in module.items:
                question = question_of(page, item)
                if is_reflection(item):
                    expect(question.get_by_role("textbox")).to_have_value(f"About {item.id}.\nTwo lines.")
                    continue
                expect(question).to_have_attribute("data-state", answers[item.id].state)
                expect(question.locator("[data-feedback]")).not_to_be_empty()
                for label, value in answers[item.id].fields:
                    field = question.get_by_label(label, exact=True)
                    assert field.evaluate("field => field.selectedOptions?.[0].text ?? field.value") == value
                for option in options_of(item) if kind_of(item) not in ("order", "sort", "fill") else ():
                    assert option_of(question, option).is_checked() == (option in answers[item.id].choices)
                if question.get_attribute("data-kind") == "order":
                    steps = [step.strip() for step in question.locator("[data-choice-text]").all_inner_texts()]
                    assert steps == [choice.content.text for choice in answers[item.id].choices]


@pytest.mark.slow
def test_the_cover_of_a_new_learner_says_start(offline: BrowserContext, web_course: Path) -> None:
    """Nobody is offered to continue what was never begun."""
    page = offline.new_page()
    page.goto(web_course.as_uri())
    expect(page.locator("[data-start]")).to_have_text("Start")


@pytest.mark.slow
def test_the_cover_does_not_contradict_itself(offline: BrowserContext, web_course: Path, course: Course) -> None:
    """Who has looked at every page and answered nothing has opened all that completion asks for; questions are hers to choose."""
    page = offline.new_page()
    page.goto(web_course.as_uri())
    for module in course.modules:
        open_module(page, module)
    go_to_cover(page)
    left = len([item for module in course.modules for item in module.items])
    progress = page.locator("[data-progress]").first
    expect(progress).to_have_text(
        f"You have completed this course. {left} questions are still open, if you want to answer them."
    )
    states = page.locator("#cover [data-module-state]").all_inner_texts()
    assert states == ["Opened" if module.items else "Done" for module in course.modules]


@pytest.mark.slow
def test_the_last_page_and_the_cover_say_when_all_is_done(
    offline: BrowserContext, web_course: Path, course: Course
) -> None:
    """The last module says that the course is completed; after the last answer nothing is called open, and no link says to continue."""
    page = offline.new_page()
    page.goto(web_course.as_uri())
    for module in course.modules:
        open_module(page, module)
        for item in module.items:
            if not is_reflection(item):
                answer_question(page, best_answer(item))
            else:
                page.get_by_role("textbox", name=item.title.text).fill("Some words.")
    end = page.get_by_role("navigation", name=f"After module {len(course.modules)}")
    expect(end).to_contain_text("That was the last module. You have completed this course.")
    go_to_cover(page)
    expect(page.locator("#cover [data-progress]")).to_have_text("You have completed this course.")
    expect(page.locator("#cover [data-module-state]")).to_have_text(["Done"] * len(course.modules))
    expect(page.get_by_role("link", name="Go through it again")).to_have_attribute("href", f"#{course.modules[0].id}")


def test_the_line_at_the_foot_says_where_the_work_is(offline: BrowserContext, web_course: Path, course: Course) -> None:
    """Before anything is done it says where the work will be, and after that since when it is there."""
    page = offline.new_page()
    page.goto(web_course.as_uri())
    status = page.locator("[data-save-status]")
    expect(status).to_have_text("Nothing new is saved yet. Your work will be kept on this device.")
    open_module(page, course.modules[0])
    expect(status).to_have_text(re.compile(r"^Saved on this device at \d\d:\d\d$"))


def test_without_storage_the_learner_is_warned(browser: Browser, web_course: Path, course: Course) -> None:
    """Where the browser keeps nothing the course still works, and says that the work will be lost."""
    context = browser.new_context()
    # A browser that forbids local storage forbids the database too (Chromium, "block cookies").
    for storage in ("localStorage", "indexedDB"):
        context.add_init_script(
            f"Object.defineProperty(window, '{storage}', {{ get() {{ throw new DOMException('blocked', 'SecurityError'); }} }})"
        )
    page = context.new_page()
    page.goto(web_course.as_uri())
    open_module(page, course.modules[0])
    answer_question(page, answers_to(course.modules[0].items[0])["correct"])
    expect(page.locator("[data-save-status]")).to_contain_text("Your work will be lost when you close it.")
    context.close()


def plain(text: str) -> str:
    """Words as they are compared: straight quotes, one space, no soft signs."""
    text = text.translate(
        str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2011": "-"})
    )
    return re.sub(r"\s+", " ", text).strip()


def words_of(source: str) -> list[str]:
    """Every phrase that a reader of a markdown file reads, without the signs of markdown."""
    phrases = []
    _, front, body = source.split("---\n", 2)
    phrases += [line.partition(": ")[2] for line in front.splitlines() if line.startswith(("title:", "summary:"))]
    in_watch = False
    for line in body.splitlines():
        if line.startswith("#"):
            in_watch = bool(re.match(r"#+ Watch:", line))
        if (
            in_watch and re.match(r"- (captions|chapters|descriptions|poster|transcript|at [\d:]+):", line)
        ) or line.startswith("*["):
            continue  # names of files and questions; what an abbreviation stands for is shown when it is pointed at
        line = re.sub(r"^\s*>?\s*(#+|[-*+]|\d+\.)?\s*(\[[ x]\])?\s*", "", line)
        line = re.sub(rf"^({'|'.join(kind.word for kind in KINDS)}|original|Hint):\s*", "", line)
        line = re.sub(r"\{#[^}]*\}", "", line)
        if in_watch and line.startswith("["):
            phrases += re.findall(r"\w[\w-]*", re.sub(r"\]\([^)]*\)", "", line))
            continue
        line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line).replace("*", "")
        phrases += re.split(r"\[\[[^\]]*\]\]", line)
    return [plain(phrase) for phrase in phrases if phrase.strip()]


@pytest.fixture
def without_script(browser: Browser, web_course: Path) -> Iterator[Page]:
    """The course in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(web_course.as_uri())
    yield page
    context.close()


def test_every_word_can_be_read_without_script(without_script: Page) -> None:
    """A browser that runs no script shows the whole course on one page, every sentence of every file in it."""
    for hint in without_script.locator("summary", has_text="Hint").all():
        hint.click()
    shown = plain(without_script.locator("body").inner_text())
    sources = sorted(COURSE.glob("0*.md"))
    assert len(sources) >= 6
    missing = [
        phrase for source in sources for phrase in words_of(source.read_text(encoding="utf-8")) if phrase not in shown
    ]
    assert missing == []


@pytest.mark.slow
def test_questions_and_answers_can_be_read_without_script(without_script: Page, course: Course) -> None:
    """Each question leads to its answer on the same page, with what is right in words; nothing is shown that needs script."""
    page = without_script
    for item in course.items:
        question = question_of(page, item)
        expect(question).to_be_visible()
        if is_reflection(item):
            expect(question.locator("textarea")).to_be_hidden()
            continue
        if kind_of(item) == "scale":
            continue  # nothing is right in it, and the author says nothing to it
        link = question.get_by_role("link", name="See the answer")
        answer = page.locator(str(link.get_attribute("href")))
        expect(answer).to_be_visible()
        for _, right in right_fields(item) if kind_of(item) in ("sort", "fill") else ():
            expect(answer).to_contain_text(right)
        for choice in options_of(item) if kind_of(item) not in ("sort", "fill") else ():
            entry = answer.locator(f'[data-choice="{choice.id}"]')
            expect(entry.get_by_text(choice.content.text, exact=True)).to_be_visible()
            if question.get_attribute("data-kind") != "order":
                expect(entry).to_contain_text("Correct:" if choice.correct else "Not correct:")
    assert (
        page.get_by_role("button", name=re.compile("Check answer|Move up|Back 10")).locator("visible=true").count() == 0
    )
    expect(page.get_by_text("scripts are switched off")).to_be_visible()


def test_a_transcript_can_be_read_without_script(without_script: Page, course: Course) -> None:
    """Who cannot play a film reads what is said in it."""
    page = without_script
    transcripts = page.get_by_text("Transcript", exact=True)
    assert transcripts.count() == len(course.films)
    for place, film in enumerate(course.films):
        transcripts.nth(place).click()
        first = plain(film.captions[0].cues[0].text).split(".")[0]
        assert first in plain(page.locator("body").inner_text())


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    ["Gŵyl #1 y plant 100% – ñ", *(pytest.param(name, marks=pytest.mark.slow) for name in ("My courses", "Lesson #1"))],
)
def test_it_opens_from_a_folder_of_any_name(
    offline: BrowserContext, web_course: Path, course: Course, tmp_path: Path, name: str
) -> None:
    """She may put the folder where she likes, and call it what she likes."""
    folder = tmp_path / name
    shutil.copytree(web_course.parent, folder)
    page = offline.new_page()
    noise = Noise()
    noise.listen(page)
    page.goto((folder / "index.html").as_uri())
    module = next(module for module in course.modules if any(block in course.films for block in module.blocks))
    open_module(page, module)
    video = page.locator("video:visible")
    video.evaluate(
        "film => new Promise(done => film.readyState ? done() : film.addEventListener('loadedmetadata', done))"
    )
    expect(page.locator("body")).to_have_css("margin", "0px")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(module.title)
    assert noise.failed == []
    assert noise.console == []


def test_the_page_alone_says_what_to_do(offline: BrowserContext, web_course: Path, tmp_path: Path) -> None:
    """Opened inside a zip, where only the page itself is unpacked, it asks the learner to extract the whole zip first."""
    shutil.copy(web_course, tmp_path)
    page = offline.new_page()
    page.goto((tmp_path / web_course.name).as_uri())
    expect(page.get_by_text("please extract the whole zip first")).to_be_visible()
    page.goto(web_course.as_uri())
    expect(page.get_by_text("please extract the whole zip first")).to_be_hidden()
