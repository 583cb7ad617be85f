"""The words of a module, counted once for all rules that ask about words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_letters

from builder.model.course import Course, Module
from builder.model.source_facts import Passage

_SAID = frozenset({"paragraph", "words"})
_AFTER = ("", ".", ",", ";", ":", "?", "!", ")")

_KNOWN = (
    "AI AM BBC BSL CD CEO COVID CSV CV DIY DNA DOI DVD EU FAQ GB GCSE GDPR GP HIV HR HTML ID ISBN ISO IT LMS MP MP3 MP4"
    " NATO NHS OK PC PDF PE PM SCORM SMS TV UK UN UNICEF URL US USA USB VAT WCAG WWW XML ZIP KB MB GB BA MA TED RSVP"
    " AD BC CCTV PIN SIM SOS PO GMT BST UTC JSON API README DOB ASAP FYI PS NB PTO VIP TBC TBA ETA JPEG JPG PNG SVG GIF"
)
KNOWN = frozenset(_KNOWN.split())
"""Abbreviations that are better known than what they stand for."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a module says."""

    module: Module
    """The module."""
    language: str
    """Its language without region: `en`."""
    script: str
    """The script that the tag of its language names, such as `Arab` of `az-Arab`; empty when it names none."""
    passages: tuple[Passage, ...]
    """Its passages without code and front matter."""
    text: str
    """All of them, one a line."""
    counts: Counter[str]
    """Each word with its punctuation, and how often it is there."""
    unusual: tuple[str, ...]
    """Those that are not in small letters throughout: few, so that a rule can look at each."""
    strange: tuple[str, ...] = ()
    """Those that begin with something else than an ASCII letter: few as well, unless they are in another script."""


def vocabulary(course: Course, module: Module) -> Vocabulary:
    """Count the words of a module."""
    passages = tuple([p for p in module.facts.passages if p.kind in _SAID])
    text = "\n".join([p.text for p in passages])
    language, _, part = (module.language or course.language).partition("-")
    script = part.title() if len(part) == 4 else ""
    counts = Counter(text.split())
    unusual = tuple([word for word in counts if not word.islower()])
    strange = tuple([word for word in counts if word[0] not in ascii_letters])
    return Vocabulary(module, language.lower(), script, passages, text, counts, unusual, strange)


def as_written(words: Iterable[str]) -> frozenset[str]:
    """Words as they can stand in running text: with punctuation behind them, or a capital in front."""
    forms = [form for word in words for form in (word, word.capitalize())]
    return frozenset(form + mark for form in forms for mark in _AFTER)
