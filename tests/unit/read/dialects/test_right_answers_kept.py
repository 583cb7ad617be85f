"""Right answers as other tools and people write them: the remedy has that answer, and no other, or says where to write it."""

from builder.model.assessment import AssessmentItem, ChoiceInteraction, NumericEntryInteraction, TextEntryInteraction
from builder.read.near_miss.gaps.blanks import IN_WORDS
from tests.cases import for_each
from tests.limits.pairs import SETTINGS, Files, course_of, module, report_of
from tests.rules.corpus import HEAD, applied

WITH_VARIABLES = {"course.yml": SETTINGS + 'variables:\n  dose: "5"\n  bad: "1,500"\n  share: "50 % of all"\n'}


def said(text: str, files: Files | None = None) -> list[str]:
    """The rule, the words and the hint of all that is reported."""
    return [f"{d.rule}: {d.message}. {d.hint}" for d in report_of({**module(text), **(files or {})})]


def mended(text: str) -> str:
    """The text once every remedy that can be applied was, all at once."""
    edits = {edit for d in report_of(module(text)) for edit in d.fix}
    return applied(HEAD + text + "\n", tuple(sorted(edits, key=lambda edit: (edit.line, edit.column)))).removeprefix(
        HEAD
    )


def right_answers(text: str) -> list[object]:
    """What is right in each question of a module."""
    return [_right(item) for one in course_of(module(text)).modules for item in one.items]


def _right(item: AssessmentItem) -> object:
    asked = item.interaction
    if isinstance(asked, ChoiceInteraction):
        return [choice.content.text for choice in asked.choices if choice.correct]
    if isinstance(asked, NumericEntryInteraction):
        (one,) = asked.ranges
        return (one.low, one.high, *asked.units[:1])
    assert isinstance(asked, TextEntryInteraction)
    return [gap.accepted for gap in asked.gaps]


@for_each(
    ("text", "answers"),
    [
        ("The dose is [blank] mg.\n\nAnswer: 5", ["5"]),
        ("The dose is _____ mg. (5)", ["5"]),
        ("The dose is \\_\\_\\_\\_ mg.\n\nAnswer: 5 mg", ["5"]),
        ("The fee is £____.\n\n> Answer: £5", ["5"]),
        ("Talk to the [gap] first. (manager)", ["manager"]),
        ("The dose is ____ mg every ____ hours.\n\nAnswers: 5, 6", ["5", "6"]),
        ("1. It is ........ mg.\n2. She ____ (go) home.\n\n**Answers:**\n\n1. 5\n2. goes", ["5", "goes"]),
        ("It needs ____.\n\nAnswer: a plan for all", ["a plan for all"]),
        ("Children have a ___(1)___ to be heard.\n\nAnswer: right", ["right"]),
        ("It is {{answer}} business.\n\nCorrect answer: everyone's", ["everyone's"]),
        ("| A | B |\n| --- | --- |\n| one | ____ mg |\n| two | ____ mg |\n\nAnswers: 500; 200", ["500", "200"]),
        ("Trust takes (blank).\n\nCorrect answer: time", ["time"]),
        ("The dose is [[____]] mg.\n\nAnswer: 5", ["5"]),
        ("Y dos yw ____ mg.\n\nAteb: 5", ["5"]),
        ("Доза — ______ мг.\n\nВідповідь: 5", ["5"]),
        ("الجرعة ____ ملغ.\n\nالإجابة: 5", ["5"]),
        ("Dawka to ____ mg.\n\nOdpowiedź: 1,5", ["1,5"]),
    ],
)
def test_a_place_left_to_be_filled_in_takes_the_answer_beside_it(text: str, answers: list[str]) -> None:
    """And each place its own."""
    found = [
        one.rpartition("Write ")[2] for one in said(f"## Fill: Dose {{#dose}}\n\n{text}") if "gap is written" in one
    ]
    assert found == [f"[[{answer}]]" for answer in answers], found


