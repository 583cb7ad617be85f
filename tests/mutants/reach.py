"""Which test runs which line of the builder, and what CPU time it takes: recorded in one run, kept until a file changes."""

import gc
import hashlib
import importlib
import json
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest

from tests.mutants.mutant import ROOT, Mutant

QUICK_TESTS = (
    *(f"tests/{folder}" for folder in ("authoring", "build", "compare", "contract", "golden", "limits", "package")),
    *(f"tests/{folder}" for folder in ("rules", "unit", "architecture", "effects", "hostile", "languages")),
)
"""Tests of Python that need no browser."""
SOURCES = ("test_tools.py", "test_wheel.py", "test_runs.py", "test_rooms.py", "test_dependencies.py", "test_prose.py")
"""Files in them that look at sources, not at what these do."""
SLOW = ("test_fixes.py", "test_fuzz.py", "test_growth.py")
"""Files that take a quarter of the time and notice hardly anything that others do not."""
SELECTION = "not slow and not media and not browser"
OPTIONS = (
    "-s",
    "-o",
    "addopts=",
    "-p",
    "no:terminal",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "tests.mutants.steady",
    "-m",
    SELECTION,
)
"""Options of pytest: nothing printed, nothing kept."""
COLLECTING = "collecting"
KEPT = ROOT / "tests" / "artefacts" / "mutants"


@dataclass
class Reach:
    """What the recording found."""

    seconds: dict[str, float] = field(default_factory=dict)
    """Test -> CPU seconds that it takes, with its processes and its own fixtures: they hardly depend on the load."""
    lines: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    """File -> line -> tests that run it; fixtures are counted for each test that uses them."""
    at_import: dict[str, set[int]] = field(default_factory=dict)
    """File -> lines that run when the builder is imported."""
    at_collection: dict[str, set[int]] = field(default_factory=dict)
    """File -> lines that run while tests are collected."""

    depths: dict[tuple[str, int, int], Counter[str]] = field(default_factory=dict)
    """What `depth` has counted."""

    def tests(self, path: str, first: int, last: int) -> set[str]:
        """Tests that run any of these lines."""
        found = self.lines.get(path, {})
        return {test for line in range(first, last + 1) for test in found.get(line, ())}

    def runs_at_import(self, mutant: Mutant) -> bool:
        """Whether the change takes effect when the builder is imported."""
        lines = range(mutant.line, mutant.last + 1)
        return not mutant.inside or not self.at_import.get(mutant.path, set()).isdisjoint(lines)

    def depth(self, path: str, first: int = 1, last: int = sys.maxsize) -> Counter[str]:
        """How deep each test goes into a file: a line counts the more, the fewer tests run it."""
        if (path, first, last) not in self.depths:
            found = self.depths[path, first, last] = Counter()
            for line, tests in self.lines.get(path, {}).items():
                if first <= line <= last:
                    for test in tests:
                        found[test] += 1 / len(tests)  # type: ignore[assignment]
        return self.depths[path, first, last]

    @property
    def usual(self) -> float:
        """CPU seconds that half of the tests take at most."""
        return statistics.median(self.seconds.values()) if self.seconds else 0.0

    def all_tests(self, path: str) -> set[str]:
        """Tests that run any line of a file."""
        return {test for tests in self.lines.get(path, {}).values() for test in tests}


def cpu_seconds() -> float:
    """CPU seconds of this process so far, and of those that it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def arguments() -> list[str]:
    """What pytest is called with for the quick tests."""
    ignored = [f"--ignore-glob=*/{name}" for name in (*SOURCES, *SLOW)]
    return [*OPTIONS, *ignored, *(str(ROOT / folder) for folder in QUICK_TESTS)]


class Recorder:
    """Plugin of pytest that writes down who runs what."""

    def __init__(self, coverage: Any) -> None:
        self.coverage = coverage
        self.caches: list[Any] = []
        self.fixtures: dict[str, list[str]] = {}
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """What is remembered between tests would hide who runs what: it is forgotten before each."""
        ours = ("builder.", "tests.")
        self.caches = [
            one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith(ours)
        ]
        for item in session.items:
            self.fixtures[item.nodeid] = list(getattr(item, "fixturenames", ()))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        for cache in self.caches:
            cache.cache_clear()
        self.coverage.switch_context(item.nodeid)
        start = cpu_seconds()
        result = yield
        self.seconds[item.nodeid] = cpu_seconds() - start
        self.coverage.switch_context("between")
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Generator[None, object, object]:
        """What a shared fixture runs is run for each test that uses it."""
        if fixturedef.scope == "function":
            return (yield)
        self.coverage.switch_context(f"fixture:{fixturedef.argname}")
        try:
            return (yield)
        finally:
            self.coverage.switch_context(request._pyfuncitem.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def record(target: Path) -> None:
    """Run the quick tests once, measured, and write what they reach."""
    import coverage

    measured = coverage.Coverage(data_file=None, source=[str(ROOT / "builder")], config_file=False)
    measured.start()
    importlib.import_module("builder.cli")
    measured.switch_context(COLLECTING)
    recorder = Recorder(measured)
    pytest.main(arguments(), plugins=[recorder])
    measured.stop()
    if recorder.failed:
        raise SystemExit("These tests fail already: " + ", ".join(recorder.failed[:10]))
    data = measured.get_data()
    numbers: dict[str, int] = {}
    groups: dict[tuple[int, ...], int] = {}
    lines: dict[str, dict[int, int]] = {}
    for file in sorted(data.measured_files()):
        of_file = lines.setdefault(Path(file).relative_to(ROOT).as_posix(), {})
        for line, contexts in data.contexts_by_lineno(file).items():
            group = tuple(sorted(numbers.setdefault(context, len(numbers)) for context in contexts))
            of_file[line] = groups.setdefault(group, len(groups))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps([recorder.seconds, recorder.fixtures, list(numbers), list(groups), lines]))


def load(source: Path) -> Reach:
    """Read what was recorded."""
    seconds, fixtures, contexts, groups, lines = json.loads(source.read_text(encoding="utf-8"))
    users: dict[str, list[str]] = {}
    for test, names in fixtures.items():
        for name in names:
            users.setdefault(f"fixture:{name}", []).append(test)
    groups = [[contexts[number] for number in group] for group in groups]
    tests = [[test for one in group for test in users.get(one, [one]) if test in seconds] for group in groups]
    return Reach(
        seconds,
        {path: {int(line): tests[group] for line, group in found.items()} for path, found in lines.items()},
        {path: {int(line) for line, group in found.items() if "" in groups[group]} for path, found in lines.items()},
        {
            path: {int(line) for line, group in found.items() if COLLECTING in groups[group]}
            for path, found in lines.items()
        },
    )


def digest() -> str:
    """What the recording hangs on: every file of the product and of its tests."""
    total = hashlib.sha256()
    for folder in ("builder", "templates", "tests", "course"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc" and "artefacts" not in path.parts:
                total.update(path.as_posix().encode() + path.read_bytes())
    return total.hexdigest()[:16]


if __name__ == "__main__":
    record(Path(sys.argv[1]))
