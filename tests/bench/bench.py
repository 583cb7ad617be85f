"""What a build costs: CPU seconds, peak memory, bytes, and how they grow; with MkDocs on the same prose as a yardstick.

    python tests/bench/bench.py [--modules 5,100,1000] [--runs 3]

Each command runs as a process of its own; figures are the operating system's own (wait4), the median of the runs.
Compare the ratios, not the seconds: machines differ, and so do their bad days.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.generate import write_course

BARS = {"5": 0.28, "100": 0.5, "1000": 2.5, "1000 signs": 5.5, "2000 questions": 3.0}
"""CPU seconds of a cold build for one destination that we mean to hold."""
MEMORY_BARS = {"1000": 120, "1000 signs": 140}
"""MiB at most. More modules may take as much more for each as 1,000 take."""
MORE = 2000
"""Modules of the course that shows whether memory grows in line; SCORM 1.2 has no room for 3,000."""
CHANGED_BAR = 1.0
"""CPU seconds for one destination when one of 1,000 modules has changed since the last build."""
HELP_BAR = 70
"""Milliseconds of CPU for `satchel --help`."""


@dataclass(frozen=True)
class Cost:
    """What one command took, the median of its runs."""

    cpu: float
    """Seconds, user and system, of the process and its children."""
    memory: float
    """MiB at its largest."""


def cost(
    command: list[str],
    cwd: Path,
    runs: int,
    before: Callable[[], object] = lambda: None,
    environment: Mapping[str, str] | None = None,
) -> Cost:
    """Run a command a few times after one warm-up; do something `before` each run."""
    cpus, memories = [], []
    for number in range(runs + 1):
        before()
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
        assert process.stderr
        words = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{words.decode()}")
        if number:
            cpus.append(usage.ru_utime + usage.ru_stime)
            memories.append(usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
    return Cost(statistics.median(cpus), statistics.median(memories))


def build_of(course: Path, out: Path, *options: str) -> list[str]:
    """The command that builds a course."""
    return [sys.executable, "-m", "builder", "build", str(course), "--out", str(out), *options]


def yardstick(course: Path, folder: Path, runs: int) -> Cost:
    """MkDocs on the same markdown, with its own theme."""
    docs = folder / "docs"
    shutil.copytree(course, docs, ignore=shutil.ignore_patterns("course.yml"))
    (folder / "mkdocs.yml").write_text("site_name: Yardstick\nplugins: []\nuse_directory_urls: false\n")
    return cost([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder, runs)


def size(folder: Path, suffix: str) -> int:
    """Bytes of the files with this ending."""
    return sum(path.stat().st_size for path in folder.glob(f"*{suffix}"))


def measure(name: str, modules: int, runs: int, scratch: Path, signs: bool = False, questions: int = 3) -> Cost:
    """Print one row; gives the cost of three destinations."""
    course = scratch / f"course-{name}"
    write_course(course, modules, signs=signs, questions=questions)
    sources = sum(path.stat().st_size for path in course.rglob("*") if path.is_file())
    out = scratch / f"dist-{name}"
    built = cost(build_of(course, out, "--no-cache"), Path.cwd(), runs)
    one = cost(build_of(course, out, "--no-cache", "--to", "scorm12"), Path.cwd(), runs)
    mkdocs = yardstick(course, scratch / f"mkdocs-{name}", runs)
    overhead = size(out, "-scorm12.zip") - sources
    bar = f"{BARS[name]:5.2f}" if name in BARS else "    -"
    print(
        f"{name:>14} {built.cpu:>8.2f} {one.cpu:>9.2f} {bar} {built.memory:>8.0f} {MEMORY_BARS.get(name, '-'):>4} "
        f"{mkdocs.cpu:>8.2f} {mkdocs.memory:>8.0f} "
        f"{built.cpu / mkdocs.cpu:>7.2f} {1000 * built.cpu / modules:>9.1f} {overhead / 1000:>10.0f}",
        flush=True,
    )
    return built


def measure_changed(modules: int, runs: int, scratch: Path) -> None:
    """Print what a build costs when one module has changed since the last one, beside a build that knows nothing."""
    course, out = scratch / f"course-{modules}", scratch / f"dist-changed-{modules}"
    page = course / "0001-module.md"
    whole = page.read_text(encoding="utf-8")
    numbers = count()

    def edit() -> None:
        page.write_text(f"{whole}\n\n---\n\nSentence number {next(numbers)}.\n", encoding="utf-8")

    kept = os.environ | {"SATCHEL_CACHE": str(scratch / "kept")}
    command = build_of(course, out, "--to", "scorm12")
    first = cost([*command, "--no-cache"], Path.cwd(), runs, edit)
    again = cost(command, Path.cwd(), runs, edit, kept)
    page.write_text(whole, encoding="utf-8")
    print(
        f"\n{modules:,} modules, one changed: {again.cpu:.2f} CPU s (bar {CHANGED_BAR}), {again.memory:.0f} MiB; "
        f"{again.cpu / first.cpu:.2f} of a first build"
    )


def measure_growth(at: dict[int, Cost], scratch: Path) -> None:
    """Print what a course of 2,000 modules takes of memory, and what it may: each module as much as one of 1,000."""
    course = scratch / f"course-{MORE}"
    write_course(course, MORE)
    taken = cost(build_of(course, scratch / f"dist-{MORE}", "--no-cache"), Path.cwd(), 1)
    (few, small), (many, large) = min(at.items()), max(at.items())
    bar = large.memory + (MORE - many) * (large.memory - small.memory) / (many - few)
    print(
        f"\n{MORE:,} modules: {taken.cpu:.2f} CPU s, {taken.memory:.0f} MiB (bar {bar:.0f}, in line with the rows above)"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", default="5,100,1000")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    sizes = list(map(int, given.modules.split(",")))
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, median of {given.runs} runs after one warm-up")
    print("three destinations, but one where it says so, as the bars do; each bar stands beside its figure\n")
    print("       modules    CPU s one dest.   bar      MiB  bar   MkDocs      MiB   ratio  ms/module  overhead kB")
    with tempfile.TemporaryDirectory() as scratch:
        costs = {modules: measure(str(modules), modules, given.runs, Path(scratch)) for modules in sizes}
        if 1000 in sizes:
            measure_changed(1000, given.runs, Path(scratch))
            measure("1000 signs", 1000, given.runs, Path(scratch), signs=True)
            measure("2000 questions", 1, given.runs, Path(scratch), questions=2000)
        if len(sizes) > 1:
            measure_growth(costs, Path(scratch))
    help_cost = cost([sys.executable, "-m", "builder", "--help"], Path.cwd(), max(5, given.runs))
    nothing = cost([sys.executable, "-c", "pass"], Path.cwd(), max(5, given.runs))
    print(
        f"\nsatchel --help: {1000 * help_cost.cpu:.0f} ms CPU (bar {HELP_BAR}), of which Python itself {1000 * nothing.cpu:.0f} ms"
    )


if __name__ == "__main__":
    main()
