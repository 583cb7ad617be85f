"""Signs with which word processors, e-mails and chat windows begin an entry of a list, and markdown does not."""

import re
import unicodedata
from collections.abc import Sequence

from builder.model.rare_pattern import rare_pattern

DASHES = "–—−‐‑‒―﹣－"
"""What a dash becomes by autocorrection; a line of a sentence may begin with one too."""
BULLETS = "•·∙⋅・▪▫◾▸▹●◦‣⁃➢➤►▶→✓✔☑❖■□○◆◇♦★➔✦\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"
"""Signs that begin no sentence; those from U+F000 on are what a word processor's bullets become."""
_TYPED = r"[oqvnuØüà](?:\t|[ \t\u00a0]{3,})|§[ \t\u00a0]"
"""Letters of a symbol font, with the tab or the spaces that a word processor puts behind them; a section sign."""

_O = r"o[ \u00a0]+(?=[^\W\d_])"
"""The same letter with a single space, where it is no word."""


def _bullet(letters: str) -> re.Pattern[str]:
    """How such an entry begins; `•` and `·` without a space are reported with the hyphens that lack theirs."""
    others = BULLETS.translate({ord(sign): None for sign in "•·"})
    return re.compile(rf"([{DASHES}•·])\s+(?=[^\W_])|([{others}])\s*(?=[^\W_])|((?:{letters})\s*)(?=[^\W\d_])")


def _pasted(letters: str) -> re.Pattern[str]:
    """One that begins no sentence."""
    return re.compile(rf"(?:[{BULLETS}]|{letters})\s*(?=[^\W_])")


BULLET = {False: _bullet(_TYPED), True: _bullet(f"{_TYPED}|{_O}")}
PASTED = {False: _pasted(_TYPED), True: _pasted(f"{_TYPED}|{_O}")}
"""How entries begin, by whether `o` with a single space begins one (`Context.o_begins`)."""
STARTS = frozenset(f"{DASHES}{BULLETS}oqvnuØüà§")
"""First characters of such an entry."""


_LEVELS = ("•·∙●\uf0b7-*+", "o○◦", "§▪■\uf0a7")
"""Bullets of a word processor by the level of their list, the outermost first."""


def levels_of(signs: Sequence[str]) -> list[int]:
    """How deep each of some entries lies, by its bullet; all 0 where one of them is of no level, or the first is not the outermost."""
    ranks = [next((level for level, row in enumerate(_LEVELS) if sign[:1] in row), -1) for sign in signs]
    steps = sorted(set(ranks))
    if -1 in steps or (ranks and ranks[0] != steps[0]):
        return [0] * len(ranks)
    return [steps.index(rank) for rank in ranks]


_FULL, _EMPTY = frozenset("●◉■▣⬛☑✓✔"), frozenset("○◯□▢⬜☐❏❑")


def tells_apart(signs: Sequence[str]) -> bool:
    """Whether some signs are filled and others empty, and their order is not that of levels: then they say something."""
    first = {sign[:1] for sign in signs}
    return bool(first & _FULL) and bool(first & _EMPTY) and not any(levels_of(signs))


_NO_WORD = re.compile(
    r"(?:en|de|fr|nl|sv|uk|ru|be|bg|mk|el|ar|fa|ur|ps|ckb|he|yi|zh|ja|ko|hi|bn|pa|gu|ta|te|ml|am|ti)\b", re.IGNORECASE
)
"""Languages in which no word is written `o`."""
_WORD = rare_pattern(
    r"[ŵŷąćęłńśźżñãõçěščřž¿¡]|\b(?:yn|yr|y|ei|eu|gan|gyda|mae|wrth|bob|fod|się|nie|jest|na|przez|que|los|las|del|el|por|una?"
    r"|uma?|dos|das|di|che|della|ar|plant|fach)\b",
    re.IGNORECASE,
)
"""Letters and words of languages in which `o` is a word: Welsh, Polish, Spanish, Portuguese, Italian, Czech."""
_TAGGED = rare_pattern(r"\{lang=([A-Za-z]+)[^{}]*\}\s*$")


def is_o_a_word(language: str, texts: Sequence[str]) -> bool:
    """Whether `o` may be a word of a paragraph: by the language of the course, of its braces, or by its other words."""
    tagged = _TAGGED.search(texts[-1])
    return not _NO_WORD.match(tagged[1] if tagged else language) or any(
        _WORD.search(_TAGGED.sub("", text)) for text in texts
    )


ENGLISH = rare_pattern(
    r"\b(?:the|of|and|are|we|you|they|what|for|with|this|these|needs?|our|your|have|has)\b", re.IGNORECASE
)
"""Words by which a line is English."""
O_BEGINS = re.compile(_O)
"""What may begin an entry where `o` is no word."""


def is_sure(sign: str) -> bool:
    """Whether what a line begins with (a match of `BULLET`) begins no sentence."""
    return sign[:1] not in DASHES


def is_letter(sign: re.Match[str]) -> bool:
    """Whether an entry begins with a letter, `(a)` or `ⓐ`: other text may name it, so it stays."""
    letter = sign[1] or ""
    return (letter[:1].isalpha() and not letter.isnumeric()) or (
        letter != "" and unicodedata.category(letter[0]) == "So"
    )


def kept_letter(sign: re.Match[str]) -> str:
    """How an entry begins that begins with a letter. Empty for a number."""
    return f"- {sign[0].strip()}" if is_letter(sign) else ""


_SPOKEN = rare_pattern(r"[“\"«¿¡]?[^\W\d_].*[.!?…»”\"]$")


def is_speech(texts: Sequence[str]) -> bool:
    """Whether lines that begin with dashes are what people say: each a sentence; `texts` are without the dash."""
    return all(text[:1] in '“«"¿¡' or text[:1].isupper() for text in texts) and all(
        _SPOKEN.match(text.rstrip()) for text in texts
    )
