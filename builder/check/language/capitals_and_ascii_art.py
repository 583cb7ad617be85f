"""W18 and W19: capitals throughout, and pictures made of characters."""

import re
from collections.abc import Iterator

from builder.check.language.vocabulary import KNOWN, Vocabulary
from builder.check.places import remark
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import Passage

_CAPITALS = rare_pattern(r"(?<!\w)[A-Z][A-Z’']+(?:[ –-]+(?:[A-Z][A-Z’']+|[AI&]))*(?:[ –-]+[A-Z][A-Z’']+)(?!\w)")
_SIGN = (
    "[\u231a\u231b\u23e9-\u23f3\u2600-\u26ff\u2702\u2705\u2708-\u270d\u2728\u274c\u274e\u2753-\u2757\u2763\u2764"
    "\u2795-\u2797\u27a1\u2b1b\u2b1c\u2b50\u2b55\U0001f1e6-\U0001faff]"
)
"""Emoji; a tick or a cross in a cell of a table is read out as what it is."""
_EMOJI = rare_pattern(_SIGN)
_ROW = rare_pattern(f"(?:{_SIGN}[\ufe0f\u200d\\s]*){{3,}}")
_DRAWN = rare_pattern(r"[|+/\\_=<>^*~-]")
_ROW_OF_TABLE = rare_pattern(r"[ \t>]*\|(?:[^|\n]*\|)+[ \t]*$")
_DRAWN_WITH = ("|", "+", "/", "\\", "\u2500", "\u2502")
_DRAWN_LINES = 3
_RULED = re.compile(r"([^\w\s…?!.,]{1,2}|[.,?!])\1{4,}")
"""A row of one sign or of two in turn, as a divider is typed."""
_GRID = rare_pattern(r"\+(?:[-=:]{2,}\+)+")
"""Begins a table that is drawn, which is reported as a table."""
_SHOUTED_WORDS, _SHOUTED_LETTERS = 4, 16
_KEPT = {"I", *KNOWN} - {"AD", "AM", "IT", "MA", "US"}
"""Words that have capitals in a sentence too."""
_SHOWN = 60
"""Characters of such a run that a hint repeats."""


def check_signs(words: Vocabulary) -> Iterator[Diagnostic]:
    """Runs of words in capitals, emoji in place of words, drawings made of signs."""
    shouted = sum(len(word) > 1 and word.isupper() for word in words.unusual) >= _SHOUTED_WORDS
    coloured = any(not word.isascii() and _EMOJI.search(word) for word in words.unusual)
    ruled = any(_RULED.fullmatch(word) for word in words.strange)
    if shouted or coloured or ruled:
        for passage in words.passages:
            yield from _capitals(words.module, passage) if shouted else ()
            yield from _emoji(words.module, passage) if coloured else ()
            yield from _row_of_signs(words.module, passage) if ruled else ()
    drawn = any(sign in words.text for sign in _DRAWN_WITH)
    for passage in words.module.facts.passages:
        if passage.kind in {"code", "indented"}:
            yield from _drawing(words.module, passage, passage.text)
        elif (
            drawn
            and passage.last - passage.line >= _DRAWN_LINES - 1
            and any(sign in passage.text for sign in _DRAWN_WITH)
        ):
            lines = words.module.facts.sources.get(passage.path, ())[passage.line - 1 : passage.last]
            drawn_in = [line for line in lines if not _ROW_OF_TABLE.match(line)]  # STR-041 reports those
            if not _GRID.fullmatch(lines[0].strip()):
                yield from _drawing(words.module, passage, "\n".join(drawn_in))


def _drawing(module: Module, passage: Passage, text: str) -> Iterator[Diagnostic]:
    if _is_drawing(text):
        message = "this drawing is made of characters, which a screen reader reads out one by one"
        hint = "Say in words what it shows, or save it as a picture: ![what it shows](images/...)."
        yield remark("W19", module, passage, text.split("\n")[0], message, hint)


def _as_sentence(run: str) -> str:
    """The beginning of a run of capitals as a sentence has it; what is an abbreviation anywhere stays one."""
    words = [word if word.strip("’'") in _KEPT else word.lower() for word in run.split()]
    while len(" ".join(words)) > _SHOWN:
        words = [*words[:-2], "..."] if words[-1] == "..." else [*words[:-1], "..."]
    said = " ".join(words)
    return said[:1].upper() + said[1:]


def shouted(text: str) -> list[str]:
    """The runs of words in capitals that are no row of abbreviations."""
    runs = [match[0] for match in _CAPITALS.finditer(text)]
    runs = [run.strip("’' ") for run in runs]
    return [run for run in runs if len(run.split()) >= _SHOUTED_WORDS and _letters(run) >= _SHOUTED_LETTERS]


def _letters(run: str) -> int:
    return sum(map(str.isalpha, run))


def _capitals(module: Module, passage: Passage) -> Iterator[Diagnostic]:
    for run in shouted(passage.text)[:1]:
        message = "words all in capitals are hard to read, and some screen readers spell them out"
        at = passage.text.index(run)
        opened = passage.text[at - 1 : at] if "’" in run or "'" in run else ""
        opened = opened if opened in {"‘", "'"} else ""  # the mark that closes inside the run opens before it
        hint = f"Write them as in a sentence: {opened}{_as_sentence(run)}"
        yield remark("W18", module, passage, run, message, hint)


def _emoji(module: Module, passage: Passage) -> Iterator[Diagnostic]:
    found = _EMOJI.search(passage.text)
    alone = found and not any(map(str.isalnum, passage.text))
    row = _ROW.search(passage.text)
    if found and (alone or row):
        message = "emoji stand here without words" if alone else "a screen reader reads a row of emoji out one by one"
        hint = "Say it in words; one emoji beside them does no harm."
        yield remark("W19", module, passage, (row or found)[0].strip(), message, hint)


def _row_of_signs(module: Module, passage: Passage) -> Iterator[Diagnostic]:
    row = next((word for word in passage.text.split() if _RULED.fullmatch(word)), "")
    if row and not any(map(str.isalnum, passage.text)):
        message = "a screen reader reads this row of signs out one by one"
        hint = "For a line across the page, write --- with a blank line above and below; for space, write nothing."
        yield remark("W19", module, passage, row, message, hint)


def _is_drawing(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    signs = len(_DRAWN.findall(text)) + sum("\u2500" <= sign <= "\u257f" for sign in text)
    letters = sum(map(str.isalnum, text))
    return len(lines) >= _DRAWN_LINES and signs > letters and signs >= 12
