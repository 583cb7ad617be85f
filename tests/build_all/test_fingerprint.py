"""What is read again of a course that may have changed, and how many courses are named."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from builder.build_all import Result, State, Task, Wishes, fingerprint, plan_since, results_text
from builder.build_all.fingerprint import read_tree
from builder.model.package import DESTINATIONS
from tests.cases import for_each

MIB = 1 << 20
SECOND = 1_000_000_000


def file_of(folder: Path, size: int, age: float) -> Path:
    """A file of a size, last changed so many seconds ago."""
    path = folder / "film.mp4"
    path.write_bytes(b"x" * size)
    then = time.time_ns() - int(age * SECOND)
    os.utime(path, ns=(then, then))
    return path


@for_each(
    ("size", "age", "kept"), [(MIB, 10, True), (MIB - 1, 10, False), (MIB, 2.5, True), (MIB, -60, False)], ids=str
)
def test_a_large_file_that_has_settled_is_read_once(
    size: int, age: float, kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From 1 MiB on, and when it has not changed for two seconds: some disks count time in steps of two."""
    file_of(tmp_path, size, age)
    first = read_tree(tmp_path)
    assert bool(first.large) == kept
    read: list[Path] = []
    monkeypatch.setattr(fingerprint, "sha256_of", lambda path: read.append(path) or "another")
    again = read_tree(tmp_path, known=first.large)
    if kept:
        assert not read and again.digest == first.digest


def test_three_courses_are_named_as_next_steps() -> None:
    """And how many more there are."""

    def text(count: int) -> str:
        tasks = [Task(f"c{n}", f"courses/c{n}", "dist", "dist", Wishes(DESTINATIONS), "") for n in range(count)]
        return results_text(tasks, [Result(task.course, State.FAULTY) for task in tasks], 1.0)

    assert text(3).endswith("satchel check courses/c2")
    assert text(4).endswith("satchel check courses/c2, and 1 more")


def test_five_changed_files_are_named_for_a_course(tmp_path: Path) -> None:
    """The first ones by name; the rest says nothing new."""
    settings = tmp_path / "first-aid/course.yml"
    settings.parent.mkdir()
    settings.write_text("title: First aid\n", encoding="utf-8")
    own = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*own, "commit", "-qm", "Begin"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    for number in range(5):
        (settings.parent / f"{number}.md").touch()
    assert len(plan_since(tmp_path, "HEAD", "dist").touched[0].because) == 5
    (settings.parent / "5.md").touch()
    assert plan_since(tmp_path, "HEAD", "dist").touched[0].because == tuple(f"first-aid/{n}.md" for n in range(5))
