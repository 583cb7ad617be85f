"""Warnings are suppressed beside their place, with a reason that every report repeats."""

import json
from pathlib import Path

from click.testing import CliRunner

from builder.check import check_course
from builder.cli import main
from builder.kinds import KINDS
from builder.model.diagnostics import Report
from builder.read import read_course

HEAD = "---\ntitle: Welcome\n---\n\n"
FILM = "## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"


def report(folder: Path, body: str) -> Report:
    """Check a module."""
    (folder / "01-welcome.md").write_text(HEAD + body, encoding="utf-8")
    return check_course(*read_course(folder, KINDS))[1]


def test_a_reason_above_a_film_covers_its_whole_block(course_folder: Path) -> None:
    """W04 is reported at the heading; the comment stands above it and is not shown."""
    found = report(course_folder, f"<!-- a11y-ok W04: a talking head, nothing visual -->\n{FILM}")
    assert found.diagnostics == ()
    assert [(s.diagnostic.rule, s.diagnostic.span.line, s.reason) for s in found.suppressed] == [
        ("W04", 6, "a talking head, nothing visual")
    ]


def test_a_suppression_ends_with_its_block(course_folder: Path) -> None:
    """The paragraph after it is judged as ever."""
    found = report(course_folder, "Read the green box. <!-- a11y-ok W03: so called -->\n\nRead the red box.\n")
    assert [(d.rule, d.span.line) for d in found.diagnostics] == [("W03", 7)]


def test_a_comment_between_question_and_feedback_changes_nothing(course_folder: Path) -> None:
    """Comments are no content: the options above and the feedback below stay one question."""
    body = "## Quiz: Which?\n\n- [x] This\n- [ ] That\n\n<!-- a11y-ok W14: the reason is in the film -->\n> Right.\n"
    found = report(course_folder, body)
    assert (found.diagnostics, len(found.suppressed)) == ((), 1)


def test_a_caption_is_excused_by_a_note_of_its_own_format(course_folder: Path) -> None:
    """WebVTT has NOTE for comments; players pass over it."""
    (course_folder / "media" / "film.en.vtt").write_text(
        "WEBVTT\n\nNOTE a11y-ok W05: the speaker is meant to be too fast\n\n"
        "00:00:00.000 --> 00:00:01.000\nThese processes prioritise partnership.\n"
    )
    found = report(course_folder, FILM + "- descriptions: not needed (only the speaker is shown)\n")
    assert (found.diagnostics, len(found.suppressed)) == ((), 1)


def test_an_example_in_code_suppresses_nothing(course_folder: Path) -> None:
    """Whoever writes about Satchel can show how it is done."""
    assert report(course_folder, "```\n<!-- a11y-ok W03: why -->\n```\n").diagnostics == ()


def test_every_report_repeats_what_was_suppressed_and_why(course_folder: Path) -> None:
    """In JSON always, in the terminal with --verbose."""
    report(course_folder, "<!-- a11y-ok W03: so called in the film -->\nRead the green box.\n")
    result = json.loads(CliRunner().invoke(main, ["check", str(course_folder), "--json"]).output)
    assert result["diagnostics"] == []
    assert result["suppressed"] == [
        {"rule": "W03", "path": "01-welcome.md", "line": 6, "reason": "so called in the film"}
    ]
    shown = CliRunner().invoke(main, ["check", str(course_folder), "--verbose"]).output
    assert "suppressed W03" in shown and "reason: so called in the film" in shown
    short = CliRunner().invoke(main, ["check", str(course_folder)]).output
    assert "suppressed" not in short and "1 warning taken back with a reason" in short
