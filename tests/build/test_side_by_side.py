"""Two builds at the same time, in one process or in several, into one folder or into two."""

import re
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from builder.model.package import RenderedFile
from builder.package import alone_in, write_package
from builder.pipeline import build
from tests.build.test_build import contents
from tests.conftest import ROOT, smallest_course

NAME = "sample-1.0.0"


def two_texts(folder: Path) -> tuple[Path, Path]:
    """One course in two states, as two people have it who build into one shared folder."""
    mine, yours = smallest_course(folder / "mine"), smallest_course(folder / "yours")
    page = yours / "01-welcome.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\nOne sentence more.\n", encoding="utf-8")
    return mine, yours


def built_alone(course: Path, out: Path) -> dict[str, bytes]:
    """What a build gives when nothing else runs."""
    assert build(course, out).packages
    return contents(out)


def of_one_build(out: Path, alone: list[dict[str, bytes]]) -> None:
    """All that lies in the folder comes from one and the same build."""
    assert contents(out) in alone
    page = (out / f"{NAME}-handover.html").read_text(encoding="utf-8")
    named = set(re.findall(r"\b[0-9a-f]{64}\b", page))
    assert len(named) == 3
    with zipfile.ZipFile(out / f"{NAME}-web.zip") as package:
        assert {name: package.read(name) for name in package.namelist()} == contents(out / f"{NAME}-web")


def test_threads_that_build_into_one_folder_leave_the_files_of_one_build(tmp_path: Path) -> None:
    """Eight builds of a course in two states, all at once: no file of one stands beside a file of the other."""
    courses = two_texts(tmp_path)
    alone = [built_alone(course, tmp_path / f"alone-{number}") for number, course in enumerate(courses)]
    assert alone[0] != alone[1]
    out, start = tmp_path / "out", threading.Barrier(8)

    def run(number: int) -> bool:
        start.wait()
        return bool(build(courses[number % 2], out).packages)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(run, range(8)))
    of_one_build(out, alone)


def built_in_a_process(course: Path, out: Path) -> bool:
    """What a worker does."""
    return bool(build(course, out).packages)


@pytest.mark.slow
def test_processes_that_build_into_one_folder_leave_the_files_of_one_build(tmp_path: Path) -> None:
    """The same with the workers of a process pool."""
    courses = two_texts(tmp_path)
    alone = [built_alone(course, tmp_path / f"alone-{number}") for number, course in enumerate(courses)]
    out = tmp_path / "out"
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        assert all(pool.map(built_in_a_process, courses * 4, [out] * 8))
    of_one_build(out, alone)


@pytest.mark.slow
def test_two_commands_at_once_leave_the_files_of_one_build(tmp_path: Path) -> None:
    """Two people on one shared disk."""
    courses = two_texts(tmp_path)
    alone = [built_alone(course, tmp_path / f"alone-{number}") for number, course in enumerate(courses)]
    out = tmp_path / "out"
    commands = [[sys.executable, "-m", "builder", "build", str(course), "--out", str(out)] for course in courses]
    started = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for command in commands]
    assert [process.wait() for process in started] == [0, 0]
    of_one_build(out, alone)


def test_a_build_waits_until_another_has_moved_its_files(tmp_path: Path) -> None:
    """The second one enters only when the first has left."""
    entered, leave, order = threading.Event(), threading.Event(), []

    def first() -> None:
        with alone_in(tmp_path):
            entered.set()
            leave.wait()
            order.append("first")

    def second() -> None:
        entered.wait()
        leave.set()
        with alone_in(tmp_path):
            order.append("second")

    threads = [threading.Thread(target=work) for work in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert order == ["first", "second"]


def test_zips_of_others_in_the_process_are_as_python_makes_them(tmp_path: Path) -> None:
    """While a package is written, the limit for large zips stays what it is for everybody else."""
    seen: list[int] = []
    limits: Callable[[], int] = lambda: vars(zipfile)["ZIP64_LIMIT"]  # noqa: E731

    class Watching(type(Path())):  # type: ignore[misc]
        """A picture that looks round while it is read."""

        def open(self, *given: object, **named: object) -> object:
            seen.append(limits())
            return super().open(*given, **named)

    (tmp_path / "a.png").write_bytes(b"picture")
    usual = limits()
    write_package((RenderedFile("a.png", Watching(tmp_path / "a.png")),), tmp_path / "a.zip", "web")
    assert seen == [usual] and limits() == usual
