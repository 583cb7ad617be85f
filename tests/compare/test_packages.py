"""Two builds of the first course, compared as they are typed."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from builder.compare.packages.opening import open_package
from builder.model.contract import STATE_SCHEMA
from builder.pipeline import Outcome, build
from tests.conftest import COURSE

DESTINATIONS = ["scorm12", "scorm2004", "web"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The first course, to be changed."""
    shutil.copytree(COURSE, tmp_path / "course")
    return tmp_path / "course"


def package(outcome: Outcome, destination: str) -> Path:
    """The package of a build for a destination."""
    return next(one.path for one in outcome.packages if one.destination == destination)


def run(*arguments: object) -> Result:
    """`satchel compare` in this process."""
    return CliRunner().invoke(main, ["compare", *map(str, arguments)])


def rebuilt(copy: Path, destination: str, pattern: str, words: str) -> Path:
    """The course with something in its modules replaced once, built."""
    module = next(path for path in sorted(copy.glob("0*.md")) if re.search(pattern, path.read_text(), re.DOTALL))
    module.write_text(re.sub(pattern, words, module.read_text(), count=1, flags=re.DOTALL))
    outcome = build(copy, copy.parent / "dist", [destination])
    assert outcome.packages, outcome.report.diagnostics
    return package(outcome, destination)


@pytest.mark.parametrize("destination", DESTINATIONS)
def test_an_unchanged_course_is_safe_to_replace(first_course: Outcome, destination: str) -> None:
    """Exit status 0, and the next step."""
    result = run(package(first_course, destination), package(first_course, destination))
    assert result.exit_code == 0, result.output
    assert "Safe to replace." in result.output and "Next" in result.output


def test_a_reworded_question_is_told(first_course: Outcome, copy: Path) -> None:
    """Exit status 1; the question is named with its words before and its id."""
    new = rebuilt(copy, "scorm12", r"## Quiz: ([^\n{]*?) \{#", r"## Quiz: Now then: \1 {#")
    result = run(package(first_course, "scorm12"), new)
    assert result.exit_code == 1, result.output
    words = " ".join(result.output.split())
    title = first_course.course.items[0].title.text
    assert "Only if every question below still asks the same." in words
    assert f"Now then: {title} ({first_course.course.items[0].id}) - It was worded “{title}”." in words


def test_a_removed_question_is_told(first_course: Outcome, copy: Path) -> None:
    """For tools: one change, of that question."""
    question = first_course.course.items[0].id
    new = rebuilt(copy, "scorm2004", rf"## Quiz: [^\n]*{{#{question}}}.*?(?=\n(?:##|---)|\Z)", "")
    result = run(package(first_course, "scorm2004"), new, "--json")
    assert result.exit_code == 1, result.output
    (change,) = json.loads(result.stdout)["changes"]
    assert (change["kind"], change["id"]) == ("question-removed", question)


def test_another_course_or_destination_is_a_new_activity(first_course: Outcome, copy: Path) -> None:
    """Exit status 3, told plainly."""
    old = package(first_course, "scorm12")
    result = run(old, package(first_course, "scorm2004"))
    assert result.exit_code == 3 and "The old package is SCORM 1.2, the new one is SCORM 2004." in result.output
    settings = copy / "course.yml"
    settings.write_text(re.sub(r"^id: .*$", "id: another", settings.read_text(), flags=re.MULTILINE))
    result = run(old, package(build(copy, copy.parent / "dist", ["scorm12"]), "scorm12"))
    assert result.exit_code == 3 and "These are two courses" in result.output


def test_what_is_no_package_of_ours_is_told_with_exit_status_2(first_course: Outcome, tmp_path: Path) -> None:
    """A file that is no zip, a folder, a zip without a course, a file that is not there: one sentence each."""
    old = package(first_course, "web")
    strange = tmp_path / "strange.zip"
    shutil.make_archive(str(strange.with_suffix("")), "zip", COURSE)
    for path, words in (
        (COURSE / "course.yml", "it is not a zip"),
        (tmp_path, "Name the zip"),
        (strange, "there is no index.html in it"),
        (tmp_path / "nowhere.zip", "there is no such file"),
    ):
        result = run(old, path)
        assert result.exit_code == 2 and words in result.output and "Traceback" not in result.output
    assert run(old).exit_code == 2


@pytest.mark.parametrize("destination", DESTINATIONS)
def test_a_package_is_read_as_it_was_built(first_course: Outcome, destination: str) -> None:
    """Every module and question, what is right, and what LMSs keep records by."""
    course, read = first_course.course, open_package(package(first_course, destination))
    assert (read.id, read.version, read.package.destination) == (course.id, course.version, destination)
    assert [one.id for one in read.modules] == [module.id for module in course.modules]
    assert [(one.id, one.title) for one in read.questions] == [(item.id, item.title.text) for item in course.items]
    assert all(bool(one.right) == one.scored for one in read.questions)
    assert [name for name, _ in read.package.identifiers] == (
        [] if destination == "web" else ["manifest", "organization", "item"]
    )


def test_a_package_says_which_states_its_run_time_reads(first_course: Outcome) -> None:
    """A later form of the saved state must not be handed to an earlier run-time unnoticed."""
    assert open_package(package(first_course, "scorm2004")).state_schema == STATE_SCHEMA == 4
