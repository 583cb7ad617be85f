"""How long it takes from saving a file to seeing it: the preview of courses of 30 and 300 modules, in Chromium.

    python tests/bench/preview.py [--modules 30,300] [--saves 20]

Then the CPU time of one rebuild after a save, for courses of several sizes.

The clock starts before the file is written and stops when the page, loaded anew, holds the new words and its script is
ready. Compare with the bar on the same machine when nothing else runs.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright

from builder.preview.edition import next_edition
from tests.bench.generate import write_course
from tests.browser import arguments, find_chromium
from tests.preview.serving import Preview

BAR = 300
"""Milliseconds that we mean to hold."""

NOTE_WHEN_READY = """
new MutationObserver((_, observer) => {
  if (!document.documentElement.hasAttribute("data-ready")) return;
  window.readyAt = Date.now();
  observer.disconnect();
}).observe(document, { attributes: true, subtree: true });
"""


REBUILDS = {30: 60, 100: 80, 300: 120, 1000: 300}
"""Modules, and the milliseconds of CPU that we mean to hold for a rebuild."""


def rebuild(folder: Path) -> float:
    """Milliseconds of CPU for a rebuild after a save, the median of five; nothing else was changed for an hour."""
    for path in folder.rglob("*"):
        os.utime(path, (time.time() - 3600, time.time() - 3600))
    edition, page, taken = next_edition(folder), sorted(folder.glob("*.md"))[0], []
    for number in range(5):
        page.write_text(f"{page.read_text(encoding='utf-8')}\n---\n\nSave {number}.\n", encoding="utf-8")
        start = time.process_time()
        edition = next_edition(folder, edition)
        taken.append(1000 * (time.process_time() - start))
        assert edition.state in ("clean", "warnings"), edition.summary
    return statistics.median(taken)


def seen(folder: Path, modules: int, saves: int, chromium: str) -> list[float]:
    """Milliseconds from each save to the words on the page; the module in the middle is open, and is the one saved."""
    name = f"{modules // 2 + 1:04d}-module.md"
    source = (folder / name).read_text(encoding="utf-8")
    taken = []
    with Preview(folder) as preview, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments())
        page = browser.new_page()
        page.add_init_script(NOTE_WHEN_READY)
        page.goto(preview.address)
        page.locator("html[data-ready]").wait_for(state="attached")
        # Its id comes from its title. What is not shown need not be attached, so it must be open.
        place = page.locator(f'[data-title^="Module {modules // 2 + 1},"]').get_attribute("id")
        page.goto(f"{preview.address}#{place}")
        page.locator("html[data-ready]").wait_for(state="attached")
        for number in range(saves + 1):
            words = f"Saved for the {number}th time."
            start = 1000 * time.time()
            (folder / name).write_text(f"{source}\n\n---\n\n{words}\n", encoding="utf-8")
            page.get_by_text(words).wait_for(state="attached")
            page.locator("html[data-ready]").wait_for(state="attached")
            if number:
                taken.append(page.evaluate("window.readyAt") - start)
        browser.close()
    return taken


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", default="30,300")
    parser.add_argument("--saves", type=int, default=20)
    given = parser.parse_args()
    chromium = find_chromium() or sys.exit("there is no Chromium: run tests/prepare.py")
    for modules in map(int, given.modules.split(",")):
        with tempfile.TemporaryDirectory() as scratch:
            write_course(Path(scratch, "course"), modules)
            taken = seen(Path(scratch, "course"), modules, given.saves, chromium)
        print(
            f"preview of {modules:>4} modules, {given.saves} saves: from save to seen {statistics.median(taken):.0f} ms, "
            f"fastest {min(taken):.0f}, slowest {max(taken):.0f}, bar {BAR} ms",
            flush=True,
        )
    for modules, bar in REBUILDS.items():
        with tempfile.TemporaryDirectory() as scratch:
            write_course(Path(scratch, "course"), modules)
            print(
                f"rebuild of {modules:>5} modules: {rebuild(Path(scratch, 'course')):>5.0f} ms CPU, bar {bar} ms",
                flush=True,
            )


if __name__ == "__main__":
    main()
