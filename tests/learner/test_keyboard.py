"""The course by keyboard: every control is reached, the focus is seen, and it is never lost."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from builder.model.assessment import AssessmentItem
from builder.model.course import Course, Module
from tests.learner.driver.announcements import listen
from tests.learner.driver.keyboard import Keyboard, steps_of
from tests.learner.driver.looking import ask
from tests.learner.driver.mouse import choose, go_to_cover, open_module
from tests.learner.driver.script import answers_to, check, give, kind_of, question_of

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """The first course, opened."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(served)
    yield opened
    context.close()


@pytest.fixture
def keyboard(page: Page) -> Keyboard:
    """The learner's only tool."""
    return Keyboard(page, page)


def first_of(course: Course, kind: str) -> tuple[Module, AssessmentItem]:
    """The first question of a kind, and its module."""
    return next((module, item) for module in course.modules for item in module.items if kind_of(item) == kind)


def walk(page: Page) -> None:
    """Tab once around the page: every control comes in its turn, each is seen to have the focus, and none keeps it."""
    names = ask(page, "number")
    assert len(names) >= 5
    visited: list[int] = []
    faults: list[str] = []
    for _ in range(len(names) * 2 + 60):  # a film has places of its own
        page.keyboard.press("Tab")
        here = ask(page, "focus")
        if here["stop"] == -1 or (visited and here["stop"] == visited[-1]):
            continue
        if visited and here["stop"] == visited[0]:
            break
        visited.append(here["stop"])
        faults += [f"{here['name']}: {fault}" for fault in here["faults"]]
    else:
        raise AssertionError(f"the focus does not come back; it stays among {[names[stop] for stop in visited[-5:]]}")
    missing = [name for place, name in enumerate(names) if place not in visited]
    assert missing == []
    start = visited.index(0)
    assert visited[start:] + visited[:start] == list(range(len(names))), "not in the order of the page"
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 320])
def test_tab_goes_through_each_page(page: Page, served: str, course: Course, width: int, scheme: str) -> None:
    """On the cover and on every module, wide and narrow, the focus passes every control in order, is seen, and comes out again."""
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    walk(page)
    # Dark differs in colours only: one module with every kind of control is enough there.
    for module in course.modules if scheme == "light" else [first_of(course, "order")[0]]:
        page.goto(f"{served}#{module.id}")
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        walk(page)


@pytest.mark.slow
def test_a_film_shows_that_it_has_the_focus(page: Page, course: Course) -> None:
    """The browser draws the focus on the film's own buttons: the picture of the film changes with each press of Tab."""
    open_module(page, first_of(course, "order")[0])
    film = page.locator("video:visible")
    film.evaluate(
        "film => new Promise(done => film.readyState ? done() : film.addEventListener('loadedmetadata', done))"
    )
    Keyboard(page, page).reach(film)
    pictures = {film.screenshot()}
    for _ in range(2):
        page.keyboard.press("Tab")
        pictures.add(film.screenshot())
    assert len(pictures) == 3


def test_the_way_past_the_masthead_is_one_press(page: Page, keyboard: Keyboard, course: Course) -> None:
    """The first press of Tab shows "Skip to content"; Enter on it leads to the content, and the next Tab to its first link."""
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-start]")).to_be_focused()


def test_a_new_page_begins_at_its_heading(page: Page, keyboard: Keyboard, course: Course) -> None:
    """Whatever leads there, the focus is on the heading of the new page, the window's title names it, and the page begins at its top."""

    def arrived(title: str) -> None:
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text(title)
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        assert page.get_by_role("heading", level=1).count() == 1

    first, second, third, *_ = course.modules
    expect(page).to_have_title(course.title)
    keyboard.press(page.get_by_role("link", name="Start", exact=True))
    arrived(first.title)
    expect(page).to_have_title(f"{first.title} - {course.title}")
    keyboard.press(page.get_by_role("link", name="Next:"))
    arrived(second.title)
    keyboard.press(page.get_by_role("navigation", name="Contents").get_by_role("link", name=third.title))
    arrived(third.title)
    expect(page).to_have_title(f"{third.title} - {course.title}")
    expect(page.get_by_role("navigation", name="Contents").locator("[aria-current=page]")).to_contain_text(third.title)
    keyboard.press(page.get_by_role("link", name="Back to:"))
    arrived(second.title)
    page.go_back()  # to what she pressed there, as on any page
    expect(page.get_by_role("link", name="Back to:")).to_be_focused()
    expect(page).to_have_title(f"{third.title} - {course.title}")
    page.go_forward()
    arrived(second.title)
    keyboard.press(page.get_by_role("banner").get_by_role("link", name=course.title))
    arrived(course.title)
    expect(page).to_have_title(course.title)


