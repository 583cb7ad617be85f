"""Each value of each kind of block, changed alone: no change that a learner can see is passed over."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from builder.compare import Comparison, Finished, Verdict, compare
from builder.compare.packages.data_file import read_data
from builder.compare.packages.finished import Package
from builder.compare.telling import comparison_text
from builder.kinds import KINDS
from builder.model.content import Code, CodeBlock, Picture
from builder.model.course import Course
from builder.model.diagnostics import Span
from builder.model.kind import Kind
from builder.model.media import Asset, Cue, Passage, Remote
from builder.read import read_course
from builder.render.comparison import comparison_json
from tests.cases import for_each
from tests.compare.test_settings import fill
from tests.effects.test_questions import example

PACKAGE = Package("course.zip", "scorm2004", "index.html", ())
PROSE = """\
See [the form](https://example.org/form) and **this**, `code` and $x^2$.

1. First
2. Then

> [!NOTE]
> Take care.

| A | B |
| --- | --- |
| one | two |

Term
: Its meaning.
"""
FROM_FILES = (Asset, Remote, Cue, Passage, Picture)
"""Made of a file: its content is compared."""
NAMES = {"id", "module", "number", "webvtt", "file"}
"""Say nothing to a learner by themselves."""
MADE = {
    "text": "the plain words of what stands beside it",
    "partner": "of a target it is always empty",
    "correct": "of what is not judged it is always the same",
    "weight": "what is not judged has none",
    "survey": "its questions name it",
    "questions": "they are listed by themselves",
    "elsewhere": "matters where completion asks for the film: tests/compare/replaced",
}
"""Fields that no edit of an author changes alone -> why."""


def changed(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Each value that differs in one place, with the path to that place."""
    if isinstance(value, (Span, Kind, Enum, *FROM_FILES)):
        return
    if isinstance(value, bool):
        yield path, not value
    elif isinstance(value, (int, float)):
        yield path, value + 1
    elif isinstance(value, str):
        yield path, f"{value}x"
    elif isinstance(value, tuple):
        yield from in_places(value, path)
    elif is_dataclass(value):
        for name in (field.name for field in fields(value)):
            if name not in NAMES | MADE.keys() or (name == "text" and isinstance(value, (Code, CodeBlock))):
                for inner, new in changed(getattr(value, name), f"{path}.{name}"):
                    yield inner, replace(value, **{name: new})


def in_places(value: tuple[Any, ...], path: str) -> Iterator[tuple[str, Any]]:
    """Each tuple of which one part differs, and the one that begins with the last."""
    for at, one in enumerate(value):
        for inner, new in changed(one, f"{path}[{at}]"):
            yield inner, (*value[:at], new, *value[at + 1 :])
    if len(value) > 1 and value[0] != value[-1]:
        yield f"{path} turned round", (value[-1], *value[1:-1], value[0])


@cache
def course_of(text: str) -> Course:
    """A course of one module with this text."""
    with TemporaryDirectory() as folder:
        fill(
            Path(folder),
            {"course.yml": "id: sample\ntitle: S\nlanguage: en-GB\n", "01-one.md": f"---\ntitle: One\n---\n\n{text}"},
        )
        course, report = read_course(Path(folder), KINDS)
    assert not report.errors, report.errors
    return course


def finished(course: Course) -> Finished:
    """The course, as it is read back from its package."""
    read = read_data(comparison_json(course).encode(), PACKAGE)
    assert read is not None
    return read


@for_each("word", ["", *(kind.word for kind in KINDS)])
def test_no_value_of_a_block_changes_without_a_word(word: str) -> None:
    course = course_of(example(word, "") if word else PROSE)
    (module,) = course.modules
    before, silent, tried = finished(course), [], 0
    for path, blocks in changed(module.blocks, "blocks"):
        tried += 1
        now = replace(course, modules=(replace(module, blocks=blocks),))
        if not compare(before, finished(now)).changes:
            silent.append(path)
    assert tried > 1 and silent == []


def compared(before: str, after: str) -> Comparison:
    """What is said of two texts."""
    return compare(finished(course_of(before)), finished(course_of(after)))


PICTURE = """\
## Picture: The room {#room}

![A room](images/team.png)

1. **The door** (20, 35): Where you come in.
2. **The window** (80, 39): Where you look out.
"""
ROUND = (
    "A film.\n\n## Quiz: Which? {#which}\n\n- [x] This one\n- [ ] That one\n\n## Details: More\n\n**One**\n\nA map.\n"
)
TALK = "First we ask.\n\nThen we listen.\n\n## Quiz: Which? {#which}\n\n- [x] This one\n- [ ] That one\n\n## Quiz: And now? {#now}\n\n- [x] Yes\n- [ ] No\n"


@pytest.mark.parametrize(
    ("text", "edit", "wanted"),
    [
        (
            PICTURE,
            ("(80, 39)", "(10, 39)"),
            "The place of “The window” in the picture has moved: 10, 39, no longer 80, 39.",
        ),
        (
            "Read [the plan](https://a.example/1).",
            ("/1", "/2"),
            "The link “the plan” leads elsewhere: https://a.example/2, no longer https://a.example/1.",
        ),
        (
            "- ერთი\n- ორი",
            ("- ერთი\n- ორი", "1. ერთი\n2. ორი"),
            "“ერთი ორი” is shown in another form or order, in the same words.",
        ),
        (
            "> [!TIP]\n> Tea first.",
            ("TIP", "WARNING"),
            "“Tea first.” is shown in another form or order, in the same words.",
        ),
        (TALK, ("First we ask.\n\nThen we listen.", "Then we listen.\n\nFirst we ask."), "in another place."),
        (TALK, ("Then we listen.\n\n## Quiz: Which?", "## Quiz: Which?"), "1 passage gone"),
        (ROUND, (ROUND, ROUND.replace("A film.\n\n", "").replace("A map.", "A film.\n\nA map.")), "in another place."),
        (
            "## Cards: Two\n\n**One**\n\nA.\n\n**Two**\n\nB.\n",
            ("Cards", "Columns"),
            "“Two” is shown in another form or order, in the same words.",
        ),
    ],
)
def test_it_is_named_and_safe(text: str, edit: tuple[str, str], wanted: str) -> None:
    assert text.count(edit[0]) == 1
    found = compared(text, text.replace(*edit))
    assert found.verdict is Verdict.SAFE and any(wanted in one.what for one in found.changes), found.changes


def test_other_words_are_listed_once() -> None:
    """A passage that is worded anew is not said to look otherwise as well."""
    found = compared(PICTURE, PICTURE.replace("Where you look out.", "Where *light* comes in."))
    assert [one.kind for one in found.changes] == ["module-text"]


def test_packages_of_two_satchels_are_not_held_against_each_other_by_looks() -> None:
    """What a later Satchel keeps of a look may be more."""
    text = "Some **strong** words."
    before, after = (finished(course_of(one)) for one in (text, text.replace("**", "*")))
    assert [one.kind for one in compare(before, after).changes] == ["module-look"]
    assert compare(replace(before, satchel="0.0.9"), after).changes == ()


def test_what_stood_in_a_long_text_is_quoted_where_it_differs() -> None:
    words = " ".join(f"word{number}" for number in range(60))
    text = f"## Fill: Write\n\n{words} [[one]].\n"
    (change,) = compared(text, text.replace("word40", "other")).changes
    assert "word40" in change.what and "word3 " not in change.what and len(change.what) < 300


def test_a_question_has_one_heading_in_the_text() -> None:
    """All that is said of it stands together."""
    text = "## Scale: How sure? {#sure}\n\n- Not\n- Quite\n- Very\n"
    said = comparison_text(compared(text, text.replace("- Not\n", "- Never\n- Not\n")))
    assert said.count("(sure)") == 1


def test_five_differences_are_named() -> None:
    """Of the rest it is said how many there are."""
    text = "\n\n".join(f"See [page {name}](https://a.example/{name})." for name in "abcdef")
    for count in (5, 6):
        (change,) = compared(text, text.replace("a.example/", "b.example/", count)).changes
        assert change.what.count("leads elsewhere") == 5
        assert ("So it is in 1 more place" in change.what) is (count == 6)
