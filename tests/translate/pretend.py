"""Translators who are machines: one keeps all words, one marks each word, so that a word that was missed is seen."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from builder.kinds import KINDS
from builder.model.course import Course
from builder.read import read_course
from builder.translate import work
from builder.translate.formats import xliff
from builder.translate.segment import Token, Tokens
from builder.translate.stored import Found, Matching, Stored

MARK = "ŵ"
"""What marks a word: no source has it."""
_WORD = re.compile(r"[^\W_]+")
_SET = (
    (re.compile(r"(?<=\d)'(\d{1,2})\""), r"′\1″"),
    (re.compile(r"(?<![\w’'])'(?=(?:\d\ds?|tis|twas|em|til)\b)"), "’"),
    (re.compile(r"(?<=\s)'([nN])'(?=\s)"), r"’\1’"),
)
"""Straight signs that the next word turns into others, which a mark in front of it would undo; and those that they become."""

Translator = Callable[[Tokens], Tokens]


def same(tokens: Tokens) -> Tokens:
    """All words as they are."""
    return tokens


def marked(tokens: Tokens) -> Tokens:
    """Each word with a mark before it."""
    return tuple(Token("words", with_marks(token.words)) if token.kind == "words" else token for token in tokens)


def with_marks(words: str) -> str:
    """A text with a mark before each word that has a letter or a digit."""
    for straight, set_ in _SET:
        words = straight.sub(set_, words)
    return _WORD.sub(lambda match: MARK + match[0], words)


def translated(found: Found, translator: Translator = marked, state: str = "translated") -> Found:
    """A segment that a translator has done."""
    segment = found.unit.segment
    stored = Stored(found.unit.key, segment.file, segment.role, segment.tokens, translator(segment.tokens), state)
    return replace(found, how="same", stored=stored)


def translate(
    folder: Path,
    translator: Translator = marked,
    language: str = "cy",
    only: Callable[[int, Found], bool] = lambda place, found: True,
    others: Translator | None = None,
) -> work.Outcome:
    """Export a course, let it be translated, and read it back; `others` translates what `only` leaves out."""
    exported = work.export(folder, language)
    assert not exported.report.errors
    found = tuple(
        translated(one, chosen) if (chosen := translator if only(place, one) else others) else one
        for place, one in enumerate(exported.matching.found)
    )
    file = folder / f"{language}.xlf"
    file.write_bytes(xliff.written(Matching(found), "en-GB", language))
    return work.take_in(folder, file)


def read(folder: Path) -> Course:
    """A course without a fault that stops it."""
    course, report = read_course(folder, KINDS)
    assert not report.errors, report.errors
    return course


def ids_of(course: Course) -> list[object]:
    """Every id that learners' work hangs on, found without the help of `builder.translate`."""
    found: list[object] = [course.id]
    for module in course.modules:
        found += [module.id, module.span.path]
        for item in module.items:
            choices = [choice.id for choice in item.choices]
            targets = [target.id for target in item.kind.targets(item.interaction)]
            is_text = bool(getattr(item.interaction, "gaps", ()))
            right = len(item.interaction.gaps) if is_text else item.kind.right and [*item.kind.right(item.interaction)]
            is_measured = bool(getattr(item.interaction, "units", ()))
            found += [item.kind.name, item.id, choices, targets, right[:-1] if is_measured else right]
        found += [block.id for block in module.blocks if hasattr(block, "id")]
    return found


def unmarked(texts: Iterable[str]) -> list[str]:
    """Words of texts that no translator has marked."""
    return [word for text in texts for word in _WORD.findall(text) if MARK not in word]
