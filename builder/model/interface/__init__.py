"""The words of the interface in one language, and those that a course brings itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model.diagnostics import Span

FORMS = ("zero", "one", "two", "few", "many", "other")
"""Plural forms of CLDR."""
FALLBACK = "en"
"""The language that has every text."""
BEGIN, END, OWN_BEGIN, OWN_END = "\uf5d0", "\uf5d1", "\uf5d2", "\uf5d3"
"""Around words that are in English for want of a translation, and around others within those. They reach no page."""
ENGLISH_ALONE = re.compile(r"number\.\d+|list\.and")
"""Keys that other languages do without: a number in words has to agree with its noun, and CLDR knows how lists end."""


def stem_of(key: str) -> str:
    """A key without its plural form: `search.count` of `search.count.few`; a key without one as it is."""
    stem, _, form = key.rpartition(".")
    return stem if form in FORMS else key


@dataclass(frozen=True, slots=True)
class OwnStrings:
    """Texts of the interface from a file of the course, `strings/cy.json`."""

    path: str
    """Path of the file in the course folder."""
    language: str
    """The name of the file without its ending: a BCP 47 tag."""
    texts: Mapping[str, str]
    """Key -> text."""
    places: Mapping[str, tuple[Span, str]] = field(default_factory=dict, compare=False)
    """Key -> where it stands, and that line."""
    english: Mapping[str, str] = field(default_factory=dict)
    """Key -> the English text that was translated, where the file says so."""
    lent: bool = False
    """Whether it lies beside the source, and the course is that in another language of its package."""


@dataclass(frozen=True, slots=True)
class Interface:
    """The words of the interface for one course."""

    language: str
    """BCP 47 tag by which they are marked."""
    strings: Mapping[str, str]
    """Key -> text. One that is missing is in English, between `BEGIN` and `END`."""
    english: Mapping[str, str]
    """Every key with its English text."""
    missing: tuple[str, ...] = ()
    """Keys without a text in the language, its plural forms among them."""
    unread: bool = False
    """Whether these words come with Satchel and no native reader has read them yet."""
    used: tuple[OwnStrings, ...] = ()
    """The files of the course that these words come from."""
