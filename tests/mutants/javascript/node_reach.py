"""Which file of tests runs which code of the run-time, and what CPU time it takes; kept until one of them changes."""

import hashlib
import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlparse

from tests.mutants.javascript.commands import PYTHON_TESTS, Stopped, command_of, run_command
from tests.mutants.mutant import ROOT, Mutant
from tests.mutants.reach import KEPT

START = 0.3
"""CPU seconds that Node takes to start and to read the run-time."""


@dataclass
class NodeReach:
    """What each file of tests takes and reaches."""

    seconds: dict[str, float] = field(default_factory=dict)
    ranges: dict[str, dict[str, list[tuple[int, int]]]] = field(default_factory=dict)
    """File of tests -> source -> where code ran, in characters."""

    def tests(self, mutant: Mutant) -> list[str]:
        """Files of tests that run what is changed; those that go deepest into its file in the least time come first."""
        found = [
            test
            for test, sources in self.ranges.items()
            if any(start < mutant.end and mutant.start < end for start, end in sources.get(mutant.path, ()))
        ]
        return sorted(found, key=lambda test: -self._depth(test, mutant.path) / (START + self.seconds[test]))

    def _depth(self, test: str, path: str) -> int:
        return sum(end - start for start, end in self.ranges[test].get(path, ()))


def unit_tests() -> list[str]:
    """Every file of tests that runs the run-time without a browser."""
    scripts = [path for folder in ("runtime", "page") for path in sorted((ROOT / "tests" / folder).rglob("*.test.mjs"))]
    return [*(path.relative_to(ROOT).as_posix() for path in scripts), *PYTHON_TESTS]


def record(folder: Path) -> NodeReach:
    """What each file of tests reaches, in a copy of the repository; those that were recorded before are looked up."""
    reach = NodeReach()
    for test in unit_tests():
        kept = KEPT / "node" / f"{_digest(test)}.json"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(_recorded(test, folder)), encoding="utf-8")
        reach.seconds[test], reach.ranges[test] = json.loads(kept.read_text(encoding="utf-8"))
    return reach


def _recorded(test: str, folder: Path) -> tuple[float, dict[str, list[tuple[int, int]]]]:
    with tempfile.TemporaryDirectory() as coverage:
        done = run_command(command_of([test]), folder, coverage=Path(coverage))
        if done.stopped is not Stopped.NOT:
            raise SystemExit(f"This fails already: {test}")
        return done.seconds, covered(Path(coverage), folder)


def _digest(test: str) -> str:
    """What a recording hangs on: the test, and all that it may run."""
    total = hashlib.sha256()
    for path in _sources(test):
        total.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return total.hexdigest()[:16]


def _sources(test: str) -> Iterable[Path]:
    yield ROOT / test
    folders = ["templates", "tests/runtime", "tests/page"] + (
        [] if test.endswith(".mjs") else ["builder", str(Path(test).parent)]
    )
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            is_code = path.suffix in {".js", ".mjs", ".html", ".json", ".css", ".py"}
            if is_code and "artefacts" not in path.parts and not path.name.endswith(".test.mjs"):
                yield path


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