@for_each(
    "text",
    [
        "The dose is [blank] mg.",
        "The dose is _____ mg.",
        "The dose is [___] mg.",
        "The dose is {{blank}} mg.",
        "The dose is [your answer] mg.",
        "She ____ (go) home.",
        "The dose is ____ mg. (2 marks)",
        "The dose is ____ mg. (Smith, 2019)",
        "The dose is ____ mg every ____ hours.\n\nAnswer: 5",
        "The dose is [[5]] mg and ____ ml.\n\nAnswers: 5, 6",
        "Needs: ____\n\nAnswer: trust, time",
        "The dose is [...] mg.",
        "It needs ____.\n\nAnswer: a plan that all read",
        "Y dos yw [ateb] mg.",
        "Доза — [пропуск] мг.",
    ],
)
def test_where_no_answer_stands_beside_it_the_hint_has_none(text: str) -> None:
    """A word that stands for the answer never becomes the right one."""
    found = [one for one in said(f"## Fill: Dose {{#dose}}\n\n{text}") if "gap is written" in one]
    assert found and all(one.endswith(IN_WORDS) for one in found), found


@for_each(
    "text",
    [
        "Innovation needs [[trust]] .... and so on. See [the answer](https://example.org/) and [Ateb]{lang=cy}.",
        "He said \\[blank\\] and [[trust]], “a `____` b”.",
        "It needs [[trust]] (see page 5).",
        "The [[answer]] is a word. (Think.)",
        "Say [[no|never]] ---- and leave.",
    ],
)
def test_ordinary_signs_in_a_text_with_gaps_are_none(text: str) -> None:
    """Links, dots and words between backticks."""
    assert not said(f"## Fill: Dose {{#dose}}\n\n{text}")


@for_each(
    ("above", "lines", "right"),
    [
        ("## Quiz: Which? {#which}", "○ One\n\n● Two\n\n○ Three", ["Two"]),
        ("## Quiz: Which? {#which}", "○ One\n● Two\n○ Three", ["Two"]),
        ("## Quiz: Which? {#which}", "- ◯ One\n- ◉ Two\n- ◯ Three", ["Two"]),
        ("## Quiz: Which? {#which}", "( ) One\n(•) Two\n( ) Three", ["Two"]),
        ("## Quiz: Which? {#which}", "- (o) One\n- ( ) Two", ["One"]),
        ("## Quiz: Which? {#which}", "☐ One\n☑ Two\n☑ Three", ["Two", "Three"]),
        ("## Quiz: Which? {#which}", "🔘 One\n⚪ Two", ["One"]),
        ("Which one helps?", "○ One\n● Two\n○ Three", ["Two"]),
        ("## Which one helps?", "( ) One\n(•) Two\n( ) Three", ["Two"]),
        ("Which help?", "□ One\n■ Two\n■ Three", ["Two", "Three"]),
        ("Which one helps?", "☐ One\n☑ Two\n☐ Three", ["Two"]),
        ("Which sign is right?", "- ○ One\n- ● Two\n- ○ Three", ["Two"]),
        ("Pa un sy'n helpu?", "- ◯ Un\n- ◉ Dau", ["Dau"]),
        ("Which is it?", "[ ] One\n[x] Two\n[ ] Three", ["Two"]),
        ("## Quiz: Pa un? {#pa-un}", "- [ ] Un\n- [ ] Dau ◄ cywir\n- [ ] Tri", ["Dau"]),
        ("## Quiz: Which? {#which}", "- [ ] One ← wrong\n- [ ] Two ← right\n- [ ] Three ← wrong", ["Two"]),
        ("Choose one option:", "○ One\n● Two\n\n---\n\nMore words.", ["Two"]),
    ],
)
def test_a_filled_button_is_the_right_answer(above: str, lines: str, right: list[str]) -> None:
    """The remedy ticks it, and takes the buttons out."""
    text = mended(f"{above}\n\n{lines}")
    assert right_answers(text) == [right], text
    assert not any(sign in text for sign in "○●◯◉•☐☑□■🔘⚪"), text


