"""Words with which a paragraph says what it is (`Hint:`, `Description:`, `Table:`), and what was meant as one of them."""

import re
from collections.abc import Mapping

from builder.did_you_mean import is_slip
from builder.model.rare_pattern import rare_pattern

_COLON = rare_pattern(r"^[*_]{0,3}(\w[\w ]{1,24}?)[ \t]*\d*[*_]{0,3}[ \t]*[:：][*_]{0,3}(?=\s|$)")
_OTHER_SIGN = rare_pattern(r"^[*_]{0,3}(\w[\w ]{1,24}?)[*_]{0,3}(?:[ \t]*;|\.|[ \t]+[–—-])[*_]{0,3}[ \t]+(?=\S)")
_OTHER_WORDS = frozenset(["hunt", "hilt", "hind", "tablet", "sauce"])
"""Words that are one slip away from a label, and mean themselves."""
_WIDEST = 32
"""Characters in which a label stands with its signs."""


def near_label(text: str, names: Mapping[str, frozenset[str]]) -> tuple[str, int]:
    """The label that a line begins with or was meant to begin with, and its width; an empty label for ordinary words.

    `names` gives for each label what authors write in its place. It counts with a colon, also misspelt; the label
    itself counts with another sign too, or with none before a capital letter.
    """
    start = text[:_WIDEST]
    colon = ":" in start or "：" in start
    if colon and (match := _COLON.match(text)):
        word = " ".join(match[1].lower().split())
        for label, others in names.items():
            lower = label.lower()
            if (
                word in others
                or word == lower
                or (word[0] == lower[0] and word not in _OTHER_WORDS and is_slip(word, lower))
            ):
                return label, match.end()
    for label in names:
        if start.lstrip("*_").startswith(label) and (width := _without_colon(text, label)):
            return label, width
    return "", 0


def _without_colon(text: str, label: str) -> int:
    """The width of a label with another sign in place of its colon, or with none; 0 for ordinary words."""
    if (match := _OTHER_SIGN.match(text)) and match[1] == label:
        return match.end()
    bare = re.match(rf"[*_]{{0,3}}{label}[*_]{{0,3}}[ \t]+(?=[A-Z“‘\"'(])", text)
    return bare.end() if bare else 0
