"""What is wide, in each box of the format, on the narrowest pages (WCAG 2.2, 1.4.10)."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.pipeline import build
from tests.limits.pairs import SETTINGS

FORMULA = "So $" + "+".join("abcdefghijklmnopqrstuvwxyz") + "$ is."
WIDE = {
    "table": f"| {' | '.join(['Alphabetical'] * 6)} |\n|{' --- |' * 6}\n| {' | '.join(['alphabetical'] * 6)} |",
    "formula": FORMULA,
    "display": "$$\n" + "+".join("abcdefghijklmnopqrstuvwxyz") + "\n$$",
    "code": "```\n" + "a_long_name" * 12 + "\n```\n\nAnd `" + "a_long_name" * 12 + "` too.",
    "word": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2,
}
ALL = "\n\n".join(WIDE.values())
PARTS = "\n\n".join(f"**{name}**\n\n{ALL}" for name in ("One", "Two"))


def quoted(text: str) -> str:
    """The same as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def below(text: str, room: str) -> str:
    """The same as a part of a list entry."""
    return "\n".join(f"{room}{line}".rstrip() for line in text.split("\n"))


MODULE = f"""---
title: Wide
---

{ALL}

> [!WARNING]
{quoted(ALL)}

{quoted(ALL)}

- An entry

{below(ALL, "  ")}

<details>
<summary>More</summary>

{ALL}

</details>

## Layers: What holds what?

{PARTS}

## Cards: Two cards

{PARTS}

## Details: More of it

{PARTS}

## Columns: Side by side

{PARTS}

## Timeline: When was it?

{PARTS}

## Quiz: Which is it?

{ALL}

- [x] Words {FORMULA}
  > {FORMULA}
- [ ] Other {FORMULA}

## Reflect: What is it?

{ALL}

Example: {FORMULA}

## Match: Which fits?

| One | Two |
| --- | --- |
| {FORMULA} | {FORMULA} |
| b | c |

## Order: In which order?

1. {FORMULA}
2. b

## Sort: Where does it belong?

**{FORMULA}**

- Words {FORMULA}

**B**

- c
"""


NAMES = ("Responsibility", "Communication", "Accountability", "Confidentiality", "Understanding")
FIVE = f"| {' | '.join(NAMES)} |\n|{' --- |' * 5}\n|{' a |' * 5}"
SHEET = f"""---
title: On paper
---

## Columns: Side by side

**One**

Words.

**Two**

{FIVE}

**Three**

Words.

## Cards: Two cards

**One**

{FIVE}

**Two**

Words.
"""


def opened(browser: Browser, folder: Path, text: str, width: int) -> Page:
    """A course of this one module, at its page."""
    course = folder / "course"
    course.mkdir()
    (course / "course.yml").write_text(SETTINGS, encoding="utf-8")
    (course / "01-wide.md").write_text(text, encoding="utf-8")
    outcome = build(course, folder / "out", destinations=("web",))
    assert not outcome.report.errors, outcome.report.errors
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{next(path for path in outcome.written if path.name == 'index.html').as_uri()}#wide")
    return page


@pytest.mark.browser
def test_on_paper_a_table_in_a_part_is_not_cut_off(browser: Browser, tmp_path: Path) -> None:
    """A sheet does not scroll: each table ends within its part, and no part lies beside it."""
    page = opened(browser, tmp_path, SHEET, 680)
    page.locator("table").first.wait_for()
    page.emulate_media(media="print")
    cut = page.locator("[data-current] table").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right - one.closest('li').getBoundingClientRect().right)"
    )
    assert len(cut) == 2 and max(cut) <= 0
    beside = page.locator("[data-current] :is(.columns, .cards) li").evaluate_all(
        "all => new Set(all.map(one => one.getBoundingClientRect().left)).size"
    )
    assert beside == 1
    page.close()


@pytest.mark.browser
def test_nothing_wide_makes_the_page_scroll_sideways(browser: Browser, tmp_path: Path) -> None:
    """Each scrolls in its own frame, or goes on below: at 320 and at 256 CSS pixels, with every part open."""
    page = opened(browser, tmp_path, MODULE, 320)
    page.locator("math").first.wait_for()
    page.evaluate("() => document.querySelectorAll('details').forEach(part => { part.open = true; })")
    for width in (320, 256):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("() => document.documentElement.scrollWidth") == width
    frames = page.locator("span.maths")
    sizes = frames.evaluate_all("all => all.map(one => [one.scrollWidth > one.clientWidth, one.tabIndex])")
    assert len(sizes) > 20 and [True, 0] in sizes and all(tab == 0 for wide, tab in sizes if wide)
    page.close()
