"""Words that no line has room for: they are broken, and nothing makes the page wider than its window (WCAG 2.2, 1.4.10)."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from builder.pipeline import build

pytestmark = pytest.mark.browser

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PAIRS = f"""---
title: Pairs
---
## Match: Who does what? {{#who}}

| Who | What |
| --- | --- |
| {WORD} | {WORD}en |
| A friend | Listens |

## Sort: What goes where? {{#groups}}

**{WORD}**

- {WORD}s
- A boat

**Land**

- {WORD}a

## File: A plan {{#plan}}

[{WORD}](plan.txt)

## Scale: How sure? {{#sure}}

- {WORD}
- Arbeitsunfähigkeitsbescheinigung
- Gwrthgyfathrebiadau
- Sure
- Very

## Reflect: What helps? {{#helps}}
"""


def opened(page: Page, tmp_path: Path, width: int) -> str:
    """Show the course in a window of this width, and give its address."""
    source = tmp_path / "course"
    source.mkdir()
    (source / "course.yml").write_text("id: words\ntitle: Words\nlanguage: en-GB\n", encoding="utf-8")
    (source / "01-pairs.md").write_text(PAIRS, encoding="utf-8")
    (source / "plan.txt").write_text("So.\n", encoding="utf-8")
    outcome = build(source, tmp_path / "out", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    address = next(path for path in outcome.written if path.name == "index.html").as_uri()
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(f"{address}#who")
    return address


@pytest.mark.parametrize("width", [320, 256])
def test_no_word_makes_a_page_wider_than_its_window(page: Page, tmp_path: Path, width: int) -> None:
    """Of pairs, groups and files, and in the record, whose table has dates and times."""
    opened(page, tmp_path, width)
    for place in ("who", "record"):
        page.evaluate("place => { location.hash = place }", place)
        page.locator(f"[data-page]:has(#{place}), #{place}[data-page]").wait_for()
        page.evaluate("() => { for (const part of document.querySelectorAll('details')) part.open = true }")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), place


@pytest.mark.parametrize("width", [640, 1000])
def test_no_label_of_a_scale_lies_on_another(page: Page, tmp_path: Path, width: int) -> None:
    """Where they stand side by side a long one is broken."""
    opened(page, tmp_path, width)
    sides = page.locator("#sure .scale__label > span").evaluate_all(
        """labels => labels.map(label => {
          const range = document.createRange();
          range.selectNodeContents(label);
          const { left, right } = range.getBoundingClientRect();
          return [left, right];
        })"""
    )
    assert len(sides) == 5
    assert all(right <= left for (_, right), (left, _) in pairwise(sides)), sides
