"""Words as ids and fingerprints take them: what of them counts, in any script, and what is only the way they are set."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from builder.model.contract import FIRST_BASIS, LAST_BASIS
from builder.model.rare_pattern import rare_pattern

_INVISIBLE = rare_pattern("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]")
"""Hints for line breaks, for directions and for how an emoji is drawn. Joiners (U+200C, U+200D) are not among them:
with one a word, or an emoji, is another."""

_SHAPES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʻ′`´‹›", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        "…": "...",
        "ς": "σ",  # the same letter at the end of a word
    }
)
"""What typography changes: a later Satchel may set it otherwise, and no learner's answer hangs on that."""

_LOOKS_THE_SAME = ("<compat>", "<noBreak>", "<initial>", "<medial>", "<final>", "<isolated>")
"""Forms of Unicode that look as the plain letter does; powers, fractions and letters of double width do not."""
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕЅІЈКМНОРСТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcyxijshdqwABESIJKMHOPCTXYABEZHIKMNOPTYXo"
)
"""Letters of Cyrillic and Greek -> those of English that look the same."""

_DASHES = rare_pattern("-{2,}")

# The same as is said below letter by letter, for ASCII alone: nearly all words are, and it takes a tenth of the time.
_LOOSE = re.compile(r" (?![a-z0-9])|(?<![a-z0-9]) ")
_INSIDE = rare_pattern(r"(?<=[a-z])'(?=[a-z])")
_SILENT = rare_pattern(r"[,.;:!?()\[\]{}-](?!\d)|(?<!\d)['\"](?!\d)")
_SIGN = rare_pattern(r"[^a-z0-9 ]")
_STOPS = frozenset(".。．｡।॥։።۔᙮")
"""What may end a sentence, in many scripts. One at the end of an option is often added or taken away."""

_JOINERS = frozenset("\u200c\u200d")
_SPEAKING = frozenset("‰‱§¶†‡※٪؉؊﹪％﹠＆＃＠")
"""Of what Unicode calls punctuation, signs that are read as a word."""
_BETWEEN_WORDS = frozenset(",.;:!?()[]{}'\"-")
"""Of the signs on a keyboard, those that only stand between words."""

_SHORT = re.compile(r"(?<![^\W_])[^\W\d_]{1,3}(?![^\W_])|(?<=\d)[^\W\d_]{1,3}(?![^\W_])")
_LETTER_APOSTROPHES = "ʻʼ"
"""Those of Hawaiian, Uzbek and other languages."""