def test_the_contents_open_and_close_behind_the_learner(page: Page, keyboard: Keyboard, course: Course) -> None:
    """On a phone "Contents" opens the list; a press on a module leads there and the list is shut again."""
    page.set_viewport_size({"width": 320, "height": 640})
    contents = page.get_by_role("navigation", name="Contents")
    link = contents.get_by_role("link", name=course.modules[1].title)
    expect(link).to_be_hidden()
    keyboard.press(contents.locator("summary"))
    expect(link).to_be_visible()
    keyboard.press(link)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(link).to_be_hidden()
    keyboard.press(contents.locator("summary"))
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(contents.locator("summary")).to_be_focused()
    expect(link).to_be_hidden()
    # Who tabs on is in the page again, and the list does not lie over it.
    page.keyboard.press("Enter")
    contents.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(link).to_be_hidden()


@pytest.mark.slow
def test_the_line_above_a_module_says_where_one_is_and_leads_on(page: Page, keyboard: Keyboard, course: Course) -> None:
    """In the frame of an LMS the line stays while the module scrolls, and nothing that has the focus is ever under it."""
    page.set_viewport_size({"width": 640, "height": 500})
    line = page.get_by_role("navigation", name="Contents")
    expect(line.get_by_role("link", name="Next")).to_be_hidden()  # the cover has a way on of its own
    first, second, *_ = course.modules
    open_module(page, first)
    expect(line).to_contain_text(f"Module 1 of {len(course.modules)}")
    page.get_by_role("link", name="Next:").scroll_into_view_if_needed()
    expect(line.get_by_role("link", name="Next")).to_be_in_viewport()
    page.get_by_role("link", name="Next:").focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        covered = line.evaluate(
            """line => {
              const [focused, box] = [document.activeElement, document.activeElement.getBoundingClientRect()];
              const below = line.getBoundingClientRect().bottom;
              // Of what is higher than the frame the end is in sight.
              const seen = box.top >= below - 1 || (box.height > innerHeight - below && box.bottom > below);
              return seen || line.contains(focused) ? "" : `${focused.outerHTML.slice(0, 120)}: ${box.top} to ${box.bottom}`;
            }"""
        )
        assert covered == ""
    keyboard.press(line.get_by_role("link", name="Next"))
    expect(page.get_by_role("heading", level=1)).to_have_text(second.title)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(line).to_contain_text(f"Module 2 of {len(course.modules)}")


@pytest.mark.slow
def test_the_cover_says_how_modules_stand_once_there_is_anything_to_say(page: Page, course: Course) -> None:
    """Not six times "Not started" to whoever comes first; then words, a bar and a ring for each module."""
    cover = page.locator("#cover")
    expect(cover.get_by_text("Not started").first).to_be_hidden()
    expect(page.locator("[data-bar]")).to_be_hidden()
    open_module(page, course.modules[0])
    go_to_cover(page)
    expect(cover.get_by_text("Not started").first).to_be_visible()
    expect(page.locator("[data-bar]")).to_be_visible()
    assert page.locator("[data-bar]").evaluate("bar => [bar.value, bar.max]") == [1, len(course.modules)]
    # The first module was the last, and it is not the only one.
    expect(page.locator("[data-start]")).to_have_text(re.compile("^Continue with module 1"))
    rings = page.locator("[data-module-ring]")
    expect(rings).to_have_count(len(course.modules))
    assert len(set(rings.evaluate_all("all => all.map(ring => getComputedStyle(ring).strokeWidth)"))) == 2


