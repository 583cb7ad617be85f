"""Much of the same: no traceback, and work that grows with the text, not with its square.

Seconds depend on the machine, so these tests count how often Python calls a function. What takes its time inside a
pattern, where no function is called, `make bench` finds: it measures seconds.
"""

import sys
from pathlib import Path
from types import FrameType

import pytest

from builder.check import check_course
from builder.check.page import link_targets
from builder.kinds import KINDS
from builder.model.diagnostics import Report
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.cases import sample
from tests.hostile.signs import FORMS, SHAPES, SIGNS
from tests.rules.corpus import HEAD

SETTINGS = "id: sample\ntitle: A sample course\nlanguage: en-GB\n"


def tried(folder: Path, text: str) -> Report:
    """What is reported of a course with this module; its page is made too, when there is no error."""
    (folder / "course.yml").write_text(SETTINGS)
    (folder / "01-welcome.md").write_text(HEAD + text, encoding="utf-8", newline="\n")
    checked, report = check_course(*read_course(folder, KINDS))
    if checked:
        render_page(checked.course, templates_folder())
    return report


def calls(folder: Path, text: str) -> int:
    """How many functions Python calls for it."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        tried(folder, text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("form", FORMS)
def test_no_sign_that_is_written_again_and_again_does_harm(form: str, tmp_path: Path) -> None:
    """Each is read, or reported at a place in the file. Every day each sign in one of the forms, in `make check` in all."""
    turn = list(FORMS).index(form)
    for sign in SIGNS if sample(6) == 6 else SIGNS[turn :: len(FORMS)]:
        text = FORMS[form](sign, 300)
        for fault in tried(tmp_path, text).diagnostics:
            assert 1 <= fault.span.line <= len((HEAD + text).split("\n")) + 1, (sign, fault)
            assert fault.message and fault.hint, (sign, fault)


NEARLY = "links to ids nearly spelt"
"""Each is compared with each id, as far as `MOST_LOOKS` goes."""
GROWING = sorted(SHAPES.keys() - {NEARLY})
"""Every second of these waits for `make check`."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.slow if place % 2 else ()) for place, name in enumerate(GROWING)],
)
def test_work_grows_with_the_text(name: str, tmp_path: Path) -> None:
    """Twice the text takes at most three times the calls, or less than three empty courses take."""
    tried(tmp_path, "So.")  # what is made once
    base = calls(tmp_path, "So.")
    small, large = (calls(tmp_path, SHAPES[name](count)) - base for count in (120, 240))
    assert large <= 3 * max(small, base), f"{small:,} calls for 120, {large:,} for 240"


def test_hints_for_misspelt_links_have_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All are reported; those beyond some hundred say which ids there are."""
    monkeypatch.setattr(link_targets, "MOST_LOOKS", 500)
    faults = [fault for fault in tried(tmp_path, SHAPES[NEARLY](60)).diagnostics if fault.rule == "A15"]
    assert len(faults) == 60
    assert 0 < sum("Did you mean" in fault.hint for fault in faults) < 10


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if name == "nested emphasis" else ())
        for name in SHAPES
        if name.startswith("nested")
    ],
)
def test_what_is_nested_a_thousand_deep_is_read_or_refused(name: str, tmp_path: Path) -> None:
    """Nothing that goes into it step by step runs out of steps."""
    tried(tmp_path, SHAPES[name](1_000))


@pytest.mark.parametrize("words", ["w" * 5_000, "|".join(f"w{number}" for number in range(1_500))])
def test_a_gap_as_wide_as_a_page_is_a_fault_of_the_author(words: str, tmp_path: Path) -> None:
    """It stands for thousands of columns."""
    report = tried(tmp_path, f"## Fill: Which?\n\nIt is [[{words}]].")
    assert {fault.rule for fault in report.errors} <= {"QUE-009", "QUE-017"} and report.errors
