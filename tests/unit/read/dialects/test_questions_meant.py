"""Questions that other tools, chat assistants and people write in their own way: known as questions, with their own words in the remedy."""

from tests.cases import for_each
from tests.unit.read.dialects.test_right_answers_kept import mended, right_answers, said

THREE = "A. Hiding children\nB. Protecting children\nC. Moving children"
KEY = "**1. What is a child?**\n\nA) One\nB) Two\n\n**2. What is a map?**\n\nA) A paper\nB) A way"
TWO = "What is one?\n\n- [ ] One\n- [x] Two\n\nWhat is two?\n\n- [x] Three\n- [ ] Four"


@for_each(
    "folded",
    [
        "<details>\n<summary>Show answer</summary>\n\n**B. Protecting children**\n\n</details>",
        "<details><summary>Answer</summary>B</details>",
        "<details><summary>💡 Click for the solution</summary>The correct answer is B.</details>",
        "<details>\n<summary>Ateb</summary>\n\nB\n\n</details>",
        "<details>\n<summary>Відповідь</summary>\n\nB\n\n</details>",
    ],
)
def test_an_answer_in_a_part_that_opens_ticks_its_option(folded: str) -> None:
    """As chat assistants write it; also below a heading of ours."""
    found = said(f"### Question 1\n\nWhat is it?\n\n{THREE}\n\n{folded}")
    (tick,) = [one for one in found if one.startswith("QUE-018")]
    assert "Write ## Quiz: What is it? , then - [ ] Hiding children , - [x] Protecting children" in tick, tick
    assert not any("STR-045" in one for one in found), found
    found = said(f"## Quiz: What is it? {{#what}}\n\n{THREE}\n\n{folded}")
    assert len(found) == 1 and "- [x] Protecting children" in found[0] and "delete this part" in found[0], found


@for_each(
    ("name", "label"),
    [("Hint", "Hint"), ("Need a clue?", "Hint"), ("Підказка", "Hint"), ("Why? The explanation", "Worked answer")],
)
def test_a_part_that_opens_below_options_is_help(name: str, label: str) -> None:
    """It is written as a paragraph."""
    text = f"## Quiz: Which? {{#which}}\n\n- [ ] One\n- [x] Two\n\n<details><summary>{name}</summary>Think of it.</details>"
    (found,) = said(text)
    assert found.endswith(f"with a blank line above it: {label}: Think of it."), found


def test_a_part_that_opens_and_contradicts_the_tick_is_reported() -> None:
    """Beside the part itself."""
    text = "## Quiz: Which? {#which}\n\n- [ ] One\n- [x] Two\n\n<details><summary>Answer</summary>One</details>"
    assert any("this says that “One” is right, and the tick is at “Two”" in one for one in said(text))


@for_each(
    "key",
    [
        "**Answer Key**\n\n1. B\n2. A",
        "Answers:\n\n1. B\n2. A",
        "Answers: 1. B, 2. A",
        "Answer key: 1-B 2-A",
        "## Answer key\n\n1. B\n2. A",
        "Odpowiedzi: 1. B, 2. A",
        "Key: 1) B; 2) A",
    ],
)
def test_a_list_of_answers_ticks_an_option_of_each_question(key: str) -> None:
    """All at once, and the list goes."""
    text = mended(f"{KEY}\n\n{key}")
    assert right_answers(text) == [["Two"], ["A paper"]], text
    assert not said(text), said(text)


def test_a_list_of_answers_left_below_the_last_question_is_not_its_own() -> None:
    """The first answer of it is that to the first question."""
    (found,) = said("## Quiz: Which? {#which}\n\n- [ ] One\n- [x] Two\n\nAnswers:\n\n1. A\n2. B")
    assert "these lines say which options are right, by letters" in found, found


def test_an_answer_line_and_a_sign_that_differ_tick_nothing() -> None:
    """Only the author knows which of them is right."""
    text = "## Quiz: Which? {#which}\n\nA. One\nB. Two ✔️\nC. Three\n\n**Correct Answer: C**"
    assert any("another line or a sign says something else" in one for one in said(text)), said(text)
    assert right_answers(mended(text)) == [[]]


