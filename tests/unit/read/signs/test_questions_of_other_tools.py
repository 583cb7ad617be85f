"""Questions as other tools write them: a sign at the right option, feedback with a label, settings below the options."""

from builder.model.diagnostics import Diagnostic
from tests.cases import for_each
from tests.limits.pairs import module, report_of

TEXT = "Which day suits most families?"
MARKED = [
    *("1. Monday\n2. Friday*\n3. Sunday", "- Monday\n- Friday (correct)\n- Sunday", "- Monday\n- **Friday** ✓\n- Sunday"),
    *("- Monday\n- Friday ✔\n- Sunday", "A) Monday\n*B) Friday\nC) Sunday", "a. Monday\n\n*b. Friday\n\nc. Sunday"),
    *("- Monday #wrong\n- Friday #correct", "- Monday (F)\n- Friday (T)\n- Sunday (F)", "- Monday (0%)\n- Friday (100 %)"),
    *("- ❌ Monday\n- ✅ Friday\n- ❌ Sunday", "- Monday ✗\n- Friday ✓\n- Sunday ✘", "- Monday (wrong)\n- Friday (right)"),
    *("- Monday (0 points)\n- Friday (1 point)", "- Monday (no)\n- Friday (yes)", "- Monday [-0]\n- Friday [+2]"),
    *("- Monday\n- Friday {.correct}\n- Sunday", "- Monday\n- Friday {correct}", "- Monday\n- Friday (ateb cywir)\n- Sunday"),
    *("- Monday\n- Friday (poprawna odpowiedź)", "- Monday\n- Friday (правильний варіант)", "- Monday\n- Friday (вірна)"),
    *("- Monday\n- Friday (صحيحة)", "- Monday\n- Friday (إجابة صحيحة)", "- Monday (خطأ)\n- Friday (صحيح)"),
    *("- Monday\n- Friday (richtig)", "- Monday (faux)\n- Friday (juste)", "- Monday\n- Friday (respuesta correcta)"),
    *("- Monday (sbagliata)\n- Friday (esatta)", "- Monday (błędna)\n- Friday (prawidłowa)", "- Monday (неверно)\n- Friday (верно)"),
    *("- Monday\n- Friday (resposta certa)", "- Monday (yanlış)\n- Friday (doğru)", "- Monday (fout)\n- Friday (juist)"),
    "a. Monday\n\nb. **Friday**\n\nc. Sunday",
]  # fmt: skip
ASKING = [
    *("Which day?", "**1. Which day?**", "Quel jour ?", "¿Qué día?", "أي يوم؟", "Question 3", "Q2: the day", "Choose a day"),
    *("Select the day.", "Pick one", "Tick the day:", "Which day is it"),
]  # fmt: skip
ORDINARY = [
    *("What do we offer?\n\n- Tea ✔\n- Coffee ✔\n- Cake", "What do we offer?\n\n- Tea ✓\n- Cake ✗", "We meet on:\n\n- Monday\n- Friday ✓"),
    *("Which forms?\n\n1. Form A\n2. Form B*\n\n\\* Only for carers.", "Which forms?\n\n1. Form A\n2. Form B*\n\n* Only for carers."),
    *("What helps?\n\n- **Listening**\n- Time", "What helps?\n\n1. **Listening** to all\n2. Time", "Who came?\n\n- Ann (F)\n- Tom (M)"),
    *("What is first?\n\n- The visit (right away)\n- The letter (a false start)", "What matters?\n\n- Be correct\n- Be right"),
    *("Which one is right?\n\n- Both\n- Neither", f"Which one?\n\n- Monday\n- Friday{' so' * 40} (correct)"),
]  # fmt: skip
RIGHT = [
    *("Correct feedback: Yes", "Feedback (correct): Yes", "**Feedback if right:** Yes", "If correct: Yes", "On correct: Yes"),
    *("When right: Yes", "Adborth cywir: Yes", "Os yn gywir: Yes", "Rétroaction (bonne réponse) : Yes", "Si correct : Yes"),
    *("Commentaire (réponse juste) : Yes", "Rückmeldung richtig: Yes", "Wenn richtig: Yes", "Bei richtiger: Yes"),
    *("Retroalimentación correcta: Yes", "Retroalimentacion correcta: Yes", "Comentario correcto: Yes"),
    *("Informacja zwrotna (poprawna): Yes", "Komentarz prawidłowy: Yes", "Jeśli poprawnie: Yes", "Gdy poprawna: Yes"),
    *("Відгук (правильно): Yes", "Зворотний зв'язок, вірно: Yes", "Коментар до правильної: Yes", "Якщо вірно: Yes"),
    *("Отзыв (верно): Yes", "Комментарий (верно): Yes", "Обратная связь (верно): Yes", "Если верно: Yes", "Se corretto: Yes"),
    *("Feedback certa: Yes", "Commento corretto: Yes", "Terugkoppeling juist: Yes", "Als juist: Yes"),
    *("ملاحظات صحيحة: Yes", "تعليق على الإجابة الصحيحة: Yes", "تغذية راجعة صحيحة: Yes", "إذا صحيحة: Yes"),
]  # fmt: skip
WRONG = [
    *("Incorrect feedback: No", "Feedback - wrong: No", "If incorrect: No", "Feedback (false): No", "Adborth anghywir: No"),
    *("Komentarz (niepoprawna): No", "Komentarz (błędna): No", "Komentarz nieprawidłowy: No", "Відгук (неправильно): No"),
    *("Відгук (невірно): No", "Отзыв (неверно): No", "Rétroaction (mauvaise réponse) : No", "Si faux : No", "Si fausse : No"),
    *("Rückmeldung falsch: No", "Comentario incorrecto: No", "Commento sbagliato: No", "Feedback errada: No"),
    *("Als fout: No", "ملاحظات خاطئة: No", "تعليق خطأ: No"),
]  # fmt: skip
SETTINGS = {
    **{f"{name}: 2": "{weight=2}" for name in ("Points", "Point", "Marks", "Weight")},
    **{"Points: 3 points": "{weight=3}", "Points: 2.0": "{weight=2}", "Attempts: 2": "{attempts=2}"},
    **{
        f"{name}: some": "<!--"
        for name in (
            *("Difficulty", "Shuffle", "Category", "Tags", "Tag", "Level", "Score", "Topic", "Bloom", "Randomize"),
            *("Randomise", "Penalty", "Type", "Time limit", "Question type", "Shuffle answers", "Shuffle options"),
            *("Bloom level", "Learning objective", "Grade"),
        )
    },
}
NEITHER = [
    *("Feedback: it depends on the family.", "If you wish: come.", "Feedback on the right and the wrong way: some."),
    *("Points: see the table", "Points: 2 of the 3 that we made last week", f"Level: {'so ' * 14}"),
    "If right is on your left: turn.",
]  # fmt: skip
QUIZ = "## Quiz: Which day?\n\n- [ ] Monday\n- [x] Friday\n\n"


