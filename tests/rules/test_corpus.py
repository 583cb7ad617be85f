"""Every damaged source of `tests/courses/` is reported as written there, word for word, and its repaired twin is clean."""

from pathlib import Path

import pytest

from builder.check import check_course, check_words
from builder.kinds import KINDS
from builder.model.rules import SEVERITIES
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.rules.corpus import CASES, REREAD, WRITING, Case, read, told, write_finds

PACKAGE_RULES = ("PKG-", "MAN-", "WEB-")
MADE_IN_A_TEST = {
    "LNG-002",
    "LNG-003",
    "LNG-004",
    "LNG-005",
    "MED-008",
    "STR-004",
    "STR-022",
    "SCO-001",
    "SCO-002",
    "THM-004",
    "W16",
}
"""A 10 MB line, a file that cannot be opened, files of texts, thousands of questions, large fonts, players and flashing films are not for a
repository: test_bad_input.py, test_room.py, tests/languages, tests/limits, tests/watching and tests/films make them."""


@for_each("case", CASES, ids=lambda case: case.title)
def test_damage_is_reported_where_it_is_and_nothing_else(case: Case, tmp_path: Path) -> None:
    """The author is led to the line and column with the words that were read and approved; and not to others."""
    folder = tmp_path / "course"
    case.lay("damaged", folder)
    diagnostics = read(folder)[1].diagnostics
    found = told(diagnostics, folder)
    if WRITING:
        write_finds(case, found)
    assert found == case.finds or WRITING, REREAD
    for diagnostic in diagnostics:
        assert diagnostic.message and not diagnostic.message.endswith(".")
        assert diagnostic.hint and diagnostic.severity is SEVERITIES[diagnostic.rule]


@pytest.mark.slow
@for_each("case", CASES, ids=lambda case: case.title)
def test_the_repaired_twin_is_clean(case: Case, tmp_path: Path) -> None:
    """Once mended, nothing is left to say, and every word of it is in the page: whatever the format can say."""
    folder = tmp_path / "course"
    case.lay("repaired", folder)
    checked, report = check_course(*read_course(folder, KINDS))
    assert told(report.diagnostics, folder) == ""
    assert checked
    page = render_page(checked.course, templates_folder())
    assert told(check_words(checked.course, page.encode()), folder) == ""


@for_each("rule", sorted(id for id in SEVERITIES if not id.startswith(PACKAGE_RULES)))
def test_every_rule_has_a_case_that_breaks_it(rule: str) -> None:
    """And so one that does not: its repaired twin."""
    assert rule in MADE_IN_A_TEST or any(rule in case.rules for case in CASES)


def test_titles_tell_cases_apart() -> None:
    """A title names one test, and one place to write to."""
    assert len({case.title for case in CASES}) == len(CASES)
    assert len(CASES) >= 400
