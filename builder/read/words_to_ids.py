"""From words to ids: the one way, for every script.

An id of Latin words is those words (`trust`), so that people can read it. Where it would leave out a letter of another
script, or a sign that is read as a word, a hash of all the words is behind it (`c-qwp5hnfw`). No id comes from a place
or a line.
"""

import re
import unicodedata

from builder.model.content.spelling import hashed, hashed_exactly, is_silent, is_word, seen, spelled
from builder.model.rare_pattern import rare_pattern

_OTHER = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[a-z]{2}")
_NEGATIVE = rare_pattern(r"(?:^|[\s(\[])[-‐‑‒–—−]\d")
_READ_ALOUD = re.compile(r"[$+<=>^|~]")
"""Signs of a keyboard that are always read as a word; `%`, `&`, `#` and `/` beside Latin words are not."""
_LATIN = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h"}
    | {"þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ŋ": "n", "ə": "e", "ĸ": "k"}
)
"""Latin letters that Unicode does not take apart, for people to read: an id that has one has a hash as well."""


def slug(words: str, longest: int = 48) -> str:
    """The Latin words of a text: lower case ASCII letters, digits and hyphens; empty when there are none.

    Other letters, accents and signs are left out: it is an id only where `id_of` says so.
    """
    plain = words.replace("’", "").replace("'", "")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    result = _OTHER.sub("-", plain.lower()).strip("-")
    if len(result) > longest:
        result = result[: longest + 1].rsplit("-", 1)[0] if "-" in result[: longest + 1] else result[:longest]
    result = result.strip("-")
    return f"n-{result}" if result[:1].isdigit() else result


def id_of(words: str, otherwise: str, longest: int = 48) -> str:
    """The id that words give; `otherwise` is what it begins with when no Latin letter or digit is in them.

    It follows the words alone: not their place, not their neighbours.
    """
    readable = slug(words, longest)
    return readable if readable and not _leaves_out(words, readable) else exact_id_of(words, otherwise, longest)


def exact_id_of(words: str, otherwise: str, longest: int = 48, every: bool = False) -> str:
    """The same with a hash in any case, for words that share their id with others; `every`: also of what rarely counts."""
    readable = slug(in_latin(words), longest) or otherwise
    return f"{readable}-{hashed_exactly(words) if every else hashed(words)}"


def block_id(words: str, kind: str) -> str:
    """The id of a block or module, which has two characters at least."""
    made = id_of(words, kind)
    return made if len(made) > 1 else f"{kind}-{made}"


def anchor_of(words: str, otherwise: str, longest: int = 48) -> str:
    """What the address of a heading, stage or term ends with: its words, in the letters of its own script.

    Signs and accents do not count, as in the previews of markdown. No answer hangs on it.
    """
    plain = seen(words)
    if not has_other_letters(plain):
        return slug(words, longest) or f"{otherwise}-{hashed(words)}"
    letters = "".join(letter if is_word(letter) else "-" for letter in plain.lower() if letter not in "'’ʼ")
    parts = [part for part in unicodedata.normalize("NFC", letters).split("-") if part]
    while len("-".join(parts)) > longest and len(parts) > 1:
        parts.pop()
    return "-".join(parts)[:longest]


def _leaves_out(words: str, readable: str) -> bool:
    """Whether Latin words lack something of the text that must not be lost."""
    plain = seen(words)
    if _READ_ALOUD.search(plain):
        return True
    if not plain.isascii() and (has_other_letters(plain) or any(map(_is_read_aloud, plain))):
        return True
    if ("-" in plain or not plain.isascii()) and _NEGATIVE.search(plain):
        return True
    # `C#`, `5 %`, `1:2`, `É`: where there is no word the smallest sign is all the difference.
    return not _WORD.search(readable) and spelled(words).replace(" ", "-") != readable.removeprefix("n-")


def in_latin(words: str) -> str:
    """Words with plain letters in the place of Latin ones that Unicode does not take apart: `Straße` as `Strasse`."""
    return words.translate(_LATIN)


def has_other_letters(plain: str) -> bool:
    """Whether there is a letter, mark or digit that is not an ASCII one, perhaps with accents."""
    if plain.isascii():
        return False
    base = ""
    for character in unicodedata.normalize("NFD", plain):
        category = unicodedata.category(character)
        if category[0] in "LN" and not character.isascii():
            return character not in "ʼʻ"  # apostrophes, which are letters in some languages
        if category[0] == "M" and (category != "Mn" or not (base.isascii() and base.isalnum())):
            return True
        base = character if category != "Mn" else base
    return False


def _is_read_aloud(character: str) -> bool:
    """Whether a sign that no keyboard of ASCII has is read as a word: `£`, `±`, an emoji."""
    return not (
        character.isascii() or is_word(character) or character.isspace() or is_silent(character) or character in "´′″…−"
    )
