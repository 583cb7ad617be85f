"""What says in words which answer is right: reported where it differs from the ticks, or where learners read it too early."""

from tests.limits.pairs import module, report_of

TWO = "- [x] Trust\n- [ ] Fear"
CONTRADICTIONS = [
    "Fear is the correct answer.",
    "Fear is right, because it lasts.",
    "No. The right answer is Fear.",
    "Sorry, the answer is Fear, not Trust.",
    "Not quite: the best answer is “Fear”.",
    "Only Fear is correct.",
    "Trust is the wrong answer.",
    "Trust is incorrect: it takes years.",
    "Ofn. Fear yw'r ateb cywir.",
    "La bonne réponse est Fear.",
    "Die richtige Antwort ist Fear, weil sie bleibt.",
    "Poprawna odpowiedź to Fear, ponieważ trwa.",
    "Правильна відповідь — Fear.",
    "الإجابة الصحيحة هي Fear.",
]
AGREES = [
    "Trust is the correct answer.",
    "Fear is not the correct answer.",
    "Fear is the wrong answer.",
    "If you said that Fear is right, think again.",
    "Many think that the answer is Fear.",
    "Fear is right for a fox.",
    "The answer is Trust, and not Fear.",
    "Trust. Fear keeps people apart.",
    "La bonne réponse est Trust.",
]
STATEMENTS = {
    "True": "False",
    "Gwir": "Gau",
    "Правда": "Неправда",
    "Prawda": "Fałsz",
    "Vrai": "Faux",
    "Verdadero": "Falso",
}
EARLY = [
    "Which helps? (Answer: Trust)",
    "Which helps? [Correct answer: Fear]",
    "Which helps? Answer = Trust",
    "Which helps? *Fear*",
    "Which helps? (Trust)",
    "Which helps? → Fear",
]
NOT_EARLY = ["Which helps? (Think of Ana)", "Trust or Fear?", "Which helps, Trust or Fear?", "Which helps? *Think.*"]
WRONG_COUNTS = [
    "Select two.",
    "Choose three answers.",
    "Pick the 2 best answers",
    "Tick *two* of these.",
    "Choose all that apply.",
    "Mark every answer that fits",
    "Dewiswch ddau.",
    "Choisissez deux réponses.",
    "Wählen Sie zwei Antworten.",
    "Seleccione dos.",
    "Zaznacz trzy odpowiedzi.",
    "Оберіть дві відповіді.",
    "Позначте всі правильні.",
    "اختر إجابتين.",
]
RIGHT_COUNTS = [
    "Choose one.",
    "Select one answer.",
    "Choose one or two.",
    "You can choose two families.",
    "Pick two minutes to think.",
    "Select three modules first.",
    "Dewiswch un ateb.",
    "Оберіть одну відповідь.",
]
GAPS = {
    "trust or hope": "trust|hope",
    "trust/hope": "trust|hope",
    "trust, hope": "trust|hope",
    "trust; hope": "trust|hope",
    "trust=hope": "trust|hope",
    "gobaith neu ofn": "gobaith|ofn",
    "довіра або надія": "довіра|надія",
    "zaufanie lub nadzieja": "zaufanie|nadzieja",
    "الثقة أو الأمل": "الثقة|الأمل",
    "(trust)": "trust",
    "“trust”": "trust",
    "/trust/": "trust",
    "trust.": "trust",
    "trust*": "trust",
    "trust:not fear": "trust",
    "=trust": "trust",
    "~fear=trust": "trust",
    "1:SA:=trust": "trust",
}
"""What a gap may hold in other tools -> what the hint writes."""
WHOLE_GAPS = [
    *("sooner or later", "he/she", "and/or", "km/h", "24/7", "1,500", "3 or 4", "10:30", "Dr.", "U.S.", "p.m.", "(a)"),
    *("well-being", "don't", "A/B", "x=2", "trust and hope"),
]


def reported(questions: list[str]) -> list[list[str]]:
    """The hints of QUE-018 and QUE-023 on each of some questions, all in one module."""
    starts, lines = [], 4
    for question in questions:
        starts.append(lines)
        lines += question.count("\n") + 2
    found: list[list[str]] = [[] for _ in questions]
    for d in report_of(module("\n\n".join(questions))):
        if d.rule in {"QUE-018", "QUE-023"}:
            found[max(at for at, start in enumerate(starts) if start < d.span.line)].append(d.hint)
    return found


def quiz(asked: str, below: str = "", options: str = TWO) -> str:
    """A question with these options."""
    return f"## Quiz: {asked}\n\n{options}" + (f"\n\n> {below}" if below else "")


