"""Points, time limits, lines to write on, grids and exports of questions; tags of note books; cut tags."""

from tests.cases import for_each
from tests.limits.pairs import module, report_of

OPTIONS = "- [x] Friday\n- [ ] Monday"
SURVEY = "## Survey: How was it? {{#how}}\n\n**How clear?** {{#clear}}\n\n- Clear\n- {answer}\n\n**How long?** {{#long}}\n\n- Short\n- Long"
COUNTED = {
    **dict.fromkeys(("(2 points)", "[2 marks]", "(2 pts)", "(2 pt)", "(2 pts.)", "(2 point)", "[2 mark]"), "2"),
    **dict.fromkeys(("(3 pwynt)", "(3 marc)", "(3 бали)", "(3 балів)", "(3 pkt)", "(3 punkty)", "(3 punktów)", "(3 Punkte)"), "3"),
    **dict.fromkeys(("(4 punto)", "(4 puntos)", "(4 punti)", "(4 ponto)", "(4 pontos)", "(4 نقاط)", "(4 نقطة)", "(4 درجات)"), "4"),
    **dict.fromkeys(("(5 درجة)", "(5 бал)", "(5 punkt)", "(5 Punkt)", "(5 pkt.)"), "5"),
}  # fmt: skip


def said(text: str) -> list[str]:
    """What is said of a text."""
    return [f"{d.rule}: {d.hint}" for d in report_of(module(text))]


@for_each("written", COUNTED)
def test_points_in_a_title_are_reported_with_the_weight_to_write(written: str) -> None:
    """With that weight nothing is said, and the words stay."""
    (hint,) = said(f"## Quiz: Which day? {written} {{#day}}\n\n{OPTIONS}")
    weight = f"{{weight={COUNTED[written]}}}"
    assert weight in hint
    assert said(f"## Quiz: Which day? {written} {{#day {weight[1:-1]}}}\n\n{OPTIONS}") == []


@for_each(
    "title",
    [
        "Which day (1 point)?",
        "Which day? (1 point)",
        "Which day? (two points)",
        "Which of 2 points?",
        "Which day? (2 answers)",
        "Who has (12 points) now?",
    ],
)
def test_other_titles_are_none(title: str) -> None:
    """A question counts 1, and points may be what it is about."""
    assert said(f"## Quiz: {title} {{#day}}\n\n{OPTIONS}") == []


@for_each(
    "line",
    [
        *[
            "Points: 2",
            "Point: 2",
            "Marks: 2",
            "Weight: 2",
            "Attempts: 2",
            "Time limit: 5 minutes",
            "Question type: single",
        ],
        *["Shuffle answers: yes", "Shuffle options: yes", "Difficulty: hard", "Penalty: 0.5", "Randomize: yes"],
    ],
)
def test_settings_above_the_options_are_reported(line: str) -> None:
    """As those below them."""
    (hint,) = said(f"## Quiz: Which day? {{#day}}\n\n{line}\n\n{OPTIONS}")
    assert hint.startswith("QUE-005: ")


@for_each(
    "line",
    [
        "Category: rings of a tree.",
        "Level: the second floor.",
        "Topic: a visit.",
        "Type: blue.",
        "Points: see the table",
        "Tags: on the bag",
    ],
)
def test_words_of_a_question_with_a_colon_are_its_own(line: str) -> None:
    """A label may be what it is about."""
    assert said(f"## Quiz: Which day? {{#day}}\n\n{line}\n\n{OPTIONS}") == []


@for_each("answer", ["Other: ____", "Other ______", "Arall: .....", "Інше: ………", "أخرى: ____"])
def test_an_answer_with_a_line_to_write_on_is_reported(answer: str) -> None:
    """In a survey, on a scale and in a quiz."""
    for text in (SURVEY.format(answer=answer), f"## Scale: How sure? {{#sure}}\n\n- Sure\n- {answer}"):
        hints = [hint for hint in said(text) if hint.startswith("STR-048")]
        assert len(hints) == 1 and "## Reflect:" in hints[0], said(text)


@for_each("answer", ["And so on…", "Wait ...", "a_b", "From 3 .. 5", "snake__case"])
def test_other_answers_are_none(answer: str) -> None:
    """Points at the end of words are no line."""
    assert [hint for hint in said(SURVEY.format(answer=answer)) if hint.startswith("STR-048")] == []


def test_a_grid_of_answers_is_reported_once_a_row() -> None:
    """As rows that are to be questions of a survey."""
    grid = "| | Agree | Disagree |\n| --- | --- | --- |\n| The films were clear | ( ) | ( ) |\n| The text was clear | ( ) | ( ) |"
    hints = [hint for hint in said(grid) if hint.startswith("STR-048")]
    assert len(hints) == 2 and all("each row is a question in bold" in hint for hint in hints)


@for_each("kind", ["MC", "MR", "TF", "FIB", "MG", "SEQ", "WB", "NUM", "HS", "SURVEY", "LIKERT"])
def test_questions_that_articulate_takes_in_are_reported(kind: str) -> None:
    """By the line that each begins with."""
    hints = said(f"{kind}\n10\nWhat comes first?\n*Mobilising\nDesigning")
    assert any("## Quiz:" in hint and "the number below it" in hint for hint in hints)
    assert not any("number below it" in hint for hint in said(f"She holds an {kind}\nand more."))


@for_each("text", ["One {=Two} three.", "The capital is {= Cardiff }.", "{=Так}"])
def test_an_answer_in_the_form_of_gift_is_reported(text: str) -> None:
    """Anywhere in a text."""
    (hint,) = said(text)
    assert "## Fill: ..." in hint and "[[" in hint


@for_each(
    "text",
    [
        "Ring the family. #todo",
        "Ring the family #todo #visits",
        "#todo #visits/first",
        "Ring them! #справи",
        "Ring (now) #todo #später",
    ],
)
def test_tags_of_note_books_are_reported(text: str) -> None:
    """At the end of a line: behind a sentence, or several of them."""
    hints = [hint for hint in said(text) if "tags" in hint]
    assert len(hints) == 1


@for_each(
    "text",
    [
        "We said #MeToo and meant it.",
        "See issue #abc",
        "We post as #Care",
        "Room #2 #3",
        "C# is a language.",
        "It is no. #1",
    ],
)
def test_words_with_a_hash_are_none(text: str) -> None:
    """Of a sentence that goes on, and names that are part of one."""
    assert not any("tags" in hint for hint in said(text))


@for_each(
    ("html", "shown"),
    [
        ("<blockquote>Nothing about us<cite>James</cite></blockquote>", "<blockquote> cannot"),
        ('Words <font color="red" face="Arial">red words</font> go on.', '<font color="red" face="Arial"> cannot'),
        ('<div class="a > b">Words</div>', '<div class="a > b"> cannot'),
    ],
)
def test_a_tag_is_named_whole_and_alone(html: str, shown: str) -> None:
    """Without the words behind it."""
    found = [d.message for d in report_of(module(html)) if d.rule == "A12"]
    assert found and shown in found[0], found
