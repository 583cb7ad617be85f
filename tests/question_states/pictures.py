"""Pictures of each state for people to look at, in `tests/artefacts/states`: taken by `make check`."""

import os
from pathlib import Path

from playwright.sync_api import Locator, Page

FOLDER = Path(__file__).parents[1] / "artefacts" / "states"

MARGIN = 16
"""Pixels of what is around it: rings of the focus, and the margin of the page."""

_PLACE = """(part, margin) => {
  const { left, top, width, height } = part.getBoundingClientRect();
  const x = Math.max(0, left + scrollX - margin);
  const y = Math.max(0, top + scrollY - margin);
  return { x, y, width: Math.min(width + 2 * margin, innerWidth - x), height: height + 2 * margin };
}"""


def take(part: Locator, name: str) -> None:
    """One picture, as the page is now. Nobody looks at those of every day."""
    if os.environ.get("SATCHEL_EXAMPLES") != "check":
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    box = part.evaluate(_PLACE, MARGIN)
    part.page.screenshot(path=FOLDER / f"{name}.png", full_page=True, clip=box, animations="disabled")


def take_every_look(page: Page, part: Locator, name: str) -> None:
    """On a phone and in a small frame, in light, in dark and with forced colours."""
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            take(part, f"{name}-{width}-{scheme}")
        page.emulate_media(color_scheme="light", forced_colors="active")
        take(part, f"{name}-{width}-forced")
        page.emulate_media(forced_colors="none")