def _of(text: str) -> list[Diagnostic]:
    return list(report_of(module(text)))


@for_each("options", MARKED)
def test_a_sign_at_an_option_makes_a_question_of_it(options: str) -> None:
    """Below a question in running text, and below the heading of a Quiz."""
    for above in (TEXT, f"## {TEXT}", f"## Quiz: {TEXT}"):
        found = [d for d in _of(f"{above}\n\n{options}") if d.rule != "STR-048"]
        assert [d.rule for d in found] == ["QUE-018"], found
        assert "- [ ] Monday , - [x] Friday" in found[0].hint, found[0].hint


@for_each("options", MARKED)
def test_what_is_to_be_written_instead_ticks_the_right_option(options: str) -> None:
    """And no sign is left in it."""
    text = f"## {TEXT}\n\n{options}\n\nWords that follow."
    (found,) = [d for d in _of(text) if d.rule == "QUE-018"]
    if found.fix:
        written = _mended(text, found)
        assert f"## Quiz: {TEXT}" in written and "- [ ] Monday\n" in written and "- [x] Friday\n" in written, written
        assert _of(written) == []


def _mended(text: str, found: Diagnostic) -> str:
    lines = ["", "", "", "", *text.split("\n"), ""]
    for edit in sorted(found.fix, key=lambda one: (one.line, one.column, one.end_line, one.end_column), reverse=True):
        before, after = lines[edit.line - 1][: edit.column - 1], lines[edit.end_line - 1][edit.end_column - 1 :]
        lines[edit.line - 1 : edit.end_line] = f"{before}{edit.text}{after}".split("\n")
    return "\n".join(lines[4:]).rstrip() + "\n"


@for_each("asked", ASKING)
def test_what_asks_for_an_option(asked: str) -> None:
    """A question mark, a number of a question, or a word that asks to choose."""
    found = _of(f"## {asked.strip('*')} {{lang=en-GB}}\n\n- Monday\n- Friday (correct)")
    assert "QUE-018" in [d.rule for d in found], found


@for_each("text", ORDINARY)
def test_ordinary_lists_are_none(text: str) -> None:
    """Ticks of what there is, stars that lead to notes, bold words in a list."""
    assert [d for d in _of(text) if d.rule not in ("STR-048", "W08")] == []


