"""The states that each component is brought into, but for those of questions, which `tests/question_states` drives.

A component that is new has no scene, and `test_gallery.py` says so. A new kind of question needs none: it is in the table.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.question_states.kinds import TABLE


@dataclass(frozen=True)
class Scene:
    """One component in one state."""

    component: str
    """Name of its folder."""
    state: str
    """What is shown of it."""
    show: Callable[[Page], Locator | None]
    """Brings a page that was just opened into the state; gives the part of it, or nothing for all that fits on the screen."""

    def __str__(self) -> str:
        """Its name in a file."""
        return f"{self.component}-{self.state}"


def go(page: Page, place: str) -> None:
    """Go to a page of the course."""
    page.goto(f"{page.url.partition('#')[0]}#{place}")
    expect(page.locator(f'[data-page="{place}"], [data-module="{place}"]').first).to_be_visible()
    page.evaluate("() => scrollTo(0, 0)")


def at(place: str, part: str) -> Callable[[Page], Locator]:
    """A part of a page as it is when it is opened."""

    def show(page: Page) -> Locator:
        go(page, place)
        return page.locator(part).locator("visible=true").first

    return show


def screen(place: str) -> Callable[[Page], None]:
    """The first screen of a page."""
    return lambda page: go(page, place)


def begun(page: Page) -> None:
    """The cover, when the learner comes back."""
    for place in ("text", "film", "write"):
        go(page, place)
    page.reload()
    go(page, "cover")


def contents(page: Page) -> Locator:
    """Opened, with the states of modules."""
    begun(page)
    go(page, "film")
    drawer = page.locator(".contents summary")
    if drawer.is_visible():
        drawer.click()
    return page.locator(".contents")


def film_opened(page: Page) -> Locator:
    """With its transcript."""
    go(page, "film")
    for summary in page.locator("main summary:visible").all():
        summary.click()
    return page.locator(".film:visible").first


def handed_in(page: Page) -> Locator:
    """With a right and a wrong answer."""
    go(page, "test")
    for item in ("test-first", "test-last"):
        page.locator(f'[data-item="{item}"]').get_by_label("Listening", exact=True).check()
    page.locator("[data-hand-in]:visible").click()
    still = page.locator("[data-hand-in]:visible")
    if still.count() and still.is_enabled():
        still.click()
    return page.locator('[data-module="test"]')


def written(page: Page) -> Locator:
    """With words in it, saved."""
    go(page, "write")
    box = page.locator("textarea:visible").first
    box.fill("We asked the young people twice.\nThe second time we listened.")
    box.blur()
    expect(page.locator("[data-saved]:visible").first).to_contain_text("Saved")
    return page.locator("[data-item]:visible").first


def record(page: Page) -> Locator:
    """With one step opened."""
    written(page)
    go(page, "record")
    page.locator('[data-record="open"] [data-step]:not([open]) > summary:visible').first.click()
    return page.locator(".record")


def carried(page: Page) -> Locator:
    """Opened."""
    go(page, "record")
    page.locator("[data-carry] > summary").click()
    return page.locator("[data-carry]")


def noticed(page: Page) -> Locator:
    """With words, as a learner sees it whose work lies on another device."""
    go(page, "text")
    page.evaluate(
        """() => {
          const notice = document.querySelector("[data-notice]");
          notice.hidden = false;
          notice.querySelector("[data-notice-words]").textContent = "This course was opened on another device since.";
          notice.querySelector("[data-notice-first]").textContent = "Go on with what is here";
          notice.querySelector("[data-notice-second]").textContent = "Take the other";
        }"""
    )
    return page.locator("[data-notice]")


def answers(page: Page) -> Locator:
    """The page of answers, as it is printed."""
    go(page, "test")
    page.evaluate("() => { document.querySelector('[data-answers]').style.display = 'grid'; }")
    return page.locator("[data-answers]")


def tool(part: str) -> Callable[[Page], Locator]:
    """A part of the reading tools, with words looked for. Reading aloud is there, whether this browser has a voice or none."""

    def show(page: Page) -> Locator:
        go(page, "text")
        page.locator("[data-tools-open]").click()
        page.locator("[data-search-field]").fill("listen")
        expect(page.locator("[data-search-results] a").first).to_be_visible()
        page.evaluate("() => { document.querySelector('[data-aloud-controls]').hidden = false; }")
        return page.locator(part)

    return show


def noted(page: Page) -> Locator:
    """A note on a module and a passage, with words beside it."""
    go(page, "text")
    notes = page.locator('[data-my-notes="text"]')
    notes.locator("summary").first.click()
    notes.locator("[data-note]").fill("Ask the team how they listen.")
    notes.locator("[data-sentences] summary").click()
    notes.locator("[data-sentences] input").nth(1).check()
    notes.locator("[data-passage] textarea").fill("Say this at supervision.")
    return notes


def highlighted(page: Page) -> Locator:
    """The text of a module with a passage in it."""
    noted(page)
    return page.locator('[data-module="text"] .prose').first


def opened(part: str) -> Callable[[Page], Locator]:
    """A part of the page of blocks with all of it opened."""

    def show(page: Page) -> Locator:
        go(page, "blocks")
        for summary in page.locator(f"{part} summary:visible").all():
            summary.click()
        return page.locator(part)

    return show


def at_an_end(page: Page) -> Locator:
    """A story, gone through to an end."""
    go(page, "blocks")
    story = page.locator(".story")
    while not story.locator('[data-turn="again"]').is_visible():
        story.locator("[data-now] [data-decisions] a").first.click()
    return story


def focused(page: Page) -> None:
    """A page whose way on has the focus."""
    go(page, "text")
    page.locator(".onward a:visible").last.focus()


SCENES = (
    Scene("cover", "new", screen("cover")),
    Scene("cover", "begun", begun),
    Scene("brand", "head", at("text", ".masthead")),
    Scene("masthead", "page", at("text", ".masthead")),
    Scene("contents", "opened", contents),
    Scene("module", "page", screen("text")),
    Scene("module", "focus", focused),
    Scene("prose", "text", at("text", '[data-module="text"]')),
    Scene("callout", "page", at("blocks", '[data-module="blocks"]')),
    Scene("details", "closed", at("blocks", ".folds")),
    Scene("details", "opened", opened(".folds")),
    Scene("cards", "fronts", at("blocks", ".cards")),
    Scene("cards", "backs", opened(".cards")),
    Scene("columns", "page", at("blocks", ".columns")),
    Scene("layers", "page", at("blocks", ".layers")),
    Scene("timeline", "page", at("blocks", ".timeline")),
    Scene("picture", "page", at("blocks", ".spots")),
    Scene("file", "page", at("blocks", ".file")),
    Scene("survey", "head", at("blocks", "#how-was-it")),
    Scene("survey", "question", at("blocks", "#films-clear")),
    Scene("scene", "begins", at("blocks", ".story")),
    Scene("scene", "ends", at_an_end),
    Scene("notes", "page", at("text", ".notes")),
    Scene("film", "new", at("film", ".film")),
    Scene("film", "opened", film_opened),
    Scene("stages", "page", at("film", ".stages")),
    Scene("hand-in", "open", at("test", '[data-module="test"]')),
    Scene("hand-in", "done", handed_in),
    Scene("outcomes", "page", lambda page: handed_in(page).locator(".outcomes").first),
    Scene("result", "page", at("result", ".result")),
    Scene("reflect", "written", written),
    Scene("record", "new", at("record", ".record")),
    Scene("record", "begun", record),
    Scene("carry", "opened", carried),
    Scene("glossary", "page", at("glossary", '[data-page="glossary"]')),
    Scene("answers", "page", answers),
    Scene("notice", "page", noticed),
    Scene("save-status", "page", at("text", "[data-save-status]")),
    Scene("tools", "opened", tool(".tools__panel")),
    Scene("search", "found", tool(".search")),
    Scene("aloud", "page", tool(".aloud")),
    Scene("reading", "page", tool(".reading")),
    Scene("my-notes", "written", noted),
    Scene("my-notes", "text", highlighted),
)
"""Every component that is no question."""

OF_QUESTIONS = frozenset({"question", *(kind.row.component for kind in TABLE)})
"""Components that the table of questions shows."""
