"""Which courses have a record of learning, and which questions are in it."""

from pathlib import Path

import pytest

from builder.model.course import Course
from builder.pipeline import check

SHIPPED = "social-work-england"


def course_with(folder: Path, settings: str, body: str = "Hello.") -> Course:
    """The small course with further settings, and without anything to mend."""
    with (folder / "course.yml").open("a") as file:
        file.write(settings)
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{body}\n")
    outcome = check(folder)
    assert outcome.report.diagnostics == ()
    return outcome.course


@pytest.mark.parametrize(
    ("settings", "body", "there"),
    [
        ("", "Hello.", False),
        ("", "## Reflect: What helps?", True),
        ("record: none\n", "## Reflect: What helps?", False),
        ("record: plain\n", "Hello.", True),
    ],
)
def test_a_course_has_the_page_when_there_are_words_to_gather(
    course_folder: Path, settings: str, body: str, there: bool
) -> None:
    """Unless its author says otherwise."""
    record = course_with(course_folder, settings, body).record
    assert (record is not None) == there
    assert record is None or record.form is None


def test_the_shipped_form_asks_what_the_regulator_asked(course_folder: Path) -> None:
    """In its order, with the month that it follows, the parts of standard 4 and the domains that the course names."""
    course = course_with(course_folder, f"record: {SHIPPED}\nstandards:\n  PCF: [Knowledge, Values and ethics]\n")
    assert course.record and course.record.form
    form = course.record.form
    asked = {question.id: question for question in form.questions}
    assert list(asked) == ["type", "description", "date", "learnt", "impact", "peer", "standard-4", "pcf"]
    assert "November 2023" in form.about
    assert [option[:3] for option in asked["standard-4"].options] == [f"4.{part}" for part in range(1, 9)]
    assert asked["pcf"].options == ("Knowledge", "Values and ethics")


def test_a_framework_that_the_course_does_not_name_is_not_asked_about(course_folder: Path) -> None:
    """A learner would have nothing to choose from."""
    course = course_with(course_folder, f"record: {SHIPPED}\n")
    assert course.record and course.record.form
    assert "pcf" not in {question.id for question in course.record.form.questions}
