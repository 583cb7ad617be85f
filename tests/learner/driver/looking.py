"""Ways to look at a page: axe, and what `satchel verify` asks of every page too."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"
PROBES = Path(__file__).parents[3] / "builder" / "evidence" / "page" / "looking.js"

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that may be broken in the dark alone: nothing but colours differs there."""


def ask(page: Page, probe: str, *arguments: Any) -> Any:
    """Ask a probe: `clipped`, `overlaps`, `small`, ..."""
    if not page.evaluate("() => 'probes' in window"):
        page.evaluate(f"window.probes = {PROBES.read_text(encoding='utf-8')}; 0")
    return page.evaluate("([probe, words]) => window.probes[probe](...words)", [probe, list(arguments)])


def violations(page: Page, rules: list[str] = STANDARDS, without: tuple[str, ...] = ()) -> list[str]:
    """What axe finds on the page as it is now: rule, and where. `without` names rules that are not asked.

    Pages that are not shown are away meanwhile: axe reads every element, and then says nothing of those that are hidden.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    # The line of the contents lies over what is scrolled below it.
    page.evaluate("() => window.scrollTo(0, 0)")
    found = page.evaluate(
        """async ([rules, without]) => {
          const away = [...document.querySelectorAll("[data-page], [data-module]")]
            .filter(page => !page.checkVisibility())
            .map(page => [page, document.createComment("")]);
          for (const [page, place] of away) page.replaceWith(place);
          const found = await axe.run(document, {
            runOnly: rules,
            // Every element that passes would be described and sent here: more than half of the time.
            resultTypes: ["violations"],
            preload: false,
            rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])),
          });
          for (const [page, place] of away) place.replaceWith(page);
          return { violations: found.violations, passes: found.passes.length };
        }""",
        [rules, without],
    )
    assert found["passes"] > (15 if rules is STANDARDS else 0), "axe has hardly looked at anything"
    return [
        f"{violation['id']}: {' '.join(node['target'])} ({node['failureSummary']})"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def violations_in_every_look(page: Page) -> list[str]:
    """The same on a laptop and on a phone, in light and in dark."""
    found = []
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        found += [f"{width} px, light: {line}" for line in violations(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"{width} px, dark: {line}" for line in violations(page, COLOURS)]
    return found


def violations_of_colour(page: Page) -> list[str]:
    """What colours alone can break, in light and in dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found += [f"{scheme}: {line}" for line in violations(page, COLOURS)]
    return found
