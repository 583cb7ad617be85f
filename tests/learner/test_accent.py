"""The colour of a course as browsers show it: on screens, in both schemes; never on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from builder.pipeline import build
from tests.look.test_accent import accents_of

pytestmark = pytest.mark.browser

ACCENT = "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"
LINK = "getComputedStyle(document.querySelector('a[href^=https]')).color"


def test_the_colour_follows_what_a_learner_asked_the_system_for(
    page: Page, course_folder: Path, tmp_path: Path
) -> None:
    """Light, dark, more contrast, paper, forced colours."""
    file = course_folder / "course.yml"
    file.write_text(file.read_text() + 'accent: "#b0005a"\n')
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\n[A place](https://www.example.org/)\n")
    opened = next(
        path for path in build(course_folder, tmp_path / "dist", ["web"]).written if path.name == "index.html"
    )
    page.goto(opened.as_uri())
    made = accents_of("#b0005a")
    assert page.evaluate(ACCENT) == made[""] == "#b0005a"
    assert page.evaluate(LINK) == "rgb(176, 0, 90)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ACCENT) == made["prefers-color-scheme: dark"]
    page.emulate_media(color_scheme="light", contrast="more")
    assert page.evaluate(ACCENT) == made["prefers-contrast: more"]
    page.emulate_media(contrast="no-preference")
    for theme in ("light", "dark", "warm"):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        page.emulate_media(color_scheme="dark" if theme != "dark" else "light")
        assert page.evaluate(ACCENT) == made[theme]
    page.emulate_media(media="print")
    assert page.evaluate(ACCENT) == "#000"
    page.emulate_media(media="screen", forced_colors="active")
    assert page.evaluate(LINK) != "rgb(176, 0, 90)"
