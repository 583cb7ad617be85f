"""A course whose record asks the questions of a form."""

from pathlib import Path

from builder.pipeline import build


def page_with_form(course_folder: Path, form: str) -> str:
    """Build the course with these questions; gives the address of its page."""
    (course_folder / "record.yml").write_text(form)
    with (course_folder / "course.yml").open("a") as settings:
        settings.write("record: record.yml\n")
    outcome = build(course_folder, course_folder / "out", ["web"])
    return next(path for path in outcome.written if path.name == "index.html").as_uri()
