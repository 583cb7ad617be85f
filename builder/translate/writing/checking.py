"""What is wrong in a translation, before anything is written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from builder.kinds.number.unit_names import is_another
from builder.model.content.control_characters import refused
from builder.translate.extract.formulas import UNIT
from builder.translate.segment import Code, Segment, Token, Tokens
from builder.translate.stored import Found, Stored, said

_CONFLICT = "#-#-#-#-#"
"""What `msgcat` writes around each of several translations of one entry."""

_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9A-Fa-f]{2,5});")
"""What tools and web pages write for a sign, where it was escaped twice."""


@dataclass(frozen=True, slots=True)
class TranslationFault:
    """Something that a translator broke."""

    file: str
    """The translation file."""
    line: int
    """Its line; 0 when it is not known."""
    key: str
    """The segment."""
    place: str
    """Where its source stands, as `01-welcome.md:11`."""
    message: str
    """What is wrong."""
    hint: str
    """What to do."""


def fault_at(found: Found, master: str, message: str, hint: str) -> TranslationFault:
    """A fault in the translation of a segment, at its line in the file that it comes from: `master`, if in no other."""
    segment, stored = found.unit.segment, found.stored
    file, line = (stored.origin or master, stored.line) if stored else (master, 0)
    return TranslationFault(file, line, found.unit.key, f"{segment.file}:{segment.line}", message, hint)


def faults_of(found: Found, tokens: Tokens, master: str) -> Iterator[TranslationFault]:
    """What is wrong in the translation of a segment."""
    for message, hint in _wrong(found.unit.segment, tokens):
        yield fault_at(found, master, message, hint)


def twice(stored: Iterable[Stored], file: str) -> Iterator[TranslationFault]:
    """Segments that a translation file has with two translations."""
    known: dict[str, Stored] = {}
    for one in stored:
        if not one.key or not one.target:
            continue
        first = known.setdefault(one.key, one)
        if first.target != one.target:
            words = f"the file translates it twice: “{said(first.target)}” and “{said(one.target)}”"
            yield TranslationFault(file, one.line, one.key, one.file, words, "Keep one of them.")


def _wrong(segment: Segment, tokens: Tokens) -> Iterator[tuple[str, str]]:
    wanted, given = _codes(segment.tokens), _codes(tokens)
    missing, more = wanted - given, given - wanted
    if missing:
        yield f"the translation lacks {_named(segment, missing)}", "Put it back, as the source has it."
    if more:
        yield f"the translation has {_named(segment, more)} that the source does not have there", "Delete it."
    if missing or more:
        return
    if not _is_nested(tokens):
        yield "a code of the translation ends before one that begins in it", "Close them in the order of the source."
        return
    if _gaps(segment.tokens, segment) != _gaps(tokens, segment):
        yield "the gaps of the translation are in another order", "Keep their order: learners' answers are kept by it."
    for words in _in_gaps(tokens, segment):
        if not words.strip() or any(sign in words for sign in "[]\n"):
            yield (
                f"“{words}” cannot stand in a gap",
                "Write what is right, without brackets; bars separate several answers.",
            )
    yield from _wrong_words(segment, "".join(token.words for token in tokens))


def _wrong_words(segment: Segment, text: str) -> Iterator[tuple[str, str]]:
    if _CONFLICT in text:
        yield "two translations of it were joined by a tool", f"Keep one of them, without {_CONFLICT}."
    if sign := refused(text):
        yield f"the translation has a control character ({ord(sign[0]):#06x})", "Delete it."
    for entity in dict.fromkeys(_ENTITY.findall(text)):
        if entity not in segment.raw and not any(entity in token.words for token in segment.tokens):
            yield f"learners would read “{entity}” as it is", f"Write {unescape(entity)} itself: the tool escapes it."
    if not any(map(str.isalnum, text)) and segment.has_words:
        yield "the translation has no words", "Translate it, or leave it empty."
    if segment.role == UNIT and is_another(*(one.partition("|")[0].strip() for one in (segment.raw, text))):
        yield f"“{text}” is another unit than “{segment.raw}”", "Write the same unit in the words of the language."
    if segment.role == "abbreviation" and any(sign in text for sign in "[]\n"):
        yield "an abbreviation has no brackets", "Write the letters alone."


def _codes(tokens: Tokens) -> Counter[tuple[str, int]]:
    return Counter((token.kind, token.number) for token in tokens if token.kind != "words")


def _named(segment: Segment, codes: Counter[tuple[str, int]]) -> str:
    """The first of some codes, as a translator sees it."""
    _, number = min(codes, key=lambda one: (one[1], one[0]))
    code: Code | None = segment.codes[number - 1] if 0 < number <= len(segment.codes) else None
    return f"the {code.kind} {code.shown} (code {number})" if code else f"a code ({number})"


def _is_nested(tokens: Tokens) -> bool:
    opened: list[int] = []
    for token in tokens:
        if token.kind == "open":
            opened.append(token.number)
        elif token.kind == "close" and (not opened or opened.pop() != token.number):
            return False
    return not opened


def _gaps(tokens: Tokens, segment: Segment) -> list[int]:
    return [token.number for token in tokens if token.kind == "open" and segment.codes[token.number - 1].kind == "gap"]


def _in_gaps(tokens: Tokens, segment: Segment) -> Iterator[str]:
    words: list[Token] | None = None
    for token in tokens:
        if token.kind in {"open", "close"} and segment.codes[token.number - 1].kind == "gap":
            if token.kind == "close":
                yield "".join(one.words for one in words or [])
            words = [] if token.kind == "open" else None
        elif words is not None:
            words.append(token)
