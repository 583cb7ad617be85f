"""Ids follow words, in every script: two that say something else have two ids, and nothing else decides."""

import re
import unicodedata
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.content import Fragment, Text
from builder.model.content.spelling import alike, meant, spelled, wording
from builder.read.files.source import Source
from builder.read.ids import Ids
from builder.read.module import name_modules, open_module
from builder.read.questions.option_ids import ids_of
from builder.read.settings.keys import ID
from builder.read.words_to_ids import anchor_of, block_id, id_of
from tests.cases import for_each, sample
from tests.scripts_of_the_world import EVERY, WORDS, sayings


def fragments(*words: str) -> list[Fragment]:
    """Options that say this."""
    return [Fragment((Text(one),), one) for one in words]


LATIN = {
    "Trust": "trust",
    "Time to learn, & room to fail": "time-to-learn-room-to-fail",
    "Café": "cafe",
    "Señor Muñoz’s façade": "senor-munozs-facade",
    "It isn't any of the others, is it?": "it-isnt-any-of-the-others-is",
    "3.5 metres": "n-3-5-metres",
    "12": "n-12",
    "About 40 %": "about-40",
    "The sign // in C": "the-sign-in-c",
    "True": "true",
    "A": "a",
    "Hawaiʻi": "hawaii",
}


@for_each(("words", "id"), LATIN.items())
def test_ids_of_latin_words_are_the_words(words: str, id: str) -> None:
    """As they were in every version: learners' answers hang on them."""
    assert ids_of(fragments(words, "Something else"), "option")[0] == id


def test_ids_of_latin_letters_with_accents_are_the_letters() -> None:
    """One accent or several, as in Vietnamese: `Tiếng Việt` can be read in its id."""
    assert id_of("Tiếng Việt", "option") == "tieng-viet"
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        base, *marks = unicodedata.normalize("NFD", letter)
        if marks and base.isascii():
            assert id_of(f"so{letter}", "option") == f"so{base.lower()}", letter
    assert id_of("नमस्ते so", "option") != "so"


@for_each("script", WORDS)
def test_each_of_many_options_has_an_id_of_its_own(script: str) -> None:
    """Of letters and digits alone, whatever the script or the signs; none is counted."""
    ids = ids_of(fragments(*WORDS[script]), "option")
    assert len(set(ids)) == len(ids) == len(WORDS[script])
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id) for id in ids), ids
    assert not any(re.fullmatch(r"option-\d{1,3}", id) for id in ids)


@for_each(("one", "other"), list(combinations(["C", "C++", "C#", "C−", "C?", "c’"], 2)))
def test_options_that_differ_in_a_sign_alone_have_two_ids(one: str, other: str) -> None:
    """Whichever stands first, and whatever stands beside them."""
    ids = ids_of(fragments(one, other), "option")
    assert len(set(ids)) == 2
    assert ids_of(fragments("Trust", other, "5", one), "option")[1::2] == ids[::-1]


@given(st.lists(sayings(), min_size=2, max_size=9, unique_by=alike), st.randoms(use_true_random=False))
@settings(max_examples=sample(200))
def test_ids_follow_their_words_into_any_order(said: list[str], chance: object) -> None:
    """For words of 14 scripts, signs and emoji."""
    before = dict(zip(said, ids_of(fragments(*said), "option"), strict=True))
    chance.shuffle(said)  # type: ignore[attr-defined]
    assert dict(zip(said, ids_of(fragments(*said), "option"), strict=True)) == before
    assert len(set(before.values())) == len(said)


@given(st.lists(sayings(), min_size=1, max_size=6, unique_by=alike), sayings())
@settings(max_examples=sample(300))
def test_an_option_more_never_takes_the_id_of_another(said: list[str], new: str) -> None:
    """Those that were there keep theirs, or have one that was nobody's; the new one has one that was nobody's."""
    if alike(new) in map(alike, said):
        return
    before = dict(zip(said, ids_of(fragments(*said), "option"), strict=True))
    after = dict(zip([*said, new], ids_of(fragments(*said, new), "option"), strict=True))
    for words, id in after.items():
        assert id not in before.values() or before.get(words) == id


