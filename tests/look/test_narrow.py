"""What is wide, in each box of the format, on the narrowest pages (WCAG 2.2, 1.4.10)."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.model.content import Maths, Table, Text
from builder.model.content.maths import MathNode
from builder.pipeline import build
from builder.render.html.wide import formula_class, table_class
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


CUT = """() => [...document.querySelectorAll("[data-current] *")].filter(one => {
  const { width, left, right } = one.getBoundingClientRect();
  if (!width || one.closest(".visually-hidden")) return false;
  const frame = getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
  return frame || left < -1 || right > document.documentElement.clientWidth + 1;
}).map(one => one.outerHTML.slice(0, 120))"""
"""What ends beyond the sheet, or scrolls within it."""
SHEETS = {"A4": 642, "Letter": 665, "A4 on its side": 971}
"""CSS pixels between the margins of the style sheet."""
SHORT = r"""
Half of it: $\frac{\text{weight} + \text{age}}{2 + x}$.

| Stage | Led by |
| --- | --- |
| Mobilising | Managers, and everybody who has an idea of what could be better, said in as many words as it takes |
"""
MANY = f"""
| {" | ".join(NAMES * 3)} |
|{" --- |" * 15}
|{" words |" * 15}

| Address | Dose |
| --- | --- |
| `{"a_long_name" * 12}` | {FORMULA} |
"""


def formula(signs: int) -> Maths:
    """One of so many signs."""
    return Maths("$a$", (MathNode("mi", "a" * signs),))


def table(columns: int, longest: int) -> Table:
    """One of so many columns, with a word of so many letters in each."""
    cell = (Text("a" * longest),)
    return Table("wide", (cell,) * columns, ((cell,) * columns,), ("",) * columns)


def test_the_build_says_what_is_wide() -> None:
    """A formula of more than 28 and of more than 68 signs; a table whose longest words have more than 84, with 3 between two."""
    assert [formula_class(formula(signs)) for signs in (28, 29, 68, 69)] == [
        "maths",
        "maths maths--long",
        "maths maths--long",
        "maths maths--wide",
    ]
    tall = Maths("$a$", (MathNode("mfrac", inside=(MathNode("mi", "a" * 20), MathNode("mi", "b" * 28))),))
    assert formula_class(tall) == "maths"
    assert [table_class(table(*size)) for size in ((4, 18), (4, 19), (7, 1), (8, 1))] == [
        "table",
        "table table--wide",
        "table",
        "table table--wide",
    ]


@pytest.mark.browser
def test_nothing_wide_is_cut_off_on_paper(browser: Browser, tmp_path: Path) -> None:
    """A sheet does not scroll: a long formula goes on below, in plain signs, and the words of a wide table are broken."""
    page = opened(browser, tmp_path, MODULE.replace("---\n\n", f"---\n{SHORT}{MANY}\n", 1), 680)
    page.locator("math").first.wait_for()
    page.emulate_media(media="print")
    for sheet, width in SHEETS.items():
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(CUT) == [], sheet
        drawn = page.locator("[data-current] .maths").evaluate_all(
            "all => all.map(one => [one.ariaLabel.length, !one.querySelector('math').getClientRects().length, "
            "getComputedStyle(one, '::after').content.slice(1, -1) === one.ariaLabel])"
        )
        assert drawn[0][1:] == [False, False], "a short formula is drawn"
        assert len(drawn) > 20 and all(hidden and said for length, hidden, said in drawn if length > 70)
    assert page.locator(".table").first.get_attribute("class") == "table"
    page.close()
