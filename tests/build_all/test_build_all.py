"""`satchel build-all`: every course below a folder, what has not changed left as it is, and no course in another's way."""

import json
import os
import pickle
import random
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from builder.build_all import Result, State, Wishes, build_all, find_tasks, work
from builder.build_all.ledger import NAME, line_of, result_of
from builder.cli import main
from builder.model.package import DESTINATIONS
from builder.pipeline import build
from tests.build.test_exit_status import FILM
from tests.build_all.courses import BROKEN, digests, edit, one_after_another, write_courses
from tests.conftest import ROOT

ALL = Wishes(DESTINATIONS)
needs_posix = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")


def run(courses: Path, out: Path, wishes: Wishes = ALL) -> tuple[Result, ...]:
    """Build all in threads of this process, which starts none."""
    return build_all(find_tasks(str(courses), str(out), wishes), ThreadPoolExecutor(1))


def fresh(results: tuple[Result, ...]) -> set[str]:
    """Courses that were built, or tried, in this run."""
    return {result.course for result in results if result.fresh}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, str]]:
    """Twelve courses, built; and what a sequential build makes of them."""
    folder = tmp_path_factory.mktemp("many")
    courses = write_courses(folder / "courses")
    expected = one_after_another(courses, folder / "alone")
    results = run(courses, folder / "out")
    assert {result.course for result in results if result.state is State.FAULTY} == set(BROKEN)
    return courses, folder / "out", expected


@pytest.fixture
def built(made: tuple[Path, Path, dict[str, str]], tmp_path: Path) -> tuple[Path, Path]:
    """Copies of the courses and of what was built of them, to be changed."""
    courses, out, _ = made
    return shutil.copytree(courses, tmp_path / "courses"), shutil.copytree(out, tmp_path / "out")


def test_all_courses_but_the_broken_ones_are_as_a_sequential_build_makes_them(
    made: tuple[Path, Path, dict[str, str]],
) -> None:
    """The same files with the same bytes."""
    _, out, expected = made
    assert digests(out) == expected
    assert sum(name.endswith("-scorm12.zip") for name in expected) == 9


def test_what_has_not_changed_is_left_as_it_is(built: tuple[Path, Path]) -> None:
    """A second run builds nothing, also where the files were copied and so have other times."""
    courses, out = built
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.zip")}
    assert fresh(run(courses, out)) == set()
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.zip")} == before


def test_of_one_course_that_changed_one_is_built(built: tuple[Path, Path]) -> None:
    """And the others are reported all the same."""
    courses, out = built
    edit(courses / "health/course-02", "One sentence more.")
    results = run(courses, out)
    assert len(results) == 12 and fresh(results) == {"health/course-02"}
    build(courses / "health/course-02", out.parent / "alone")
    assert digests(out / "health/course-02") == digests(out.parent / "alone")


@pytest.mark.parametrize(
    "change",
    [
        lambda course: (course / "images" / "new.png").write_bytes(b"new"),
        lambda course: (course / "01-welcome.md").rename(course / "02-welcome.md"),
        lambda course: (course / "glossary.md").write_text("---\ntitle: Terms\n---\n\nHarm\n: Hurt.\n"),
        lambda course: next((course / "images").iterdir()).write_bytes(b"other"),
    ],
)
def test_each_change_of_the_folder_counts(change: Any, built: tuple[Path, Path]) -> None:
    """A file that is new, has another name or other content, also where no module names it."""
    courses, out = built
    change(courses / "school/course-12")
    assert fresh(run(courses, out)) == {"school/course-12"}


def test_other_wishes_build_all_again(built: tuple[Path, Path]) -> None:
    """Other destinations, or none of what was remembered."""
    courses, out = built
    shutil.rmtree(courses / "health")
    assert len(fresh(run(courses, out, Wishes(("web",))))) == 4
    assert len(fresh(run(courses, out, Wishes(("web",), remember=False)))) == 4
    assert fresh(run(courses, out, Wishes(("web",)))) == set()


def test_a_course_that_broke_keeps_its_old_packages(built: tuple[Path, Path]) -> None:
    """And is built again when it is mended."""
    courses, out = built
    before, page = digests(out), courses / "health/course-01" / "01-welcome.md"
    text = page.read_text(encoding="utf-8")
    edit(page.parent, "![A tree](images/tree.png)")
    results = run(courses, out)
    assert results[0].state is State.FAULTY and digests(out) == before
    page.write_text(text, encoding="utf-8")
    assert run(courses, out)[0].state is State.BUILT and digests(out) == before


