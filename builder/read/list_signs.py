"""Signs with which word processors, e-mails and chat windows begin an entry of a list, and markdown does not."""

import re
from collections.abc import Sequence

from builder.model.rare_pattern import rare_pattern

DASHES = "–—−‐‑‒―﹣－"
"""What a dash becomes by autocorrection; a line of a sentence may begin with one too."""
BULLETS = "•·∙⋅・▪▫◾▸▹●◦‣⁃➢➤►▶→✓✔☑❖■□○◆◇♦★➔✦\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"
"""Signs that begin no sentence; those from U+F000 on are what a word processor's bullets become."""
_TYPED = r"[oqvnuØüà](?:\t|[ \t\u00a0]{3,})|§[ \t\u00a0]"
"""Letters of a symbol font, with the tab or the spaces that a word processor puts behind them; a section sign."""

BULLET = re.compile(
    rf"([{DASHES}•·])\s+(?=[^\W_])|([{BULLETS.translate({ord(sign): None for sign in '•·'})}])\s*(?=[^\W_])|((?:{_TYPED})\s*)(?=[^\W\d_])"
)
"""How such an entry begins; `•` and `·` without a space are reported with the hyphens that lack theirs."""
PASTED = re.compile(rf"(?:[{BULLETS}]|{_TYPED})\s*(?=[^\W_])")
"""One that begins no sentence."""
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


def is_sure(sign: str) -> bool:
    """Whether what a line begins with (a match of `BULLET`) begins no sentence."""
    return sign[:1] not in DASHES


_SPOKEN = rare_pattern(r"[“\"«¿¡]?[^\W\d_].*[.!?…»”\"]$")


def is_speech(texts: Sequence[str]) -> bool:
    """Whether lines that begin with dashes are what people say: each a sentence; `texts` are without the dash."""
    return all(text[:1] in '“«"¿¡' or text[:1].isupper() for text in texts) and all(
        _SPOKEN.match(text.rstrip()) for text in texts
    )
