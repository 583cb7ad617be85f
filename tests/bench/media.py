"""What a large film costs: peak memory, CPU seconds, bytes read of it and bytes written, beside the same course with a small film.

    python tests/bench/media.py [--megabytes 2000]

The film is a sparse file: it takes no room itself, but each package of the course does. Figures are the operating
system's own (wait4, and what the new files take); every destination is built.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from builder.model.package import DESTINATIONS
from tests.rules.corpus import BASE, HEAD, MODULE

FILM = "## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"
MORE_MEMORY = 16
"""MiB that the large film may need beyond the small one."""
MOST_WRITTEN = 3.1
"""Times the size of the film, for three destinations."""
MOST_OF_ONE = 1.1
"""The same for one destination."""
MOST_READ = 1.1
"""Times its size: it is read once for all packages, and its head once more for its length."""
COUNTING = """
import builtins, io, sys
from pathlib import Path
from builder.cli import main
read, film = 0, Path(sys.argv.pop())
class Counted(io.FileIO):
    def _count(self, number): globals().__setitem__("read", read + number); return number
    def read(self, *size): found = super().read(*size); self._count(len(found)); return found
    def readall(self): found = super().readall(); self._count(len(found)); return found
    def readinto(self, room): return self._count(super().readinto(room))
usual = io.open
def opened(file, mode="r", buffering=-1, *args, **more):
    if isinstance(file, int) or "b" not in mode or Path(file).resolve() != film: return usual(file, mode, buffering, *args, **more)
    raw = Counted(file, mode.replace("b", ""))
    return raw if buffering == 0 else io.BufferedReader(raw)
builtins.open = io.open = opened
try: main()
finally: print("read", read, file=sys.stderr)
"""
"""The command, with each byte counted that Python reads of the film."""


def lay(folder: Path, size: int) -> Path:
    """A course with a film of so many bytes."""
    course = folder / f"course-{size}"
    shutil.copytree(BASE, course)
    (course / MODULE).write_text(HEAD + FILM)
    with (course / "media" / "film.mp4").open("rb+") as film:
        film.truncate(size)
    return course


def build(course: Path, out: Path, *options: str) -> tuple[float, float, int, int]:
    """CPU seconds, MiB at the largest, bytes of all files that were made (a second name of the author's is none), and bytes read of the film."""
    film = (course / "media" / "film.mp4").resolve()
    command = [sys.executable, "-c", COUNTING, "build", str(course), "--out", str(out), *options, str(film)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("the build failed")
    own = {path.stat().st_ino for path in course.rglob("*")}
    made = {path.stat().st_ino: path.stat().st_size for path in out.rglob("*") if path.is_file()}
    written = sum(size for inode, size in made.items() if inode not in own)
    mebi = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return usage.ru_utime + usage.ru_stime, mebi, written, int(told.split()[-1])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=2000)
    size = parser.parse_args().megabytes * 1_000_000
    print("film          CPU s    MiB  written, times its size  read, times its size")
    figures = []
    for bytes_ in (1_000_000, size):
        with tempfile.TemporaryDirectory() as scratch:
            course = lay(Path(scratch), bytes_)
            cpu, mebi, written, read = build(course, Path(scratch) / "out")
        figures.append((mebi, written / bytes_, read / bytes_))
        print(
            f"{bytes_ / 1e6:>6,.0f} MB  {cpu:>8.2f}  {mebi:>5.0f}  {written / bytes_:>22.2f}  {read / bytes_:>20.2f}",
            flush=True,
        )
    alone = {}
    for destination in DESTINATIONS:
        with tempfile.TemporaryDirectory() as scratch:
            _, _, written, _ = build(lay(Path(scratch), size), Path(scratch) / "out", "--to", destination)
        alone[destination] = written / size
    (small, _, _), (large, times, reads) = figures
    print(f"\nmore memory for the large film: {large - small:+.0f} MiB (bar {MORE_MEMORY})")
    print(f"written: {times:.2f} times its size (bar {MOST_WRITTEN}, where the disk gives a file two names)")
    for destination, share in alone.items():
        print(f"written for {destination} alone: {share:.2f} times its size (bar {MOST_OF_ONE})")
    print(f"read: {reads:.2f} times its size (bar {MOST_READ})")


if __name__ == "__main__":
    main()