def test_a_package_that_was_touched_is_made_again(built: tuple[Path, Path]) -> None:
    """One byte in it, with its old size and its old times; or it is gone."""
    courses, out = built
    run(courses, out)
    before = digests(out)
    changed = out / "health/course-02/course-02-1.0.0-scorm12.zip"
    about, content = changed.stat(), bytearray(changed.read_bytes())
    content[len(content) // 2] ^= 1
    changed.write_bytes(content)
    os.utime(changed, ns=(about.st_atime_ns, about.st_mtime_ns))
    (out / "health/course-05/course-05-1.0.0-web/index.html").unlink()
    assert fresh(run(courses, out)) == {"health/course-02", "health/course-05"}
    assert digests(out) == before


def damaged(lines: list[bytes], dice: random.Random) -> list[bytes]:
    """A ledger that somebody, or a disk, has changed."""
    number = dice.randrange(len(lines))
    line, way = bytearray(lines[number]), dice.randrange(4)
    if way == 0:
        line[dice.randrange(len(line))] ^= 1 << dice.randrange(7)
    elif way == 1:
        del line[dice.randrange(len(line)) :]
    elif way == 2:
        line = bytearray(dice.randbytes(40).replace(b"\n", b""))
    else:
        line = bytearray(line.replace(b'"state": "faulty"', b'"state": "built"').replace(b"course-0", b"course-1"))
    return [*lines[:number], bytes(line), *lines[number + 1 :]]


def test_a_damaged_ledger_is_not_believed(built: tuple[Path, Path]) -> None:
    """A line that is not as it was written counts as absent; the others count. Forty ledgers, each damaged anew."""
    _, out = built
    lines = (out / NAME).read_bytes().splitlines()
    dice = random.Random(16)
    for _ in range(40):
        for old, new in zip(lines, damaged(lines, dice), strict=True):
            found = result_of(new)
            assert found is None if new != old else found == result_of(old)


def test_courses_whose_line_is_lost_are_built_again(built: tuple[Path, Path]) -> None:
    """Half a line at the end, as a power cut leaves it, and rubbish amid the rest."""
    courses, out = built
    before, ledger = digests(out), out / NAME
    lines = ledger.read_bytes().splitlines(keepends=True)
    lost = {result.course for line in (lines[0], lines[-1]) if (result := result_of(line))}
    ledger.write_bytes(b"\xff\xfe\0{\n" + b"".join(lines[1:-1]) + lines[-1][:-30])
    assert len(lost) == 2 and fresh(run(courses, out)) == lost
    assert fresh(run(courses, out)) == set()
    assert digests(out) == before and len(ledger.read_bytes().splitlines()) == 12


def test_a_course_that_changes_while_it_is_built_is_built_again(
    built: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows which of the two texts is in the packages."""
    courses, out = built
    course, usual = courses / "health/course-04", work.build
    edit(course, "The first sentence.")

    def meanwhile(*given: Any, **more: Any) -> Any:
        outcome = usual(*given, **more)
        edit(course, "The second sentence.")
        return outcome

    monkeypatch.setattr(work, "build", meanwhile)
    assert fresh(run(courses, out)) == {"health/course-04"}
    monkeypatch.setattr(work, "build", usual)
    assert fresh(run(courses, out)) == {"health/course-04"}
    assert fresh(run(courses, out)) == set()


def test_a_worker_that_fails_stops_no_other_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours in one course is that course's result, and the next run tries again."""
    courses, usual = write_courses(tmp_path / "courses", 2), work.build

    def failing(folder: Path, *given: Any, **more: Any) -> Any:
        if folder.name == "course-01":
            raise RecursionError("too deep")
        return usual(folder, *given, **more)

    monkeypatch.setattr(work, "build", failing)
    first, second = run(courses, tmp_path / "out")
    assert (first.state, second.state) == (State.FAILED, State.BUILT)
    assert "too deep" in first.problem and "fault in Satchel" in first.problem
    assert fresh(run(courses, tmp_path / "out")) == {"health/course-01"}


def test_a_worker_with_another_satchel_builds_nothing(tmp_path: Path) -> None:
    """Its packages would not be those that the ledger takes them for."""
    courses = write_courses(tmp_path / "courses", 1)
    (task,) = find_tasks(str(courses), str(tmp_path / "out"), ALL)
    result = work.build_course(replace(task, program="another"))
    assert result.state is State.FAILED and "another version of Satchel" in result.problem
    assert not (tmp_path / "out").exists()


def test_a_course_is_a_value_in_and_a_value_out(built: tuple[Path, Path]) -> None:
    """Both can go to another process, and a result into the ledger and back."""
    courses, out = built
    for task in find_tasks(str(courses), str(out), ALL)[:3]:
        result = work.build_course(pickle.loads(pickle.dumps(task)))
        assert pickle.loads(pickle.dumps(result)) == result
        back = result_of(line_of(result))
        assert back is not None and line_of(back) == line_of(result)


def command(*given: str) -> tuple[int, str]:
    """Exit status and output of a command in this process."""
    done = CliRunner().invoke(main, ["build-all", *given], prog_name="satchel")
    return done.exit_code, done.output


def test_the_table_names_each_course_that_was_built_or_has_errors(built: tuple[Path, Path]) -> None:
    """The exit status is that of the worst, and each broken course comes with the first thing to mend."""
    courses, out = built
    edit(courses / "health/course-02", "One sentence more.")
    (courses / "school" / "notes").mkdir()
    status, text = command(str(courses), "--out", str(out), "--executor", "concurrent.futures:ThreadPoolExecutor")
    assert status == 1
    rows = {line.split()[0]: line for line in text.splitlines() if "/course-" in line.split(" ")[0]}
    assert set(rows) == {"health/course-02", *BROKEN}
    assert "3 packages" in rows["health/course-02"] and "1 error" in rows["health/course-03"]
    assert "nonsense" in text and f"Next: satchel check {courses}/health/course-03" in text
    assert "12 courses in" in text and "1 built, 8 unchanged, 3 not built." in text
    status, text = command(str(courses), "--out", str(out), "--only", "health/course-01", "--verbose")
    assert status == 0 and "health/course-01  1.0.0    unchanged" in text
    status, text = command(str(courses), "--out", str(out), "--only", "health/course-01", "--no-cache")
    assert status == 0 and "health/course-01  1.0.0    3 packages" in text


def test_a_warning_stops_a_course_with_strict_alone(tmp_path: Path) -> None:
    """As it does with `satchel build`."""
    courses, out = write_courses(tmp_path / "courses", 1), str(tmp_path / "out")
    (courses / "health/course-01" / "01-welcome.md").write_text(FILM)
    status, text = command(str(courses), "--out", out, "--to", "web", "--strict")
    assert status == 1 and "1 warning; what was built before is untouched" in text and "W" in text
    status, text = command(str(courses), "--out", out, "--to", "web")
    assert status == 0 and "1 package, " in text and "1 warning" in text


def test_the_films_of_many_courses_may_stay_on_a_host(tmp_path: Path) -> None:
    """The ledger knows the address, and misses a film that is gone."""
    courses, out = write_courses(tmp_path / "courses", 1), tmp_path / "out"
    (courses / "health/course-01" / "01-welcome.md").write_text(FILM)
    whole = (str(courses), "--out", str(out), "--to", "web")
    apart = (*whole, "--films-at", "https://films.example.org/courses")
    assert "1 package, " in command(*apart)[1]
    (film,) = out.rglob("*-films/*.mp4")
    assert "unchanged" in command(*apart, "--verbose")[1]
    film.unlink()
    assert "1 package, " in command(*apart)[1] and film.is_file()
    assert "1 package, " in command(*whole)[1]


def test_the_table_as_json(built: tuple[Path, Path]) -> None:
    """For tools: each course with its state, packages with their checksums, and diagnostics."""
    courses, out = built
    status, text = command(str(courses), "--out", str(out), "--json")
    rows = {row["course"]: row for row in json.loads(text)["courses"]}
    assert status == 1 and len(rows) == 12
    assert rows["health/course-03"]["state"] == "faulty"
    assert rows["health/course-03"]["diagnostics"][0]["rule"] == "STR-007"
    package = rows["health/course-01"]["packages"][0]
    assert package["sha256"] == digests(out)[f"health/course-01/{package['name']}"]


def test_two_courses_with_one_id_are_named(built: tuple[Path, Path]) -> None:
    """An LMS would take the second for a new version of the first."""
    courses, out = built
    settings = courses / "health/course-02/course.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("course-02", "course-01"), encoding="utf-8")
    _, text = command(str(courses), "--out", str(out), "--executor", "concurrent.futures:ThreadPoolExecutor")
    assert "health/course-01 and health/course-02 have the same id, course-01" in text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["nowhere"], "there is no such folder"),
        (["empty"], "no folder has a course.yml"),
        (["courses", "--only", "health/course-99"], "there is no such course. 2 others are there"),
        (["courses", "--executor", "concurrent.futures:Nobody"], "cannot be imported"),
        (["courses", "--executor", "json:dumps"], "makes none"),
        (["courses", "--executor", "os:environ"], "makes none"),
        (["courses", "--workers", "2", "--dask", "tcp://nobody"], "name one of them at a time"),
        (["courses", "--to", "scorm3"], "is not one of scorm12, scorm2004, web"),
    ],
)
def test_what_cannot_be_carried_out_is_said(
    given: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence, with exit status 2 and nothing written."""
    write_courses(tmp_path / "courses", 2)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    status, text = command(*given)
    assert status == 2 and words in " ".join(text.split())
    assert not (tmp_path / "dist").exists()


def test_a_folder_for_packages_inside_the_courses_is_no_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`satchel build-all` beside the courses, and in a course itself: what was built is no part of it."""
    courses = write_courses(tmp_path / "courses", 2)
    for folder, course in ((courses, "health/course-01"), (courses / "health/course-01", ".")):
        monkeypatch.chdir(folder)
        assert run(Path(), Path("dist"))[0].course == course
        assert fresh(run(Path(), Path("dist"))) == set()


KILLED = """
import os, signal, sys
from concurrent.futures import ThreadPoolExecutor
from builder.build_all import Wishes, build_all, find_tasks, work
count, usual = [], work.build
def build(*given, **more):
    count.append(1)
    outcome = usual(*given, **more)
    if len(count) == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return outcome
work.build = build
build_all(find_tasks(sys.argv[1], sys.argv[2], Wishes(("scorm12", "scorm2004", "web"))), ThreadPoolExecutor(1))
"""


@needs_posix
def test_a_run_that_was_killed_goes_on_where_it_was(made: tuple[Path, Path, dict[str, str]], tmp_path: Path) -> None:
    """After the fifth course, before its line is written: the next run builds the rest, and all is as if nothing had been."""
    courses, _, expected = made
    killed = subprocess.run([sys.executable, "-c", KILLED, str(courses), str(tmp_path)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    results = run(courses, tmp_path)
    assert 7 <= len(fresh(results)) < 12
    assert digests(tmp_path) == expected


@needs_posix
@pytest.mark.slow
@pytest.mark.parametrize("lines", [0, 1, 3, 6, 9])
def test_a_command_that_was_killed_goes_on_where_it_was(
    lines: int, made: tuple[Path, Path, dict[str, str]], tmp_path: Path
) -> None:
    """The same with workers of its own, wherever each of them is."""
    courses, _, expected = made
    order = [sys.executable, "-m", "builder", "build-all", str(courses), "--out", str(tmp_path), "--workers", "2"]
    process = subprocess.Popen(order, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL)
    ledger = tmp_path / NAME
    while process.poll() is None and (len(ledger.read_bytes().splitlines()) if ledger.exists() else 0) < lines:
        pass
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    run(courses, tmp_path)
    assert digests(tmp_path) == expected
    assert not [path for path in tmp_path.rglob(".*") if path.name != NAME]


@pytest.mark.slow
def test_workers_of_a_process_pool_make_the_same(made: tuple[Path, Path, dict[str, str]], tmp_path: Path) -> None:
    """Started afresh, as on systems that cannot fork; and copies of this process."""
    courses, _, expected = made
    for way in ("spawn", "fork"):
        out = tmp_path / way
        pool = ProcessPoolExecutor(2, mp_context=get_context(way))
        build_all(find_tasks(str(courses), str(out), ALL), pool)
        assert digests(out) == expected
