"""Stars of sums that begin and end emphasis within words, so that learners do not see them: `2*3*4`, `kg/m**2 and r**2`."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from builder.check.foreign.masking import masked
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic, Fix, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault, swap
from builder.model.source_facts import Passage

_STARS = rare_pattern(r"(?<!\*)(?:\*{1,2}(?=[^\s*])|(?<=[^\s*])\*{1,2}(?!\*))")
"""One star or two that may begin or end emphasis: those between spaces do neither (CommonMark 6.2)."""
_BEFORE = rare_pattern(r"(?:\d[\d.,]*)?\w*$")
_BEHIND = rare_pattern(r"\w*(?:[.,]\d+)?")
_FIGURE_BEFORE = rare_pattern(r"\d[\d.,]*[ \t]?$")
_FIGURE_BEHIND = rare_pattern(r"[ \t]?\d+(?:[.,]\d+)*")
_POWER = rare_pattern(r"\d{1,2}")
_FIGURES = re.compile(r"\d[\d.,]*")
_WHOLE_WORD = 4
"""Letters of a word that stands by itself: with fewer it may be a syllable, `un*believ*able`."""


@dataclass(frozen=True, slots=True)
class _Stars:
    number: int
    """Its line."""
    column: int
    """Counted from 0."""
    before: str
    signs: str
    behind: str
    figures: str
    """Both figures and the star between them, with a space where there is one: `2*5`, `3 *4`; empty where there are none."""

    @property
    def is_within(self) -> bool:
        return bool(self.before and self.behind)


def check_sums(module: Module) -> Iterator[Diagnostic]:
    """STR-031 and STR-048: pairs of stars between letters or figures."""
    for passage in module.facts.passages:
        if passage.kind in {"paragraph", "words"}:
            lines = module.facts.sources.get(passage.path, ())[passage.line - 1 : passage.last]
            if sum(line.count("*") for line in lines) > 1:
                yield from _in_passage(passage, lines)


def _in_passage(passage: Passage, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    opened: _Stars | None = None
    for stars in _all(passage, lines):
        if opened is None or opened.signs != stars.signs:
            opened = stars if stars.is_within or not stars.before else None
            continue
        line = lines[stars.number - passage.line]
        if opened.is_within and stars.is_within and opened.number == stars.number:
            between = line[opened.column + len(opened.signs) : stars.column]
            if _is_product(opened, between, stars):
                yield _product(passage, opened, stars, line)
            elif _is_sum(opened, between, stars):
                yield _told(passage, opened, stars, line)
        elif len(stars.signs) == 1:
            for one in (opened, stars):
                if one.figures:
                    yield _between_figures(passage, one, lines[one.number - passage.line])
        opened = None


def _all(passage: Passage, lines: tuple[str, ...]) -> Iterator[_Stars]:
    """The stars that learners do not see, without those in code and formulas."""
    for number, line in enumerate(lines, passage.line):
        text = masked(line) if "*" in line else ""
        for match in _STARS.finditer(text):
            before, behind = _BEFORE.search(text, 0, match.start()), _BEHIND.match(text, match.end())
            assert before and behind
            one, other = _FIGURE_BEFORE.search(text, 0, match.start()), _FIGURE_BEHIND.match(text, match.end())
            figures = f"{one[0]}{match[0]}{other[0]}" if one and other else ""
            stars = _Stars(number, match.start(), before[0], match[0], behind[0], figures)
            shown = f"{before[0][-3:]}{match[0]}{behind[0][:3]}"
            if not stars.is_within or (shown not in passage.text and shown.replace("*", "") in passage.text):
                yield stars


def _is_product(first: _Stars, between: str, last: _Stars) -> bool:
    """Whether one star each stands behind a figure and before another, with nothing but words and figures between."""
    plain = len(first.signs) == 1 and not set(between) & set("*`$\\")
    return bool(plain and _FIGURES.fullmatch(first.before) and _FIGURES.fullmatch(last.behind))


def _product(passage: Passage, first: _Stars, last: _Stars, line: str) -> Diagnostic:
    start = first.column - len(first.before)
    typed = line[start : last.column + 1 + len(last.behind)]
    written = typed.replace("*", " × ")
    message = f"the stars of “{typed}” make words between them italic, so learners read “{typed.replace('*', '')}”"
    hint = f"Write {written} , or a backslash before each star: {typed.replace('*', chr(92) + '*')}"
    span = Span(passage.path, first.number, start + 1, len(typed))
    return fault("STR-031", span, message, hint, line, swap(span, line, typed, written))


def _between_figures(passage: Passage, one: _Stars, line: str) -> Diagnostic:
    """A star between two figures that begins or ends emphasis, whose other star stands elsewhere: `2*5 mg*`."""
    before, behind = one.figures.split("*")
    start = one.column - len(before)
    written = f"{before.rstrip()} × {behind.lstrip()}"
    message = f"the star of “{one.figures}” makes words italic, so learners do not see it"
    hint = f"Write {written} , or a backslash before the star: {before}\\*{behind}"
    span = Span(passage.path, one.number, start + 1, len(one.figures))
    return fault("STR-031", span, message, hint, line, swap(span, line, one.figures, written))


def _is_sum(first: _Stars, between: str, last: _Stars) -> bool:
    """Whether figures or whole words stand beside both."""
    words = (first.before, first.behind, last.before, last.behind)
    if any(unicodedata.category(sign) == "Lo" for word in words for sign in word):
        return False  # scripts without capitals name nothing in a sum, and many have no spaces between words
    if any(any(sign.isdigit() or sign == "_" for sign in word) for word in words):
        return True
    if " " in between.strip():
        return True
    lengths = {len(word) for word in words}
    return lengths == {1} or min(lengths) >= _WHOLE_WORD


def _told(passage: Passage, first: _Stars, last: _Stars, line: str) -> Diagnostic:
    written = [f"{one.before}{one.signs}{one.behind}" for one in (first, last)]
    shown = [f"{one.before}{one.behind}" for one in (first, last)]
    joined = first.column + len(first.signs) + len(first.behind) > last.column - len(last.before)
    if joined:
        start, end = first.column - len(first.before), last.column + len(last.signs) + len(last.behind)
        written, shown = [line[start:end]], [line[start:end].replace("*", "")]
    look = "bold" if len(first.signs) == 2 else "italic"
    message = f"the stars of {_quoted(written)} make words between them {look}, so learners read {_quoted(shown)}"
    edits, hint = _remedy(first, last, written, line, passage.path)
    rule = "STR-031" if any(re.search(r"\d", text) for text in written) else "STR-048"
    span = Span(passage.path, first.number, first.column - len(first.before) + 1, len(written[0]))
    return fault(rule, span, message, hint, line, edits)


def _remedy(first: _Stars, last: _Stars, written: list[str], line: str, path: str) -> tuple[Fix, str]:
    """The change that shows what was typed, and how it is said."""
    powers = [_POWER.fullmatch(one.behind) for one in (first, last)]
    if len(first.signs) == 1:
        signs, behind = "\\*", ["", ""]
        hint = f"Write a backslash before each star: {' and '.join(one.replace('*', signs) for one in written)}"
        hint += " , or × in place of each star that multiplies"
    elif all(powers) and len(written) > 1:
        signs, behind = "^", [f"{first.behind}^", f"{last.behind}^"]
        hint = f"Write {first.before}^{behind[0]} and {last.before}^{behind[1]} , where ^ sets words high"
    else:
        return None, f"Put it between backticks, as code: {' and '.join(f'`{one}`' for one in written)}"
    edits = [
        swap(
            Span(path, one.number, one.column + 1, 1),
            line,
            one.signs + one.behind * bool(more),
            signs + more,
        )
        for one, more in zip((first, last), behind, strict=True)
    ]
    return edits, hint


def _quoted(texts: list[str]) -> str:
    return " and ".join(f"“{text}”" for text in texts)