def test_feedback_that_contradicts_the_ticks() -> None:
    """Each once, and no sentence that agrees with them."""
    found = reported([quiz(f"Which {at}?", said) for at, said in enumerate([*CONTRADICTIONS, *AGREES])])
    assert [
        said for said, hints in zip(CONTRADICTIONS, found[: len(CONTRADICTIONS)], strict=True) if len(hints) != 1
    ] == []
    assert [said for said, hints in zip(AGREES, found[len(CONTRADICTIONS) :], strict=True) if hints] == []


def test_feedback_on_a_statement_that_begins_with_the_other_word() -> None:
    """In several languages; the word that is ticked may begin it."""
    options = [f"- [ ] {true}\n- [x] {false}" for true, false in STATEMENTS.items()]
    wrong = [quiz(f"It grows {at}.", f"{true}. So.", options[at]) for at, true in enumerate(STATEMENTS)]
    right = [quiz(f"It goes {at}.", f"{false}. So.", options[at]) for at, false in enumerate(STATEMENTS.values())]
    found = reported([*wrong, *right])
    assert [bool(hints) for hints in found] == [True] * len(wrong) + [False] * len(right)


def test_answers_that_learners_read_before_they_answer() -> None:
    """In the heading; words that are no option may stand there."""
    found = reported([quiz(asked) for asked in [*EARLY, *NOT_EARLY]])
    assert [bool(hints) for hints in found] == [True] * len(EARLY) + [False] * len(NOT_EARLY)


def test_words_that_ask_for_another_number_of_options() -> None:
    """Over one tick; what asks for one, or for something else than options, is left alone."""
    found = reported([quiz(f"Which helps {at}? {said}") for at, said in enumerate([*WRONG_COUNTS, *RIGHT_COUNTS])])
    assert [said for said, hints in zip(WRONG_COUNTS, found[: len(WRONG_COUNTS)], strict=True) if not hints] == []
    assert [said for said, hints in zip(RIGHT_COUNTS, found[len(WRONG_COUNTS) :], strict=True) if hints] == []
    several = "- [x] Trust\n- [x] Hope\n- [ ] Fear"
    numbers = ["one", "two", "three", "four", "five"]
    found = reported([quiz(f"Which help? Choose {number}.", "", several) for number in numbers])
    assert [bool(hints) for hints in found] == [True, False, True, True, True]


def test_answers_to_a_gap_that_are_written_as_elsewhere() -> None:
    """Each hint writes them as they are written here; words that belong together stay."""
    found = reported([f"## Fill: So {at}\n\nIt is [[{words}]]." for at, words in enumerate([*GAPS, *WHOLE_GAPS])])
    for (words, meant), hints in zip(GAPS.items(), found[: len(GAPS)], strict=True):
        assert len(hints) == 1 and f"[[{meant}]]" in hints[0], (words, hints)
    assert [words for words, hints in zip(WHOLE_GAPS, found[len(GAPS) :], strict=True) if hints] == []


def test_feedback_on_a_gap_that_names_another_answer() -> None:
    """In one or two words behind a label; more words may say anything."""
    said = {
        "No. Answer: hope": 1,
        "Correct answer: much hope": 1,
        "The answer: it takes time.": 0,
        "The answer is here.": 0,
    }
    found = reported([f"## Fill: So {at}\n\nIt is [[trust]].\n\n> {words}" for at, words in enumerate(said)])
    assert [len(hints) for hints in found] == list(said.values())


def test_what_nobody_sees_in_an_option_does_not_count() -> None:
    """Marks of direction, and spaces without a width."""
    options = "- [x] \u200fالثقة\n- [ ] الخوف\u200e\u200b"
    assert [len(hints) for hints in reported([quiz("ما الذي يساعد؟", "الخوف هي الإجابة الصحيحة.", options)])] == [1]


def test_a_long_line_of_feedback_is_left_alone() -> None:
    """Beyond 300 characters."""
    said = "No. The right answer is Fear."
    found = reported(
        [
            quiz(f"Which {size}?", said + " so" * ((size - len(said)) // 3) + "." * ((size - len(said)) % 3))
            for size in (300, 301)
        ]
    )
    assert [bool(hints) for hints in found] == [True, False]


def test_an_arrow_marks_an_answer_only_where_it_points_at_words_and_at_nothing_else() -> None:
    """Signs may be what a question asks about: options of signs alone, and arrows into several directions."""
    cases = {
        "- [x] Trust\n- [ ] → Fear": 1,
        "- [x] Trust\n- [ ] ✓ Fear": 1,
        "- [x] Trust\n- [ ] → \\<": 0,
        "- [x] Trust\n- [ ] ✓ —": 0,
        "- [x] Up\n- [ ] → On\n- [ ] ← Back": 0,
        "- [x] Up\n- [ ] → On\n- [ ] ↔ Both ways": 0,
        "- [x] Up\n- [ ] → On\n- [ ] Down": 1,
    }
    found = reported([quiz(f"Which of these is number {at}?", "Think.", options) for at, options in enumerate(cases)])
    assert [len(hints) for hints in found] == list(cases.values())
