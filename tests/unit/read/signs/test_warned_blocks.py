"""What is only warned of takes no block away: a question with a remark inside of it is in the course all the same."""

import pytest

from tests.limits.pairs import module, read_files

PDF = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>\nendobj\n"
    b"trailer\n<</Root 1 0 R>>\n%%EOF\n"
)
LINK = "[the form, PDF, 1 KB](form.pdf)"
"""A link that is warned of: a script is in the file."""
QUESTIONS = {
    "Quiz": f"- [x] This\n  > See {LINK}.\n- [ ] That",
    "Order": f"1. This\n   > See {LINK}.\n2. That",
    "Match": f"See {LINK}.\n\n| A | B |\n| --- | --- |\n| One | Two |\n| Three | Four |\n\n> See {LINK}.",
    "Sort": f"**One**\n\n- This\n  > See {LINK}.\n\n**Two**\n\n- That",
    "Fill": f"See {LINK} and [[trust]].",
    "Number": f"= 20\n\n> See {LINK}.",
    "Scale": f"- Low\n  > See {LINK}.\n- High",
    "Reflect": f"See {LINK}.",
    "Checklist": f"- [ ] See {LINK}\n- [ ] That",
    "Declare": f"- [ ] I have read {LINK}",
    "Survey": f"**Was {LINK} clear?**\n\n- Yes\n- No\n\n**Was it short?**\n\n- Yes\n- No",
    "Scene": f"See {LINK}.\n\n- [Ring](#ring)\n\n## Scene: You ring {{#ring}}\nDana opens.",
}


@pytest.mark.parametrize("word", QUESTIONS)
def test_a_warning_inside_of_a_block_leaves_it_in_the_course(word: str) -> None:
    """The warning is there, no error is, and the block is."""
    source = f"## {word}: What helps a family most? {{#what-helps}}\n\n{QUESTIONS[word]}"
    course, report = read_files({**module(source), "form.pdf": PDF})
    assert {d.rule for d in report.diagnostics} == {"LNK-005"}
    assert any(getattr(block, "id", "") == "what-helps" for block in course.modules[0].blocks)
