"""Going to and fro between pages, printing them, and wide things on them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from builder.pipeline import build

pytestmark = pytest.mark.browser

WORDS = "\n\n".join(f"Paragraph {number} of a long text that fills more than one window." for number in range(60))
COLUMNS = [f"Column {number}" for number in range(1, 9)]
TABLE = "\n".join(
    [
        "Table: Who does what",
        "",
        "| " + " | ".join(COLUMNS) + " |",
        "| " + " | ".join("---" for _ in COLUMNS) + " |",
        "| " + " | ".join("Cardiff Council" for _ in COLUMNS) + " |",
    ]
)
QUIZ = "## Quiz: Which is right? {#right}\n\n- [x] This\n  > Yes, this one is.\n- [ ] That\n  > No, that one is not.\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A course of two long modules, of which the first links to the second in its middle."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "course.yml").write_text("id: pages\ntitle: Pages of a course\nlanguage: en-GB\n", encoding="utf-8")
    first = f"{WORDS}\n\nRead [the second module](02-second.md#the-end) now.\n\n{WORDS}\n\n{TABLE}\n\n{QUIZ}"
    (folder / "01-first.md").write_text(f"---\ntitle: The first\n---\n{first}", encoding="utf-8")
    second = f"{WORDS}\n\n## The end {{#the-end}}\n\nThe last words.\n"
    (folder / "02-second.md").write_text(f"---\ntitle: The second\n---\n{second}", encoding="utf-8")
    outcome = build(folder, tmp_path_factory.mktemp("dist"))
    assert outcome.packages, outcome.report.diagnostics
    return next(path for path in outcome.written if path.name == "index.html").as_uri()


@pytest.fixture
def course(context: BrowserContext, address: str) -> Iterator[Page]:
    """The course in a window of 1280 pixels."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(address)
    yield page


def scrolled(page: Page) -> int:
    """How far down the page is, in pixels."""
    return int(page.evaluate("() => Math.round(scrollY)"))


def test_back_leads_to_the_place_and_the_link(course: Page) -> None:
    """And Forward again to where she was on the other page; a way there by a link begins at its target."""
    course.get_by_role("link", name="The first").first.click()
    link = course.get_by_role("link", name="the second module")
    link.scroll_into_view_if_needed()
    place = scrolled(course)
    assert place > 1000
    link.click()
    expect(course.get_by_role("heading", name="The end")).to_be_focused()
    below = scrolled(course)
    course.go_back()
    expect(link).to_be_focused()
    expect(course).to_have_title("The first - Pages of a course")
    assert abs(scrolled(course) - place) <= 1
    course.go_forward()
    expect(course).to_have_title("The second - Pages of a course")
    assert abs(scrolled(course) - below) <= 1
    course.get_by_role("link", name="Back to The first").or_(course.locator("[data-previous]:visible")).first.click()
    expect(course.get_by_role("heading", level=1, name="The first")).to_be_focused()
    assert scrolled(course) == 0


def test_a_link_to_the_place_in_the_address_leads_there_again(course: Page) -> None:
    """After she has scrolled away; it is no step back."""
    course.goto(course.url.split("#")[0] + "#the-end")
    course.get_by_role("link", name="The first").first.click()
    link = course.get_by_role("link", name="the second module")
    link.click()
    course.go_back()
    expect(link).to_be_focused()
    top = course.get_by_role("link", name="The first").first
    top.click()
    expect(course.get_by_role("heading", level=1, name="The first")).to_be_focused()
    assert scrolled(course) == 0


def test_back_from_a_page_that_was_opened_by_keyboard(course: Page) -> None:
    """Each step of the history has its own place, also where the same page stands in it twice."""
    course.goto(course.url.split("#")[0] + "#first")
    link = course.get_by_role("link", name="the second module")
    for times in range(2):
        link.focus()
        place = scrolled(course)
        course.keyboard.press("Enter")
        expect(course.get_by_role("heading", name="The end")).to_be_focused()
        if times == 0:
            course.locator("[data-previous]:visible").click()
            expect(course.get_by_role("heading", level=1, name="The first")).to_be_focused()
    course.go_back()
    expect(link).to_be_focused()
    assert abs(scrolled(course) - place) <= 1
    course.go_back()
    expect(course).to_have_title("The second - Pages of a course")
    course.go_back()
    expect(link).to_be_focused()


def test_without_script_the_first_words_say_that_nothing_is_saved(browser: Browser, address: str) -> None:
    """Before she writes anything, and not again below; with script they are not there."""
    words = "Nothing you choose or write here is saved"
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("body").inner_text().startswith(words)
    expect(page.get_by_text(words)).to_have_count(1)
    context.close()


def test_with_script_nothing_says_that_there_is_none(course: Page) -> None:
    """Not even for a moment: it is hidden before the page is drawn."""
    expect(course.get_by_text("Nothing you choose or write here is saved")).to_be_hidden()


def printed(page: Page) -> str:
    """The words on paper."""
    page.emulate_media(media="print")
    return page.locator("body").inner_text()


def test_what_is_open_is_printed(course: Page) -> None:
    """Under the name of the course, without the other pages and without the answers."""
    course.goto(course.url.split("#")[0] + "#first")
    paper = printed(course)
    assert "Pages of a course" in paper
    assert "Who does what" in paper
    assert "Which is right?" in paper
    assert "The last words." not in paper
    assert "Yes, this one is." not in paper
    assert "Print this page" not in paper


@pytest.mark.slow
def test_the_whole_course_is_printed_when_she_asks_for_it(course: Page) -> None:
    """The button beside the other; afterwards what is open is what is printed again."""
    course.goto(course.url.split("#")[0] + "#first")
    course.evaluate("""() => {
        window.print = () => {
            dispatchEvent(new Event("beforeprint"));
            window.paper = document.documentElement.dataset.print;
        };
    }""")
    course.get_by_role("button", name="Print the whole course").click()
    assert course.evaluate("() => window.paper") == "course"
    paper = printed(course)
    assert "The last words." in paper
    assert "Yes, this one is." in paper
    course.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert "The last words." not in printed(course)
    expect(course.locator("[data-print-refused]")).to_be_hidden()


def test_where_printing_is_not_allowed_the_page_says_so(context: BrowserContext, address: str) -> None:
    """In a frame without leave to open windows the browser does nothing, and says nothing."""
    page = context.new_page()
    folder = address.rsplit("/", 1)[0]
    page.goto(folder + "/")
    page.evaluate(
        'address => { document.body.innerHTML = `<iframe sandbox="allow-scripts allow-same-origin" src="${address}"></iframe>`; }',
        address,
    )
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Print this page").click()
    expect(frame.get_by_text("Your browser has not opened its window for printing.").first).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize(("width", "fits"), [(1280, True), (1000, False), (320, False)])
def test_a_wide_table_takes_the_room_that_is_there(course: Page, width: int, fits: bool) -> None:
    """Where there is none it scrolls in its own frame; the page never scrolls sideways."""
    course.set_viewport_size({"width": width, "height": 720})
    course.goto(course.url.split("#")[0] + "#first")
    table = course.get_by_role("region", name="Who does what")
    sizes = table.evaluate("frame => [frame.scrollWidth, frame.clientWidth]")
    assert (sizes[0] <= sizes[1]) is fits, sizes
    assert course.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
