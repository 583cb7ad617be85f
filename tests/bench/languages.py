"""What a second language costs a build: one package in two, beside each language alone.

    python tests/bench/languages.py [--modules 1000] [--runs 3]

A course in English, and the same in words that are no language, which say that they are Welsh. All builds run in turn on the
same machine, so compare the last figure: it is 1 when two languages take what two courses take.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench import Cost, cost
from tests.bench.generate import write_course

BAR = 1.1
"""CPU seconds of both languages in one package, in those of the two alone."""
_OTHER = str.maketrans("aeiou", "eioua")


def other_language(folder: Path) -> None:
    """Make the prose of a course unlike English; headings, options and addresses stay, as answers hang on them."""
    for path in folder.glob("*.md"):
        lines = path.read_text("utf-8").split("\n")
        body = lines.index("---", 1) + 1
        lines[body:] = [
            one if one[:1] in {"#", "-", ">", "!"} or "](" in one else one.translate(_OTHER) for one in lines[body:]
        ]
        path.write_text("\n".join(lines), "utf-8")
    settings = folder / "course.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en-GB", "language: cy"), "utf-8")


def built(course: Path, scratch: Path, runs: int) -> Cost:
    """What it takes to build a course for one destination."""
    command = [
        sys.executable,
        "-m",
        "builder",
        "build",
        str(course),
        "--to",
        "scorm12",
        "--out",
        str(scratch / "dist"),
        "--no-cache",
    ]
    return cost(command, Path.cwd(), runs)


def main() -> None:
    """Print a row, and say whether the bar is held."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--modules", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        one, other, both = scratch / "one", scratch / "other", scratch / "both"
        write_course(one, given.modules)
        shutil.copytree(one, other)
        other_language(other)
        shutil.copytree(one, both)
        shutil.copytree(other, both / "cy")
        with (both / "course.yml").open("a", encoding="utf-8") as settings:
            settings.write("languages: [en-GB, cy]\n")
        costs = [built(folder, scratch, given.runs) for folder in (one, other, both)]
    ratio = costs[2].cpu / (costs[0].cpu + costs[1].cpu)
    print(
        f"{given.modules:,} modules, CPU seconds and MiB: in English {costs[0].cpu:.2f} ({costs[0].memory:.0f}), ",
        end="",
    )
    print(
        f"in the other {costs[1].cpu:.2f} ({costs[1].memory:.0f}), in both {costs[2].cpu:.2f} ({costs[2].memory:.0f})"
    )
    print(f"both in those of the two alone: {ratio:.2f} (bar {BAR})")


if __name__ == "__main__":
    main()