@for_each(
    "text",
    [
        "What do the signs mean?\n\n- ● Open\n- ○ Closed",
        "Steps of a visit:\n\n- ○ Ring\n- ● Knock",
        "How much do you agree?\n\n- ●○○\n- ●●○\n- ●●●",
    ],
)
def test_buttons_that_are_no_options_make_no_question(text: str) -> None:
    """What they mean is said, or nothing is asked."""
    assert not any("Quiz" in one for one in said(text))


def test_buttons_keep_what_they_say_where_nothing_is_asked() -> None:
    """A list is made of the lines, with their signs."""
    assert "- ○ Ring\n- ● Knock" in mended("Steps of a visit:\n\n○ Ring\n● Knock")


def test_two_filled_buttons_of_three_tick_nothing() -> None:
    """Only the author knows which is right."""
    found = said("## Quiz: Which? {#which}\n\n● One\n● Two\n○ Three")
    assert sum("where it is right, and - [ ] where it is wrong" in one for one in found) == 2, found


@for_each(
    ("line", "right"),
    [
        ("Correct answer: 1,5 mg", "1.5 mg"),
        ("Answer: 5-10 mg", "5..10 mg"),
        ("**Answer:** 5 mg", "5 mg"),
        ("The answer is 5 mg.", "5 mg"),
        ("Ateb: 1 500 ml", "1500 ml"),
        ("Відповідь: від 5 до 10 мг", "5..10 мг"),
        ("Answer: at least 18", "18.."),
        ("Answer = 18 or over", "18.."),
        ("Odpowiedź: 12,5%", "12.5%"),
        ("Answer: ½ tablet", "0.5 tablet"),
        ("Answers: 5 or 7 mg", "5 or 7 mg"),
        ("Correct answer:\n5 mg", "5 mg"),
        ("الإجابة: 5 ملغ", "5 ملغ"),
    ],
)
def test_an_answer_line_gives_its_number(line: str, right: str) -> None:
    """In the signs that the line with = takes, with its unit."""
    text = f"## Number: How much? {{#how-much}}\n\n{line}"
    assert mended(text) == f"## Number: How much? {{#how-much}}\n\n= {right}\n"
    assert not said(mended(text))


@for_each(
    ("line", "hint"),
    [
        (
            "Answer: 1,500 mg",
            "the number and its unit. Write 1500 without the comma. If the comma is the decimal point, write 1.5",
        ),
        ("Answer: 1.500 mg", "has the number in digits, with its unit, as “Answer: 1.500 mg” means it."),
        ("Odpowiedź: 1.500 mg", "has the number in digits, with its unit, as “Odpowiedź: 1.500 mg” means it."),
        ("Answer: about 5", "Write = 5 ± and behind it how far from it an answer may be, as a number."),
    ],
)
def test_an_answer_that_two_read_otherwise_is_not_written(line: str, hint: str) -> None:
    """Which number it is only the author knows."""
    text = f"## Number: How much? {{#how-much}}\n\n{line}"
    (found,) = said(text)
    assert found.endswith(hint) and mended(text) == f"{text}\n", found


@for_each(
    ("line", "right"),
    [
        (".5 ml", "0.5 ml"),
        ("-.5", "-0.5"),
        ("20 mg to 30 mg", "20..30 mg"),
        ("between 5 mg and 10 mg", "5..10 mg"),
        ("5 mg/kg – 10 mg/kg", "5..10 mg/kg"),
        ("£5 to £10", "£5..£10"),
        ("5% to 10%", "5..10%"),
        ("-5–5 °C", "-5..5 °C"),
        ("max 10", "..10"),
        ("minimum 5 mg", "5 mg.."),
        ("5 or more mg", "5 mg.."),
        ("5 or fewer tablets", "..5 tablets"),
        ("co najmniej 5 mg", "5 mg.."),
        ("ar y mwyaf 5 mg", "..5 mg"),
        ("від 5 мг до 10 мг", "5..10 мг"),
    ],
)
def test_a_number_in_other_words_keeps_value_and_unit(line: str, right: str) -> None:
    """And builds."""
    text = f"## Number: How much? {{#how-much}}\n\n= {line}"
    assert mended(text).endswith(f"\n= {right}\n") and not said(mended(text)), said(mended(text))


