"""What the finished page costs a learner: requests, time to the first words, memory, and what each kind of file weighs.

    python tests/bench/page.py [--modules 0,1000] [--runs 5]

0 stands for the first course. Opened from file:// in a fresh browser profile each time; medians. Compare ratios, not
milliseconds. Memory is what the course adds to that of a page of twenty words without a script, which the browser and the
tool that asks it need.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, sync_playwright

from builder.pipeline import Outcome, build
from tests.bench.generate import write_course
from tests.browser import arguments, find_chromium

ROOT = Path(__file__).resolve().parents[2]
WORDS = """(() => {
  const shown = () => [...document.querySelectorAll('[data-page]')].find((page) => page.checkVisibility());
  const look = () => {
    const words = (shown()?.innerText ?? '').split(/\\s+/).filter(Boolean);
    requestAnimationFrame(words.length < 20 ? look : () => { window.painted = performance.now(); });
  };
  requestAnimationFrame(look);
})()"""
"""Runs in the page from its first frame on: asking from outside takes longer than the page. What is seen in one frame is
on the screen in the next."""
BLANK = f"<!doctype html><html lang=en data-ready><title>Blank</title><p data-page>{'word ' * 20}"
BARS = {0: (4, 100, 1.0), 1000: (4, 350, "-")}
"""Requests (media aside), milliseconds to 20 visible words, MB of JavaScript heap."""


def open_page(browser: Browser, page_file: Path) -> tuple[int, float, float, float]:
    """Requests, milliseconds to 20 visible words and to ready, and MB of JavaScript heap."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WORDS)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri(), wait_until="commit")
    words = page.wait_for_function("() => window.painted").json_value()
    # Not by asking again and again: whoever asks in each frame makes the browser lay out each frame.
    page.wait_for_load_state("load")
    page.wait_for_selector("html[data-ready]")
    ready = page.evaluate("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    session = context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    loaded = [url for url in requests if url.endswith((".html", ".css", ".js"))]
    return len(loaded), float(words), float(ready), heap


def course_of(modules: int, scratch: Path) -> Outcome:
    """The first course, or a generated one."""
    folder = ROOT / "course"
    if modules:
        folder = scratch / f"course-{modules}"
        write_course(folder, modules)
    return build(folder, scratch / f"dist-{modules}", ["scorm12", "web"])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", default="0,1000")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    chromium = find_chromium() or sys.exit("no Chromium starts here: run `python tests/prepare.py`")
    print(
        "course   requests  bar   20 words ms  bar   ready ms   heap MB  bar   page kB (sent)  script kB (sent)  styles kB (sent)"
    )
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments())
        blank = Path(scratch) / "blank.html"
        blank.write_text(BLANK)
        empty = [open_page(browser, blank) for _ in range(given.runs + 1)][1:]
        nothing = statistics.median(row[3] for row in empty)
        floor = statistics.median(row[1] for row in empty)
        for modules in map(int, given.modules.split(",")):
            outcome = course_of(modules, Path(scratch))
            page_file = next(path for path in outcome.written if path.name == "index.html")
            rows = [open_page(browser, page_file) for _ in range(given.runs + 1)][1:]
            requests, words, ready, heap = (statistics.median(column) for column in zip(*rows, strict=True))
            heap -= nothing
            bars = BARS.get(modules, ("-", "-", "-"))
            weights = outcome.inventories[0]
            sizes = "".join(
                f"{weight.raw / 1000:>9.0f} ({weight.gzipped / 1000:.0f})".rjust(18)
                for weight in (weights.html, weights.js, weights.css)
            )
            name = str(modules) if modules else "first"
            print(
                f"{name:<8} {requests:>8.0f} {bars[0]!s:>4} {words:>13.0f} {bars[1]!s:>4} {ready:>10.0f} {heap:>9.2f} {bars[2]!s:>4} {sizes}",
                flush=True,
            )
        print(f"twenty words and nothing else are seen after {floor:.0f} ms: the browser's own part")
        browser.close()


if __name__ == "__main__":
    main()
