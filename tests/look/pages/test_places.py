"""What is in sight when a page is opened, and what stays in sight or stands beside the text."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.pipeline import Outcome, build
from tests.conftest import ROOT
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.script import answers_to
from tests.limits.pairs import SETTINGS

pytestmark = pytest.mark.browser

FRAMES = ((320, 640), (640, 500), (1280, 800))
"""A phone, the frame of an LMS on a laptop, a window."""


def opened(page: Page, web_course: Path, size: tuple[int, int], place: str = "cover") -> Page:
    """The first course at one of its pages."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{web_course.as_uri()}#{place}")
    page.locator("html[data-ready]").wait_for()
    expect(page.locator("[data-current]")).to_be_visible()
    return page


def box(part: Locator) -> dict[str, float]:
    """Where it stands in the window."""
    found: dict[str, float] = part.evaluate("one => one.getBoundingClientRect().toJSON()")
    return found


@pytest.mark.parametrize("size", FRAMES, ids=str)
def test_the_first_screen_of_the_cover_has_all_that_one_needs(
    page: Page, web_course: Path, first_course: Outcome, size: tuple[int, int]
) -> None:
    """Title, one sentence, the way in with its place, the time it takes, and a figure in the course's accent: new and begun."""
    cover = opened(page, web_course, size).locator("#cover")
    whole = [cover.locator(part) for part in ("h1", ".cover__summary", "[data-start]", ".cover__expectation")]
    for part in whole:
        expect(part).to_be_in_viewport(ratio=1)
    expect(whole[-1]).to_contain_text("45 minutes")
    expect(cover.locator(".rings")).to_be_in_viewport(ratio=0.1)
    expect(cover.locator("[data-module-ring]")).to_have_count(len(first_course.course.modules))
    third = first_course.course.modules[2]
    open_module(page, third)
    page.goto(f"{web_course.as_uri()}#cover")
    expect(whole[2]).to_have_text(f"Continue with module 3: {third.title}")
    expect(whole[2]).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1000, 1280])
def test_the_contents_stay_in_reach(page: Page, web_course: Path, width: int) -> None:
    """In the margin, wherever the page is scrolled to; they do not lie on the text."""
    opened(page, web_course, (width, 700), "ethical-innovation")
    link = page.get_by_role("navigation", name="Contents").get_by_role("link", name="Local system conditions")
    expect(link).to_be_in_viewport(ratio=1)
    page.evaluate("() => scrollTo(0, 1500)")
    page.wait_for_function("() => scrollY === 1500")
    expect(link).to_be_in_viewport(ratio=1)
    assert box(link)["right"] < box(page.locator("main"))["left"]


def test_notes_stand_in_the_margin_of_a_wide_window(page: Page, web_course: Path) -> None:
    """Who can read the words stands beside each sheet from 1280 pixels on, and above it in a narrower window."""
    opened(page, web_course, (1280, 800), "reflective-questions")
    pairs = [
        (item.locator("textarea"), item.locator(".reflect__privacy"))
        for item in page.locator("[data-current] .reflect").all()
    ]
    assert len(pairs) > 2
    for sheet, note in pairs:
        assert box(note)["left"] > box(sheet)["right"]
        assert box(note)["right"] <= 1280
    page.set_viewport_size({"width": 1270, "height": 800})
    for sheet, note in pairs:
        assert box(note)["left"] < box(sheet)["right"]


PICTURE = '![A team around a table](images/stages.jpg "The team in spring")'


