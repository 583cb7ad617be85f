"""Words that set one option against another, and words of comments: what they say of an option, in several languages."""

from builder.read.files.source import Source
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines.claims import set_against
from builder.read.near_miss.answer_lines.marks import says_right, says_wrong
from builder.read.near_miss.answer_lines.options import Option
from tests.cases import for_each
from tests.limits.pairs import module, report_of

SOURCE = Source("01-welcome.md", ("Trust", "Fear"))
OPTIONS = [Option(Line(SOURCE, number, 1, words), 0, "") for number, words in enumerate(SOURCE.lines, 1)]
FEAR = [
    *("Fear, not Trust.", "Fear and not trust", "Fear but not the trust", "Fear rather than Trust.", "Fear instead of Trust"),
    *("It is Fear, not Trust, that helps most.", "It’s fear, not trust.", "It was fear – not trust", "This is the fear, not trust"),
    *("No, fear, not trust", "Sorry, it’s fear, not trust", "Actually, fear, not trust", "Remember: fear, not trust", "Yes, fear, not trust"),
    *("Choose fear, not trust", "Pick fear, not trust", "Tick fear, not trust", "Select fear, not trust", "Take fear, not trust"),
    *("You should have chosen Fear, not Trust", "You should have ticked fear rather than trust", "You should have picked fear, not trust"),
    *("Fear helps most, not trust", "Fear ≠ trust", "Fear, never trust"[:4] + ", not trust"),
    *("Fear, nid trust", "Fear, ddim trust", "Fear yn hytrach na trust", "Na, fear, nid trust", "Nage, fear, nid y trust", "Fear, nid yr trust"),
    *("Це fear, а не trust", "Ні, fear, не trust", "Это fear, а не trust", "Нет, fear и не trust"),
    *("C’est fear, pas trust", "C’est la fear et non le trust", "Non, les fear plutôt que l’trust", "Fear, et non pas"[:4] + ", non trust"),
    *("Es ist die Fear, nicht der Trust", "Das ist das Fear statt Trust", "Nein, fear und nicht trust"),
    *("Es fear, no trust", "Es el fear en lugar de trust", "È fear e non trust", "É fear y no trust"),
    *("To jest to fear, a nie trust", "Nie, to fear, nie trust", "Fear zamiast trust", "Fear i nie trust"),
    *("Fear, وليس trust", "Fear لا trust", "Fear, ma aha trust"),
    *("Not trust but fear.", "It is not trust but fear", "It isn’t trust, it’s fear", "It wasn’t trust: it was fear", "Not trust. It is fear"),
    *("Nid trust ond fear", "Не trust, але fear", "Не trust, а fear", "Не trust, но fear", "Це не trust, а fear", "Это не trust, а fear"),
    *("Ce n’est pas trust mais fear", "Ne pas trust mais fear", "Pas trust mais fear", "Nicht trust, sondern fear"),
    *("Non trust ma fear", "Nie trust, ale fear", "Nie trust, lecz fear", "ليس trust بل fear"),
    *("It is fear.", "It’s “Fear”.", "It was the fear", "No, it is fear", "Sorry. It is fear", "C’est la fear", "Es ist fear", "Це fear", "Это fear"),
]  # fmt: skip
NOTHING = [
    *("Families need fear, not trust.", "Fear, not trust, that families need", "Fear and trust", "It is fear of the dark"),
    *("It is not easy to trust", "That is fear", "Fearless, not trust", "Fear, not trusting", "Not always trust but sometimes fear", ""),
]  # fmt: skip
RIGHT = [
    *("correct", "Correct answer", "this is correct", "right answer", "This is the right one", "answer", "the answer", "this one"),
    *("true", "cywir", "правильно", "вірно", "richtig", "bonne réponse", "✓", "x", "correct: said twice", "answer – see the film"),
]  # fmt: skip
WRONG = [
    *("incorrect", "wrong", "false", "not correct", "not right", "this is not the answer", "not wrong", "anghywir", "falsch", "faux"),
    *("incorrecto", "incorrecta", "неправильно", "невірно", "✗", "✘", "❌", "wrong, see the film"),
]  # fmt: skip
NEITHER = [
    "right order? ask Sam",
    "a common mistake",
    "correct this",
    "answers are on page 3",
    "first in the film",
    "wrongly spelt before",
]


@for_each("said", FEAR)
def test_a_sentence_sets_one_option_against_the_other(said: str) -> None:
    """Here fear counts as right, whatever the language."""
    found = set(set_against(said, OPTIONS, "What helps most?"))
    assert (1, True) in found and (0, True) not in found, found


@for_each("said", NOTHING)
def test_a_sentence_that_says_something_else_is_left_alone(said: str) -> None:
    """Every longer word of it must be an option or a word of the question, or one such as these."""
    assert list(set_against(said, OPTIONS, "What helps most?")) == []


@for_each("word", ["that", "which", "this", "they", "here", "really", "always"])
def test_a_few_words_may_stand_beside_them(word: str) -> None:
    """They say nothing of another question."""
    assert list(set_against(f"Fear, not trust, {word} helps", OPTIONS, "What helps?"))


@for_each(
    ("said", "right", "wrong"),
    [*((r, True, False) for r in RIGHT), *((w, False, True) for w in WRONG), *((n, False, False) for n in NEITHER)],
)
def test_a_comment_beside_an_option_says_right_or_wrong(said: str, right: bool, wrong: bool) -> None:
    """As a whole, or before a reason."""
    assert (says_right(said), says_wrong(said)) == (right, wrong)


def test_a_comment_of_more_than_two_hundred_characters_is_not_looked_at() -> None:
    """It is no note of an author on an answer."""
    question = "## Quiz: What helps? {{#most}}\n\n- [x] Trust\n- [ ] Fear\n\n<!-- {}Answer: Fear -->"
    within, beyond = (question.format("so " * count) for count in (0, 70))
    assert [d.rule for d in report_of(module(within))] == ["QUE-018"]
    assert report_of(module(beyond)) == ()
