"""A path that a command cannot take: what is said, and the command to type instead."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from builder.pipeline import Outcome

COMMANDS = ["build", "check", "ids", "preview"]


def run(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, list(arguments), prog_name="satchel")


@pytest.fixture
def here(course_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder above a course called `my care`, as the current one."""
    folder = course_folder.parent / "courses"
    folder.mkdir()
    shutil.move(course_folder, folder / "my care")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ([], 'course: there is no such folder. Name the course: satchel COMMAND "my care"'),
        (["my-care"], 'my-care: there is no such folder. Name the course: satchel COMMAND "my care"'),
        (["."], '.: there is no course.yml in it. Name the course: satchel COMMAND "my care"'),
        (["my care/course.yml"], 'my care/course.yml: it is a file. Name its folder: satchel COMMAND "my care"'),
        (["my care/images"], 'my care/images: it is a part of a course. Name the whole: satchel COMMAND "my care"'),
        (["notes.txt"], "notes.txt: it is a file. Name the folder of the course, the one with course.yml"),
        (["old.zip"], "old.zip: it is a package. Name the folder that it was built from, the one with course.yml"),
        (["bare"], "bare: it is empty. To begin a course in it: satchel new bare"),
    ],
)
def test_a_wrong_course_folder_gets_a_remedy(here: Path, command: str, named: list[str], reason: str) -> None:
    """The same for every command that takes a course, before anything else happens."""
    (here / "notes.txt").write_text("notes")
    (here / "old.zip").write_bytes(b"PK")
    (here / "bare").mkdir()
    before = sorted(here.rglob("*"))
    result = run(command, *named)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr == f"satchel: cannot read {reason.replace('COMMAND', command)}\n"
    assert sorted(here.rglob("*")) == before


def test_without_any_course_it_says_how_to_begin_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first thing that somebody types who has just installed it."""
    monkeypatch.chdir(tmp_path)
    assert run("build").stderr == (
        "satchel: cannot read course: there is no such folder. Name the folder of your course: satchel build my-course. "
        "To begin one: satchel new my-course\n"
    )


@pytest.mark.parametrize(("inside", "remedy"), [(".", "satchel check ."), ("images", "satchel check ..")])
def test_inside_a_course_it_says_so(here: Path, monkeypatch: pytest.MonkeyPatch, inside: str, remedy: str) -> None:
    """The remedy can be typed as it stands."""
    monkeypatch.chdir(here / "my care" / inside)
    assert run("check").stderr.endswith(f"You are inside a course: {remedy}\n")
    assert run(*remedy.split()[1:]).exit_code == 0


def test_a_part_of_the_course_that_one_stands_in_leads_up(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`.` has no parent in its name."""
    monkeypatch.chdir(here / "my care" / "images")
    assert run("check", ".").stderr.endswith("Name the whole: satchel check ..\n")


def test_a_course_without_settings_is_still_checked(here: Path) -> None:
    """What lacks is in the list of faults, with all the others."""
    (here / "my care" / "course.yml").unlink()
    result = run("check", "my care")
    assert result.exit_code == 1 and "STR-001 there is no course.yml in this folder" in result.stdout


def test_the_course_of_a_stand_in_is_named_by_its_option(here: Path) -> None:
    """The remedy has the module that was typed."""
    result = run("stand-in", "welcome")
    assert result.exit_code == 2
    assert result.stderr.endswith('Name the course: satchel stand-in welcome --course "my care"\n')


def test_packages_to_compare_are_looked_for(here: Path, first_course: Outcome) -> None:
    """A slip in a name, a folder, a file of another kind."""
    package = first_course.packages[0].path
    assert run("compare", str(package), str(package)).exit_code == 0
    missing = run("compare", str(package), str(package.with_name("innovation-1.0.0-scorm12.zip")))
    assert missing.exit_code == 2 and "there is no such file. In that folder: " in missing.stderr
    assert package.name in missing.stderr
    assert "it is a folder. Name the zip" in run("compare", "my care", str(package)).stderr
    other = run("compare", "my care/course.yml", str(package))
    assert other.exit_code == 2 and "it is not a zip, or it is damaged" in other.stderr
    assert run("compare", "none.zip", str(package)).stderr.endswith("none.zip: there is no such file.\n")


def test_packages_are_not_written_over_a_file(here: Path) -> None:
    """It is refused before the course is read."""
    (here / "dist").write_text("mine")
    result = run("build", "my care")
    assert result.exit_code == 2 and "cannot write dist: it is a file. Name a folder after --out" in result.stderr
    assert (here / "dist").read_text() == "mine"
