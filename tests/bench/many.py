"""What 1,000 courses cost: built the first time, unchanged, and with one of them changed. 3 in 100 cannot be built.

    python tests/bench/many.py [--courses 1000] [--modules 3] [--long 1000]

Then what one course of 1,000 modules costs when one module has changed.

CPU seconds are those of the command and its workers.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from builder.build_all.ledger import NAME, result_of
from builder.build_all.results import State
from tests.bench.generate import write_course

BARS = {"unchanged": 5.0, "unchanged again": 5.0, "one changed": 6.0}
"""CPU seconds that we mean to hold with 1,000 courses: one that changed may cost one second more."""
LONG_BAR = 1.0
"""CPU seconds that we mean to hold for one course of 1,000 modules, when one of them has changed."""
BROKEN = 33
"""One course in so many has an unknown key."""


def write_courses(folder: Path, count: int, modules: int) -> None:
    """Write them, a hundred in each folder."""
    for number in range(count):
        course = folder / f"{number // 100:02d}" / f"course-{number:04d}"
        write_course(course, modules, seed=number, words=200)
        settings = course / "course.yml"
        text = settings.read_text(encoding="utf-8").replace(f"id: generated-{modules}", f"id: course-{number:04d}")
        settings.write_text(text + "nonsense: 1\n" * (number % BROKEN == 7), encoding="utf-8")


def edit(courses: Path) -> None:
    """Add a sentence to one module of one course."""
    page = next(courses.rglob("0001-module.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\n\n---\n\nOne sentence more.\n", encoding="utf-8")


def run(courses: Path, out: Path, status: int = 1) -> tuple[float, float]:
    """CPU seconds and seconds of one command; it must end with this status, 1 where some courses are broken."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, "-m", "builder", "build-all", str(courses), "--out", str(out)]
    kept = os.environ | {"SATCHEL_CACHE": str(out.with_name("kept"))}
    assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=kept).returncode == status
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return cpu, time.monotonic() - begun


def measure_long(modules: int, scratch: Path) -> None:
    """Print the first build of one course, and the one after a change of one module."""
    courses, out = scratch / "long", scratch / "long-out"
    write_course(courses / "long", modules)
    first, _ = run(courses, out, 0)
    edit(courses)
    again, _ = run(courses, out, 0)
    print(f"\none course of {modules:,} modules: {first:.2f} CPU s, one module changed {again:.2f} (bar {LONG_BAR})")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--modules", type=int, default=3)
    parser.add_argument("--long", type=int, default=1000, help="modules of the long course")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        courses, out = Path(scratch, "courses"), Path(scratch, "out")
        write_courses(courses, given.courses, given.modules)
        print(f"{given.courses:,} courses of {given.modules} modules, 1 in {BROKEN} broken, three destinations\n")
        print(f"{'':<16}    CPU s    bar  seconds")
        for name in ("first", "unchanged", "unchanged again", "one changed"):
            if name == "one changed":
                edit(courses)
            cpu, seconds = run(courses, out)
            bar = f"{BARS[name]:6.1f}" if name in BARS else "     -"
            print(f"{name:<16} {cpu:>8.2f} {bar} {seconds:>8.1f}", flush=True)
        lines = [result_of(line) for line in (out / NAME).read_bytes().splitlines()]
        built = sum(result is not None and result.state is State.BUILT for result in lines)
        print(f"\n{built:,} built, {len(lines) - built:,} broken")
        measure_long(given.long, Path(scratch))


if __name__ == "__main__":
    main()
