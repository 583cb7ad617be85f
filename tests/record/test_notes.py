"""What an author may say of learners' own notes."""

from pathlib import Path

import pytest

from builder.pipeline import build

HOOKS = ("data-my-notes=", "data-highlight", "data-sheet-template", 'data-record-part="notes"', 'value="notes"')


@pytest.mark.parametrize(("setting", "has"), [("", True), ("notes: yes\n", True), ("notes: no\n", False)])
def test_an_author_may_leave_out_notes(course_folder: Path, setting: str, has: bool) -> None:
    """Then there is nothing of them in the page, and the rest is whole."""
    with (course_folder / "course.yml").open("a") as settings:
        settings.write(f"record: plain\n{setting}")
    outcome = build(course_folder, course_folder / "out", ["web"])
    page = next(path for path in outcome.written if path.name == "index.html").read_text()
    assert {hook: hook in page for hook in HOOKS} == dict.fromkeys(HOOKS, has)
    assert 'data-record-part="goals"' in page


def test_notes_without_script_promise_nothing(course_folder: Path) -> None:
    """Nobody is shown a box that keeps nothing: each part is for script alone, or a template."""
    outcome = build(course_folder, course_folder / "out", ["web"])
    page = next(path for path in outcome.written if path.name == "index.html").read_text()
    shown = [line for line in page.splitlines() if "data-my-notes=" in line]
    assert shown
    assert all("data-js-only" in line for line in shown)
