"""The runs of the tests themselves: a skipped test fails, and a run says how far it is."""

import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.progress import Progress, duration, words_of
from tests.steps import run_quietly, step

ROOT = Path(__file__).parents[2]

SKIPPING = {
    "test_mark.py": "import pytest\n@pytest.mark.skip(reason='no browser')\ndef test_it() -> None: ...\n",
    "test_call.py": "import pytest\ndef test_it() -> None: pytest.skip('no browser')\n",
    "test_fixture.py": "import pytest\n@pytest.fixture\ndef page(): pytest.skip('no browser')\ndef test_it(page) -> None: ...\n",
    "test_file.py": "import pytest\npytest.importorskip('a_library_of_nobody')\ndef test_it() -> None: ...\n",
}


@pytest.mark.skipif(sys.platform == "win32", reason="there some things cannot be tried")
def test_a_test_that_is_skipped_fails_the_run(tmp_path: Path) -> None:
    """A browser that is missing must not look like one that found nothing."""
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n")
    for name, source in SKIPPING.items():
        (tmp_path / name).write_text(source)
    done = pytest_in(tmp_path, "--continue-on-collection-errors")
    assert done.returncode == 1, done.stdout + done.stderr
    for name in SKIPPING:
        assert re.search(rf"{name}(::test_it)? was skipped", done.stdout), done.stdout


TURNS = """
import pytest
editions = pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
@pytest.mark.browser
@editions
@pytest.mark.parametrize("kind", ["one", "two", "three", "four"])
def test_it(kind, edition) -> None: ...
@pytest.mark.browser
@pytest.mark.both_editions
@editions
def test_both(edition) -> None: ...
@editions
def test_quick(edition) -> None: ...
@pytest.mark.browser
@pytest.mark.parametrize("edition", ["scorm2004"])
def test_one_alone(edition) -> None: ...
"""


@pytest.mark.slow
def test_editions_take_turns_in_a_browser_every_day(tmp_path: Path) -> None:
    """Each kind is tried in one of them, half of the kinds in either; everything is tried in both."""
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n")
    (tmp_path / "test_it.py").write_text(TURNS)
    marks = "".join(f"    {mark}: ours\n" for mark in ("browser", "slow", "both_editions"))
    (tmp_path / "pytest.ini").write_text(f"[pytest]\nmarkers =\n{marks}")
    every_day, all_of_them = (
        re.findall(r"::(\w+)\[(.*)\]", pytest_in(tmp_path, "--collect-only", "-q", *options).stdout)
        for options in (["-m", "not slow"], [])
    )
    assert len(all_of_them) == 8 + 2 + 2 + 1
    its = [parameters.split("-") for name, parameters in every_day if name == "test_it"]
    assert sorted(kind for kind, _ in its) == ["four", "one", "three", "two"]
    assert sorted(edition for _, edition in its) == ["scorm12"] * 2 + ["scorm2004"] * 2
    others = sorted(name for name, _ in every_day if name != "test_it")
    assert others == ["test_both", "test_both", "test_one_alone", "test_quick", "test_quick"]


def test_the_tests_of_the_run_time_skip_nothing() -> None:
    """Node reports a skipped test as passed."""
    for path in (ROOT / "tests" / "runtime").glob("*.mjs"):
        assert not re.search(r"\b(skip|todo|only)\b *[:(]", path.read_text(encoding="utf-8")), path.name


@pytest.mark.slow
def test_a_run_says_what_it_tests_and_what_failed(tmp_path: Path) -> None:
    """A line for each part with its count, a failure at once, and no dots; the next run has an estimate."""
    (tmp_path / "test_it.py").write_text(
        "import time\ndef test_a() -> None: time.sleep(0.1)\ndef test_b() -> None: assert False\n"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    first = pytest_in(tmp_path, "-p", "tests.progress", "-q")
    assert "Testing: 2 tests." in first.stdout and "FAILED test_it.py::test_b" in first.stdout, first.stdout
    assert re.search(r"^ +\d+ s  test_it.py +1 of 2 failed", first.stdout, re.MULTILINE), first.stdout
    assert not re.search(r"^[.F]+$", first.stdout, re.MULTILINE)
    assert "seconds, by the last run." in pytest_in(tmp_path, "-p", "tests.progress", "-q").stdout


def pytest_in(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on a folder of tests elsewhere, with ours to import."""
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", f"--rootdir={folder}", *options, str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_each_part_of_the_tests_says_what_it_tries() -> None:
    """The progress shows it."""
    for folder in {path.parent for path in (ROOT / "tests").glob("*/test_*.py")}:
        assert words_of(folder.name), f"tests/{folder.name}/__init__.py has no docstring"


def test_what_is_left_follows_the_pace_of_this_run() -> None:
    """On a machine that is half as quick, twice the time of the last run."""
    before = {f"tests/unit/test_a.py::test_{number}": 10.0 for number in range(10)}
    progress = Progress(terminal=False, workers=2, seconds_before=before)
    progress.collected(list(before))
    assert progress.seconds_left() == 50
    progress.start -= 40
    for name in list(before)[:4]:
        progress.seconds_now[name] = 20.0
        progress.finished(name, failed=False)
    assert progress.seconds_left() == pytest.approx(60, rel=0.1)
    assert duration(60) == "60 seconds" and duration(150) == "2 minutes"


def test_an_installer_is_quiet_until_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """One line for a step; the end of what a program printed only when it failed."""
    with step("Installing what is missing"):
        assert run_quietly([sys.executable, "-c", "print('unpacking')"], 60) == ""
    assert re.fullmatch(r"  Installing what is missing \.\.\. \d+ s\n", capsys.readouterr().out)
    problem = run_quietly([sys.executable, "-c", "print('no such package'); raise SystemExit(3)"], 60)
    assert "exit status 3" in problem and "no such package" in problem
    assert run_quietly(["a-program-of-nobody"], 60)
    assert "timed out" in run_quietly([sys.executable, "-c", "input()"], 0)


def test_every_folder_of_tests_is_looked_into(request: pytest.FixtureRequest) -> None:
    """By itself pytest passes over folders with names such as `build`, and says nothing."""
    passed_over = request.config.getini("norecursedirs")
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    names = {part for folder in folders for part in folder.relative_to(ROOT).parts}
    assert not [name for name in names if any(fnmatch(name, pattern) for pattern in passed_over)]
