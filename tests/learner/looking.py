"""Ways to look at a page: axe, and the probes of `probes.js`."""

from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PROBES = Path(__file__).parent / "probes.js"

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]
"""Widths of the window in pixels, and colour schemes, in which everything must hold."""


def ask(page: Page, probe: str, *arguments: Any) -> Any:
    """Ask a probe: `clipped`, `overlaps`, `small`, ..."""
    if not page.evaluate("() => 'probes' in window"):
        page.evaluate(f"window.probes = {PROBES.read_text(encoding='utf-8')}; 0")
    return page.evaluate("([probe, words]) => window.probes[probe](...words)", [probe, list(arguments)])


def violations(page: Page, without: tuple[str, ...] = ()) -> list[str]:
    """What axe finds on the page as it is now: rule, and where. `without` names rules that are not asked."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found = page.evaluate(
        """([standards, without]) => axe.run(document, {
          runOnly: standards,
          resultTypes: ["violations", "passes"],
          rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])),
        })""",
        [STANDARDS, without],
    )
    assert len(found["passes"]) > 15, "axe has hardly looked at anything"
    return [
        f"{violation['id']}: {' '.join(node['target'])} ({node['failureSummary']})"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def violations_in_every_look(page: Page) -> list[str]:
    """The same at both widths, in light and in dark."""
    found = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} px, {scheme}: {line}" for line in violations(page)]
    return found
