"""A fault of the page that a template of the course's own wrote is reported at its line there."""

from pathlib import Path

import pytest

from builder.pipeline import build
from builder.render.page.environment import templates_folder

COLUMNS = (templates_folder() / "components/columns/columns.html").read_text(encoding="utf-8")
BLOCK = "\n## Columns: {}\n\n**One**\n\nWords.\n\n**Two**\n\nWords.\n"
WRITTEN = {
    '<p onclick="x()">{{ block.title|html }}</p>': ("WEB-009", "no script runs"),
    "<script>alert(1)</script>": ("WEB-007", "no script runs"),
    '<p style="color: red">Words</p>': ("WEB-008", "style sheet in theme/"),
    '<label for="nowhere">Words</label>': ("WEB-020", "Mend the id"),
    '<a href="#nowhere">{{ block.title|html }}</a>': ("WEB-012", "Mend"),
}


def found(folder: Path, out: Path, line: str) -> list[tuple[str, str, int, str]]:
    """Rule, path, line and hint of what is wrong when this line stands in the template of columns."""
    lines = COLUMNS.splitlines()
    at = next(number for number, one in enumerate(lines) if "columns__all" in one)
    (folder / "theme").mkdir(exist_ok=True)
    own = "\n".join([*lines[:at], line, *lines[at:]])
    (folder / "theme" / "columns.html").write_text(own, encoding="utf-8")
    module = next(folder.glob("*.md"))
    text = module.read_text(encoding="utf-8").partition("\n## Columns")[0]
    module.write_text(text + BLOCK.format("Side by side") + BLOCK.format("Once more"), encoding="utf-8")
    report = build(folder, out, destinations=("web",)).report
    assert not line or [one.excerpt for one in report.errors] == [line]
    return [(one.rule, one.span.path, one.span.line, one.hint) for one in report.errors]


@pytest.mark.parametrize("line", WRITTEN)
def test_a_fault_is_reported_where_the_author_wrote_it(course_folder: Path, tmp_path: Path, line: str) -> None:
    """Once, though two blocks have it; its hint is for the author of a course, who has no script to mend."""
    rule, hint = WRITTEN[line]
    ((told, path, number, remedy),) = found(course_folder, tmp_path / "out", line)
    assert (told, path) == (rule, "theme/columns.html") and hint in remedy
    own = (course_folder / "theme" / "columns.html").read_text(encoding="utf-8")
    assert own.splitlines()[number - 1] == line


def test_a_template_without_a_fault_is_none(course_folder: Path, tmp_path: Path) -> None:
    """It is as Satchel's own."""
    assert found(course_folder, tmp_path / "out", "") == []
