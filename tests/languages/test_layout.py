"""A page from right to left is the mirror of one from left to right: by its style sheets, and by its keys."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.pipeline import build
from builder.render.assets.styles import direction_rules
from tests.cases import for_each
from tests.conftest import ROOT
from tests.languages.course import Sample, write_course

SHEETS = sorted((ROOT / "templates").rglob("*.css"))
PHYSICAL = re.compile(
    r"(?:^|[;{\s])((?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)[\w-]*|left|right|"
    r"border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(left|right)\b"
)
REASONS = {
    ("reading.css", "float: left;"): "as wide as what it stands in",
}
"""File and line -> why a side of the screen is meant."""


def physical(path: Path) -> list[str]:
    """Lines of a style sheet that name a side of the screen, other than those with a reason."""
    text = re.sub(r"/\*.*?\*/", lambda found: " " * len(found[0]), path.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = [line.strip() for line in text.splitlines() if PHYSICAL.search(line)]
    return [line for line in lines if (path.name, line) not in REASONS]


def test_style_sheets_speak_of_the_beginning_and_the_end_of_a_line() -> None:
    """Left and right are for another half of the readers the wrong way round."""
    learners = [path for path in SHEETS if "preview" not in path.parts and "bundles" not in path.parts]
    found = {path.name: lines for path in learners if (lines := physical(path))}
    assert len(learners) > 20
    assert found == {}


@for_each(
    "line",
    ["a { margin-left: 1px }", "a { left: 0 }", "a { text-align: right }", "a{float:left}", "b { border-right: 0 }"],
)
def test_a_side_of_the_screen_is_seen(line: str, tmp_path: Path) -> None:
    sheet = tmp_path / "a.css"
    sheet.write_text(line)
    assert physical(sheet) == [line]


@for_each(("interface", "other"), [("en", "rtl"), ("cy", "rtl"), ("ar", "ltr"), ("he", "ltr")])
def test_the_interface_has_rules_of_its_own_only_in_parts_that_run_the_other_way(interface: str, other: str) -> None:
    """Elsewhere they would cut a line into pieces that no longer know how it runs."""
    rules = direction_rules(interface)
    assert f':where([dir="{other}"]) :lang({interface})' in rules
    assert f':where([dir="{ {"rtl": "ltr", "ltr": "rtl"}[other] }"])' not in rules


ORDER = """() => {
  const left = (element) => element.getBoundingClientRect().left;
  const shown = document.querySelector("#film-first .film__shown");
  const [label, sentence] = shown.children;
  const names = [...document.querySelectorAll(".modules__name")].map((name) => {
    const range = document.createRange();
    range.selectNodeContents(name);
    return Math.round(range.getBoundingClientRect().right);
  });
  return { labelFirst: label.getBoundingClientRect().right > sentence.getBoundingClientRect().right - 1 && left(label) > left(sentence), names };
}"""


@pytest.mark.slow
@pytest.mark.browser
def test_words_stand_and_keys_go_as_the_eye_does(browser: Browser, tmp_path: Path) -> None:
    """A label before its sentence, titles at one edge, and the arrow that points to the left goes on in the film."""
    write_course(tmp_path, Sample("ar", "cy"))
    outcome = build(tmp_path, tmp_path / "dist", ["web"])
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    page.goto(next(path for path in outcome.written if path.name == "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    names = page.evaluate(ORDER)["names"]
    assert max(names) - min(names) <= 1, names
    page.evaluate("() => { location.hash = 'one'; }")
    page.wait_for_selector("[data-page='one'][data-current]")
    page.locator("#film-first summary").first.evaluate("(summary) => { summary.parentElement.open = true; }")
    assert page.evaluate(ORDER)["labelFirst"]
    arrows = """(place) => {
      const video = document.querySelector("#film-" + place + " video");
      const button = document.querySelector("#film-" + place + " [data-film-play]");
      // A film that has not loaded keeps the place to begin at for itself.
      Object.defineProperty(video, "readyState", { configurable: true, value: HTMLMediaElement.HAVE_METADATA });
      video.currentTime = 20;
      const press = (key) => { button.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })); return video.currentTime; };
      return [press("ArrowLeft"), press("ArrowRight")];
    }"""
    assert page.evaluate(arrows, "first") == [25, 20]
    page.evaluate("() => { location.hash = 'two'; }")
    page.wait_for_selector("[data-page='two'][data-current]")
    assert page.evaluate(arrows, "second") == [15, 20]
    turned = page.evaluate(
        "() => [...document.querySelectorAll('[data-page] .new-tab')].map((mark) => getComputedStyle(mark).scale)"
    )
    assert set(turned) == {"-1 1", "none"}, turned
    context.close()