@pytest.mark.slow
def test_a_link_to_a_part_of_another_page_leads_to_it(page: Page, keyboard: Keyboard, course: Course) -> None:
    """A link in the text to a section of another module shows that module, at that section, with the focus there."""
    source, target, link = next(
        (module, other, link)
        for module in course.modules
        for link in module.facts.links
        for other in course.modules
        if other is not module and link.target.removeprefix("#") in other.facts.anchors - {other.id}
    )
    open_module(page, source)
    keyboard.press(page.locator("main").get_by_role("link", name=link.text).first)
    expect(page.get_by_role("heading", level=1)).to_have_text(target.title)
    place = page.locator(link.target)
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()


@pytest.mark.slow
def test_a_check_keeps_the_focus_and_is_heard_once(
    page: Page, keyboard: Keyboard, course: Course, subtests: pytest.Subtests
) -> None:
    """After each check the focus is still on the button, and a screen reader says the verdict and its reason, once."""
    page.clock.install()
    for kind in ("single", "multiple", "true-false", "order"):
        with subtests.test(kind):
            module, item = first_of(course, kind)
            open_module(page, module)
            question = question_of(page, item)
            region = question.locator("[data-feedback]")
            expect(region).to_be_empty()
            words = {"correct": "Correct.", "partly-correct": "Partly correct", "incorrect": "Not correct"}
            for state, answer in reversed(answers_to(item).items()):
                if kind == "order":
                    give(keyboard, answer)
                else:
                    choose(page, answer)
                said = page.locator("[data-announce]")
                # What is said of a step's new place is taken away before the verdict is heard.
                page.clock.run_for(10_000)
                expect(said).to_be_empty()
                listen(said)
                check(keyboard, item)
                expect(question).to_have_attribute("data-state", state)
                expect(question.get_by_role("button", name="Check answer")).to_be_focused()
                # The new places of steps may still be on their way when the answer is checked.
                expect(said).to_have_attribute("data-heard", re.compile(rf"(^|\| |of \d\. ){words[state]}"))
                heard = re.sub(r"[^.|]+, now \d of \d\.?(?: \| | |$)", "", str(said.get_attribute("data-heard")))
                assert heard.startswith(words[state]) and " | " not in heard, "each verdict is said once"
                assert len(heard) > len(words[state]) + 10, "the verdict comes with a reason"
            expect(region).to_be_in_viewport()


@pytest.mark.slow
def test_a_check_without_an_answer_says_what_is_missing(
    page: Page, keyboard: Keyboard, course: Course, subtests: pytest.Subtests
) -> None:
    """The error at the head gets the focus and leads to the first option, which it describes; the window's title says "Error:" until one is chosen."""
    for kind in ("single", "multiple", "true-false"):
        with subtests.test(kind):
            module, item = first_of(course, kind)
            open_module(page, module)
            question = question_of(page, item)
            check(keyboard, item)
            first = question.locator("input").first
            problem = question.get_by_role("group", name="There is a problem")
            expect(problem).to_be_focused()
            words = "Choose one or more answers." if kind == "multiple" else "Choose an answer."
            expect(question.locator("[data-error]")).to_have_text(words)
            keyboard.press(problem.get_by_role("link", name=words))
            expect(first).to_be_focused()
            expect(first).to_have_accessible_description(words)
            assert question.locator("[aria-invalid]").count() == 0, "it is the question that lacks an answer"
            expect(page).to_have_title(f"Error: {module.title} - {course.title}")
            expect(question).to_have_attribute("data-state", "unanswered")
            page.keyboard.press("Space")
            expect(question.locator("[data-error]")).to_be_hidden()
            expect(problem).to_be_hidden()
            expect(page).to_have_title(f"{module.title} - {course.title}")