def test_a_caption_stands_beside_its_picture_in_a_wide_window(page: Page, tmp_path: Path) -> None:
    """In the margin from 1280 pixels on; below it in a narrower window, in a list, and on paper."""
    (tmp_path / "images").mkdir()
    shutil.copy(ROOT / "course/media/stages-of-innovation.jpg", tmp_path / "images/stages.jpg")
    (tmp_path / "course.yml").write_text(SETTINGS, encoding="utf-8")
    text = (
        f"---\ntitle: Pictures\n---\n\nWords.\n\n{PICTURE}\n\nDescription: Five people.\n\n- An entry\n\n  {PICTURE}\n"
    )
    (tmp_path / "01-pictures.md").write_text(text, encoding="utf-8")
    outcome = build(tmp_path, tmp_path / "out", ["web"])
    assert not outcome.report.errors, outcome.report.errors
    opened(page, next(path for path in outcome.written if path.name == "index.html"), (1280, 800), "pictures")
    captions = page.locator("[data-current] figcaption")
    pictures = page.locator("[data-current] img")
    pictures.first.evaluate("one => one.decode()")
    words = page.locator("[data-current] .prose > p").first
    assert box(captions.first)["left"] >= box(pictures.first)["right"] > 300
    assert box(captions.first)["top"] < box(pictures.first)["bottom"] and box(captions.first)["right"] <= 1280
    assert box(pictures.first)["left"] == box(words)["left"]
    assert box(page.locator("[data-current] summary").first)["left"] == box(words)["left"]
    assert box(captions.last)["top"] >= box(pictures.last)["bottom"]
    for width, media in ((1270, "screen"), (320, "screen"), (680, "print")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media=media)  # type: ignore[arg-type]
        assert box(captions.first)["top"] >= box(pictures.first)["bottom"], (width, media)


CHAPTERS, TRANSCRIPT = "[data-current] .film__aside > [data-js-only]", "[data-current] .film__script"


def unfold(page: Page, *parts: str) -> None:
    """Open parts of a film as a learner does."""
    for part in parts:
        page.locator(f"{part} > summary").first.click()
        expect(page.locator(f"{part}[open]").first).to_be_visible()


@pytest.mark.parametrize("width", [1100, 1280, 1920])
def test_open_chapters_stand_in_the_margin_beside_the_film(page: Page, web_course: Path, width: int) -> None:
    """One sees the film while one chooses a chapter. Closed, they leave it the whole column."""
    opened(page, web_course, (width, 900), "ethical-innovation")
    stage, chapters = page.locator("[data-current] .film__stage").first, page.locator(CHAPTERS).first
    column = box(page.locator("[data-current] .film").first)
    assert box(stage)["width"] == pytest.approx(column["width"], abs=1)
    assert box(chapters)["top"] >= box(stage)["bottom"]
    unfold(page, CHAPTERS)
    first = chapters.get_by_role("button").first
    assert box(first)["left"] > box(stage)["right"] and box(first)["right"] <= width
    assert box(chapters)["top"] < box(stage)["bottom"] and box(stage)["width"] > 440
    if width >= 1280:
        assert box(chapters)["right"] > column["right"] + 50, "it takes what the margin has"
    stage.scroll_into_view_if_needed()
    expect(first).to_be_in_viewport(ratio=1)
    unfold(page, TRANSCRIPT)
    words = page.locator(f"{TRANSCRIPT} [data-film-transcript]").first
    assert box(words)["left"] > box(stage)["right"]
    assert box(first)["top"] >= box(words)["bottom"], "both are there, one below the other"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_open_chapters_stand_below_the_film_where_there_is_no_margin(page: Page, web_course: Path) -> None:
    """In a frame of an LMS, and on a phone."""
    for size in ((1090, 800), (640, 500), (320, 640)):
        opened(page, web_course, size, "ethical-innovation")
        stage, chapters = page.locator("[data-current] .film__stage").first, page.locator(CHAPTERS).first
        unfold(page, CHAPTERS, TRANSCRIPT)
        assert box(chapters)["top"] >= box(stage)["bottom"]
        assert box(chapters)["left"] == pytest.approx(box(stage)["left"], abs=1)
        page.reload()


