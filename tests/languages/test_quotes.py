"""Quotes as a printer sets them in each language that is known, once more written down: whoever is quoted reads them."""

import pytest

from builder.read.typography import typeset
from tests.cases import for_each

SET = {
    "“a ‘b’ c”": "en cy ga gd kw ko th tr nl",
    "„a ‚b‘ c“": "de cs sk sl bg is et lt",
    "«a “b” c»": "es it pt ca gl eu el no nb nn fa",
    "«a „b“ c»": "uk ru be",
    "„a ‚b’ c”": "pl ro hu hr sr bs",
    "”a ’b’ c”": "sv fi",
    "«\u202fa “b” c\u202f»": "fr",
    "\"a 'b' c\"": "xx ar ja zh lv",
}
"""What becomes of "a 'b' c" -> in which languages; straight ones stay where the printer's are not known."""


@for_each(("quoted", "tag"), [(quoted, tag) for quoted, tags in SET.items() for tag in tags.split()])
def test_each_language_has_its_quotes(quoted: str, tag: str) -> None:
    """Outer and inner ones, with a region or a script too."""
    for written in (tag, f"{tag}-XX", f"{tag.upper()}-Latn"):
        assert typeset("\"a 'b' c\"", written) == quoted


@for_each(
    ("text", "expected"),
    [
        ("so", "so"),
        ("a -- b --- c", "a – b — c"),
        ("a - b", "a - b"),
        ("a.. b... c....", "a.. b… c…."),
        ('("a") ["b"] {"c"}', "(“a”) [“b”] {“c”}"),
        ('a—"b"–"c"/"d"', "a—“b”–“c”/“d”"),
        ('a\u00a0"b"', "a\u00a0“b”"),
        ("\"'a' b\"", "“‘a’ b”"),
        ("a\"b 'c", "a”b ‘c"),
        ('" a', "” a"),
        ("the dogs' tails", "the dogs’ tails"),
        ("'the dogs' tails'", "‘the dogs’ tails’"),
        ("in the '90s, '45 and '9", "in the ’90s, ’45 and ‘9"),
        ("'tis 'twas 'twere 'twill 'twould 'em 'til", "’tis ’twas ’twere ’twill ’twould ’em ’til"),
        ("'tisane' 'emu'", "‘tisane’ ‘emu’"),
        ("o'tis", "o’tis"),
        ("rock 'n' roll, R'n'B, 'n' so", "rock ’n’ roll, R’n’B, ’n’ so"),
        ("5'10\" and 6'2\" tall, 5'100\"", "5′10″ and 6′2″ tall, 5’100”"),
    ],
)
def test_english_is_set_as_a_printer_sets_it(text: str, expected: str) -> None:
    """Letters that are left out, feet and inches, quotes in quotes."""
    assert typeset(text, "en-GB") == expected


@pytest.mark.parametrize(("before", "expected"), [("a", "’b’"), (" ", "‘b’"), ("(", "‘b’"), ("", "‘b’")])
def test_what_stands_in_front_decides_whether_a_quote_opens(before: str, expected: str) -> None:
    """As when a link or emphasis ends there; it is no part of what is set."""
    assert typeset("'b'", "en", before) == expected


def test_other_languages_have_no_english_apostrophes() -> None:
    """They would be quotes that are never closed."""
    assert typeset("'til 'em'", "de") == "‚til ‚em‘"
    assert typeset("l'ami dit 'oui'", "fr") == "l’ami dit “oui”"


def test_in_welsh_letters_are_left_out_at_the_beginning_of_a_word() -> None:
    """Of these words alone; a quotation that begins with another word, or is one of them, has its quotes."""
    words = "sgol stafell steddfod sgidiau sgwrs dw dwi rwy ro roedd oes mond chos nawr nôl lly fyd run rhen na ma di smo sdim"
    for word in words.split():
        assert typeset(f"Aeth i'r '{word} wedyn.", "cy") == f"Aeth i’r ’{word} wedyn."
        assert typeset(f"Dywedodd '{word}' wedyn.", "cy") == f"Dywedodd ‘{word}’ wedyn."
    assert typeset("Dywedodd 'diolch yn fawr'.", "cy") == "Dywedodd ‘diolch yn fawr’."
    assert typeset("She said 'ma foi' twice.", "en") == "She said ‘ma foi’ twice."


@for_each("text", ["Run ls --color.", "git --no-pager log", "--quiet", "Use (--all) or --dry-run=yes."])
def test_an_option_of_a_command_keeps_its_hyphens(text: str) -> None:
    """A learner who types it with a dash gets an error."""
    assert typeset(text, "en-GB") == text


@for_each(
    ("text", "expected"),
    [
        ("So -- yes", "So – yes"),
        ("2019--2023", "2019–2023"),
        ("A man --and a child-- rang.", "A man –and a child– rang."),
        ("“Wait.” --Dana", "“Wait.” –Dana"),
        ("Yes --5 of them", "Yes –5 of them"),
        ("so --- so", "so — so"),
    ],
)
def test_other_pairs_of_hyphens_are_dashes(text: str, expected: str) -> None:
    """Between words, between figures, before a name, and around words."""
    assert typeset(text, "en-GB") == expected
