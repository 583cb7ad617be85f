"""Words that no line has room for: they are broken, and nothing makes the page wider than its window (WCAG 2.2, 1.4.10)."""

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

## Reflect: What helps? {{#helps}}
"""


@pytest.mark.parametrize("width", [320, 256])
def test_no_word_makes_a_page_wider_than_its_window(page: Page, tmp_path: Path, width: int) -> None:
    """Of pairs and groups, and in the record, whose table has dates and times."""
    source = tmp_path / "course"
    source.mkdir()
    (source / "course.yml").write_text("id: words\ntitle: Words\nlanguage: en-GB\n", encoding="utf-8")
    (source / "01-pairs.md").write_text(PAIRS, encoding="utf-8")
    outcome = build(source, tmp_path / "out", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    address = next(path for path in outcome.written if path.name == "index.html").as_uri()
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(f"{address}#who")
    for place in ("who", "record"):
        page.evaluate("place => { location.hash = place }", place)
        page.locator(f"[data-page]:has(#{place}), #{place}[data-page]").wait_for()
        page.evaluate("() => { for (const part of document.querySelectorAll('details')) part.open = true }")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), place
