"""Headings whose word is nearly that of a block: misspelt, in another number or language, or with another sign behind it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.check.foreign.names.advice import OVER, OWN, WORDS
from builder.check.foreign.names.languages import BY_NAME
from builder.did_you_mean import is_slip
from builder.model.rare_pattern import rare_pattern

_HEADING = rare_pattern(
    r"#{2,6}[ \t]+(?P<number>\d{1,2}[.)][ \t]+)?(?:\*\*|__)?(?P<word>[^\W\d_](?:[\w ’'\u200c-]{0,30}?\w)?)(?:\*\*|__)?"
    r"[ \t]*(?P<sign>[:：;]|(?<=[ \t])[-–—](?=[ \t]))(?:\*\*|__)?[ \t]*(?P<title>\S.*?)[ \t#]*$"
)
_WITHOUT_SIGN = rare_pattern(r"#{2,6}[ \t]+(?P<word>Cards)[ \t]+(?P<title>[^\W\d_].*?)[ \t#]*$")
"""`## Cards Words`: the one word that begins few ordinary headings."""
_LONG = 8
"""Letters from which on two slips in one word are as likely as none."""
_VARIANTS = {
    **{"card": "cards", "detail": "details", "column": "columns", "layer": "layers", "pictures": "picture"},
    **{"files": "file", "surveys": "survey", "checklists": "checklist", "check list": "checklist"},
    **{"check-list": "checklist", "tick list": "checklist", "timelines": "timeline", "time line": "timeline"},
    **{"time-line": "timeline", "declaration": "declare", "declarations": "declare"},
}
"""Words of a block in another number, or in two words."""
_REAL = frozenset(
    [
        "cars",
        "carts",
        "cares",
        "carps",
        "cords",
        "curds",
        "carbs",
        "chards",
        "cads",
        "detains",
        "detailed",
        "lawyers",
        "layered",
        "lagers",
        "surrey",
        "surveyed",
        "pictured",
        "declared",
        "declares",
        "timeless",
        "fire",
        "five",
        "film",
        "fine",
        "fill",
        "fiber",
        "files",
    ]
)
"""Words that are one letter from a word of a block, and say something else."""
_FILE_SLIPS = frozenset({"flie", "fiile", "filee"})
"""`File` has so few letters that only these are slips."""
_NAMED = frozenset({"name", "openings", "labels", "entries"})
_WITH_HEADINGS = _NAMED | {"headings"}
_FORMS: Mapping[str, frozenset[str]] = {
    "cards": _WITH_HEADINGS,
    **dict.fromkeys(("details", "timeline", "columns", "layers"), _NAMED),
    **dict.fromkeys(("checklist", "declare"), frozenset({"boxes", "drawn"})),
    "picture": frozenset({"picture, list"}),
    "survey": frozenset({"name", "headings", "table"}),
    "file": frozenset({"file"}),
    "scene": frozenset({"choices"}),
    "scale": frozenset({"list"}),
    "reflect": frozenset({""}),
    "sort": frozenset({"name"}),
    "match": frozenset({"table"}),
    **dict.fromkeys(("watch", "listen"), frozenset({"file"})),
}
"""The word of a block -> what stands below it and below few ordinary headings."""
_ASKED = frozenset({"survey", "scale", "reflect"})
"""Blocks that ask something."""
_NO_DASH = frozenset({"details", "file", "declare"})
"""Words that begin ordinary headings with a dash: `Details – who to ring`."""
_ASKS = ("?", "؟", "？")
_PLACE = rare_pattern(r"\(\d{1,3}[ \t]*%?,[ \t]*\d{1,3}[ \t]*%?\)")
_FILE = rare_pattern(r"\]\(<?(?![a-z][a-z0-9+.-]*:|#)[^()<>]*\.(?!md\b)\w{2,5}>?[ \t)\"]", re.IGNORECASE)
_FILM = rare_pattern(r"\]\(<?[^()<>]*\.(?:mp4|m4v|webm|mov)>?[ \t)\"]", re.IGNORECASE)
_SOUND = rare_pattern(r"\]\(<?[^()<>]*\.(?:mp3|m4a|ogg|wav)>?[ \t)\"]", re.IGNORECASE)
_LINKED: Mapping[str, re.Pattern[str]] = {"file": _FILE, "watch": _FILM, "listen": _SOUND}
READS = {
    **dict.fromkeys(("cards", "details", "timeline", "columns", "layers"), frozenset({"name", "entries"})),
    **dict.fromkeys(("checklist", "declare"), frozenset({"boxes"})),
    "survey": frozenset({"name"}),
}
"""The word of a block -> what it reads as it stands; any other form has to be written otherwise."""


@dataclass(frozen=True, slots=True)
class Near:
    """A heading that was meant to begin a block."""

    word: str
    """What it begins with."""
    meant: str
    """The word of the block, in small letters."""
    title: str
    """What stands behind its sign, with braces."""
    is_misspelt: bool
    """Whether its word is no word at all."""
    sign: str
    """The sign behind its word: a colon, or another."""

    def fits(self, form: str, lines: Sequence[str]) -> bool:
        """Whether what stands below is what stands below such a block: `form` is that of its beginning."""
        forms = _FORMS[self.meant]
        if self.is_misspelt and self.meant in WORDS:
            forms |= OVER.get(WORDS[self.meant], frozenset({"list"}))
        if self.word.lower() in {"column", "layer"}:
            forms |= {"headings"}
        if form.removeprefix("words, ") not in forms or (form.startswith("words, ") and self.meant == "reflect"):
            return False
        if self.meant in _ASKED and not self.is_misspelt:
            return _ends_asking(self.title) or (self.meant == "survey" and any(map(_ends_asking, lines)))
        if self.meant == "picture":
            return any(map(_PLACE.search, lines))
        linked = _LINKED.get(self.meant)
        return linked is None or any(map(linked.search, lines))


def near_block(excerpt: str) -> Near | None:
    """The block that a heading was meant to begin; None for one that begins with its very word and a colon, and for others."""
    if bare := _WITHOUT_SIGN.match(excerpt):
        return Near(bare["word"], "cards", bare["title"], False, "") if bare["title"][:1].isupper() else None
    match = _HEADING.match(excerpt)
    if not match:
        return None
    word, sign, title = match["word"].strip(), match["sign"], match["title"]
    if title.count("**") % 2:
        title = title.replace("**", "", 1)
    found = _meant(word.lower(), sign in {":", "："}) if title.strip("*_ ") else None
    if found is None or (title[:1].islower() and not (found[0] == "checklist" and sign == ":")):
        return None
    meant, misspelt = found
    exact = word.lower() == meant
    if exact and sign == ":" and not match["number"]:
        return None
    if sign not in {":", "：", ";"} and (meant in _NO_DASH or not exact):
        return None
    return Near(word, meant, title, misspelt, sign)


def _meant(word: str, colon: bool) -> tuple[str, bool] | None:
    """The word of a block that a word stands for, and whether it is misspelt; None for any other."""
    if word in OWN:
        return word, False
    if meant := _VARIANTS.get(word) or BY_NAME.get(word):
        return meant, False
    if not colon or word in WORDS or word in _REAL:
        return None
    if word in _FILE_SLIPS:
        return "file", True
    slips = [own for own in OWN if own != "file" and own[0] == word[0] and is_slip(word, own, _LONG)]
    return (slips[0], True) if slips else None


def _ends_asking(text: str) -> bool:
    return text.partition("{")[0].rstrip(" *_\t").endswith(_ASKS)
