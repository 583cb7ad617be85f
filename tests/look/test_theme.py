"""The look of an organisation as browsers show it: in both schemes, with forced colours, in a low frame, on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.authoring.new import THEMES, Wishes, start_course
from builder.pipeline import build
from tests.learner.driver.looking import ask, violations, violations_in_every_look

pytestmark = pytest.mark.browser

FONT = (Path(__file__).parents[1] / "courses/fonts/reading.woff2").read_bytes()
COLOUR = "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"


def opened(tmp_path: Path, theme: str, further: str = "") -> str:
    """The address of a course with an example theme, and with further lines in its settings."""
    start_course(tmp_path / "course", Wishes("Safe at home", examples=True, theme=theme))
    with (tmp_path / "course/course.yml").open("a") as file:
        file.write(further)
    (tmp_path / "course/theme/reading.woff2").write_bytes(FONT)
    (tmp_path / "course/theme/OFL.txt").write_text("Copyright somebody.\n")
    outcome = build(tmp_path / "course", tmp_path / "dist", ["web"])
    assert outcome.report.errors == ()
    return outcome.written[0].as_uri()


@pytest.mark.slow
@pytest.mark.parametrize("theme", [THEMES[0], *(pytest.param(theme, marks=pytest.mark.slow) for theme in THEMES[1:])])
def test_an_example_theme_has_no_violation_in_any_look(page: Page, tmp_path: Path, theme: str) -> None:
    """Cover and questions, wide and narrow, light and dark; with forced colours; and nothing sticks out on a phone."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(opened(tmp_path, theme))
    for place in ("", "#a-question-of-each-kind"):
        page.goto(page.url.partition("#")[0] + place)
        expect(page.locator(".brand")).to_be_visible()
        assert violations_in_every_look(page) == []
        page.set_viewport_size({"width": 320, "height": 800})
        assert ask(page, "clipped") == []
        page.emulate_media(forced_colors="active")
        assert violations(page, without=("color-contrast",)) == []
        page.emulate_media(forced_colors="none", color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})


def test_the_look_follows_what_a_learner_asked_the_system_for(page: Page, tmp_path: Path) -> None:
    """Colours and logo of the scheme; on paper black; in a low frame the name is on the cover alone."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(opened(tmp_path, "council"))
    brand = page.locator(".brand")
    expect(brand).to_contain_text("Harrowmere Council")
    assert page.evaluate(COLOUR, "--accent") == "#6a1b57"
    logo, folder = page.locator(".brand__logo"), page.url.rpartition("/")[0]
    expect(logo).to_have_js_property("currentSrc", f"{folder}/theme/logo.svg")
    page.emulate_media(color_scheme="dark")
    expect(logo).to_have_js_property("currentSrc", f"{folder}/theme/logo-dark.svg")
    assert page.evaluate(COLOUR, "--band") == "#4a1240"
    page.emulate_media(color_scheme="light", media="print")
    assert page.evaluate(COLOUR, "--accent") == page.evaluate(COLOUR, "--on-band") == "#000"
    page.emulate_media(media="screen", contrast="more")
    assert page.evaluate(COLOUR, "--quiet") == page.evaluate(COLOUR, "--ink")
    page.emulate_media(contrast="no-preference")
    page.set_viewport_size({"width": 640, "height": 500})
    expect(brand).to_be_visible()
    page.goto(f"{page.url.partition('#')[0]}#welcome")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome")
    expect(brand).to_be_hidden()
    page.set_viewport_size({"width": 640, "height": 800})
    expect(brand).to_be_visible()


def test_a_logo_for_light_ground_alone_stands_on_white(page: Page, tmp_path: Path) -> None:
    """In the dark scheme and with forced colours; and it is heard once, because the name says the same."""
    address = opened(tmp_path, "council")
    file = tmp_path / "course/course.yml"
    file.write_text(re.sub(r"  logo-dark: .*\n", "", file.read_text()))
    build(tmp_path / "course", tmp_path / "dist", ["web"])
    page.goto(address)
    ground = "() => getComputedStyle(document.querySelector('.brand__picture')).backgroundColor"
    assert page.evaluate(ground) == "rgba(0, 0, 0, 0)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="light", forced_colors="active")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator(".brand").aria_snapshot() == "- paragraph: Harrowmere Council"


@pytest.mark.slow
def test_a_font_is_loaded_from_the_package(page: Page, tmp_path: Path) -> None:
    """The page's policy lets it; until it is there, and where it is damaged as this one, words are in a face of the system."""
    fonts = "  fonts:\n    - file: theme/reading.woff2\n      licence: theme/OFL.txt\n      use: reading\n"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(opened(tmp_path, "council", fonts))
    page.evaluate("() => document.fonts.ready.then(() => true)")
    assert [url for url in asked if url.endswith("theme/reading.woff2")]
    family = page.evaluate("() => getComputedStyle(document.body).fontFamily")
    assert family.startswith('"theme serif", Charter')
    assert page.locator("h1:visible").evaluate("title => title.getBoundingClientRect().height") > 10
