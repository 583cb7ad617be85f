"""What the finished page costs a learner: requests, first words, ready, longest task, memory, and what its files weigh.

    python tests/bench/page.py [--modules 0,1000] [--runs 5]

0 stands for the first course. Opened from file:// in a fresh browser profile each time; medians. Compare ratios, not
milliseconds: first words and ready are also told as times those of a page of twenty words without a script, opened in turn
with the others. A slow machine is played by the browser's own brake (4 times). Memory is what the course adds to such a page.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import Browser, sync_playwright

from builder.pipeline import Outcome, build
from tests.bench.generate import write_course
from tests.browser import arguments, find_chromium

ROOT = Path(__file__).resolve().parents[2]


class Opened(NamedTuple):
    """One opening of a page."""

    requests: float
    """All of them, also those for films and pictures."""
    words: float
    """Milliseconds until twenty words are seen."""
    ready: float
    """Milliseconds until the page answers."""
    longest: float
    """Milliseconds of the longest task; 0 when none took 50."""
    heap: float
    """MB of JavaScript heap."""


class Bars(NamedTuple):
    """What we mean to hold; None where nothing is promised."""

    requests: int
    words: float | None
    """Times those of an empty page."""
    ready: int | None
    """Milliseconds."""
    braked: int | None
    """The same on a machine that is four times slower."""
    longest: int | None


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
TASKS = """window.longest = 0;
new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration))))
  .observe({ type: 'longtask', buffered: true })"""
"""Keeps the longest time for which the page could not answer a press; a browser counts from 50 ms on."""
BLANK = f"<!doctype html><html lang=en data-ready><title>Blank</title><p data-page>{'word ' * 20}"
BRAKE = 4
BARS = {0: Bars(4, 1.5, None, None, None), 1000: Bars(4, None, 800, 3000, 200)}


def open_page(browser: Browser, page_file: Path, brake: int = 1) -> Opened:
    """Open a page once, in a profile of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WORDS)
    context.add_init_script(TASKS)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": brake})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri(), wait_until="commit")
    words = page.wait_for_function("() => window.painted", timeout=120_000).json_value()
    # Not by asking again and again: whoever asks in each frame makes the browser lay out each frame.
    page.wait_for_load_state("load")
    page.wait_for_selector("html[data-ready]")
    ready = page.evaluate("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    longest = page.evaluate("() => new Promise((told) => requestIdleCallback(() => told(window.longest)))")
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    asked = [url for url in requests if not url.startswith("data:")]
    return Opened(len(asked), float(words), float(ready), float(longest), heap)


def course_of(modules: int, scratch: Path) -> Outcome:
    """The first course, or a generated one."""
    folder = ROOT / "course"
    if modules:
        folder = scratch / f"course-{modules}"
        write_course(folder, modules)
    return build(folder, scratch / f"dist-{modules}", ["scorm12", "web"])


def median(rows: Sequence[Opened]) -> Opened:
    """The median of each figure."""
    return Opened(*(statistics.median(column) for column in zip(*rows, strict=True)))


def against(value: float, bar: float | None, form: str = ".0f") -> str:
    """A figure with its bar."""
    return f"{value:{form}} ({'-' if bar is None else bar})".rjust(14)


def measure(browser: Browser, blank: Path, name: str, outcome: Outcome, bars: Bars, runs: int) -> None:
    """Print one row; the empty page is opened in turn with the course."""
    page_file = next(path for path in outcome.written if path.name == "index.html")
    pairs = [(open_page(browser, blank), open_page(browser, page_file)) for _ in range(runs + 1)][1:]
    empty, page = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
    braked = median([open_page(browser, page_file, BRAKE) for _ in range(runs)])
    weights = outcome.inventories[0]
    sizes = "".join(
        f"{weight.raw / 1000:>9.0f} ({weight.gzipped / 1000:.0f})".rjust(18)
        for weight in (weights.html, weights.js, weights.css)
    )
    print(
        f"{name:<6}{against(page.requests, bars.requests)}{against(page.words / empty.words, bars.words, '.2f')}"
        f"{against(page.ready, bars.ready)}{page.ready / empty.ready:>8.1f}{against(braked.ready, bars.braked)}"
        f"{against(page.longest, bars.longest)}{page.heap - empty.heap:>9.2f}{sizes}",
        flush=True,
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", default="0,1000")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    chromium = find_chromium() or sys.exit("no Chromium starts here: run `python tests/prepare.py`")
    print("each figure with its bar; words and x: times an empty page; heap beyond it; sizes as sent in brackets")
    print(
        "course      requests     words (x)      ready ms       x   braked ready  longest task  heap MB           page kB         script kB         styles kB"
    )
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments())
        blank = Path(scratch) / "blank.html"
        blank.write_text(BLANK)
        for modules in map(int, given.modules.split(",")):
            outcome = course_of(modules, Path(scratch))
            bars = BARS.get(modules, Bars(4, None, None, None, None))
            measure(browser, blank, str(modules) if modules else "first", outcome, bars, given.runs)
        browser.close()


if __name__ == "__main__":
    main()
