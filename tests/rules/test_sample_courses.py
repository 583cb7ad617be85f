"""Every rule has a sample course that breaks it and one that does not.

A sample in `tests/courses/` holds only the files in which it differs from `base/`; `expected.txt` lists every
diagnostic as `path:line:column RULE`, and any other is a failure. `remove.txt` lists files of `base/` that it lacks.
"""

import shutil
from pathlib import Path

import pytest

from builder.check import check_course
from builder.kinds import KINDS
from builder.model.rules import SEVERITIES
from builder.read import read_course
from tests.rules.test_damaged import CASES

COURSES = Path(__file__).parents[1] / "courses"
SAMPLES = sorted(folder.name for folder in COURSES.iterdir() if folder.name != "base")
PACKAGE_RULES = ("PKG-", "MAN-", "WEB-")
MADE_IN_A_TEST = {"STR-004", "STR-022", "SCO-001", "SCO-002", "W16"}
"""A 10 MB line, a file that cannot be opened, thousands of questions and flashing films are not for a repository:
test_bad_input.py, test_room.py and tests/films make them."""


def lay_out(sample: str, folder: Path) -> list[str]:
    """Copy `base/` and a sample over it; gives what the sample expects."""
    shutil.copytree(COURSES / "base", folder)
    shutil.copytree(COURSES / sample, folder, dirs_exist_ok=True)
    removed = folder / "remove.txt"
    for name in removed.read_text().split() if removed.exists() else []:
        (folder / name).unlink()
    return (COURSES / sample / "expected.txt").read_text().splitlines()


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_course_gives_exactly_what_it_expects(sample: str, tmp_path: Path) -> None:
    """Each expected diagnostic at its place, and no other; each with words that help."""
    expected = lay_out(sample, tmp_path / "course")
    _, report = check_course(*read_course(tmp_path / "course", KINDS))
    found = [f"{d.span.path}:{d.span.line}:{d.span.column} {d.rule}" for d in report.diagnostics]
    assert sorted(found) == sorted(expected)
    for diagnostic in report.diagnostics:
        assert diagnostic.message and not diagnostic.message.endswith(".")
        assert diagnostic.hint and diagnostic.severity is SEVERITIES[diagnostic.rule]


@pytest.mark.parametrize("rule", sorted(id for id in SEVERITIES if not id.startswith(PACKAGE_RULES)))
def test_every_rule_has_a_sample_that_breaks_it_and_one_that_does_not(rule: str) -> None:
    """Named after the rule, so that an author of rules finds them; or a case of `damaged.txt`."""
    if rule in MADE_IN_A_TEST or any(place.endswith(f" {rule}") for case in CASES for place in case.finds):
        return
    broken = [sample for sample in SAMPLES if sample.startswith(rule.lower()) and sample.endswith("-error")]
    assert broken, f"no sample course breaks {rule}"
    for sample in broken:
        assert any(line.endswith(f" {rule}") for line in (COURSES / sample / "expected.txt").read_text().splitlines())
        assert sample.removesuffix("-error") + "-valid" in SAMPLES
