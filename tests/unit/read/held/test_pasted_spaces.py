"""Lists pasted with spaces of other kinds are the lists that they look like."""

from pathlib import Path

import pytest

from builder.kinds import KINDS
from builder.pipeline import check
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.cases import for_each

SPACES = ("\u00a0", "\u2003", "\u202f", "\u00a0 ", " \u00a0", "\u3000")


def page(folder: Path, text: str) -> str:
    """What a learner's page has of it, once nothing is reported."""
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{text}\n", encoding="utf-8")
    assert [one.message for one in check(folder).report.diagnostics if one.span.path == "01-welcome.md"] == []
    return render_page(read_course(folder, KINDS)[0], templates_folder())


@for_each("space", SPACES, ids=ascii)
def test_a_list_is_a_list(course_folder: Path, space: str) -> None:
    """With dashes, with numbers, with options and with steps."""
    dashed = page(course_folder, f"What we need:\n\n-{space}Trust\n-{space}Time to learn\n\n> *{space}Quoted")
    assert "<li>Trust</li>" in dashed and "<li>Quoted</li>" in dashed
    numbered = page(course_folder, f"1.{space}Ask\n2.{space}Listen\n\nWords.\n\n7){space}One\n\n8){space}Two")
    assert "<ol>" in numbered and '<ol start="7">' in numbered and "<li>Ask</li>" in numbered
    quiz = f"## Quiz: What helps? {{#helps}}\n\n- [x]{space}Trust\n-{space}[{space[0]}] Speed\n-{space}[ ]{space}Fear"
    assert page(course_folder, quiz).count('type="radio" name="helps"') == 3


@pytest.mark.parametrize("text", ["3.\u00a0Oktober ist ein Feiertag.", "Am\n12.\u00a0März\nist Schule."])
def test_a_date_is_no_list(course_folder: Path, text: str) -> None:
    """Its space is there so that the number stays with the month."""
    assert text.split("\n")[-1] in page(course_folder, text)
    assert '<ol start="3">' not in page(course_folder, text)
