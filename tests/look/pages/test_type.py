"""The faces of the page: one for reading, one for what is pressed and for what the page says of itself, on every system."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.render.page.environment import templates_folder

SYSTEMS = {
    "macOS, iOS": ("Charter", "-apple-system"),
    "Windows": ("Cambria", "Segoe UI"),
    "Android": ("Noto Serif", "Roboto"),
    "ChromeOS": ("Caladea", "Roboto"),
    "Linux": ("P052", "Noto Sans"),
}
"""System -> a face for reading and one for controls that it has."""

FACES = """() => {
  const of = {};
  for (const one of document.querySelectorAll("body *")) {
    if (!one.checkVisibility() || one.closest(".visually-hidden, .tools__sign, svg, math, code, pre")) continue;
    const own = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own) continue;
    const face = getComputedStyle(one).fontFamily.startsWith("Charter") ? "reading" : "plain";
    const at = one.closest("button, label.choice, summary, input, select, nav, footer, .question__terms, .feedback__verdict, [role=status]");
    (of[face] ??= []).push([one.closest("main") ? "main" : "around", one.localName, at?.localName ?? "", one.className]);
  }
  return of;
}"""


def names(token: str) -> list[str]:
    """The faces that a token names, in their order."""
    sheet = (templates_folder() / "styles/tokens.css").read_text(encoding="utf-8")
    (value,) = re.findall(rf"--{token}: (.+);", sheet)
    return [name.strip().strip('"') for name in value.split(",")]


def first(wanted: Iterable[str], there: str) -> bool:
    """Whether a system has one of them by name, and not only by the last, which takes whatever there is."""
    return there in list(wanted)[:-1]


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_system_has_a_face_that_was_chosen(system: str) -> None:
    """No learner reads in what her system falls back to; Liberation Serif, which looks unstyled, is named nowhere."""
    reading, plain = SYSTEMS[system]
    assert first(names("serif"), reading) and first(names("sans"), plain)
    assert names("serif")[-1] == "serif" and names("sans")[-1] == "sans-serif"
    assert not {"Liberation Serif", "Times New Roman", "Times", "system-ui"} & {*names("serif"), *names("sans")}


@pytest.mark.browser
def test_what_is_read_has_one_face_and_what_is_pressed_the_other(page: Page, web_course: Path) -> None:
    """Prose, titles and options in the face for reading; buttons, what opens, lists of pages and what the page says in the plain one."""
    seen = set()
    for place in ("cover", "welcome", "stages-of-innovation", "reflective-questions"):
        page.goto(f"{web_course.as_uri()}#{place}")
        page.locator("html[data-ready]").wait_for()
        expect(page.locator("[data-current]")).to_be_visible()
        faces = page.evaluate(FACES)
        for _, element, at, name in faces["reading"]:
            assert element not in ("button", "input", "select") and at not in ("button", "summary", "footer"), name
            seen.add(element)
        for part, element, _, name in faces["plain"]:
            assert element not in ("h1", "h2") and not (part == "main" and element == "p" and not name), (element, name)
    assert {"h1", "h2", "p"} <= seen


@pytest.mark.browser
def test_long_lines_break_long_words_with_a_hyphen(page: Page, web_course: Path) -> None:
    """In the column of a wide window; on a phone every second line would end in one."""
    page.goto(f"{web_course.as_uri()}#welcome")
    words = page.locator("[data-current] .prose p").first
    expect(words).to_be_visible()
    expect(words).to_have_css("hyphens", "auto")
    expect(words).to_have_css("hyphenate-limit-chars", "10 4 4")
    page.set_viewport_size({"width": 320, "height": 640})
    expect(words).to_have_css("hyphens", "manual")
    assert page.evaluate("() => document.documentElement.lang") == "en-GB", "a browser hyphenates by the language"