@for_each("line", ["50:50", "1:1000", "3 : 1"])
def test_a_ratio_is_no_time_of_day(line: str) -> None:
    """It is asked for in a gap."""
    (found,) = said(f"## Number: How much? {{#how-much}}\n\n= {line}")
    assert "is a ratio of two numbers" in found and f"[[{line}]]" in found, found


def test_a_variable_stands_in_the_line_of_a_number() -> None:
    """As it does in other text."""
    files = {**module("## Number: How much? {#how-much}\n\n= {{dose}} mg ± 1"), **WITH_VARIABLES}
    (item,) = course_of(files).modules[0].items
    assert _right(item) == (4, 6, "mg")
    assert any(
        "there is no variable dos in course.yml" in one
        for one in said("## Number: N {#nn}\n\n= {{dos}}", WITH_VARIABLES)
    )
    found = [one for one in said("## Number: N {#nn}\n\n= {{bad}} mg", WITH_VARIABLES) if "QUE-010" in one]
    assert len(found) == 1 and "1,500 has a comma in it" in found[0], found


def test_a_variable_stands_in_a_formula() -> None:
    """Numbers as they are, other words as words."""
    text = "## Quiz: Which? {#which}\n\n- [x] So $x^{{dose}}$, ${{share}}$, ${{n}}$\n- [ ] No"
    (item,) = course_of({**module(text), **WITH_VARIABLES}).modules[0].items
    assert _right(item) == ["So x⁵, 50 % of all, n"]


@for_each(
    ("formula", "meant"),
    [("10^12", "^{12}"), ("10^-3", "^{-3}"), ("x_12", "_{12}"), ("2^-n", "^{-n}"), ("10^1.5", "^{1.5}")],
)
def test_a_power_of_several_signs_has_braces(formula: str, meant: str) -> None:
    """Without them only its first sign is set high."""
    found = said(f"It is ${formula}$.")
    assert len(found) == 1 and found[0].startswith("STR-049") and found[0].endswith(f"Write {meant}"), found


@for_each("formula", ["x^2", "x^{12}", "x_1 2", "x^2y", "a_1b_2", "10^n", "x^2+3", "y_1."])
def test_a_power_of_one_sign_has_none(formula: str) -> None:
    """As in TeX."""
    assert not said(f"It is ${formula}$.")


@for_each(
    ("text", "hint"),
    [
        ("Match them. {=dog -> bark =cat -> meow}", "| dog | bark |"),
        ("One and one is {=two =2}", "[[two|2]]"),
        ("Which? {=a =b =c}", "[[a|b|c]]"),
        ("When was he born?{#1822:5}", "= 1822 ± 5"),
        ("It has {2:NUMERICAL:=2.1:0.1} million.", "= 2.1 ± 0.1"),
        ("## Match: Sounds {#sounds}\n\n- cat: meow\n- dog: woof", "| cat | meow | , | dog | woof |"),
        ("How old? Say {#3..5} years.", "= 3..5"),
        ("## Number: Dose? {#5:0.5}\n\nSay it.", "= 5 ± 0.5"),
        ("## Match: Sounds {#sounds}\n\n{=dog -> bark =cat -> meow}", "| dog | bark | , | cat | meow |"),
        ("## Match: Sounds {#sounds}\n\n- dog → bark\n- cat → meow", "| dog | bark | , | cat | meow |"),
    ],
)
def test_what_gift_writes_becomes_the_block_that_it_is(text: str, hint: str) -> None:
    """With its own answer."""
    assert any(hint in one for one in said(text)), said(text)


def test_a_hint_repeats_six_pairs() -> None:
    """And says that there are more."""
    pairs = "\n".join(f"- w{at} → m{at}" for at in range(7))
    (found,) = said(f"## Match: Sounds {{#sounds}}\n\n{pairs}")
    assert found.endswith("| w5 | m5 | and so on"), found
    (found,) = said("## Match: Sounds {#sounds}\n\n" + pairs.rpartition("\n")[0])
    assert found.endswith("| w5 | m5 |"), found


