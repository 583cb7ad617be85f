"""Where a report on a block begins: the nearest source that is not reported, and the nearest one that is."""

import pytest

from tests.limits.pairs import module, report_of

PICTURE = "## Picture: What to look for\n\n![A team at a table](images/team.png)\n\n1. **The door** ({}, 10): Open?"
SURVEY = "## Survey: How was it?\n\n**Was it clear?**\n\n- Yes\n- No\n\n{}\n\n- One\n- Two"
TIMELINE = "## Timeline: How it went\n\n- **{}**\n- **1989:** The Children Act."
DETAILS = "<details>\n<summary>\n{}</summary>\n\nRing first.\n\n</details>"
TEAM = "![A team at a table](images/team.png)"


def rules(text: str) -> set[str]:
    """The rules that are broken in a module."""
    return {d.rule for d in report_of(module(text))}


@pytest.mark.parametrize(
    ("within", "beyond", "rule"),
    [
        (PICTURE.format("100"), PICTURE.format("101"), "PIC-001"),
        (PICTURE.format("99.5"), PICTURE.format("100.5"), "PIC-001"),
        (TIMELINE.format("1989: Carers gain rights"), TIMELINE.format("In June 1989"), "STR-050"),
        (DETAILS.format("So\n" * 6), DETAILS.format("So\n" * 7), "A12"),
        (f"{TEAM}\n\n## Next\n\nDescription: so.", f"{TEAM}\n\nNext.\n\nDescription: so.", "PIC-001"),
    ],
)
def test_a_report_begins_where_the_limit_is(within: str, beyond: str, rule: str) -> None:
    """Just within it nothing is reported; just beyond it the rule is broken."""
    assert rules(within) == set()
    assert rule in rules(beyond)


def test_a_long_text_above_a_list_of_a_survey_is_no_question() -> None:
    """Words of up to 300 characters are to be put in bold; longer ones stand at a wrong place."""
    near, text = SURVEY.format("So " * 98 + "so?"), SURVEY.format("So " * 100 + "so?")
    assert "QUE-026" in rules(near) and "QUE-005" not in rules(near)
    assert "QUE-005" in rules(text)


@pytest.mark.parametrize(
    "shown",
    [
        "## Layers: Around a child\n\n- **Society**\n- **Family**",
        "> [!WARNING] Never go alone",
        "## Scene: Nobody opens {#nobody}\n\n- [Ring](#ring)\n\n## Scene: You ring {#ring}\nDana opens.",
    ],
)
def test_a_name_that_says_all_is_not_reported(shown: str) -> None:
    """A layer may be its name, a box its title, and a scene with choices its heading: learners see words in each."""
    assert rules(shown) == set()


@pytest.mark.parametrize(
    "told",
    [
        "## Details: who to ring\n\n### At night\nThe duty team.",
        "## Cards: our words\n\n| Word | Meaning |\n| --- | --- |\n| Dose | How much |",
        "## Cards: our words\n\nThreshold\n: The harm that must be shown.",
        "## Cards: our words\n\n**Front:** the back\n\n**Other:** its back",
        "## Picture: our room\n\n![A team at a table](images/team.png)\n\n- **The door** (10, 60): open",
        "## Timeline: our law\n\n- 1989: The Act\n- 2004: Agencies",
        "## Timeline: our law\n\n| Year | What |\n| --- | --- |\n| 1989 | The Act |",
        "## Checklist: our bag\n\n- ☐ Keys\n- ☐ Money",
        "## Check list: our bag\n\n- [ ] Keys\n- [ ] Money",
        "## Layers: our world\n\n- Society\n  - Family",
        "## File: our form\n\n[The form](https://example.org/form.pdf)",
    ],
)
def test_a_block_whose_form_is_another_ones_is_reported_under_small_letters_too(told: str) -> None:
    """Its word would be shown as it stands, and what is below it as ordinary text."""
    found = [d for d in report_of(module(told)) if d.rule == "STR-048"]
    assert len(found) == 1 and "begins no block here" in found[0].message and found[0].span.line == 5


@pytest.mark.parametrize(
    "ordinary",
    [
        "## Timeline: a history\n\nThe Act came in 1989.\n\n- first, we meet\n- then, we talk",
        "## Details: what to bring\n\n- a pen\n- some paper",
        "## Checklist: how to use it\n\nRead it aloud.",
        "## Picture: how a room looks\n\n![A team at a table](images/team.png)",
        "## File: where to keep it\n\nKeep it safe.",
        "## Layers: who stands where\n\n- one\n- two",
    ],
)
def test_ordinary_words_below_such_a_heading_are_not_reported(ordinary: str) -> None:
    """A heading in small letters may name a timeline or a file."""
    assert rules(ordinary) == set()
