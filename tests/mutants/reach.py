"""Which test runs which line of the builder, and what CPU time it takes: recorded in one run, kept until a file changes."""

import gc
import hashlib
import importlib
import json
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest

from tests.mutants.mutant import ROOT, Mutant

LEFT_OUT = ("mutants", "page", "persistence")
"""Folders of tests that say nothing of the builder: of this driver, and of the page in Node."""
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
    return [*OPTIONS, *(str(ROOT / test) for test in quick_files())]


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


def record(target: Path, tests: Sequence[str]) -> None:
    """Run the quick tests of these files once, measured, and write what they reach."""
    import coverage

    measured = coverage.Coverage(data_file=None, source=[str(ROOT / "builder")], config_file=False)
    measured.start()
    importlib.import_module("builder.cli")
    measured.switch_context(COLLECTING)
    recorder = Recorder(measured)
    pytest.main([*OPTIONS, *(str(ROOT / test) for test in tests)], plugins=[recorder])
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
    files = {test: digest_of_test(test) for test in tests}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps([files, recorder.seconds, recorder.fixtures, list(numbers), list(groups), lines]))


def recorded() -> Reach:
    """What every quick test reaches: looked up where it was recorded since the last change, and else recorded now."""
    folder = KEPT / "reach" / digest_of_product()
    now = {test: digest_of_test(test) for test in quick_files()}
    known = {test for piece in sorted(folder.glob("*.json")) for test in _current(_read(piece), now)}
    if lacking := [test for test in now if test not in known]:
        print(f"Recording what {len(lacking)} of {len(now)} files of tests reach; for all it takes minutes", flush=True)
        target = folder / f"{len(list(folder.glob('*.json'))):03}.json"
        subprocess.run([sys.executable, "-m", "tests.mutants.reach", str(target), *lacking], cwd=ROOT, check=True)
    reach = Reach()
    for piece in sorted(folder.glob("*.json"), reverse=True):
        _add(reach, _read(piece), now)
    return reach


def _read(piece: Path) -> Any:
    return json.loads(piece.read_text(encoding="utf-8"))


def _current(piece: Any, now: Mapping[str, str]) -> set[str]:
    """Files of tests in a recording that have not changed since."""
    return {test for test, digest in piece[0].items() if now.get(test) == digest}


def _add(reach: Reach, piece: Any, now: Mapping[str, str]) -> None:
    """Add what a recording has of tests that are as they were, and that no later one has."""
    _, seconds, fixtures, contexts, groups, lines = piece
    files = _current(piece, now) - {test.split("::")[0] for test in reach.seconds}
    seconds = {test: spent for test, spent in seconds.items() if test.split("::")[0] in files}
    users: dict[str, list[str]] = {}
    for test, names in fixtures.items():
        for name in names:
            users.setdefault(f"fixture:{name}", []).append(test)
    named = [[contexts[number] for number in group] for group in groups]
    tests = [[test for one in group for test in users.get(one, [one]) if test in seconds] for group in named]
    reach.seconds |= seconds
    for path, found in lines.items():
        of_file = reach.lines.setdefault(path, {})
        for line, group in found.items():
            of_file.setdefault(int(line), []).extend(tests[group])
            for context, kept in (("", reach.at_import), (COLLECTING, reach.at_collection)):
                if context in named[group]:
                    kept.setdefault(path, set()).add(int(line))


def quick_files() -> list[str]:
    """Files of the quick tests, from the top of the repository."""
    found = [path for path in (ROOT / "tests").rglob("test_*.py") if path.relative_to(ROOT).parts[1] not in LEFT_OUT]
    return sorted(path.relative_to(ROOT).as_posix() for path in found if path.name not in (*SOURCES, *SLOW))


def digest_of_product() -> str:
    """What every recording hangs on: the product, and what tests share."""
    product = [path for folder in ("builder", "templates", "course") for path in (ROOT / folder).rglob("*")]
    shared = [path for path in (ROOT / "tests").rglob("*.py") if not path.name.startswith("test_")]
    return _digest(product + [path for path in shared if "mutants" not in path.parts])


def digest_of_test(test: str) -> str:
    """What the recording of a file of tests hangs on beside that: the file, and the data beside it and of its name."""
    folder, name = (ROOT / test).parent, Path(test).stem.removeprefix("test_")
    data = [path for path in (*folder.iterdir(), *(folder / name).rglob("*")) if path.suffix != ".py"]
    corpus = (ROOT / "tests" / "courses").glob("*.txt") if name == "corpus" else ()
    return _digest([ROOT / test, *data, *corpus])


def _digest(paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(paths):
        if path.is_file() and not {"__pycache__", "artefacts"} & set(path.parts):
            total.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return total.hexdigest()[:16]


if __name__ == "__main__":
    record(Path(sys.argv[1]), sys.argv[2:])