@for_each(
    ("body", "line", "hint"),
    [
        (
            "**Helps**\n\n- trust\n- time\n\n**Hinders**\n\n- fear",
            "Answer: trust is Hinders",
            "- trust below **Hinders**",
        ),
        (
            "**Helps**\n\n- trust\n- time\n\n**Hinders**\n\n- fear",
            "Worked answer: trust - Hinders",
            "- trust below **Hinders**",
        ),
        (
            "**Helps**\n\n- trust\n- time\n\n**Hinders**\n\n- fear",
            "Answers: Helps: trust; Hinders: fear, time",
            "- time below **Hinders**",
        ),
    ],
)
def test_an_answer_line_that_contradicts_the_groups_is_reported(body: str, line: str, hint: str) -> None:
    """It is not only called a worked answer."""
    (found,) = said(f"## Sort: Which? {{#which}}\n\n{body}\n\n{line}")
    assert found.startswith("QUE-018") and hint in found and " If " in found.replace(", if", " If "), found


def test_an_answer_line_that_names_one_pair_is_held_against_its_row() -> None:
    """Also where it leaves out the others."""
    table = "| A | B |\n| --- | --- |\n| dog | bark |\n| cat | meow |"
    (found,) = said(f"## Match: Which? {{#which}}\n\n{table}\n\nAnswer: dog - meow")
    assert "| dog | meow |" in found and "only delete the line" in found, found
    (found,) = said(f"## Match: Which? {{#which}}\n\n{table}\n\nAnswer: dog - bark")
    assert "says so already" in found, found


def test_letters_of_groups_and_numbers_of_items_are_not_confused() -> None:
    """`1-A` is the first item in the group called A."""
    body = "**A**\n\n- Assess\n- Visit\n\n**B**\n\n- Arrest"
    (found,) = said(f"## Sort: Who? {{#who}}\n\n{body}\n\nAnswers: 1-A, 2-A, 3-B")
    assert "says so already" in found, found


def test_a_time_or_a_price_in_an_answer_line_says_what_it_may_be() -> None:
    """And is never made a number of its own."""
    (found,) = said("## Number: When? {#when}\n\nAnswer: 10:30")
    assert "Ask for it in a text with a gap" in found and "[[10:30]]" in found, found
    (found,) = said("## Number: How much? {#how-much}\n\nCorrect answer: £1,250")
    assert "Write 1250 without the comma" in found and "1.25" in found, found


@for_each(
    ("option", "meant"),
    [
        ("- [x] B) Two ✅", "- [x] B) Two"),
        ("- [x] B) Two (correct)", "- [x] B) Two"),
        ("- [x] B. Two ✓", "- [x] B. Two"),
    ],
)
def test_hint_and_change_leave_the_same_letter(option: str, meant: str) -> None:
    """The letter of an option, as other options have theirs."""
    text = f"## Quiz: Which? {{#which}}\n\n- [ ] A) One\n{option}"
    (found,) = said(text)
    assert found.endswith(f"Write {meant}") and f"\n{meant}\n" in mended(text), found


@for_each("second", ["**Model answer:** Ring.", "Example: Ring.", "Sample answer: Ring."])
def test_a_second_example_is_reported(second: str) -> None:
    """It would be words of the first."""
    found = said(f"## Reflect: What? {{#what}}\n\nExample: Wait.\n\n{second}")
    assert len(found) == 1 and "a question has one example" in found[0] and found[0].endswith("Ring."), found


@for_each("sign", ["\\S 47", "\\pounds 5", "5 \\mu g", "\\alpha", "and \\ldots"])
def test_a_command_of_latex_among_words_is_reported(sign: str) -> None:
    """Without braces too."""
    found = said(f"See {sign} here.")
    assert len(found) == 1 and "is a sign of a formula in LaTeX" in found[0], found


@for_each("words", ["C:\\mu\\files", "\\\\server\\S", "a\\*b", "`\\S`", "$\\alpha$"])
def test_a_path_or_a_formula_is_no_such_command(words: str) -> None:
    """Nor is code."""
    assert not any("is a sign of a formula" in one for one in said(f"See {words} here."))
