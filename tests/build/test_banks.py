"""Banks over all modules: what is read, reported, and handed to the page and to administrators."""

import json
from pathlib import Path

from lxml import html

from builder.check.banks import check_banks
from builder.kinds import KINDS
from builder.model.course import Course
from builder.read import read_course
from builder.render.course import render_page
from builder.render.handover import render_handover
from builder.render.page.environment import templates_folder

QUIZ = "\n## Quiz: {words}? {{#{id}{more}}}\n\n- [x] This\n- [ ] That\n"
SETTINGS = "id: banks\ntitle: Banks\nlanguage: en-GB\n{more}"


def course_of(folder: Path, settings: str, *modules: str) -> Course:
    """A course with these modules, read without a fault."""
    (folder / "course.yml").write_text(SETTINGS.format(more=settings), encoding="utf-8")
    for number, text in enumerate(modules, 1):
        (folder / f"0{number}-m.md").write_text(text.replace("N", str(number), 1), encoding="utf-8")
    course, report = read_course(folder, KINDS)
    assert report.diagnostics == ()
    return course


def module(*questions: tuple[str, str], front: str = "") -> str:
    """A module with a quiz for each id, and what its braces say beside."""
    head = f"---\ntitle: Module N\n{front}---\nText.\n"
    return head + "".join(QUIZ.format(words=f"What of {id}", id=id, more=more) for id, more in questions)


BANKED = " bank=safety"


def test_the_page_knows_each_bank_and_what_is_in_it(tmp_path: Path) -> None:
    """The run-time draws; the cover counts what a learner gets, and administrators read that reports differ."""
    first = module(("one", BANKED), ("two", BANKED), ("free", ""))
    course = course_of(tmp_path, "banks:\n  safety: 2\n", first, module(("three", BANKED)))
    assert list(check_banks(course)) == [] and course.mixed
    page = html.document_fromstring(render_page(course, templates_folder()))
    data = json.loads(page.get_element_by_id("satchel-course").text)
    assert data["banks"] == {"safety": 2}
    assert page.xpath("//form[@data-bank='safety']/@data-item") == ["one", "two", "three"]
    assert "Three short questions" in " ".join(page.text_content().split())
    assert "2 of the bank “safety”" in render_handover(course, [])


def test_what_cannot_be_drawn_is_reported_at_its_line(tmp_path: Path) -> None:
    """A bank that nobody can draw from, one that is misspelt, and a module that draws or judges its own."""
    first = module(("one", BANKED), ("two", BANKED), ("near", " bank=saftey"))
    own = module(("three", BANKED), ("four", ""), front="draw: 1\n")
    whole = module(("five", BANKED), front="feedback: at-the-end\n")
    course = course_of(tmp_path, "banks:\n  safety: 4\n", first, own, whole)
    said = [(one.span.path, one.span.line, one.message, one.hint) for one in check_banks(course)]
    assert [(path, line) for path, line, *_ in said] == [
        ("course.yml", 5),
        ("01-m.md", 16),
        ("02-m.md", 7),
        ("03-m.md", 7),
    ]
    assert said[0][2] == "4 questions are drawn from the bank “safety”, which has 4"
    assert said[1][3] == "Did you mean {bank=safety}?"
