"""The terms that a course explains, and how a text uses them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from builder.model.content import Fragment, TextBlocks
from builder.model.diagnostics import Span

if TYPE_CHECKING:
    from builder.model.course import Module


_UNSPACED = (
    ("\u0e00", "\u0eff"), ("\u0f00", "\u0fff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
"""Thai and Lao, Tibetan, Burmese, Khmer, kana, and Chinese characters: the first and the last letter of each."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its definition."""

    id: str
    """Its place on the page of the glossary, unique in the course."""
    words: Fragment
    """The term as it is shown."""
    forms: tuple[str, ...]
    """Every form of it that a text may use, the first one included."""
    plural: bool
    """Whether a form with -s or -es behind it is the same term, as in English."""
    meanings: tuple[TextBlocks, ...]
    """What it means; one or more."""
    span: Span
    """Where the author wrote it."""
    excerpt: str
    """The source line."""
    language: str = ""
    """BCP 47 tag of the term when it differs from its page's, else empty."""

    def find(self, text: str, lowered: str) -> re.Match[str] | None:
        """Its first use in a text, as whole words; `lowered` is the same text in small letters."""
        if not any(form in lowered for form in _lowered(self.forms)):
            return None
        found = _pattern(self.forms, self.plural).finditer(text)
        return next((match for match in found if text.isascii() or not _is_cut(text, match)), None)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The page of terms."""

    page: "Module"
    """The file as a page: its title (may be empty), what stands above the terms, and all that rules ask about."""
    terms: tuple[Term, ...]
    """The terms in the order of the alphabet."""


@lru_cache(maxsize=4096)
def _lowered(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form.lower() for form in _spellings(forms))


def _spellings(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms with their accents in one character, and as characters of their own, as texts from a Mac have them."""
    return (
        forms
        if all(map(str.isascii, forms))
        else tuple(
            dict.fromkeys(spelt for form in forms for spelt in (form, normalize("NFC", form), normalize("NFD", form)))
        )
    )


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...], plural: bool) -> re.Pattern[str]:
    longest = sorted(_spellings(forms), key=len, reverse=True)
    # Capitals throughout are an abbreviation: "AIDS" is not "aids".
    each = [re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in longest]
    return re.compile("|".join(_whole(form, one, plural) for form, one in zip(longest, each, strict=True)))


def _whole(form: str, pattern: str, plural: bool) -> str:
    """The pattern of a form as a whole word; of one in a script without spaces, wherever it stands."""
    before, behind = ("" if _is_unspaced(form[at]) else "\\w" for at in (0, -1))
    more = "(?:e?s)?" if plural else ""
    return f"{f'(?<!{before})' if before else ''}{pattern}{more}{f'(?!{behind})' if behind else ''}"


def _is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that sets no spaces between words."""
    return any(first <= letter <= last for first, last in _UNSPACED)


def _is_cut(text: str, match: re.Match[str]) -> bool:
    """Whether a mark of the word stands outside, such as a vowel sign of Hindi: it is a longer word."""
    start, end = match.span()
    before = start > 0 and _is_mark(text[start - 1]) and not _is_unspaced(text[start])
    return before or (end < len(text) and _is_mark(text[end]))


def _is_mark(letter: str) -> bool:
    """Whether a character belongs to the letter before it: an accent, or a vowel sign."""
    return category(letter)[0] == "M"
