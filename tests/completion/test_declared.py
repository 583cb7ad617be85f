"""`completion: all-confirmed`: a course waits until each declaration is confirmed, and says so."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.compare import compare_packages
from builder.pipeline import build, check
from tests.completion.test_rules import Open, on_cover, opened, state, turn

__all__ = ["opened"]

DECLARE = "## Declare: The policy {#policy}\n\n- [ ] I have read the policy.\n"


def write(folder: Path, completion: str, body: str = DECLARE) -> Path:
    """A course of one module with such a rule; its folder."""
    folder.mkdir()
    settings = f"id: declared\ntitle: Declared\nlanguage: en-GB\ncompletion: {completion}\n"
    (folder / "course.yml").write_text(settings, encoding="utf-8")
    (folder / "01-one.md").write_text(f"---\ntitle: One\n---\nSome words.\n\n{body}", encoding="utf-8")
    return folder


@pytest.mark.browser
def test_a_course_waits_until_each_declaration_is_confirmed(opened: Open, tmp_path: Path) -> None:
    """In words on the cover, in the contents and in the handover page, until the button was pressed."""
    outcome = build(write(tmp_path / "in", "[all-modules, all-confirmed]"), tmp_path / "out", ["scorm2004", "web"])
    address = next(path for path in outcome.written if path.name == "index.html").as_uri()
    handover = next(path for path in outcome.written if path.name.endswith("handover.html"))
    assert "Each declaration must be confirmed." in handover.read_text(encoding="utf-8")
    page: Page = opened(address)
    turn(page, "one")
    assert on_cover(page) == "0 of 1 module done. Still to do: confirm one sentence."
    assert state(page, "one") == "Started: confirm one sentence"
    page.get_by_label("I have read the policy.").press("Space")
    assert state(page, "one") == "Started: confirm one sentence"
    page.get_by_role("button", name="Confirm").press("Enter")
    expect(page.locator("#one [data-todo]")).to_be_hidden()
    assert on_cover(page) == "You have completed this course."


def test_it_is_asked_for_only_where_there_is_one(tmp_path: Path) -> None:
    course = write(tmp_path / "in", "[all-modules, all-confirmed]", "More words.\n")
    found = [one for one in check(course).report.diagnostics if one.rule == "STR-027"]
    assert [one.message for one in found] == ["completion asks for `all-confirmed`, but there is no Declare"]


@pytest.mark.parametrize(
    ("completion", "body"),
    [
        ("[all-modules, all-confirmed]", "## Declare: The policy\n\n- [ ] I have read it.\n- [ ] I have kept it.\n"),
        ("[all-modules, all-confirmed]", "## Declare: The policy\n\n- [x] I have read it.\n"),
        ("all-questions", "## Quiz: Which?\n\n- [ ] One\n- [ ] Two\n"),
        ("[all-modules, all-films]", "## Watch: A film\n\n![A film](films/none.mp4)\n"),
    ],
)
def test_one_with_a_fault_is_not_called_missing(tmp_path: Path, completion: str, body: str) -> None:
    rules = {one.rule for one in check(write(tmp_path / "in", completion, body)).report.errors}
    assert rules and "STR-027" not in rules


def test_a_new_version_that_asks_for_it_says_so(tmp_path: Path) -> None:
    zips = []
    for name, completion in (("before", "all-modules"), ("after", "[all-modules, all-confirmed]")):
        made = build(write(tmp_path / name, completion), tmp_path / f"{name}-out", ["scorm2004"]).packages
        zips.append(made[0].path)
    said = [change.what for change in compare_packages(*zips).changes]
    assert len(said) == 1 and "each declaration confirmed" in said[0]
