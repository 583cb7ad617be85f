"""What a build costs when a module is made of one sign written 10,000 times, or of thousands of parts.

    python tests/bench/hostile.py [--times 10000] [NAME ...]

Each is read, checked and, when it has no error, made a page of, in this process. Named are all that take more than a
tenth of the bar, and the ratio to half of it: 2 grows with the text, 4 with its square. What takes more than the bar, or
grows with the square, fails.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.hostile.signs import FORMS, SHAPES, SIGNS
from tests.hostile.test_growth import tried

BAR, MEMORY_BAR = 10.0, 500
"""CPU seconds of one module, and MiB of them all."""
STEEP = 3.2
"""More than this is between growing with the text and with its square."""
COUNTS = {"lines of text": 100_000, "questions": 2_000, "questions alike": 2_000, "reflections": 2_000}
PARTS = 2_000
"""Of all other shapes; 1,000 of what is nested."""


def cases(times: int) -> Iterator[tuple[str, Callable[[int], str], int]]:
    """The name of each text, what makes it, and how large."""
    for form, write in FORMS.items():
        for sign in SIGNS:
            yield f"{sign!r} {form}", (lambda count, sign=sign, write=write: write(sign, count)), times  # type: ignore[misc]
    for name, shape in SHAPES.items():
        yield name, shape, COUNTS.get(name, 1_000 if name.startswith("nested") else PARTS)


def seconds(folder: Path, text: str) -> float:
    """CPU seconds for a module."""
    before = time.process_time()
    tried(folder, text)
    return time.process_time() - before


def main() -> None:
    """Print what is slow; exit status 1 when something is over a bar."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("names", nargs="*", help="words of the names; all without")
    wanted = parser.parse_args()
    over = 0
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root)
        seconds(folder, "So.")
        for name, write, count in cases(wanted.times):
            if wanted.names and not any(word in name for word in wanted.names):
                continue
            taken = seconds(folder, write(count))
            over += taken > BAR
            if taken > BAR / 10:
                ratio = taken / seconds(folder, write(count // 2))
                over += taken <= BAR and ratio > STEEP
                print(f"{taken:6.1f} s  x{ratio:.1f}  {count:>7,} {name}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{over} texts over {BAR:.0f} CPU seconds or steep; {memory:.0f} MiB at most (bar {MEMORY_BAR})")
    sys.exit(over > 0 or memory > MEMORY_BAR)


if __name__ == "__main__":
    main()
