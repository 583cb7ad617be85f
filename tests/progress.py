"""What a whole run prints: each part of the tests when it is done, failures at once, and how long the rest will take.

A plugin of pytest, `-p tests.progress`, which `python -m tests` loads. A part is a folder of `tests/`; the first sentence
of its `__init__.py` says what is tried in it. How long each test took is kept for the estimate of the next run.
"""

import ast
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EVERY = 20.0
"""Seconds after which there is a line even when no part is done, where there is no terminal to write the state on."""
OFTEN = 0.5
"""Seconds between two states on a terminal: what is left is counted from all tests, and would cost more than they do."""
KEPT = "satchel/seconds"
"""Where pytest's cache holds the seconds of each test."""


@dataclass
class Part:
    """How far the tests of one folder are."""

    total: int = 0
    done: int = 0
    failed: int = 0
    seconds: float = 0.0


@dataclass
class Progress:
    """What is known of the run; `seconds_before` and `seconds_now` have the seconds of a test by its id."""

    terminal: bool
    workers: int
    seconds_before: dict[str, float]
    seconds_now: Counter[str] = field(default_factory=Counter)
    parts: dict[str, Part] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    start: float = field(default_factory=time.monotonic)
    printed: float = 0.0
    shown: float = 0.0

    def collected(self, names: list[str]) -> None:
        """The tests of the run are known: say how many, and how long the last run took."""
        if self.parts:  # another worker has collected the same
            return
        for name in names:
            self.parts.setdefault(part_of(name), Part()).total += 1
        self.open = set(names)
        at_a_time = f", {self.workers} at a time" if self.workers > 1 else ""
        expected = self.seconds_left()
        how_long = f" About {duration(expected)}, by the last run." if expected else ""
        self.say(f"Testing: {len(names):,} tests{at_a_time}.{how_long}")

    def finished(self, name: str, failed: bool) -> None:
        """A test is over."""
        self.open.discard(name)
        part = self.parts.setdefault(part_of(name), Part())
        part.done += 1
        part.failed += failed
        part.seconds += self.seconds_now[name]
        if part.done == part.total:
            mark = f"{part.failed} of {part.total:,} failed" if part.failed else f"{part.total:,} passed"
            self.say(f"  {self.elapsed():>4.0f} s  {part_of(name):<16}{mark:<14} {words_of(part_of(name))}")
        elif self.terminal:
            if self.elapsed() - self.shown > OFTEN:
                print(f"\r\033[K  {self.state()}", end="", flush=True)
                self.shown = self.elapsed()
        elif self.elapsed() - self.printed > EVERY:
            self.say(f"  {self.state()}")

    def failure(self, name: str) -> None:
        """A test has failed: say so at once; why stands at the end."""
        self.say(f"  {self.elapsed():>4.0f} s  FAILED {name}")

    def state(self) -> str:
        """How far the run is, on one line."""
        total = sum(part.total for part in self.parts.values())
        left = self.seconds_left()
        rest = f", about {duration(left)} to go" if left else ""
        return f"{self.elapsed():>4.0f} s  {total - len(self.open):,} of {total:,} tests{rest}"

    def seconds_left(self) -> float:
        """What is left by the times of the last run, and by how much slower or quicker this one is; 0 when unknown."""
        if not self.seconds_before:
            return 0.0
        usual = sum(self.seconds_before.values()) / len(self.seconds_before)
        rest = sum(self.seconds_before.get(name, usual) for name in self.open) / self.workers
        done = sum(self.seconds_before.get(name, usual) for name in self.seconds_now if name not in self.open)
        pace = self.elapsed() * self.workers / done if done > 20 else 1.0
        return rest * pace

    def elapsed(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self.start

    def say(self, line: str) -> None:
        """Print a line in place of the state."""
        print(f"\r\033[K{line}" if self.terminal else line, flush=True)
        self.printed = self.elapsed()


def part_of(name: str) -> str:
    """The part of a test: `unit` of `tests/unit/test_cache.py::test_a`."""
    folders = name.partition("::")[0].split("/")
    return folders[1] if len(folders) > 2 else folders[0]


def words_of(part: str) -> str:
    """What is tried in a part: the first sentence of its package."""
    package = ROOT / "tests" / part / "__init__.py"
    words = ast.get_docstring(ast.parse(package.read_text(encoding="utf-8"))) if package.is_file() else ""
    return (words or "").partition(".")[0]


def duration(seconds: float) -> str:
    """Seconds for people: `40 seconds`, `3 minutes`."""
    if seconds < 90:
        return f"{max(10, round(seconds, -1)):.0f} seconds"
    return f"{seconds / 60:.0f} minutes"


class Reporter:
    """Takes what pytest reports of its tests, and prints the progress in place of a dot for each."""

    def __init__(self, config: pytest.Config) -> None:
        self.cache = config.cache
        known: dict[str, float] = config.cache.get(KEPT, {}) if config.cache else {}
        workers = int(config.getoption("numprocesses", None) or 1)
        self.progress = Progress(sys.stdout.isatty(), workers, known)
        self.failed: set[str] = set()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Without workers the tests are collected here."""
        if session.items:
            self.progress.collected([item.nodeid for item in session.items])

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: object, ids: list[str]) -> None:
        """With workers each collects them all."""
        self.progress.collected(ids)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test was set up, run or taken down, by whichever worker."""
        self.progress.seconds_now[report.nodeid] += report.duration
        if report.failed:
            self.failed.add(report.nodeid)
            self.progress.failure(report.nodeid)
        if report.when == "teardown":
            self.progress.finished(report.nodeid, report.nodeid in self.failed)

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """No dots: what passed is counted, and its part printed."""
        part_of_test = "subtests " if hasattr(report, "context") else ""
        if report.passed and report.when == "call":
            return f"{part_of_test}passed", "", ""
        return (f"{part_of_test}failed" if report.when == "call" else "error", "", "") if report.failed else None

    def pytest_sessionfinish(self) -> None:
        """Keep the seconds of each test for the next run."""
        if self.cache:
            now = {name: round(seconds, 2) for name, seconds in self.progress.seconds_now.items()}
            self.cache.set(KEPT, self.progress.seconds_before | now)


def pytest_configure(config: pytest.Config) -> None:
    """Report where the run is steered from, not in its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Reporter(config), "progress of the whole run")
