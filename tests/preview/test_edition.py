"""The next edition of a course: only what a save changed is made again, and it shows."""

from pathlib import Path

from builder.preview.edition import next_edition
from tests.unit.read.test_memory import write


def test_an_edition_keeps_what_a_save_left_alone(tmp_path: Path) -> None:
    """The other modules are not read again, and the new words are on the page."""
    course = write(tmp_path, sound=True)
    first = next_edition(course)
    page = course / "04-four.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA sentence that is new.\n", encoding="utf-8")
    second = next_edition(course, first)
    assert first.shown and second.shown and not second.report.errors
    assert second.shown.fingerprint != first.shown.fingerprint
    assert second.memory.hits == 1 < len(second.shown.course.modules)
    (html,) = [file.content for file in second.shown.rendered.files if file.name == "index.html"]
    assert isinstance(html, bytes) and b"A sentence that is new." in html