def test_the_focus_goes_down_the_film_then_down_its_margin(page: Page, web_course: Path) -> None:
    """With both open, Tab never goes back and forth between the two columns, nor up in the second."""
    opened(page, web_course, (1280, 900), "ethical-innovation")
    unfold(page, CHAPTERS, TRANSCRIPT)
    stops = page.locator("[data-current] .film").first.evaluate(
        """film => [...film.querySelectorAll("a[href], button, summary, select, input, video")]
          .filter(one => one.checkVisibility() && one.tabIndex >= 0)
          .map(one => [!!one.closest(".film__aside"), one.getBoundingClientRect().top])"""
    )
    beside = [place for place, _ in stops]
    first, last = beside.index(True), len(beside) - 1 - beside[::-1].index(True)
    assert first > 3 and all(beside[first : last + 1]) and not any(beside[last + 1 :])
    down = [top for place, top in stops if place]
    assert down == sorted(down)
    page.locator(f"{CHAPTERS} > summary").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator(f"{CHAPTERS} button").first).to_be_focused()


def test_a_picture_without_a_caption_takes_the_width(page: Page, tmp_path: Path) -> None:
    """Also one with a description, and one with numbers on it; words keep their measure. A small picture is not made larger."""
    (tmp_path / "images").mkdir()
    shutil.copy(ROOT / "course/media/stages-of-innovation.jpg", tmp_path / "images/wide.jpg")
    shutil.copy(ROOT / "tests/courses/base/images/team.png", tmp_path / "images/small.png")
    (tmp_path / "course.yml").write_text(SETTINGS, encoding="utf-8")
    long = "Words that run on and on, as the words of a book do, until they come to a second line of the page. "
    text = (
        f"---\ntitle: Pictures\n---\n\n{long}\n\n![A slide](images/wide.jpg)\n\n![A slide](images/wide.jpg)\n\n"
        f"Description: {long}\n\n![A team](images/small.png)\n\n- An entry\n\n  ![A slide](images/wide.jpg)\n\n"
        f"## Picture: What to look for\n\n{long}\n\n![A slide](images/wide.jpg)\n\n1. **The door** (50, 50): {long}\n"
    )
    (tmp_path / "01-pictures.md").write_text(text, encoding="utf-8")
    outcome = build(tmp_path, tmp_path / "out", ["web"])
    assert not outcome.report.errors, outcome.report.errors
    address = next(path for path in outcome.written if path.name == "index.html")
    for size in ((1280, 800), (1000, 700), (640, 500), (320, 640)):
        opened(page, address, size, "pictures")
        for summary in page.locator("[data-current] .picture__description:not([open]) > summary").all():
            summary.click()
        for picture in page.locator("[data-current] img").all():
            picture.scroll_into_view_if_needed()
            picture.evaluate("one => one.decode()")
        plain, described, small, listed, numbered = map(box, page.locator("[data-current] img").all())
        column = box(page.locator("main"))["width"]
        for shown in (plain, described, numbered):
            assert shown["width"] == pytest.approx(min(column, 854), abs=1), size
            assert shown["height"] / shown["width"] == pytest.approx(480 / 854, rel=0.01)
        assert small["width"] < 40 and listed["width"] < plain["width"]
        measure = box(page.locator("[data-current] .prose > p").first)["width"]
        for words in page.locator("[data-current] :is(.picture__description > p, .spots > .prose, .spots__list)").all():
            assert box(words)["width"] <= measure + 1, size
        assert page.evaluate("() => document.documentElement.scrollWidth") == size[0]


def test_the_way_on_is_the_strongest_once_all_is_answered(page: Page, web_course: Path, first_course: Outcome) -> None:
    """The button of a question is filled until it was answered; then the way on alone is, and the largest."""
    item = next(item for item in first_course.course.items if item.scored)
    module = next(one for one in first_course.course.modules if item in one.items)
    opened(page, web_course, (1280, 800), module.id)
    page.emulate_media(reduced_motion="reduce")
    filled = """() => {
      const accent = getComputedStyle(document.querySelector(".onward__next")).backgroundColor;
      return [...document.querySelectorAll("[data-current] :is(a, button)")]
        .filter(one => one.checkVisibility() && getComputedStyle(one).backgroundColor === accent)
        .map(one => one.className);
    }"""
    before = page.evaluate(filled)
    assert len(before) > 1
    for one in module.items:
        answer_question(page, next(iter(answers_to(one).values())))
    expect(page.locator("[data-current] [data-item][data-state=unanswered]")).to_have_count(0)
    page.mouse.move(0, 0)
    assert page.evaluate(filled) == ["onward__next"]
    on = box(page.locator("[data-current] .onward__next"))
    for button in page.locator("[data-current] .button:visible").all():
        assert box(button)["width"] * box(button)["height"] < on["width"] * on["height"]


