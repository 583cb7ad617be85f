"""How wide words are, in cells of one Latin letter; scripts that put no spaces between words."""

import unicodedata
from collections.abc import Iterable

from builder.model.rare_pattern import rare_pattern

NO_SPACES = rare_pattern(r"[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
"""A sign of Chinese or Japanese, behind and before which a line may end. Korean has spaces."""


def line_width(text: str) -> int:
    """Cells that a line takes: two for each wide sign, none for marks above or below a letter."""
    if text.isascii():
        return len(text)
    return sum(_cells(sign) for sign in text)


def _cells(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def joined(words: Iterable[str]) -> str:
    """Words with a space between two, unless both are of a script that has none."""
    listed = list(words)
    text = " ".join(listed)
    if text.isascii():
        return text
    return "".join(
        word if place == 0 or _adjoin(listed[place - 1], word) else f" {word}" for place, word in enumerate(listed)
    )


def _adjoin(before: str, word: str) -> bool:
    return bool(before and word and NO_SPACES.match(before[-1]) and NO_SPACES.match(word[0]))
