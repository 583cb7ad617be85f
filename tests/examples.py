"""The example of each kind of question, as it is read: tests that range over kinds take them from here."""

import tempfile
from functools import lru_cache
from pathlib import Path

from builder.authoring.examples import read_examples
from builder.kinds import KINDS
from builder.model.assessment import AssessmentItem
from builder.read import read_course


@lru_cache(maxsize=1)
def example_items() -> tuple[AssessmentItem, ...]:
    """Their items, in the order of the format."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "course.yml")
        settings.write_text("id: examples\ntitle: Examples\nlanguage: en-GB\n", encoding="utf-8")
        text = "\n".join(["---\ntitle: Examples\n---\n", *(example.text for example in read_examples())])
        Path(folder, "01-examples.md").write_text(text, encoding="utf-8")
        course, report = read_course(Path(folder), KINDS)
    assert report.diagnostics == ()
    return course.items
