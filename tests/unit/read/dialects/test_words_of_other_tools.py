"""Words with which other tools begin a box, and name a column of right answers: each is reported with what to write here."""

from tests.cases import for_each
from tests.limits.pairs import module, report_of

EMOJI = {
    "WARNING": "warning rotating_light fire zap",
    "CAUTION": "no_entry no_entry_sign octagonal_sign stop_sign x skull",
    "IMPORTANT": "exclamation heavy_exclamation_mark bangbang grey_exclamation mega loudspeaker",
    "TIP": "bulb star rocket dart white_check_mark heavy_check_mark thumbsup sparkles",
    "NOTE": "information_source memo pencil pencil2 pushpin bookmark book point_right speech_balloon bell eyes question",
}
LETTERS = {"WARNING": "W", "CAUTION": "E", "TIP": "T", "IMPORTANT": "X", "NOTE": "ABCDGIQ"}
RIGHT = [
    "correct answer",
    "Correct Answers",
    "the right answer",
    "Right option",
    "correct choices",
    "right response",
    "Answer key",
    "Ateb cywir",
    "Atebion cywir",
    "Правильна відповідь",
    "Правильні відповіді",
    "Правильный ответ",
    "Правильные ответы",
    "الإجابة الصحيحة",
    "الجواب الصحيح",
    "Poprawna odpowiedź",
    "Prawidłowa odpowiedź",
    "Bonne réponse",
    "Richtige Antwort",
    "Richtige Antworten",
    "Respuesta correcta",
    "Resposta correta",
    "Risposta corretta",
    "Risposta esatta",
]
BESIDE = ["Question", "Options", "choice", "Statement", "Answers", "A", "E", "Option B", "Choice 2", "Answer C"]


def hints(typed: str) -> list[str]:
    """What is said of it."""
    return [found.hint for found in report_of(module(typed)) if found.rule in {"STR-031", "STR-048"}]


@for_each(("kind", "name"), [(kind, name) for kind, names in EMOJI.items() for name in names.split()])
def test_an_emoji_that_begins_a_line_may_be_a_box(kind: str, name: str) -> None:
    """In a paragraph and in a quotation; elsewhere it is an emoji alone."""
    for lead in ("", "> "):
        (hint,) = hints(f"{lead}:{name}: Never alone.")
        assert "Type the emoji itself" in hint and f"> [!{kind}]" in hint
    (hint,) = hints(f"Never alone :{name}: here.")
    assert "[!" not in hint


@for_each(("kind", "letter"), [(kind, letter) for kind, letters in LETTERS.items() for letter in letters])
def test_each_letter_of_markua_has_its_box(kind: str, letter: str) -> None:
    """Warnings, errors, tips, exercises; a note for all others."""
    (hint,) = hints(f"{letter}> Never alone.")
    assert f"> [!{kind}]" in hint


@for_each("name", ["NOTE", "TIP", "WARNING", "CAUTION", "IMPORTANT"])
def test_each_word_of_asciidoc_has_its_box(name: str) -> None:
    """Before its words, above them, and above lines of equals signs."""
    for typed in (f"{name}: Ring.", f"[{name}]\nRing.", f"[{name}]\n====\nRing.\n\nWait.\n===="):
        (hint,) = hints(typed)
        assert f"> [!{name}]" in hint, typed


@for_each("column", RIGHT)
def test_a_column_of_right_answers_is_reported(column: str) -> None:
    """A learner would read them beside their questions."""
    (hint,) = [hint for hint in hints(f"| Case | {column} |\n| --- | --- |\n| a | b |") if "Quiz" in hint]
    assert "## Match: ..." in hint


@for_each("beside", BESIDE)
def test_correct_is_such_a_column_beside_what_is_asked(beside: str) -> None:
    """Beside other words it may set right against wrong."""
    assert "## Quiz: ..." in hints(f"| {beside} | Correct |\n| --- | --- |\n| a | b |")[0]
    assert hints("| Wrong | Correct |\n| --- | --- |\n| a | b |") == []


CALLED = (
    "Knowledge check, Check your understanding, Multiple choice, Multiple response, Multiple answer, Multiple answers, Multiple select, "
    "Single choice, Single select, True or false, True/false, MCQ, Multiple choice question, Knowledge check 2"
)


@for_each("called", CALLED.split(", "))
def test_what_a_question_is_called_elsewhere_is_no_part_of_its_title(called: str) -> None:
    """The hint has its words alone."""
    found = [
        d.hint for d in report_of(module(f"## {called}: Who rings?\n\n- [x] Ann\n- [ ] Ben")) if d.rule == "STR-012"
    ]
    assert found == ["Did you mean `## Quiz: Who rings?`?"]