@for_each(
    ("text", "right"),
    [
        ("**Question 1: Which is it?**\n\n- [ ] A) One\n- [ ] B) Two\n\n✅ **Correct answer: B) Two**", ["Two"]),
        ("Which is true? (Select two)\n\n1. A\n2. B\n3. C\n\nAnswers: 1 and 3", ["A", "C"]),
        ("**1. Which is it?**\nA. Wait\nB. Ring\n\nAnswer: B", ["Ring"]),
    ],
)
def test_an_answer_line_of_chat_assistants_ticks_its_option(text: str, right: list[str]) -> None:
    """With a sign before it, a remark behind the question, or the question directly above."""
    assert right_answers(mended(text)) == [right], mended(text)


def test_questions_in_one_numbered_list_are_each_reported() -> None:
    """With their own options and answers."""
    text = "1. What is abuse?\na) Harm\nb) Help\nAns: a\n\n2. What is trust?\na) Fear\nb) Hope\nAns: b"
    found = said(text)
    assert [one.partition("Write ")[2] for one in found] == [
        "## Quiz: What is abuse? , then - [x] Harm , - [ ] Help, and delete this line.",
        "## Quiz: What is trust? , then - [ ] Fear , - [x] Hope, and delete this line.",
    ], found


def test_answers_to_two_questions_decide_nothing_for_one() -> None:
    """Of one question only the author knows which of them is meant."""
    assert right_answers(mended("Which is last?\n\n- A. One\n- B. Two\n\nAnswers: 1. A, 2. B")) == []


@for_each(
    "mark",
    ["*(correct)*", "**(correct)**", "_(correct answer)_", "(*correct*)", "*(cywir)*", "_(правильно)_", "*(poprawna)*"],
)
def test_a_mark_in_italics_or_bold_is_a_mark(mark: str) -> None:
    """With ticks and without."""
    text = mended(f"## Quiz: Which? {{#which}}\n\n- One\n- Two {mark}\n- Three")
    assert right_answers(text) == [["Two"]] and mark not in text, text
    text = mended(f"**2. Which is right?**\n\n- (a) One\n- (b) Two {mark}")
    assert right_answers(text) == [["Two"]] and mark not in text, text
    (found,) = said(f"## Quiz: Which? {{#which}}\n\n- [ ] One\n- [x] Two {mark}")
    assert found.endswith("Write - [x] Two"), found


@for_each("words", ["(a *correct* copy)", "_Two_ (or more)", "*Two*", "the **right** one (left)"])
def test_words_in_italics_are_no_mark(words: str) -> None:
    """Nor are words between brackets."""
    assert not said(f"## Quiz: Which? {{#which}}\n\n- [ ] One\n- [x] {words}")


@for_each(
    ("head", "entries"),
    [
        ("## Scale: How bad? {#bad}", ("> 6 severe", "10. worst", "+ more", "# 4")),
        ("## Survey: Views {#views}\n\n**Who?**\n\n- me\n- you\n\n**How old?**", ("> 65", "18. to 65")),
        ("## Stages: Steps {#steps}", ("> 5", "10. June")),
        ("## Order: Steps {#steps}", ("> 5", "10. June")),
    ],
)
def test_a_sign_at_the_beginning_of_an_entry_is_escaped(head: str, entries: tuple[str, ...]) -> None:
    """The entry has words; its sign begins something else."""
    number = head.startswith(("## Stages", "## Order"))
    lines = "\n".join(f"{f'{at}.' if number else '-'} {words}" for at, words in enumerate(("One", *entries), 1))
    found = [one for one in said(f"{head}\n\n{lines}") if " begins a" in one]
    assert len(found) == len(entries) and all("\\" in one.rpartition("Write: ")[2] for one in found), found
    text = mended(f"{head}\n\n{lines}") if "# 4" not in entries else ""
    assert not text or not said(text), said(text)


def test_an_entry_without_words_is_told_to_have_some() -> None:
    """A dash alone is one."""
    assert any("Write a few words after the dash." in one for one in said("## Scale: How? {#how}\n\n- One\n-\n- Two"))


@for_each("bold", ["", "**"])
def test_questions_below_one_heading_get_headings_of_their_own(bold: str) -> None:
    """Each is then a question."""
    asked = TWO.replace("What is one?", f"{bold}What is one?{bold}").replace(
        "What is two?", f"{bold}What is two?{bold}"
    )
    text = mended(f"## Knowledge check\n\n{asked}")
    assert right_answers(text) == [["Two"], ["Three"]], text
    assert not said(text), said(text)