def test_what_is_missing_is_red_and_has_a_bar(page: Page, web_course: Path, first_course: Outcome) -> None:
    """As plainly in the dark; 4.5 to 1 and more is held by `tests/unit/read/test_tokens.py`."""
    item = next(item for item in first_course.course.items if item.scored)
    module = next(one for one in first_course.course.modules if item in one.items)
    opened(page, web_course, (640, 500), module.id)
    page.locator("[data-current] [data-check]").first.click()
    problem = page.locator("[data-problem]")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        look = problem.evaluate(
            """one => {
              const [bar, title] = [getComputedStyle(one), getComputedStyle(one.querySelector(".problem__title"))];
              const edge = document.documentElement.dir === "rtl" ? "Right" : "Left";
              return [bar[`border${edge}Color`], title.color, parseFloat(bar[`border${edge}Width`])];
            }"""
        )
        red, green, blue = (int(part) for part in look[0][4:-1].split(","))
        assert red > 1.3 * max(green, blue) or (scheme == "dark" and red > green + 60 and red > blue + 60)
        assert look[1] == look[0] and look[2] >= 8


@pytest.mark.parametrize("width", [1280, 1920])
def test_the_foot_of_the_cover_has_the_edges_of_its_list(page: Page, web_course: Path, width: int) -> None:
    """The line above it is as long as those of the modules."""
    opened(page, web_course, (width, 800))
    foot, modules = box(page.locator(".colophon")), box(page.locator("#cover .modules"))
    assert [foot["left"], foot["right"]] == pytest.approx([modules["left"], modules["right"]], abs=1)


def test_the_languages_have_the_face_of_what_is_pressed(page: Page, tmp_path: Path) -> None:
    """As the contents and the reading tools below them."""
    outcome = build(ROOT / "tests/courses/three-languages", tmp_path, ["web"])
    opened(page, next(path for path in outcome.written if path.name == "index.html"), (640, 500))
    face = "one => getComputedStyle(one).fontFamily"
    language = page.locator("[data-languages] a:visible").first
    assert language.evaluate(face) == page.locator(".contents summary:visible").first.evaluate(face)


def test_two_notes_stand_beside_a_sheet_one_below_the_other(page: Page, tmp_path: Path) -> None:
    """How many words are enough, and who can read them: neither is left for below the sheet."""
    (tmp_path / "course.yml").write_text(SETTINGS, encoding="utf-8")
    text = "---\ntitle: To write\n---\n\n## Reflect: What helps? {#what-helps words=150}\n\nThink of your team.\n"
    (tmp_path / "01-to-write.md").write_text(text, encoding="utf-8")
    outcome = build(tmp_path, tmp_path / "out", ["web"])
    assert not outcome.report.errors, outcome.report.errors
    opened(page, next(path for path in outcome.written if path.name == "index.html"), (1280, 900), "to-write")
    sheet = box(page.locator("[data-current] textarea").first)
    words, kept = map(box, page.locator("[data-current] .reflect > .reflect__privacy").all())
    assert words["left"] == kept["left"] > sheet["right"]
    assert sheet["top"] - 30 < words["top"] < words["bottom"] < kept["top"] < kept["bottom"] <= sheet["bottom"] + 1
    assert box(page.locator("[data-current] [data-saved]").first)["top"] >= sheet["bottom"]
