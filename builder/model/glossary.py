"""The terms that a course explains, and how a text uses them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.model.content import Fragment, TextBlocks
from builder.model.diagnostics import Span

if TYPE_CHECKING:
    from builder.model.course import Module


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
        return _pattern(self.forms, self.plural).search(text)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The page of terms."""

    page: "Module"
    """The file as a page: its title (may be empty), what stands above the terms, and all that rules ask about."""
    terms: tuple[Term, ...]
    """The terms in the order of the alphabet."""


@lru_cache(maxsize=4096)
def _lowered(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form.lower() for form in forms)


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...], plural: bool) -> re.Pattern[str]:
    longest = sorted(forms, key=len, reverse=True)
    # Capitals throughout are an abbreviation: "AIDS" is not "aids".
    each = [re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in longest]
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)}){'(?:e?s)?' if plural else ''}(?!\w)")