def test_a_second_question_in_a_quiz_gets_its_heading() -> None:
    """In place of words below the options."""
    text = mended(f"## Quiz: Knowledge check {{#check}}\n\n{TWO}")
    assert right_answers(text) == [["Two"], ["Three"]], text
    several = " , ".join(f"## Quiz: Is it {at}?" for at in range(6))
    blocks = "\n\n".join(f"Is it {at}?\n\n- [ ] One\n- [x] Two" for at in range(7))
    assert any(f"Write {several} and so on in place" in one for one in said(f"## Test yourself\n\n{blocks}"))


@for_each(
    ("text", "hint"),
    [
        ("## Declare: I agree {#agree}\n\n[ ] I have read it", "- [ ] I have read it"),
        ("## Declare: I agree {#agree}\n\n☐ I have read it", "- [ ] I have read it"),
        ("## Checklist: Things {#things}\n\n[ ] One\n[ ] Two", "- [ ] One"),
        ("## Checklist: Things {#things}\n\n- [] One\n- [] Two", "Write: - [ ] One"),
        ("Do you agree? [ ] Yes [ ] No", "- [ ] Yes , - [ ] No"),
        ("## Quiz: Which? {#which}\n\n[ ] Yes [x] No", "- [ ] Yes , - [x] No"),
        (
            "## Survey: Views {#views}\n\nHow clear?\n\n- Not\n- Very\n\nWhat used?\n\n- [ ] A\n- [ ] B",
            "**What used?**",
        ),
        ("## Survey: Views {#views}\n\n**One?**\n\n- ( ) me\n- ( ) you\n\n**Two?**\n\n- a\n- b", "Write: - me"),
        ("1. What is one?\n   - [ ] One\n   - [x] Two", "## Quiz: What is one?"),
        ("## Fiel: The form\n\n[The form](files/form.txt)", 'Did you mean "File:"?'),
        ("What is the capital?;Paris\nWhat is the river?;Seine", "below it: Paris"),
        ("Front: What is trust?\nBack: What holds.", "Write **What is trust?** alone"),
        ("1. The sky is blue. (T/F) **T**\n2. It is not. (T/F) **F**", "- [x] True and - [ ] False"),
        ("Question,Answer 1,Answer 2,Correct\nWhat?,One,Two,1", "A question is a heading"),
        ("Question: What is it?\nTime: 20 sec\nA: One\nB: Two\nCorrect: B", "- [x] Two"),
    ],
)
def test_a_block_written_in_another_way_has_its_own_words_in_the_hint(text: str, hint: str) -> None:
    """And not an example."""
    assert any(hint in one for one in said(text)), said(text)


@for_each(
    "word",
    ["Watch: the time", "Fill: in the form", "Stages: of grief", "Quiz: night", "Listen: to me", "Match: of the day"],
)
def test_an_ordinary_heading_that_begins_with_the_word_of_a_block_is_offered(word: str) -> None:
    """With a backslash before its colon."""
    name = word.partition(":")[0]
    assert any(one.endswith(f"For an ordinary heading, write {name}\\:") for one in said(f"## {word}\n\nWords."))
    assert not any("ordinary heading" in one for one in said(f"## {name}: The film\n\nWords."))


@for_each("heading", ["Scena: Dom", "Scenes: from a life", "Skala: jak jest"])
def test_a_word_of_another_language_is_not_misspelt(heading: str) -> None:
    """Above ordinary words."""
    assert not said(f"## {heading}\n\nWords.")


@for_each("braces", ["{Pause for discussion}", "{Show the film}", "{Laughter}", "{Read aloud}"])
def test_a_note_to_whoever_speaks_stands_for_no_other_words(braces: str) -> None:
    """Unlike `{First name}`."""
    assert not said(f"Read it. {braces} Then go on.")
    assert said("Dear {First name}, come in.")


@for_each(
    ("text", "address"),
    [
        (
            "## Sort: Which? {#which}\n\n**[A](https://example.org/)**\n\n- One\n\n**B**\n\n- Two",
            "https://example.org/",
        ),
        (
            "## Match: Which? {#which}\n\n| A | B |\n| --- | --- |\n| one | [two](https://example.org/) |\n| c | d |",
            "https://example.org/",
        ),
    ],
)
def test_a_link_in_what_is_chosen_from_a_list_is_reported(text: str, address: str) -> None:
    """Nobody could follow it."""
    (found,) = said(text)
    assert found.startswith("LNK-001") and address in found, found
    assert not said(
        "## Match: Which? {#which}\n\n| A | B |\n| --- | --- |\n| [one](https://example.org/) | two |\n| c | d |"
    )
