"""What completion asks for is said in words, does what it says, and shuts nobody out."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.pipeline import build
from tests.learner.driver.announcements import listen

pytestmark = pytest.mark.browser

FILMS = Path(__file__).parents[1] / "golden" / "course" / "media"
LONG = "\n\n".join(f"Paragraph {number} of many, with some words in it." for number in range(60))
SETTINGS = "id: rules\ntitle: Rules\nlanguage: en-GB\n"
MODULES = {
    "01-short.md": "---\ntitle: A short one\n---\nOne word.\n",
    "02-long.md": f"---\ntitle: A long one\n---\n{LONG}\n",
    "03-film.md": "---\ntitle: One with a film\n---\n## Watch: A film {#film-one}\n[A film](media/film.mp4)\n"
    "- captions: media/film.en.vtt\n- descriptions: not needed (only the speaker is shown)\nWATCHED\n",
    "04-test.md": "---\ntitle: The test\nNEEDS\n---\n## Quiz: Which one? {#which}\n- [x] This one\n- [ ] That one\n",
}

Open = Callable[..., Page]


def course(folder: Path, completion: str, watched: str = "", needs: str = "summary: At the end.") -> str:
    """A course built with such rules; its address."""
    source, out = folder / "course", folder / "out"
    for made in (source, out):
        shutil.rmtree(made, ignore_errors=True)
    (source / "media").mkdir(parents=True)
    for name in ("film.mp4", "film.en.vtt"):
        shutil.copy(FILMS / name, source / "media" / name)
    (source / "course.yml").write_text(f"{SETTINGS}completion: {completion}\n", encoding="utf-8")
    for name, text in MODULES.items():
        (source / name).write_text(text.replace("WATCHED", watched).replace("NEEDS", needs), encoding="utf-8")
    outcome = build(source, out, ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return next(path for path in outcome.written if path.name == "index.html").as_uri()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens an address on one device, in a low window; an error in its script fails the test."""
    context = browser.new_context(viewport={"width": 640, "height": 500}, reduced_motion="reduce")
    errors: list[str] = []

    def open_(address: str, hash_: str = "", size: tuple[int, int] = (640, 500)) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{address}#{hash_}" if hash_ else address)
        return page

    yield open_
    context.close()
    assert errors == []


def turn(page: Page, module: str) -> None:
    """Go to a module by its link in the contents, with the keyboard alone."""
    page.locator(f'[data-contents="{module}"]').evaluate("link => (link.closest('details').open = true)")
    page.locator(f'[data-contents="{module}"]').press("Enter")
    expect(page.locator(f"#{module} h1")).to_be_focused()


def state(page: Page, module: str) -> str:
    """How a module stands in the contents."""
    return page.locator(f'.contents [data-module-state="{module}"]').text_content() or ""


def on_cover(page: Page) -> str:
    """What the cover says of the whole course."""
    return page.locator("#cover [data-progress]").text_content() or ""


@pytest.mark.slow
def test_opening_alone_is_called_opened(opened: Open, tmp_path: Path) -> None:
    """Where nothing more is asked, the course is completed when all is opened; questions are hers to choose."""
    page = opened(course(tmp_path, "all-modules"))
    for module in ("short", "long", "film", "test"):
        turn(page, module)
    assert [state(page, module) for module in ("short", "test")] == ["Done", "Opened"]
    assert on_cover(page) == ("You have completed this course. One question is still open, if you want to answer it.")
    expect(page.locator("#cover [data-start]")).to_have_text("Go through it again")
    expect(page.locator("#test [data-todo]")).to_be_hidden()


def test_what_is_left_is_said_and_completion_is_announced_once(opened: Open, tmp_path: Path) -> None:
    """On the cover, in the contents and at the end of a module, whose link leads to the question; then one announcement."""
    page = opened(course(tmp_path, "all-questions"))
    assert on_cover(page) == "0 of 4 modules done. Still to do: open four modules, answer one question."
    for module in ("short", "long", "film", "test"):
        turn(page, module)
    assert on_cover(page) == "3 of 4 modules done. Still to do: answer one question."
    assert state(page, "test") == "Started: answer one question"
    todo = page.locator("#test [data-todo]")
    expect(todo).to_have_text("Still to do in this module:answer one question")
    todo.get_by_role("link").press("Enter")
    expect(page.locator("#which")).to_be_focused()
    said = page.locator("[data-announce]")
    listen(said)
    page.get_by_label("This one").press("Space")
    page.get_by_role("button", name="Check answer").press("Enter")
    expect(todo).to_be_hidden()
    expect(said).to_have_attribute("data-heard", re.compile("You have completed this course"))
    page.get_by_role("button", name="Check answer").press("Enter")
    expect(said).to_have_attribute("data-heard", re.compile(r" \| "))
    assert (said.get_attribute("data-heard") or "").count("You have completed this course.") == 1
    assert on_cover(page) == "You have completed this course."


@pytest.mark.parametrize(
    "how",
    [
        "scrolling",
        "a screen reader",
        *(pytest.param(how, marks=pytest.mark.slow) for how in ("a key", "zoom", "a short module")),
    ],
)
def test_the_end_of_a_module_is_reached(how: str, opened: Open, tmp_path: Path) -> None:
    """By sight of it, or by using anything there, as a screen reader does that scrolled nothing."""
    page = opened(course(tmp_path, "all-read"), size=(320, 256) if how == "zoom" else (640, 500))
    module = "short" if how == "a short module" else "long"
    turn(page, module)
    if how == "a short module":
        expect(page.locator('.contents [data-module-state="short"]')).to_have_text("Done")
        return
    assert state(page, "long") == "Started: read to its end"
    if how == "scrolling":
        page.mouse.wheel(0, 20_000)
    elif how in ("a key", "zoom"):
        page.keyboard.press("End")
    else:
        # The press of a virtual cursor, which neither scrolls nor moves the focus.
        page.locator("#long .onward__next").evaluate("link => link.click()")
    expect(page.locator('.contents [data-module-state="long"]')).to_have_text("Done")
    page.reload()
    expect(page.locator('.contents [data-module-state="long"]')).to_have_text("Done")