@for_each("line", RIGHT)
def test_feedback_on_right_answers_belongs_under_the_right_option(line: str) -> None:
    """The hint writes it there."""
    text = QUIZ + line
    (found,) = [d for d in _of(text) if d.rule == "QUE-005"]
    assert "below each right option" in found.hint
    assert _mended(text, found) == "## Quiz: Which day?\n\n- [ ] Monday\n- [x] Friday\n  > Yes\n"


@for_each("line", WRONG)
def test_feedback_on_wrong_answers_belongs_under_the_others(line: str) -> None:
    """Below the options, with > before it, whoever is right would read it too."""
    text = QUIZ + line
    (found,) = [d for d in _of(text) if d.rule == "QUE-005"]
    assert "below each wrong option" in found.hint
    assert _mended(text, found) == "## Quiz: Which day?\n\n- [ ] Monday\n  > No\n- [x] Friday\n"


@for_each("line", SETTINGS)
def test_settings_of_other_tools(line: str) -> None:
    """They are no feedback; what a heading takes is named."""
    (found,) = _of(QUIZ + line)
    assert "is a setting of questions in other tools" in found.message
    assert SETTINGS[line] in found.hint


@for_each("line", NEITHER)
def test_other_lines_with_a_colon(line: str) -> None:
    """They are words below the options, as before."""
    (found,) = _of(QUIZ + line)
    assert "these words stand below the options" in found.message


TITLED = [
    ("## Short answer: Which city is the capital of Wales?\n\nCardiff", "## Fill: Which city is the capital of Wales?`", "[[Cardiff]]"),
    ("## Short answer: Who rings?\n\nAnswer: the nurse.", "## Fill: Who rings?`", "[[the nurse]]"),
    ("## Short answer: Who rings?\n\nthe nurse on call", "## Fill: Who rings?`", "[[the nurse on call]]"),
    ("## Numerical: How many visits?\n\n12", "## Number: How many visits?`", "= 12."),
    ("## Numeric question: How much?\n\n2.5 +/- 0.5 mg", "## Number: How much?`", "= 2.5 ± 0.5 mg."),
    ("## Essay: The visit\n\nDescribe it in 300 words.", "## Reflect: The visit`", ""),
    ("## Long answer: What helped?", "## Reflect: What helped?`", ""),
    ("## Open question: What helped?\n\nWrite a page.", "## Reflect: What helped?`", ""),
    ("## Decision: At the door\n\nNobody opens.\n\n- Ring again → go to slide 4\n- Leave → slide 5", "## Scene: At the door`", ""),
    ("## Branching scenario: At the door\n\nNobody opens.\n\n1. Ring: jump to page 4\n2. Go: turn to page 5", "## Scene: At the door`", ""),
    ("## Scenario: At the door\n\nNobody opens.\n\n* Ring again -> You ring\n* Leave -> You leave", "## Scene: At the door`", ""),
    ("## Multiple response: What helps?\n\nChoose two.\n\n- Time\n- Trust", "## Quiz: What helps?`", "- [x]"),
    ("## Fill in the blank: The visit\n\nWe ring ____ again.", "## Fill: The visit`", "[[words]]"),
]  # fmt: skip
PLAIN = [
    "## Short answer: Who rings?\n\nthe nurse who is here",
    *("## Essay: how we write\n\nWe write each week.", "## Short answer: it depends\n\nOn the family.", "## Free text: a new book\n\nIt is free."),
    *("## Short answer: What is it?\n\nIt depends on the family, on the team and on time.", "## Numerical: two figures\n\nTwo matter."),
    *("## Decision: we ring first\n\n- Ring first\n- Write next", "## Decision: the budget\n\n- £5 → £7 from May\n- £3 → £4 from June"),
    *("## Scenario: the visit\n\nDana goes to page 3 of the form.", "## Numerical: the count\n\n12 families came.", "## Journal: a week\n\nMonday."),
    *("## Process: how a visit goes\n\n1. Ring\n2. Go", "## Dialogue: at the door\n\nDana: Hello.", "## Multiple choice: a method\n\nIt is old."),
]  # fmt: skip


@for_each("case", TITLED, ids=lambda case: case[0][:30])
def test_what_was_meant_is_told(case: tuple[str, str, str]) -> None:
    """At the heading, with its title and with the answer that stands below it."""
    text, heading, more = case
    (told,) = (one for one in report_of(module(text)) if one.rule == "STR-048")
    assert told.span.line == 5
    assert f"`{heading}" in told.hint and more in told.hint


@for_each("text", PLAIN)
def test_an_ordinary_heading_is_left_alone(text: str) -> None:
    """Words of tools are also words of texts."""
    assert report_of(module(text)) == ()
