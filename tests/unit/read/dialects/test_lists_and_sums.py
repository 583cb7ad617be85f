"""Numbers of lists and stars of sums, which markdown takes from learners: what is reported, and what its remedy shows."""

from builder.model.diagnostics import Diagnostic
from tests.cases import for_each
from tests.limits.pairs import module, report_of
from tests.rules.corpus import MODULE, applied
from tests.unit.read.signs.test_signs import page_of


def mended(typed: str, found: Diagnostic) -> str:
    """The module with the remedy, without its front matter."""
    text = str(module(typed)[MODULE])
    return applied(text, found.fix).partition("---\n\n")[2].rstrip("\n")


@for_each(
    ("typed", "kept"),
    [
        ("17. Children\n47. Duty\n20. Home", "- 17\\. Children\n- 47\\. Duty\n- 20\\. Home"),
        ("1989. Act\n2004. Agencies", "- 1989\\. Act\n- 2004\\. Agencies"),
        ("> 10. ten\n> 9. nine", "> - 10\\. ten\n> - 9\\. nine"),
        ("- Doses\n\n  2) low\n  5) high", "- Doses\n\n  - 2\\) low\n  - 5\\) high"),
    ],
)
def test_a_list_whose_numbers_do_not_count_on_keeps_them_by_its_remedy(typed: str, kept: str) -> None:
    """Learners would see other sections, years and doses: behind a dash and a backslash they see what was typed."""
    (found,) = report_of(module(typed))
    assert found.rule == "STR-048" and "learners would see" in found.message
    assert mended(typed, found) == kept
    assert report_of(module(kept)) == ()


def test_a_kept_number_is_shown() -> None:
    """A dash, a number and a backslash show that number."""
    assert "17. Children" in page_of("- 17\\. Children\n- 47\\. Duty")


@for_each("typed", ["1. one\n2. two\n2. three\n4. four", "1. one\n2. two\n\n1. three\n2. four"])
def test_a_slip_in_the_numbers_has_no_remedy_of_its_own(typed: str) -> None:
    """Whether it is one list, two, or has numbers of its own, only the author knows."""
    (found,) = report_of(module(typed))
    assert found.rule == "STR-048" and not found.fix and "1, 2, 3, 4" in found.hint


@for_each(
    "typed",
    [
        "1. one\n1. two\n1. three",
        "4. four\n5. five",
        "0. none\n0. none of these",
        "We were born in\n1989. It was a good year.",
        "1. One\n\nSome words.\n\n2. Two\n\nMore words.\n\n5. Five",
        "He has 17. She has 20.",
    ],
)
def test_numbers_that_learners_see_as_they_are_typed_are_no_fault(typed: str) -> None:
    """Also where each is the same, as markdown allows."""
    assert report_of(module(typed)) == ()


@for_each(
    ("typed", "kept"),
    [
        ("The sum 5*10^-3 and f(x) = x_1*x_2.", "The sum 5\\*10^-3 and f(x) = x_1\\*x_2."),
        ("It is kg/m**2 and r**2.", "It is kg/m^2^ and r^2^."),
        ("So weight*dose*days is used.", "So weight\\*dose\\*days is used."),
        ("It is kg*rate and vol*rate.", "It is kg\\*rate and vol\\*rate."),
        ("So a*b*c is used.", "So a\\*b\\*c is used."),
        ("Code `a*b` and a*x and b*y.", "Code `a*b` and a\\*x and b\\*y."),
    ],
)
def test_stars_of_sums_are_kept_by_their_remedy(typed: str, kept: str) -> None:
    """Learners would read other numbers and names: the stars are where they were, or a power is set high."""
    (found,) = report_of(module(typed))
    assert "so learners read" in found.message
    assert mended(typed, found) == kept
    assert report_of(module(kept)) == ()


@for_each(
    "typed",
    [
        "This is *very*important and *half*hearted.",
        "It is un*believ*able, pho**tog**raphy and re*cord*ing.",
        "We have 5* hotels and 3* ones.",
        "*Note*s and **warn**ings, *in italics* and **in bold**.",
        "A sum 2 * 3 * 4, an escaped a\\*b\\*c and `a*b*c`.",
        "The room is 3*4 m.",
    ],
)
def test_stars_that_stress_a_part_of_a_word_are_no_sum(typed: str) -> None:
    """Syllables, parts of words and single stars."""
    assert report_of(module(typed)) == ()


@for_each(
    ("typed", "kept"),
    [
        ("1.1 Intro\n1.2 Scope\n1.2.1 Detail\n2.1 Next", "- 1.1 Intro\n- 1.2 Scope\n- 1.2.1 Detail\n- 2.1 Next"),
        ("1.2.1 One\n1.2.2 Two", "- 1.2.1 One\n- 1.2.2 Two"),
        ("Q1. What?\nQ2. Why?", "- Q1. What?\n- Q2. Why?"),
        ("Art. 3\nArt. 8", "- Art. 3\n- Art. 8"),
        ("Section 17: need\nSection 47: harm", "- Section 17: need\n- Section 47: harm"),
        ("✓ yes\n✗ no", "- ✓ yes\n- ✗ no"),
        ("① one\n② two", "1. one\n2. two"),
    ],
)
def test_lines_that_run_together_become_a_list_by_one_remedy(typed: str, kept: str) -> None:
    """All of them, so that none runs on into the entry above it."""
    found = report_of(module(typed))
    assert {d.rule for d in found} == {"STR-045"} and len(found) == len(typed.splitlines())
    assert mended(typed, found[0]) == kept
    assert report_of(module(kept)) == ()


@for_each(
    "typed",
    [
        "Section 17 is about need.\nSection 47 is about harm.",
        "Take 1.5 mg in the morning\nand\n2.5 mg at night, then\n3.5 mg the next day.",
        "Q1 was good. So was\nQ2 for us.",
        "The rooms are\n1.1 miles away.",
        "This is in\nSection 3 of the Act, and in the long schedule that was added to it later,\nSection 4 too.",
        "What to take:\n+ 3 pens",
    ],
)
def test_sentences_that_begin_with_a_number_or_a_part_of_a_law_are_no_list(typed: str) -> None:
    """Lines may be wrapped before a number, and a sentence ends with a full stop."""
    assert report_of(module(typed)) == ()


def test_a_plus_before_a_number_that_ends_a_sentence_is_reported() -> None:
    """It begins a list, so learners would not see it."""
    (found,) = report_of(module("The result is\n+ 3 points."))
    assert found.rule == "STR-048" and "Write: +3" in found.hint
    assert report_of(module("The result is\n+3 points.")) == ()


@for_each(("typed", "is_sum"), [("dose*days*more", True), ("dos*days*more", False), ("a*b*c", True)])
def test_whole_words_with_stars_between_are_a_sum(typed: str, is_sum: bool) -> None:
    """Of four letters; single letters are one too, and a part of a word in italics is none."""
    assert bool(report_of(module(f"The value is {typed} here."))) == is_sum


@for_each(("count", "named"), [(6, "8, 6, 4, 2, 1, 9, and"), (7, "8, 6, 4, 2, 1, 9 …, and")])
def test_six_numbers_of_a_list_are_named(count: int, named: str) -> None:
    """Of more there are points."""
    (found,) = report_of(module("\n".join(f"{number}. Part" for number in (8, 6, 4, 2, 1, 9, 5)[:count])))
    assert named in found.message
