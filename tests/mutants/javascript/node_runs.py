"""JavaScript: each mutant written into a copy of the repository, where the tests that reach it run."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from urllib.parse import unquote, urlparse

from tests.mutants.mutant import KILLED, ROOT, SURVIVED, UNREACHED, Mutant, Verdict
from tests.node import node_command

COPIED = ("builder", "templates", "tests", "course", "package.json", "pyproject.toml", "bundle.mjs")
PYTHON_TESTS = (
    "tests/persistence/test_never_lost.py",
    "tests/question_states/test_scoring.py",
    "tests/record/test_word.py",
    "tests/record/test_parts.py",
    "tests/record/test_look.py",
    "tests/contract/test_contract.py",
)
"""Tests that drive the run-time in Node from Python, and take a few seconds at most."""
PAGES = "pages"
"""Folder of a copy with the courses that tests/page opens."""
LIMIT = 20
"""Seconds that a test may take at least; ten times its ordinary time if that is more."""


@dataclass
class NodeReach:
    """What each file of tests takes and reaches."""

    seconds: dict[str, float] = field(default_factory=dict)
    ranges: dict[str, dict[str, list[tuple[int, int]]]] = field(default_factory=dict)
    """File of tests -> source -> where code ran, in characters."""

    def tests(self, mutant: Mutant) -> list[str]:
        """Files of tests that run what is changed, the quickest first."""
        found = [
            test
            for test, sources in self.ranges.items()
            if any(start < mutant.end and mutant.start < end for start, end in sources.get(mutant.path, ()))
        ]
        return sorted(found, key=lambda test: self.seconds[test])


def mutants_of(paths: Sequence[str]) -> list[Mutant]:
    """Every mutant of these files."""
    command = [*node_command(), str(Path(__file__).with_name("sites.mjs")), *paths]
    found = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    mutants = []
    for path, sites in found.items():
        lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
        for number, site in enumerate(sites):
            text = lines[site["line"] - 1].strip()
            mutants.append(Mutant(path, number, text=text, **site))
    return mutants


def unit_tests() -> list[str]:
    """Every file of tests that runs the run-time without a browser."""
    scripts = [path for folder in ("runtime", "page") for path in sorted((ROOT / "tests" / folder).rglob("*.test.mjs"))]
    return [*(path.relative_to(ROOT).as_posix() for path in scripts), *PYTHON_TESTS]


def copy_of_repository() -> Path:
    """A copy in which files may be changed."""
    folder = Path(tempfile.mkdtemp(prefix="satchel-mutants-"))
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "artefacts"))
        else:
            shutil.copy(source, folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / PAGES).mkdir()
    subprocess.run([sys.executable, "-m", "tests.page.courses", str(folder / PAGES)], cwd=folder, check=True)
    return folder


def command_of(test: str) -> list[str]:
    """How a file of tests is run, up to the first that fails where that can be asked for."""
    if test.endswith(".mjs"):
        return [*node_command(), test]
    steady = ["-p", "tests.mutants.steady"]
    return [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        *steady,
        "-m",
        "not slow",
        test,
    ]


def passes(test: str, folder: Path, limit: float, coverage: Path | None = None) -> bool:
    """Run a file of tests in a folder; False when it fails, or takes longer than `limit` seconds."""
    environment = os.environ | ({"NODE_V8_COVERAGE": str(coverage)} if coverage else {})
    process = subprocess.Popen(
        command_of(test),
        cwd=folder,
        env=environment | {"SATCHEL_PAGES": str(folder / PAGES)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(limit) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return False


def record(folder: Path) -> NodeReach:
    """Run each file of tests once, and note what it reaches."""
    reach = NodeReach()
    for test in unit_tests():
        with tempfile.TemporaryDirectory() as coverage:
            start = time.monotonic()
            if not passes(test, folder, 600, Path(coverage)):
                raise SystemExit(f"This fails already: {test}")
            reach.seconds[test] = time.monotonic() - start
            reach.ranges[test] = covered(Path(coverage), folder)
    return reach


def covered(coverage: Path, folder: Path) -> dict[str, list[tuple[int, int]]]:
    """Ranges of each source that ran, from the files that V8 wrote."""
    found: dict[str, list[tuple[int, int]]] = {}
    for file in coverage.glob("*.json"):
        for script in json.loads(file.read_text(encoding="utf-8"))["result"]:
            path = Path(unquote(urlparse(script["url"]).path))
            if path.is_relative_to(folder / "templates"):
                found.setdefault(path.relative_to(folder).as_posix(), []).extend(ran(script["functions"]))
    return found


def ran(functions: list[dict[str, list[dict[str, int]]]]) -> list[tuple[int, int]]:
    """Where code ran: the innermost range round a character counts, and V8 gives functions within functions apart."""
    ranges = [one for function in functions for one in function["ranges"]]
    ranges.sort(key=lambda one: (one["startOffset"], -one["endOffset"]))
    points = sorted({edge for one in ranges for edge in (one["startOffset"], one["endOffset"])})
    counts: dict[int, int] = {}
    for one in ranges:
        for point in points:
            if one["startOffset"] <= point < one["endOffset"]:
                counts[point] = one["count"]
    return [(start, end) for start, end in pairwise(points) if counts.get(start)]


def run(
    mutants: Sequence[Mutant], jobs: int, tell: Callable[[Verdict], None], before: Mapping[str, str] | None = None
) -> None:
    """Run mutants, some at a time, each thread in a copy of its own. `before`: which test noticed them the last time."""
    copies = [copy_of_repository() for _ in range(jobs)]
    try:
        reach = record(copies[0])
        free: SimpleQueue[Path] = SimpleQueue()
        for folder in copies:
            free.put(folder)
        killers: dict[str, str] = {}

        def one(mutant: Mutant) -> Verdict:
            folder = free.get()
            try:
                last = (before or {}).get("\n".join(mutant.key), "")
                return tried(mutant, folder, reach, [last, killers.get(mutant.path, "")], killers)
            finally:
                free.put(folder)

        with ThreadPoolExecutor(jobs) as pool:
            for verdict in pool.map(one, mutants):
                tell(verdict)
    finally:
        for folder in copies:
            shutil.rmtree(folder, ignore_errors=True)


def tried(mutant: Mutant, folder: Path, reach: NodeReach, likely: Sequence[str], killers: dict[str, str]) -> Verdict:
    """What becomes of one mutant in a copy; the likely tests are tried first."""
    reaching = reach.tests(mutant)
    if not reaching:
        return Verdict(mutant, UNREACHED)
    tests = list(dict.fromkeys([*(test for test in likely if test in reaching), *reaching]))
    start = time.monotonic()
    file = folder / mutant.path
    source = file.read_text(encoding="utf-8")
    file.write_text(source[: mutant.start] + mutant.with_ + source[mutant.end :], encoding="utf-8")
    try:
        for test in tests:
            if not passes(test, folder, max(LIMIT, 10 * reach.seconds[test])):
                killers[mutant.path] = test
                return Verdict(mutant, KILLED, test, time.monotonic() - start)
        return Verdict(mutant, SURVIVED, "", time.monotonic() - start)
    finally:
        file.write_text(source, encoding="utf-8")
