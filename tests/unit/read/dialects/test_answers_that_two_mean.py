"""What may be read in two ways is reported, and never decided: letters that are words too, fractions with units, figures of lists."""

from tests.cases import for_each
from tests.limits.pairs import module, report_of


def said(text: str) -> list[str]:
    """Rule, message and hint of all that is reported."""
    return [f"{d.rule}: {d.message}. {d.hint}" for d in report_of(module(text))]


@for_each(
    "lines",
    [
        "A. AB\nB. A\nC. O\n\nANSWER: A",
        "A) B\nB) C\nC) A\n\nANSWER: C",
        "a) AB\nb) A\nc) B\n\nAnswer: A, B",
        "1. 2\n2. 3\n3. 4\n\nAnswer: 2",
        "А. Б\nБ. А\nВ. Ніщо\n\nВідповідь: А",
        "A. C\nB. A\nC. B\n\nAnswer: B",
    ],
)
def test_a_letter_that_is_another_option_too_decides_nothing(lines: str) -> None:
    """The right answer is the author's to say."""
    found = [one for one in said(f"## Quiz: Which? {{#which}}\n\nWhich is it?\n\n{lines}") if one.startswith("QUE-018")]
    assert len(found) == 1 and "those of two" in found[0] and "- [x] words" in found[0], found


@for_each(
    ("lines", "right"),
    [
        ("A. A\nB. B\nC. None\n\nAnswer: A", "- [x] A"),
        ("- A\n- B\n\nAnswer: B", "- [x] B"),
        ("1. One\n2. Two\n\nAnswer: Two", "- [x] Two"),
        ("A. Blood\nB. Water\n\nAnswer: B", "- [x] Water"),
        ("1. Five\n2. Six\n\nAnswer: 2", "- [x] Six"),
    ],
)
def test_a_letter_that_means_one_option_is_it(lines: str, right: str) -> None:
    """By its name, or by its words."""
    found = [one for one in said(f"## Quiz: Which? {{#which}}\n\nWhich is it?\n\n{lines}") if one.startswith("QUE-018")]
    assert len(found) == 1 and right in found[0], found


@for_each("line", ["= 1 1/3 cups", "= ⅓ tablet", "= £1/3", "= 2/3 ± 0.01"])
def test_a_fraction_keeps_its_unit_and_what_may_be_added(line: str) -> None:
    """Only the fraction itself is to be written otherwise."""
    (found,) = said(f"## Number: How many? {{#many}}\n\n{line}")
    assert " in place of " in found and "= " not in found.partition(" in place of ")[2].partition(":")[0], found


@for_each("signs", ["١. أولا\n٢. ثانيا", "۱) یک\n۲) دو", "१. एक\n२. दो"])
def test_figures_of_other_scripts_begin_no_list_and_are_reported(signs: str) -> None:
    """With what to write, and nothing of lists that are too deep."""
    found = said(signs)
    assert sum("does not begin an entry of a list" in one for one in found) == 2, found
    assert not any("deep" in one for one in found)


@for_each("text", ["<!-- a note --> Words behind it.", "<!-- one\ntwo --> More words."])
def test_words_behind_a_comment_are_reported_by_their_cause(text: str) -> None:
    """A comment that begins a line hides all of the line on which it ends."""
    (found,) = said(text)
    assert "behind a comment" in found and "line of its own" in found


def test_a_footnote_in_what_is_chosen_is_reported_where_it_stands() -> None:
    """A group and a partner; beside what is matched a note is well."""
    sort = (
        "## Sort: Which? {#which}\n\n**G[^e]**\n\n- one[^b]\n- two\n\n**H**\n\n- three\n\n[^e]: Note.\n\n[^b]: Other."
    )
    match = "## Match: Pairs {#pairs}\n\n| A | B |\n| --- | --- |\n| a[^b] | b[^e] |\n| d | e |\n\n[^e]: Note.\n\n[^b]: Other."
    for text, line in ((sort, 7), (match, 9)):
        (found,) = report_of(module(text))
        assert (found.rule, found.span.line) == ("LNK-002", line)


@for_each(
    ("braces", "meant"),
    [
        ("{#5:0.5}", "= 5 ± 0.5"),
        ("{#1822:5}", "= 1822 ± 5"),
        ("{#7:0}", "= 7"),
        ("{#1822}", "= 1822"),
        ("{#5..7}", "= 5..7"),
    ],
)
def test_a_number_of_gift_keeps_what_may_be_added(braces: str, meant: str) -> None:
    """Behind its colon."""
    (found,) = said(f"What dose is it? {braces}")
    assert found.startswith("STR-018") and found.endswith(f"below it: {meant}"), found
