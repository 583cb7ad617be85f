"""The example of each kind of question, as it is read: tests that range over kinds take them from here."""

import re
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from builder.authoring.examples import Example, read_examples
from builder.kinds import KINDS
from builder.model.assessment import AssessmentItem
from builder.read import read_course

_LINE = re.compile(
    r"(?P<sign> *(?:#+ \w+: |- (?:\[[ x]\] )?|\d+\. |> )?)(?P<bold>\*\*|)(?![|=])(?P<words>.+?)(?P=bold)(?: \{[^{}]*\})?"
)
"""A line of an example: its sign, its words, and the braces behind them."""


def reworded(example: Example, words: Callable[[bool], str], id: str = "") -> str:
    """An example with other words in each of its lines; of its ids it has the first, or none.

    `words` gives those of a line; it takes whether they are a name in bold.
    """
    lines = [
        f"{line['sign']}{line['bold']}{words(bool(line['bold']))}{line['bold']}"
        if (line := _LINE.fullmatch(text))
        else text
        for text in example.text.split("\n")
    ]
    return "\n".join([lines[0] + (f" {{#{id}}}" if id else ""), *lines[1:]])


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
