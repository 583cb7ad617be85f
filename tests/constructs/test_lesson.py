"""A lesson in the shapes of the Carpentries, pasted as it is: readable after the least edit, which the messages name."""

from pathlib import Path

from lxml import html

from builder.model.course import Course
from builder.model.diagnostics import Report
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.rules.corpus import read

LESSON = (Path(__file__).parent / "lesson.md").read_text(encoding="utf-8")
COURSE = "id: lesson\ntitle: Looking at visits\nlanguage: en-GB\n"


def pasted(folder: Path, lesson: str) -> tuple[Course, Report]:
    """What is read of it."""
    (folder / "course.yml").write_text(COURSE, encoding="utf-8")
    (folder / "01-visits.md").write_text(lesson, encoding="utf-8")
    return read(folder)


def mended(lesson: str, report: Report) -> str:
    """The lesson once an author has done what each message says, and nothing else."""
    lines = lesson.splitlines()
    words_for_teachers = False
    for diagnostic in report.diagnostics:
        at = diagnostic.span.line - 1
        if "delete this line" in diagnostic.hint:
            lines[at] = ""
        elif "write them as a comment: <!-- ... -->" in diagnostic.hint:
            lines[at], words_for_teachers = "<!--", True
        elif words_for_teachers and diagnostic.hint.startswith("Delete it"):
            lines[at], words_for_teachers = "-->", False
    return "\n".join(lines) + "\n"


def test_a_pasted_lesson_is_readable_after_what_the_messages_say(tmp_path: Path) -> None:
    """Three places are named: two settings, and words for whoever teaches. Then nothing is reported, and nothing is raw."""
    _, report = pasted(tmp_path, LESSON)
    assert [(d.rule, d.span.line) for d in report.diagnostics] == [
        ("STR-007", 3),
        ("STR-007", 4),
        ("STR-031", 48),
        ("STR-031", 52),
    ]
    course, report = pasted(tmp_path, mended(LESSON, report))
    assert report.diagnostics == ()
    page = html.document_fromstring(render_page(course, templates_folder()))
    (module,) = page.xpath("//section[@data-module]")
    text = " ".join(module.text_content().split())
    assert ":::" not in text and "Ask the room first." not in text
    for words in (
        "How do we count visits?",
        "Count the visits of a week.",
        "Agree on what a visit is.",
        "Count doors that open.",
    ):
        assert words in text
    (solution,) = module.xpath(".//details[.//p[contains(., 'There are three.')]]")
    assert solution.xpath("./summary") and solution.get("open") is None
    (challenge,) = module.xpath(".//*[contains(@class, 'callout')][.//p[starts-with(., 'How many visits')]]")
    assert "Can you count?" in challenge.text_content()
