"""What came to a page's words, and what went; and what they say of a score and of the end."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_SCORE = re.compile(r"\b(scored?|points|correct|result|grade|got)\b", re.IGNORECASE)
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%|\b(\d{1,4}) ?(?:/|of|out of) ?(\d{1,4})\b")
_PLAIN = re.compile(r"\b(?:score|points)\D{0,20}(\d{1,3})\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(question|page|slide|step|part|screen|section|module|chapter|lesson|attempt)s?\W{0,3}$", re.IGNORECASE
)
"""What counts places: “Question 2 of 5” is no score."""
_AROUND = 40
"""Characters on either side of a word such as “score” in which its number stands."""
_END = re.compile(
    r"\b((you have|you've|has been|is|are) (now |successfully |all )?(completed?|finished|done)\b(?! when| if| once)"
    r"|you (can|may) (now )?close (the|this|your) (window|tab|page|browser|course)|congratulations|end of (the|this) (course|lesson|module|test|quiz)|(course|lesson|module|test|quiz) (completed?|finished))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; a percentage is of 100, and a number alone of nothing that is known (0)."""

    part: float
    whole: float

    @property
    def percent(self) -> float:
        """The same of 100."""
        return 100 * self.part / self.whole if self.whole else self.part


def scores(words: str) -> list[Share]:
    """Shares that stand near a word such as “score”; where there are none, numbers behind it."""
    near = [
        found
        for found in _SHARE.finditer(words)
        if _SCORE.search(words[max(0, found.start() - _AROUND) : found.end() + _AROUND])
        and not _PLACE.search(words[: found.start()])
    ]
    shares = [Share(float(one[1]), 100) if one[1] else Share(float(one[2]), float(one[3])) for one in near]
    return shares or [Share(float(found[1]), 0) for found in _PLAIN.finditer(words)]


def speaks_of_score(words: str) -> bool:
    """Whether a screen says how well it went."""
    return bool(scores(words))


def words_of_end(words: str) -> str:
    """What a screen says of all being done; empty where it does not."""
    found = _END.search(words)
    return found[0] if found else ""


def added(before: str, after: str) -> str:
    """The words of `after` that were not there."""
    old, new = before.split(), after.split()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return " ".join(
        word for kind, _, _, start, end in steps if kind in ("insert", "replace") for word in new[start:end]
    )
