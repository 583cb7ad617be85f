"""Stars that do not begin or end where their author set them: beside a mark and a letter (CommonMark 6.2).

`**"강조"**는`: behind the mark and before the letter stars end nothing. A space would be a mistake in Korean, Chinese or
Thai, so there the marks go outside of the stars.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from builder.check.foreign.masking import COVERED, masked
from builder.model.diagnostics import Diagnostic, Edit, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault, swap
from builder.model.source_facts import Passage

_STARS = rare_pattern(r"(?<!\*)(\*{1,2})(?!\*)")
_PERHAPS = re.compile(r"[^\w\s*]\*{1,2}\w|\w\*{1,2}[^\w\s*]")
"""Stars between a letter and a mark."""
_LINK = rare_pattern(r"\[([^\[\]\n]+)\](\([^()\s]+\)|\{lang=[\w-]+\})$")
_OPENED = {
    "«": "»",
    "“": "”",
    "„": "“",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "（": "）",
}
_OPENED |= {"(": ")", "[": "]", '"': '"', "'": "'", "‹": "›", "〔": "〕", "〖": "〗", "［": "］"}
_KEPT = frozenset(f"{COVERED}\uffff`[]{{}}<>!*_~=^$\\|/#@&%+-")
"""Signs that belong to what is between the stars, or to other markup."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words between stars, as they are typed, and the letters at either side."""

    sign: str
    start: int
    words: str
    seen: str
    """The words with code and addresses covered."""
    before: str
    after: str

    @property
    def whole(self) -> str:
        return f"{self.sign}{self.words}{self.sign}"


def stars_beside_marks(lines: tuple[str, ...], passage: Passage) -> Iterator[Diagnostic]:
    """Every such pair of stars in a passage, all at once."""
    text = "\n".join(lines[passage.line - 1 : passage.last])
    if not _PERHAPS.search(text):
        return
    shown, bare = _letters(passage.text), re.search(r"(?<!\*)\*(?!\*)", passage.text)
    number, begin, size = passage.line, 0, 0
    for pair in _pairs(text, passage):
        if not _is_astray(pair) or _letters(pair.seen) not in shown or (len(pair.sign) == 1 and not bare):
            continue
        if len(pair.sign) != size:
            number, begin, size = passage.line, 0, len(pair.sign)
        while 0 <= (end := text.find("\n", begin)) < pair.start:
            number, begin = number + 1, end + 1
        span, excerpt = Span(passage.path, number, pair.start - begin + 1, size), lines[number - 1]
        raw = pair.sign in passage.text
        message = (
            f"a learner would see “{pair.sign}” here"
            if raw
            else "these words do not end at their stars, so others are bold"
        )
        hint, written = _remedy(pair)
        hint += ". To show the sign itself, put it between backticks." if raw else "."
        fix: Edit | None = swap(span, excerpt, pair.whole, written) if written else None
        yield fault("STR-031", span, message, hint, excerpt, fix)


def _pairs(text: str, passage: Passage) -> Iterator[_Pair]:
    """Stars in twos, as their author set them; none where one is left over."""
    seen = masked(text)
    for size in (2, 1):
        places = [match.start() for match in _STARS.finditer(seen, passage.column - 1) if len(match[1]) == size]
        if len(places) % 2:
            continue
        for start, end in zip(places[::2], places[1::2], strict=True):
            inner = slice(start + size, end)
            before, after = seen[start - 1 : start] if start else " ", seen[end + size : end + size + 1] or " "
            if "\n\n" not in seen[inner]:
                yield _Pair("*" * size, start, text[inner], seen[inner], before, after)


def _is_astray(pair: _Pair) -> bool:
    """Whether the stars at one of the ends stand between a mark and a letter."""
    words = pair.seen
    if not words or words[0].isspace() or words[-1].isspace() or pair.before.isdecimal():
        return False
    if not _letters(words) and COVERED not in words:
        return False
    if len(pair.sign) == 1 and (len(words) > 60 or not (pair.after.isalpha() or pair.before.isalpha())):
        return False
    return _ends_astray(pair) or _begins_astray(pair)


def _ends_astray(pair: _Pair) -> bool:
    return _is_mark(pair.seen[-1]) and pair.after.isalnum()


def _begins_astray(pair: _Pair) -> bool:
    return _is_mark(pair.seen[0]) and pair.before.isalnum()


def _is_mark(sign: str) -> bool:
    return not sign.isalnum() and (sign in f"{COVERED}\uffff" or unicodedata.category(sign)[0] in "PS")


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _remedy(pair: _Pair) -> tuple[str, str]:
    """What to write, and the same as a change; no change where the author must say more."""
    ends, begins = _ends_astray(pair), _begins_astray(pair)
    sign, kind = pair.sign, "Bold words" if len(pair.sign) == 2 else "Words in italics"
    if link := _LINK.fullmatch(pair.words):
        written = f"[{sign}{link[1]}{sign}]{link[2]}"
        return f"Write: {written} , with the stars inside of the brackets", written
    if any(unicodedata.category(letter) == "Lo" for letter in _beside(pair)):
        if written := _outside(pair):
            return f"Write: {' '.join(written.split())} , with the marks outside of the stars", written
        return "Stars between a mark and a letter end nothing: put the next word between them too, or a space", ""
    if ends:
        text = f"{kind} that end with a mark have a space behind their stars: {pair.whole} and then the words"
        return text, f"{' ' * begins}{pair.whole} "
    return f"{kind} that begin with a mark have a space before their stars: the words and then {pair.whole}", (
        f" {pair.whole}"
    )


def _beside(pair: _Pair) -> str:
    """The letters at the ends that are astray."""
    return (pair.after if _ends_astray(pair) else "") + (pair.before if _begins_astray(pair) else "")


def _outside(pair: _Pair) -> str:
    """The same with the marks at its ends outside; empty where nothing but other markup would be left.

    A bracket at the end takes all of it along, from where it is opened: `**words**(more)`.
    """
    first, last = 0, len(pair.words)
    while last > first and _may_go(pair.seen[last - 1]):
        last -= 1
    closed = set(pair.words[last:])
    while (
        first < last
        and _may_go(pair.seen[first])
        and (_begins_astray(pair) or _OPENED.get(pair.words[first]) in closed)
    ):
        first += 1
    for opened, closing in _OPENED.items():
        at = pair.words.rfind(opened, first, last) if opened != closing and closing in closed else -1
        if at > first and closing not in pair.words[at:last]:
            last = len(pair.words[:at].rstrip())
    inner = pair.words[first:last]
    if not inner or _is_mark(pair.seen[first]) or _is_mark(pair.seen[last - 1]):
        return ""
    return f"{pair.words[:first]}{pair.sign}{inner}{pair.sign}{pair.words[last:]}"


def _may_go(sign: str) -> bool:
    return _is_mark(sign) and sign not in _KEPT