@for_each("words", EVERY)
def test_what_does_not_count_leaves_an_id_as_it_is(words: str) -> None:
    """How a disk, an editor or a printer writes the same words: apart, in capitals, with other spaces and quotes."""
    id = id_of(words, "option")
    for form in ("NFC", "NFD"):
        assert id_of(unicodedata.normalize(form, words), "option") == id
    assert id_of(f"  {words} ", "option") == id
    assert id_of(words.replace(" ", "\u00a0"), "option") == id
    assert id_of("\u200b" + words + "\ufeff", "option") == id
    if words.upper().lower() == words.lower():
        assert id_of(words.upper(), "option") == id


def test_typography_is_no_part_of_the_words() -> None:
    """A later version may set quotes and dashes otherwise, or a translator’s editor does: nobody’s answer is lost."""
    for typed, printed in (
        ("м'який знак", "м’який знак"),
        ("м'який", "мʼякий"),
        ('"так"', "«так»"),
        ("а - б", "а – б"),
        ("Oui ?", "Oui ?"),
    ):
        assert id_of(typed, "option") == id_of(printed, "option")
    assert id_of("Довіра.", "option") == id_of("довіра", "option")
    assert id_of("भरोसा।", "option") == id_of("भरोसा", "option")


def test_joiners_and_marks_count() -> None:
    """Without them the word, or the picture, is another."""
    family, pair = "👨‍👩‍👧", "👨👩👧"
    assert id_of(family, "option") != id_of(pair, "option")
    assert id_of("می‌خواهم", "option") != id_of("میخواهم", "option")
    assert id_of("कि", "option") != id_of("की", "option")
    assert len(set(ids_of(fragments("ma", "má", "mà", "mả", "mã", "mạ"), "option"))) == 6


@given(sayings())
@settings(max_examples=sample(300))
def test_an_id_of_a_block_is_one_that_authors_may_write(words: str) -> None:
    """`satchel ids --write` writes it, and it is read again."""
    assert ID.fullmatch(block_id(words, "quiz"))


@for_each(
    ("words", "id"),
    [
        ("Which helps?", "which-helps"),
        ("X", "quiz-x"),
        ("Straße", r"strasse-[b-z2-9]{8}"),
        ("Довіра NHS", r"nhs-[b-z2-9]{8}"),
        ("Що допомагає?", r"quiz-[b-z2-9]{8}"),
        ("???", r"quiz-[b-z2-9]{8}"),
    ],
)
def test_what_can_be_read_of_an_id_comes_first(words: str, id: str) -> None:
    """Latin words, else the kind of block."""
    assert re.fullmatch(id, block_id(words, "quiz"))


def test_hashes_never_change() -> None:
    """Written down: another value would cut off every learner who answered in such a script."""
    assert id_of("Довіра", "option") == "option-t2pd9tcd"
    assert id_of("C++", "option") == "c-qwp5hnfw"
    assert id_of("信任", "option") == "option-k7g92r8g"
    assert id_of("🙂", "option") == "option-s8z6c9g3"
    assert wording("about-40", "About 40 %") == 10226


@for_each(
    ("words", "anchor"),
    [
        ("How an idea grows", "how-an-idea-grows"),
        ("Before you begin", "before-you-begin"),
        ("Überblick", "uberblick"),
        ("Довіра і час", "довіра-і-час"),
        ("Straße & Weg", "straße-weg"),
        ("С++: вступ", "с-вступ"),
        ("भरोसा क्या है?", "भरोसा-क्या-है"),
        ("信任是什么？", "信任是什么"),
        ("🙂", r"part-[b-z2-9]{8}"),
    ],
)
def test_a_heading_is_found_by_its_own_letters(words: str, anchor: str) -> None:
    """As previews of markdown make them."""
    assert re.fullmatch(anchor, anchor_of(words, "part"))