PLAYS = """video => {
  Object.defineProperty(video, "duration", { value: 100 });
  let played = [];
  Object.defineProperty(video, "played", { get: () => ({ length: played.length, start: (at) => played[at][0], end: (at) => played[at][1] }) });
  window.play = (...parts) => {
    played = parts;
    Object.defineProperty(video, "currentTime", { value: parts.at(-1)[1], writable: true, configurable: true });
    for (const name of ["timeupdate", "pause"]) video.dispatchEvent(new Event(name));
  };
}"""


def film_state(page: Page) -> str:
    """How the module with the film stands, after the film's events."""
    return state(page, "film")


def test_a_film_counts_when_so_much_of_it_was_played(opened: Open, tmp_path: Path) -> None:
    """The author's percentage of it; what was skipped is not watched, also after a reload."""
    page = opened(course(tmp_path, "all-modules", watched="- watched: 80%"), "film")
    expect(page.locator("[data-film-needed]")).to_have_text(
        "To complete the course, watch 80% of this film, or read its transcript."
    )
    page.locator("video").evaluate(PLAYS)
    for parts in ([[0, 40]], [[0, 40], [90, 100]]):
        page.evaluate("parts => window.play(...parts)", parts)
        assert film_state(page) == "Started: watch one film", parts
    page.evaluate("window.play([0, 40], [95, 99])")
    page.reload()
    assert film_state(page) == "Started: watch one film"
    page.locator("video").evaluate(PLAYS)
    page.evaluate("window.play([0, 85])")
    assert film_state(page) == "Done"
    expect(page.locator("[data-film-needed]")).to_have_text("You have watched this film, or read its transcript.")
    page.reload()
    assert film_state(page) == "Done"


def test_a_film_is_watched_for_the_most_part(opened: Open, tmp_path: Path) -> None:
    """Where the author says no percentage, nine tenths count as all of it."""
    page = opened(course(tmp_path, "all-films"), "film")
    page.locator("video").evaluate(PLAYS)
    page.evaluate("window.play([0, 88])")
    assert film_state(page) == "Started: watch one film"
    page.evaluate("window.play([0, 90])")
    assert film_state(page) == "Done"


def test_a_film_that_cannot_be_played_shuts_nobody_out(opened: Open, tmp_path: Path) -> None:
    """Its transcript counts as well, by the keyboard; the focus stays where it is said."""
    address = course(tmp_path, "all-films")
    page = opened(address, "film")
    page.locator("video").evaluate("video => (video.src = 'media/gone.mp4')")
    expect(page.locator("[data-film-failed]")).to_be_visible()
    page.get_by_role("button", name="I have read the transcript").press("Enter")
    expect(page.locator("[data-film-needed]")).to_be_focused()
    assert film_state(page) == "Done"
    for module in ("short", "long", "test"):
        turn(page, module)
    assert on_cover(page).startswith("You have completed this course.")


def test_a_module_waits_for_those_that_it_needs(opened: Open, tmp_path: Path) -> None:
    """It says which, in the contents and on its page, whose link leads there; then it opens, and stays open."""
    address = course(tmp_path, "all-read", needs="needs: [long, film]")
    page = opened(address, "which")
    expect(page.locator("#test h1")).to_be_focused()
    expect(page.locator("#which")).to_be_hidden()
    assert state(page, "test") == "First: A long one, One with a film"
    page.get_by_role("link", name="A long one").locator("visible=true").last.press("Enter")
    expect(page.locator("#long h1")).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator('.contents [data-module-state="test"]')).to_have_text("First: One with a film")
    turn(page, "film")
    page.keyboard.press("End")
    expect(page.locator('.contents [data-module-state="film"]')).to_have_text("Done")
    turn(page, "test")
    expect(page.locator("#which")).to_be_visible()
    expect(page.locator(".module__needs")).to_be_hidden()
    # Another version asks for more: what she has begun stays open.
    course(tmp_path, "all-questions", needs="needs: [short]")
    page.reload()
    expect(page.locator("#which")).to_be_visible()


def test_completion_that_was_reached_stays_when_a_version_asks_for_more(opened: Open, tmp_path: Path) -> None:
    """The course is completed, and its modules are done, whatever the new version asks of others."""
    page = opened(course(tmp_path, "all-modules"))
    for module in ("short", "long", "film", "test"):
        turn(page, module)
    address = course(tmp_path, "[all-read, all-films, all-questions]", needs="needs: [film]")
    page.goto(address)
    page.reload()
    expect(page.locator("#cover [data-progress]").first).to_have_text(
        "You have completed this course. One question is still open, if you want to answer it."
    )
    assert {state(page, module) for module in ("short", "long", "film", "test")} == {"Done"}
    turn(page, "test")
    expect(page.locator("#which")).to_be_visible()


def test_without_script_all_is_there(browser: Browser, tmp_path: Path) -> None:
    """Nothing is shut; what is to be done first is advice."""
    address = course(tmp_path, "[all-read, all-films]", needs="needs: [long]")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#which")).to_be_visible()
    expect(page.get_by_text("Before this module, please work through:")).to_be_visible()
    expect(page.get_by_role("button", name="I have read the transcript")).to_be_hidden()
    context.close()