def test_a_step_keeps_the_focus_wherever_it_goes(page: Page, keyboard: Keyboard, course: Course) -> None:
    """A step is moved up and down, and past the ends: its button keeps the focus, and its new place is said each time.

    A button with nowhere to go says so before it is pressed, and why when it is. In a low frame the step stays in sight.
    """
    page.set_viewport_size({"width": 640, "height": 500})
    module, item = first_of(course, "order")
    open_module(page, module)
    question = question_of(page, item)
    region = page.locator("[data-announce]")
    total = len(question.locator("[data-choice-text]").all())
    text = question.locator("[data-choice-text]").nth(1).inner_text().strip()

    def press(button: Locator, says: str) -> None:
        keyboard.press(button)
        expect(button).to_be_focused()
        expect(button).to_be_in_viewport(ratio=1)
        expect(region).to_have_text(says)

    step = question.get_by_role("listitem").filter(has_text=text)
    up, down = step.get_by_role("button", name="Move up"), step.get_by_role("button", name="Move down")
    expect(up).to_be_enabled()
    press(up, f"{text}, now 1 of {total}.")
    expect(up).to_be_disabled()
    press(up, f"{text} is already first.")
    assert question.locator("[aria-disabled=true]").count() == 2
    for place in range(2, total + 1):
        press(down, f"{text}, now {place} of {total}.")
    press(down, f"{text} is already last.")
    expect(question.locator("[data-choice-text]").last).to_have_text(text)


@pytest.mark.slow
def test_a_step_goes_to_the_place_that_is_chosen_for_it(page: Page, keyboard: Keyboard, course: Course) -> None:
    """Every step has a list of places. It keeps the focus; all lists say the new order, and the new place is said once."""
    module, item = first_of(course, "order")
    open_module(page, module)
    question = question_of(page, item)
    before = steps_of(question)
    place = question.get_by_label(f"Position of {before[-1]}", exact=True)
    listen(page.locator("[data-announce]"))
    keyboard.reach(place)
    page.keyboard.press("1")
    expect(place).to_be_focused()
    expect(page.locator("[data-announce]")).to_have_attribute("data-heard", f"{before[-1]}, now 1 of {len(before)}.")
    assert steps_of(question) == [before[-1], *before[:-1]]
    shown = question.get_by_role("combobox").evaluate_all("lists => lists.map(list => list.value)")
    assert shown == [str(number) for number in range(1, len(before) + 1)]
    page.reload()
    assert steps_of(question) == [before[-1], *before[:-1]]
    expect(question.get_by_role("combobox").nth(1)).to_have_value("2")


@pytest.mark.slow
def test_the_buttons_of_a_film_keep_the_focus(page: Page, keyboard: Keyboard, course: Course) -> None:
    """Captions, ten seconds back, chapters and the transcript are each one press, after which the focus is where it was."""
    open_module(page, first_of(course, "order")[0])
    figure = page.get_by_role("figure").filter(has=page.locator("video:visible"))
    captions = figure.get_by_role("button", name="Captions", exact=True)
    keyboard.press(captions)
    expect(captions).to_be_focused()
    expect(captions).to_have_attribute("aria-pressed", "false")
    back = figure.get_by_role("button", name="Back 10 seconds")
    keyboard.press(back)
    expect(back).to_be_focused()
    for summary in figure.locator("summary").all():
        keyboard.press(summary)
        expect(summary).to_be_focused()
        expect(summary.locator("..")).to_have_attribute("open", "")
    chapter = figure.locator("[data-film-seek]").last
    keyboard.press(chapter)
    expect(chapter).to_be_focused()


@pytest.mark.slow
def test_nothing_that_is_found_again_is_announced(page: Page, keyboard: Keyboard, course: Course) -> None:
    """Who comes back hears where she is, not all the verdicts of yesterday; what she checks now is heard."""
    module, item = first_of(course, "true-false")
    open_module(page, module)
    choose(page, answers_to(item)["correct"])
    check(keyboard, item)
    page.reload()
    said = page.locator("[data-announce]")
    listen(said)
    expect(question_of(page, item).locator("[data-feedback]")).not_to_be_empty()
    check(keyboard, item)
    expect(said).to_have_attribute("data-heard", re.compile("^Correct"))
    assert " | " not in str(said.get_attribute("data-heard"))
