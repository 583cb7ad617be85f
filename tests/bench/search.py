"""How long a search in the whole course takes in the page: the first, which reads the course, and those after it.

    python tests/bench/search.py [--modules 6,1000]

Opened from file://; milliseconds from a letter that is typed to the list of results, of each search in turn. It is time of
the processor that is counted, so that whatever else runs does not matter much.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, sync_playwright

from builder.pipeline import build
from tests.bench.generate import write_course
from tests.browser import arguments, find_chromium

SOUGHT = ("safeguarding", "trust evidence", "framework policy harm", "ca", "no such words", "TRUST")
BAR = 50
SEARCH = """words => {
  const field = document.querySelector('[data-search-field]');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return document.querySelector('[data-search-count]').textContent;
}"""


def search(browser: Browser, page_file: Path) -> list[tuple[float, str]]:
    """Milliseconds and the number that the page says, of each search."""
    page = browser.new_page()
    page.goto(page_file.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.locator("[data-tools-open]").click()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        """Milliseconds that scripts of the page have had of the processor."""
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "ScriptDuration")) * 1000

    found = []
    for words in SOUGHT:
        before = spent()
        said = page.evaluate(SEARCH, words)
        found.append((spent() - before, str(said)))
    page.close()
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", default="6,1000")
    given = parser.parse_args()
    chromium = find_chromium() or sys.exit("no Chromium starts here: run `python tests/prepare.py`")
    print("modules  first ms  after ms (worst)  bar")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments())
        for modules in map(int, given.modules.split(",")):
            folder = Path(scratch) / f"course-{modules}"
            write_course(folder, modules, images=False)
            outcome = build(folder, Path(scratch) / f"dist-{modules}", ["web"])
            page_file = next(path for path in outcome.written if path.name == "index.html")
            (first, _), *after = search(browser, page_file)
            times = [time for time, _ in after]
            median, worst = statistics.median(times), max(times)
            print(f"{modules:>7} {first:>9.0f} {median:>9.1f} ({worst:.1f}) {BAR:>10}", flush=True)
            print(
                "         " + "; ".join(f"{words}: {said}" for words, (_, said) in zip(SOUGHT[1:], after, strict=True))
            )
        browser.close()


if __name__ == "__main__":
    main()
