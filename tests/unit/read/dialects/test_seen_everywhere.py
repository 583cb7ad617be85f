"""What is nearly markdown or a question is seen wherever it stands, is reported once, and ends where its list ends."""

from collections.abc import Sequence

from builder.model.content.blocks import Table
from builder.read.near_miss.answer_lines.elsewhere import places
from tests.cases import for_each
from tests.limits.pairs import course_of, module, report_of

INSIDE = {
    "a list": "- so\n\n  {}",
    "a list with numbers": "1. so\n\n   {}",
    "a quote": "> {}",
    "a box": "::: note\n{}\n:::",
    "a footnote": "So.[^1]\n\n[^1]: So it is.\n\n    {}",
    "a definition": "Term\n: So\n\n    {}",
    "a list in a quote": "> - so\n>\n>   {}",
    "a quote in a box": "::: note\n> {}\n:::",
}


@for_each("source", INSIDE.values())
def test_what_is_nearly_a_heading_is_seen_inside_every_block(source: str) -> None:
    """As it is at the margin."""
    assert [d.rule for d in report_of(module(source.replace("{}", "##Heading")))] == ["STR-016"]


ABOVE = {
    "a table": "| a | b |\n| --- | --- |\n| c | d |",
    "a quote": "> So it is.",
    "code": "```\nso\n```",
    "a picture": "![Five people](images/team.png)",
    "words": "So it is.",
    "a list": "- so\n- it is",
}
ASKED = {"Quiz": "- [x] A\n- [ ] B", "Number": "= 5", "Fill": "It is [[so]]."}


@for_each(("above", "kind"), [(above, kind) for above in ABOVE for kind in ASKED])
def test_a_question_without_its_word_is_seen_below_anything(above: str, kind: str) -> None:
    """Learners would see its right answers."""
    hints = [
        d.hint for d in report_of(module(f"## What is so?\n\n{ABOVE[above]}\n\n{ASKED[kind]}")) if d.rule == "STR-012"
    ]
    assert [hint for hint in hints if f"`## {kind}: What is so?`" in hint]


ROWS = {
    "| --- | --- |": True,
    "|:-:|-|": True,
    "--- | ---": True,
    "|-|:-": True,
    "| :-- | --: |": True,
    "|:|---|": False,
    "|---|:|": False,
    "|::|---|": False,
    "| --- | :: |": False,
    "|---|": False,
    "| --- | --- | --- |": False,
    "| - - | --- |": False,
    "| --- | -=- |": False,
}


@for_each(("row", "is_table"), ROWS.items())
def test_below_the_head_of_a_table_each_column_has_a_hyphen(row: str, is_table: bool) -> None:
    """With a colon on either side, or none; anything else is reported, and is no table."""
    source = module(f"| a | b |\n{row}\n| c | d |")
    blocks = course_of(source).modules[0].blocks
    assert any(isinstance(part, Table) for block in blocks for part in getattr(block, "content", ())) == is_table
    assert [d.rule for d in report_of(source)] == ([] if is_table else ["STR-041"])


EXAMPLES = {
    "## Order: What is so?\n\n- a\n- b\n\nExample: so\n\n1. A\n2. B": False,
    "## Order: What is so?\n\nExample: so\n\n1. A\n2. B": False,
    "## Number: How much?\n\n| a | b |\n| --- | --- |\n| c | d |\n\nExample: so\n\n= 5": False,
    "## Number: How much?\n\n- a\n- b\n\nExample: so\n\nIt is meant so.\n\n= 5": False,
    "## Order: What is so?\n\n1. A\n2. B\n\nExample: so": True,
    "## Number: How much?\n\n= 5\n\nExample: so": True,
    "## Quiz: What is so?\n\n- [x] A\n- [ ] B\n\nExample: so": True,
}


@for_each(("source", "is_told"), EXAMPLES.items())
def test_an_example_is_part_of_a_question_above_its_answers_alone(source: str, is_told: bool) -> None:
    """Directly above them too; below them it has no place."""
    assert [d.rule for d in report_of(module(source))] == (["QUE-013"] if is_told else [])


LABELS = ("Solution", "Model answer", "Sample answer", "Answer key", "The answer")


@for_each(("label", "sign"), [(label, sign) for label in LABELS for sign in ("> ", "- ")])
def test_a_line_that_says_what_is_right_is_reported_once(label: str, sign: str) -> None:
    """And not as help with the question besides."""
    found = report_of(module(f"## Quiz: What is so?\n\n- [x] A\n- [ ] B\n\n{sign}{label}: B"))
    assert [d.rule for d in found] == ["QUE-018"]


STEPS = ("Ring.", "Visit", "Write")


@for_each(
    ("named", "expected"),
    [
        ("1, 3", [0, 2]),
        ("3, 1, 2", [2, 0, 1]),
        ("A, C", [0, 2]),
        ("c b a", [2, 1, 0]),
        ("Visit, ring", [1, 0]),
        ("write then Visit.", [2, 1]),
        ("1, 4", []),
        ("0, 1", []),
        ("4", []),
        ("B, D", []),
        ("A, Z", []),
        ("Visit, call", []),
    ],
    ids=str,
)
def test_a_line_names_places_that_there_are(named: str, expected: Sequence[int]) -> None:
    """By number, letter or word; a line that names one too many says nothing."""
    assert places(named, STEPS) == expected
