"""A picture that an author gives for the cover: in the place of the rings, at every width, and with words for who does not see it."""

import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.model.look.cover import CoverPicture
from builder.pipeline import build, check
from tests.conftest import ROOT, smallest_course
from tests.look.pages.test_places import FRAMES, box

SHOWS = "Three people on a path between hills"
COVER = f"cover:\n  picture: images/wide.svg\n  picture-text: {SHOWS}\n"
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200" viewBox="0 0 1600 1200"><path fill="#c60" d="M0 0h1600v1200H0z"/></svg>'
LANGUAGES = ROOT / "tests/courses/three-languages"


def add_picture(folder: Path, settings: str = COVER) -> Path:
    """Give the cover of a course a picture."""
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images/wide.svg").write_text(DRAWN, encoding="utf-8")
    with (folder / "course.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return folder


def page_of(folder: Path, out: Path) -> Path:
    """Build a course for the web."""
    outcome = build(folder, out, ["web"])
    assert not outcome.report.errors, outcome.report.errors
    return next(path for path in outcome.written if path.name == "index.html")


@pytest.fixture(scope="module")
def covered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the first course, with a picture."""
    folder = tmp_path_factory.mktemp("covered") / "course"
    shutil.copytree(ROOT / "course", folder)
    return page_of(add_picture(folder), folder.parent / "dist")


@pytest.fixture(scope="module")
def leftward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a course that is written from right to left, with a picture."""
    folder = tmp_path_factory.mktemp("leftward") / "course"
    shutil.copytree(LANGUAGES / "ar", folder)
    return page_of(add_picture(folder), folder.parent / "dist")


@pytest.mark.browser
@pytest.mark.parametrize("size", FRAMES, ids=str)
@pytest.mark.parametrize("way", ["covered", "leftward"])
def test_the_picture_stands_in_the_place_of_the_rings(
    page: Page, request: pytest.FixtureRequest, way: str, size: tuple[int, int]
) -> None:
    """On the first screen, to the edge of the window, and over none of the words; they are whole there too."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(request.getfixturevalue(way).as_uri())
    page.locator("html[data-ready]").wait_for()
    picture = page.get_by_role("img", name=SHOWS)
    picture.evaluate("one => one.decode()")
    expect(picture).to_be_in_viewport(ratio=0.6)
    expect(page.locator(".rings")).to_have_count(0)
    shown = box(picture)
    rtl = way == "leftward"
    assert (shown["left"] if rtl else size[0] - shown["right"]) == pytest.approx(0, abs=0.5)
    for part in ("h1", ".cover__summary", "[data-start]", ".cover__expectation"):
        words = page.locator(f"#cover {part}:visible")
        if rtl and not words.count():  # it says nothing of its time
            continue
        expect(words).to_be_in_viewport(ratio=1)
        spoken = box(words)
        beside = shown["right"] <= spoken["left"] if rtl else spoken["right"] <= shown["left"]
        assert beside or spoken["bottom"] <= shown["top"], part
    band = box(page.locator(".cover__band"))
    assert shown["top"] >= band["top"] and shown["bottom"] <= band["bottom"] + 0.5
    assert page.evaluate("() => document.documentElement.scrollWidth") == size[0]


@pytest.mark.browser
@pytest.mark.parametrize("asked", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_the_picture_is_there_in_every_scheme(page: Page, covered: Path, asked: dict[str, Any]) -> None:
    """In its own colours, in the dark and where the system's colours are forced."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(**asked)
    page.goto(covered.as_uri())
    picture = page.get_by_role("img", name=SHOWS)
    picture.evaluate("one => one.decode()")
    expect(picture).to_be_in_viewport(ratio=1)
    assert [picture.evaluate(f"one => getComputedStyle(one).{what}") for what in ("opacity", "filter")] == ["1", "none"]


@pytest.mark.browser
def test_on_paper_the_picture_is_whole_and_below_the_words(page: Page, covered: Path) -> None:
    """Nothing of it is cut off, and it is no wider than the sheet."""
    page.set_viewport_size({"width": 680, "height": 900})
    page.goto(covered.as_uri())
    page.emulate_media(media="print")
    picture = page.get_by_role("img", name=SHOWS)
    picture.evaluate("one => one.decode()")
    shown = box(picture)
    assert shown["width"] / shown["height"] == pytest.approx(4 / 3, rel=0.02)
    assert shown["left"] >= 0 and shown["right"] <= 680
    assert shown["top"] >= box(page.locator(".cover__expectation"))["bottom"]


@pytest.mark.browser
def test_without_script_the_picture_is_there_with_its_words(browser: Browser, covered: Path) -> None:
    """The page without script is whole."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(covered.as_uri())
    expect(page.get_by_role("img", name=SHOWS)).to_be_visible()
    context.close()


@pytest.mark.browser
def test_a_picture_that_only_adorns_is_not_heard(page: Page, tmp_path: Path) -> None:
    """Seen, and passed over by a screen reader."""
    folder = add_picture(
        smallest_course(tmp_path / "course"), "cover:\n  picture: images/wide.svg\n  decorative: yes\n"
    )
    page.goto(page_of(folder, tmp_path / "dist").as_uri())
    expect(page.locator("#cover img")).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(0)
    assert "img" not in page.locator("#cover").aria_snapshot()


def test_the_picture_is_in_every_package_and_its_sheet_in_no_other_course(
    course_folder: Path, covered: Path, tmp_path: Path
) -> None:
    """The manifest lists its file. A course without a picture has none of its rules."""
    plain = page_of(course_folder, tmp_path / "plain").with_name("satchel.css").read_text(encoding="utf-8")
    assert "cover__picture" not in plain
    assert "cover__picture" in covered.with_name("satchel.css").read_text(encoding="utf-8")
    for path in build(add_picture(course_folder), tmp_path / "dist", ["scorm12", "scorm2004"]).written:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as package:
                assert 'href="images/wide.svg"' in package.read("imsmanifest.xml").decode()
                assert f'alt="{SHOWS}"' in package.read("index.html").decode()


def test_a_heavy_picture_of_the_cover_is_a_warning(course_folder: Path) -> None:
    """With what it weighs, and the size to save it in; just below the limit nothing is said."""
    file = add_picture(course_folder) / "images/wide.svg"
    for more, found in ((0, []), (1, ["THM-004"])):
        file.write_text(DRAWN + " " * (300_000 - len(DRAWN) + more * 1000), encoding="utf-8")
        report = check(course_folder).report
        assert [one.rule for one in report.diagnostics] == found
    (heavy,) = report.diagnostics
    assert "301 KB" in heavy.message and "1600 pixels wide" in heavy.hint
    assert (heavy.span.path, heavy.excerpt.strip()) == ("course.yml", "picture: images/wide.svg")


def test_each_language_has_its_own_words_or_says_whose_they_are(tmp_path: Path) -> None:
    """The file lies once in the package; a language without words of its own shows the picture with the source's."""
    folder = tmp_path / "course"
    shutil.copytree(LANGUAGES, folder)
    add_picture(folder)
    with (folder / "cy/course.yml").open("a", encoding="utf-8") as file:
        file.write("cover:\n  picture: images/wide.svg\n  picture-text: Tri o bobl ar lwybr\n")
    text = page_of(folder, tmp_path / "dist").read_text(encoding="utf-8")
    pictures = re.findall(r'<img class="cover__picture"[^>]*>', text)
    said = [re.findall(r' (?:alt|lang|src)="([^"]*)"', one) for one in pictures]
    assert said == [
        ["images/wide.svg", SHOWS],
        ["images/wide.svg", "Tri o bobl ar lwybr"],
        ["images/wide.svg", SHOWS, "en-GB"],
    ]


def test_the_course_knows_the_picture_and_its_words(course_folder: Path) -> None:
    """Typeset as all settings are."""
    cover = check(add_picture(course_folder, COVER.replace(SHOWS, "The team's room"))).course.cover
    assert isinstance(cover, CoverPicture) and (cover.words, cover.picture.width) == ("The team’s room", 1600)
