"""What authors write every day: no finding where nothing is wrong, and one finding, at its place, where something is."""

from pathlib import Path

import pytest

from builder.model.diagnostics import Diagnostic
from builder.pipeline import check


def found(folder: Path, text: str) -> list[Diagnostic]:
    """What is reported about a module with this text."""
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{text}\n", encoding="utf-8")
    return [one for one in check(folder).report.diagnostics if one.span.path.endswith("01-welcome.md")]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("W20", "Look up the guidance, scroll up to the start, and see directories above the root."),
        ("W09", "Write TODO, COPY the PATH, and ask R.P. or Mrs J. K. Green."),
    ],
)
def test_ordinary_words_are_left_alone(course_folder: Path, rule: str, text: str) -> None:
    """A phrase is no place on the screen, and neither a word in capitals nor initials are an abbreviation."""
    assert rule not in {one.rule for one in found(course_folder, text)}


def test_a_link_in_the_head_of_a_table_is_reported_once_where_it_stands(course_folder: Path) -> None:
    """Not at the beginning of the file as well."""
    (one,) = found(course_folder, "| [The plan](#nowhere-at-all) | B |\n| --- | --- |\n| a | b |")
    assert (one.rule, one.span.line, one.span.column) == ("A15", 5, 14)


def test_a_film_on_youtube_is_told_what_can_be_done(course_folder: Path) -> None:
    """It may stay there, and needs words of its own beside it: whoever cannot reach the service reads them."""
    said = found(course_folder, "## Watch: A visit\n[A visit](https://www.youtube.com/watch?v=abcdefghijk)")
    assert {one.rule for one in said} == {"A09", "W04"}
    assert all("media/film.mp4" not in one.hint for one in said), "nobody has that file"
    (page,) = found(course_folder, "## Watch: A visit\n[A visit](https://www.youtube.com/@council)")
    assert page.rule == "MED-005"