_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
"""Of a hash: without vowels it spells no word, and no two look alike."""
_LENGTH = 8
"""Of a hash: two of 2,000 questions have the same one once in 140,000 courses."""
_PAIRS = [first + second for second in _LETTERS for first in _LETTERS]
"""Two of them at a time, the first the lesser digit: a course has a hash for each paragraph."""
_HALF: int = len(_LETTERS) ** (_LENGTH // 2)
_HASHED = re.compile(rf"-[{_LETTERS}]{{{_LENGTH}}}$")
_WORDINGS = LAST_BASIS - FIRST_BASIS
"""How many fingerprints of words there are: joined with that of what is right they are as long as that alone."""


def seen(words: str) -> str:
    """Words as they look: composed (NFC), with single spaces, without what cannot be seen."""
    if words.isascii():
        return " ".join(words.split())
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", words)).split())


def alike(words: str) -> str:
    """The same for words that nobody could tell apart, in capitals or not."""
    if words.isascii():
        return seen(words).lower()
    return unicodedata.normalize("NFC", seen(words).lower()).translate({ord("ς"): "σ"})


def as_it_looks(words: str) -> str:
    """Words with one letter for all that look like it, capitals kept: micro and mu, `а` of Cyrillic and `a`."""
    plain = seen(words)
    if plain.isascii():
        return plain
    same = (
        unicodedata.normalize("NFKC", sign) if unicodedata.decomposition(sign).startswith(_LOOKS_THE_SAME) else sign
        for sign in plain
    )
    return "".join(same).translate(_LOOK_ALIKES)


def is_word(character: str) -> bool:
    """Whether a character is part of a word or number, in any script: a letter, a mark on one, a digit."""
    return unicodedata.category(character)[0] in "LMN" or character in _JOINERS


def units(words: str) -> tuple[str, ...]:
    """What may be the units in a text, with their capitals: `mg` is not `Mg`, nor `mW` `MW`; `ml` and `mL` are one.

    One or two letters behind a number or a stroke, and up to three with a capital behind a small letter (`pH`).
    """
    plain = seen(words)
    found = []
    for short in _SHORT.finditer(plain):
        letters = short[0].replace("L", "l")
        before = plain[: short.start()].rstrip()[-1:]
        mixed = any(one.islower() and other.isupper() for one, other in pairwise(letters))
        if mixed or (len(letters) < 3 and (before.isdigit() or before == "/")):
            found.append(letters)
    return tuple(found)


def is_another(before: str, after: str) -> bool:
    """Whether two texts of which `meant` is the same differ in a unit, or in an apostrophe that is a letter (`koʻu`, `kou`)."""
    if units(before) != units(after):
        return True
    if not any(letter in before + after for letter in _LETTER_APOSTROPHES):
        return False
    counts = {alike(words).translate(_SHAPES).count("'") for words in (before, after)}
    return len(counts) > 1


def has_words(words: str) -> bool:
    """Whether there is a letter or digit of any script."""
    return any(map(str.isalnum, words))


def spelled(words: str) -> str:
    """Words with every letter, mark and sign of them, and without what may change and leave them the same.

    Capitals, the shapes of quotes and dashes, spaces beside a sign and one full stop at the end do not count. Where
    there is neither letter nor digit all counts.
    """
    plain = seen(words)
    if not has_words(plain):
        return plain
    if plain.isascii():
        plain = plain.lower().replace("`", "'")
        close = _LOOSE.sub("", _DASHES.sub("-", plain) if "--" in plain else plain)
    else:
        plain = _DASHES.sub("-", alike(plain).translate(_SHAPES))
        close = "".join(_without_loose_spaces(plain))
    return close[:-1] if close[-1:] in _STOPS and is_word(close[-2:-1] or " ") else close


def _without_loose_spaces(plain: str) -> Iterator[str]:
    """The characters, with spaces between words alone."""
    for (before, character), (_, after) in pairwise(pairwise(f" {plain} ")):
        if character != " " or (is_word(before) and is_word(after)):
            yield character


def is_silent(character: str) -> bool:
    """Whether a sign only sets words apart, as commas, brackets and dashes do; false for `%`, `+`, `£` and emoji."""
    if character.isascii():
        return character in _BETWEEN_WORDS
    return unicodedata.category(character)[0] == "P" and character not in _SPEAKING


def meant(words: str) -> str:
    """The words and numbers of a text, and the signs that are read as words, with single spaces.

    What only sets words apart does not count, unless it stands before a digit (`1:5`, `-5`, `.5`).
    """
    plain = spelled(words)
    if not has_words(plain):
        return plain
    if plain.isascii():
        if plain.replace(" ", "").isalnum():  # nearly always
            return plain
        return " ".join(_SIGN.sub(r" \g<0> ", _SILENT.sub(" ", _INSIDE.sub("", plain))).split())
    return " ".join("".join(_parted(plain)).split())


def _parted(plain: str) -> Iterator[str]:
    """Words as they are, each sign that counts between spaces, a space for each other."""
    for (before, character), (_, after) in pairwise(pairwise(f" {plain} ")):
        if is_word(character) or character == " ":
            yield character
        elif character == "'" and before.isalpha() and after.isalpha():
            continue  # `isn’t` is one word, as in the ids that were made before
        elif is_silent(character) and not after.isdecimal() and not (character in "'\"" and before.isdecimal()):
            yield " "
        else:
            yield f" {character} "


def short_hash(text: str) -> str:
    """Eight letters and digits that stand for a text; the same in every version of Satchel."""
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8])
    early, late, count = number % _HALF, number // _HALF % _HALF, len(_PAIRS)
    return _PAIRS[early % count] + _PAIRS[early // count] + _PAIRS[late % count] + _PAIRS[late // count]


def hashed(words: str) -> str:
    """The hash that an id has of the words it is made from."""
    return short_hash(spelled(words))


def hashed_exactly(words: str) -> str:
    """The same for words that differ only in what `spelled` leaves out."""
    return short_hash(f"={seen(words)}")


@lru_cache(2**14)
def wording(identifier: str, words: str) -> int:
    """A number from 1 to 16,381 for the words of an option; 0 when its id says them all.

    An id made of Latin words leaves out accents, some signs, and all behind its first characters. The page has this
    number beside it: learners who chose the option keep their answer while it is the same.
    """
    if identifier.isascii() and identifier == words.lower().replace(" ", "-") and "-" not in words:
        return 0
    counted = meant(words)
    plain = identifier.removeprefix("n-") if counted[:1].isdigit() else identifier
    if plain == counted.replace(" ", "-") or (
        _HASHED.search(identifier) and identifier.endswith((f"-{hashed(words)}", f"-{hashed_exactly(words)}"))
    ):
        return 0
    return 1 + int.from_bytes(hashlib.sha256(counted.encode("utf-8", "surrogatepass")).digest()[:4]) % _WORDINGS