def test_modules_are_named_by_the_words_of_their_files() -> None:
    """In any script, from either form of Unicode, and never by their numbers."""
    first, second = "01-вступ.md", "02-підсумок.md"
    names = name_modules([first, second])
    assert len(set(names.values())) == 2 and all(ID.fullmatch(id) for id in names.values())
    swapped = name_modules(["01-підсумок.md", "02-вступ.md"])
    assert (swapped["02-вступ.md"], swapped["01-підсумок.md"]) == (names[first], names[second])
    apart = unicodedata.normalize("NFD", second)
    assert name_modules([apart])[apart] == names[second]
    assert name_modules(["٠١-مقدمة.md"])["٠١-مقدمة.md"] == name_modules(["7 مقدمة.md"])["7 مقدمة.md"]
    assert name_modules(["01-welcome.md", "02-a.md"]) == {"01-welcome.md": "welcome", "02-a.md": "module-a"}
    assert name_modules(["01.md", "01-intro.md", "02-intro.md"]) == {"01.md": "", "01-intro.md": "", "02-intro.md": ""}


@for_each(
    ("first", "id"),
    [
        ("# Trust & time", "trust-time"),
        ("\n# Trust & time", "trust-time"),
        ("Trust & time", "n-01-md"),
        ("## Trust & time", "n-01-md"),
        ("So.\n\n# Trust & time", "n-01-md"),
        ("", "n-01-md"),
    ],
)
def test_a_module_without_words_in_its_name_is_named_by_its_first_heading(first: str, id: str) -> None:
    """And by nothing else that it begins with, which its author may well change."""
    assert open_module(Source("01.md", tuple(first.split("\n"))), "", Ids())[0].id == id


@given(sayings(), sayings())
@settings(max_examples=sample(300))
def test_two_wordings_of_one_id_have_two_fingerprints(one: str, other: str) -> None:
    """Where an id leaves words out the page has them as a number, so that a learner's choice of the other is found out."""
    before, after = id_of(one, "option", 30), id_of(other, "option", 30)
    if before == after and meant(one) != meant(other):
        assert wording(before, one) != wording(after, other)
    if spelled(one) == spelled(other):
        assert wording(before, one) == wording(before, other)


def test_a_fingerprint_is_there_only_where_the_id_leaves_something_out() -> None:
    """Most courses have none, and their pages carry nothing for it."""
    plain = ("Trust", "Fear of blame.", "It isn’t", "12", "Довіра", "C++", "信任", "🙂", "Time, & room")
    assert [wording(id_of(one, "option", 30), one) > 0 for one in plain] == [False] * 8 + [True]
    assert wording("cafe", "Café") and wording("about-40", "About 40 %") and wording("n-1-500-mg", "1,500 mg")
    assert wording("n-1-500-mg", "1,500 mg") != wording("n-1-500-mg", "1.500 mg")
    long = "Share what you know with the family before the meeting"
    assert wording(id_of(long, "option", 30), long) != wording(
        id_of(long, "option", 30), long.replace("before", "after")
    )
    assert wording(id_of(long, "option", 30), long) == wording(id_of(long, "option", 30), long.upper() + ".")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
@settings(max_examples=sample(500))
def test_the_quick_way_for_plain_words_gives_the_same(words: str) -> None:
    """As the long way does, which a letter that is not ASCII calls for."""
    other = f"{words} жук"
    if any(map(str.isalnum, words)):
        assert meant(other).removesuffix("жук").rstrip() == meant(f"{words} x").removesuffix("x").rstrip()
        assert spelled(other).removesuffix("жук").rstrip() == spelled(f"{words} x").removesuffix("x").rstrip()
