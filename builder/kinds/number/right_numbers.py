"""The line of a `Number` that says what is right: `= 20 ± 2`, `= 5..10 mg`, `= 5 or 7`, `= 18..`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from builder.kinds.number.money import money_elsewhere
from builder.kinds.number.open_ends import open_end
from builder.kinds.number.other_forms import odd_unit, other_form, report_doubled, report_two_units, share_or_points
from builder.kinds.number.plain_line import in_plain_signs, in_small_figures
from builder.kinds.number.unit_names import CURRENCIES, same_unit
from builder.model.assessment import NumericEntryInteraction, NumericRange
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line
from builder.read.near_miss.numbers import (
    EXAMPLE,
    PLAIN,
    NearNumber,
    is_unit,
    near_number,
    plainly,
    share,
    two_readings,
    words_behind,
)

_OR = rare_pattern(r"\s+or\s+(?!(?:more|less|fewer|above|below|over|under)\b)")
_ABOUT = rare_pattern(r"(.*?)\s*(?:±|\+-|\+/-)\s*(.*)")
_POINTS = rare_pattern(r"(.*?)\s*(?:\.\.\.?|…)\s*(.*)")
_LAST_FIGURE = rare_pattern(r".*[\d¼-¾⅐-⅞]")
_ORDINAL = rare_pattern(r"\d(?:st|nd|rd|th)\b")
_PLUS_OR_MINUS = rare_pattern(r"±|\+-|\+/-")
_UNREAD_POWER = rare_pattern(r"(?<![^\W\d_])(?<![\^-])\d[ \t]*\^|[×*·][ \t]*10[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]")
"""A power that cannot be written as a decimal."""
_ENDS = rare_pattern(r"\s+or\s+|\s*(?:±|\+-|\+/-)\s*|\s*(?:\.\.\.?|…)\s*")
"""What stands between the numbers of the line."""
_LARGE = (
    "Write the number in digits, at most 15 of them and 7 behind the point: for example = 3000 . "
    "A larger one fits in another unit: = 3 km"
)
_NUMBERS = rare_pattern(r"\d[\d.,٫٬]*(?<![.,])")
_PARTED = rare_pattern(
    r"\d(?:[ \t]?[^\d\s,;،/]{1,12})?(?:[,;،/]| (?:and|neu|oder|ou|o|або|чи|albo|lub|أو|یا))[ \t]+[^\W\d_]{0,9}[ \t]?\d"
)
"""Two numbers with a comma or a stroke between them, or the word for “or” in another language."""
_LONGEST_UNIT = 24
"""Characters of a unit; longer words are a sentence."""
_MOST_WORDS = 3
"""Words of a unit: `milligrams per kilogram`."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the line."""

    text: str
    at: int
    """Characters of the line before it."""

    def split(self, pattern: re.Pattern[str]) -> "list[_Part]":
        """What stands between the matches."""
        found, start = [], 0
        for match in pattern.finditer(self.text):
            found.append(self.cut(start, match.start()))
            start = match.end()
        return [*found, self.cut(start, len(self.text))]

    def cut(self, start: int, end: int) -> "_Part":
        """Some of it, without the spaces around."""
        text = self.text[start:end]
        return _Part(text.strip(), self.at + start + len(text) - len(text.lstrip()))

    def sides(self, pattern: re.Pattern[str]) -> "tuple[_Part, _Part] | None":
        """Two groups of a pattern that is all of it."""
        match = pattern.fullmatch(self.text)
        return (self.cut(*match.span(1)), self.cut(*match.span(2))) if match else None


class _Answer:
    """What is read of one line, number by number; `units` are those that were met."""

    def __init__(self, line: Line, reader: Reader) -> None:
        self.line, self.reader = line, reader
        self.units: list[tuple[tuple[str, ...], _Part]] = []
        self.unit_first = False

    def range(self, part: _Part) -> NumericRange | None:
        """A value, a value with what may be added to it, or numbers from one to another."""
        if sides := part.sides(_ABOUT):
            return self._about(*sides)
        if (sides := part.sides(_POINTS)) and (sides[0].text or sides[1].text):
            return self._between(part, *sides)
        value = self._number(part)
        return None if value is None else NumericRange.about(value)

    def _about(self, value_part: _Part, tolerance_part: _Part) -> NumericRange | None:
        value = self._number(value_part)
        if value is not None and not self.units and (part := share(tolerance_part.text, value)):
            self._near(tolerance_part, share_or_points(value_part.text, value, tolerance_part.text, part))
            return None
        tolerance = self._number(tolerance_part, is_value=False)
        if tolerance is not None and tolerance < 0:
            message, written = "the number after ± is never below zero", tolerance_part.text
            self._near(tolerance_part, NearNumber(message, f"Write: = {value_part.text} ± {-tolerance}", written[1:]))
            return None
        return None if value is None or tolerance is None else NumericRange.about(value, tolerance)

    def _between(self, part: _Part, low_part: _Part, high_part: _Part) -> NumericRange | None:
        ends = [self._number(one) if one.text else None for one in (low_part, high_part)]
        if any(one.text and end is None for one, end in zip((low_part, high_part), ends, strict=True)):
            return None
        low, high = ends
        if low is not None and high is not None and low > high:
            meant = f"{high_part.text}..{low_part.text}" if not self.units else ""
            message = "the lower end of a range stands before the two points"
            self._near(part, NearNumber(message, f"Write {meant}" if meant else "Change their places.", meant))
            return None
        return NumericRange(low, high)

    def _number(self, part: _Part, is_value: bool = True) -> Decimal | None:
        """The number that a part is, with its unit taken off; None with a fault for any other."""
        figures, unit = _measured(part)
        names = tuple(dict.fromkeys(" ".join(name.split()) for name in unit.text.split("|"))) if unit.text else ()
        words = self._words(figures, unit) or in_small_figures(part.text)
        if words:
            self._near(part, words)
            return None
        if not _is_currency(unit.text) and not all(_is_unit(name) for name in names):
            self._near(part, open_end(part.text) or _near(part.text, is_value))
            return None
        if not PLAIN.match(figures.text) or _ORDINAL.search(part.text):
            begins = figures.text.lstrip("+-−–.,")[:1]
            part = figures if begins.isnumeric() and not PLAIN.match(figures.text) else part
            self._near(part, open_end(part.text) or _near(part.text, is_value))
            return None
        if two := two_readings(figures.text, self.reader.language, bool(names)):
            self._near(figures, two)
            return None
        if odd := odd_unit(part.text, names):
            self._near(part, odd)
            return None
        if names:
            self.units.append((names, unit))
            self.unit_first = unit.at < figures.at
        return Decimal(figures.text.replace("−", "-"))

    def _words(self, figures: _Part, unit: _Part) -> NearNumber | None:
        """What to say of words behind a number that are no unit; None for a unit."""
        if not unit.text or not PLAIN.match(figures.text) or unit.at < figures.at:
            return None
        attached = unit.at == figures.at + len(figures.text)
        found = (words_behind(figures.text, name, attached, self.reader.language) for name in unit.text.split("|"))
        return next(filter(None, found), None)

    def _near(self, part: _Part, near: NearNumber) -> None:
        if " in its place where " in near.hint and _PLUS_OR_MINUS.search(self.line.text):
            near = replace(near, hint=near.hint.partition(" , or ")[0])  # how near is near enough is said already
        fix = (part.text, near.meant) if near.meant else None
        self.reader.fault("QUE-010", self.line.place(part.at), near.message, near.hint, max(1, len(part.text)), fix)


def read_right_numbers(line: Line, reader: Reader) -> NumericEntryInteraction | None:
    """What is right, from a line that begins with `=`; None with a fault when it cannot be read."""
    if line.text.startswith("=="):
        report_doubled(line, reader)
        return None
    if _has_other_form(line, reader) or _has_signs(line, reader):
        return None
    answer = _Answer(line, reader)
    ranges = [answer.range(part) for part in _Part(line.text, 0).cut(1, len(line.text)).split(_OR)]
    first_names = answer.units[0][0] if answer.units else ()
    others = [unit for names, unit in answer.units if not _alike(names, first_names)]
    if others:
        report_two_units(line, answer.units[0][1].text, others[0].text, others[0].at, reader)
        return None
    read = tuple(one for one in ranges if one is not None)
    if len(read) < len(ranges):
        return None
    return NumericEntryInteraction(read, first_names, answer.unit_first)


def units_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where units stand behind the numbers of such a line."""
    for part in _Part(text, 0).cut(1, len(text)).split(_ENDS):
        unit = _measured(part)[1]
        if unit.text and unit.at > part.at:
            yield unit.at, unit.at + len(unit.text)


def reads_as_one(texts: Sequence[str]) -> bool:
    """Whether numbers of several lines can stand in one, with `or` between them: all are plain, in one unit."""
    parts = [part for text in texts for part in _ENDS.split(text)]
    units = {unit for part in parts if (unit := _measured(_Part(part, 0))[1].text)}
    return all(texts) and any(parts) and all(_reads(part) for part in parts) and len(units) <= 1


def hint_on(text: str) -> str:
    """What to say of a number that stands elsewhere and can be read in two ways, or is none; empty for any other."""
    near = other_form(text) or near_number(_measured(_Part(text, 0))[0].text)
    return "" if near.hint == EXAMPLE or near.meant else near.hint


def meant_number(text: str) -> str:
    """What to write behind `=` for a number that stands elsewhere; empty where nobody can tell."""
    text = text.strip().lstrip("= ")
    if reads_as_one([text]) and not two_readings(_measured(_Part(text, 0))[0].text, "", measured=True):
        return text
    near = other_form(text)
    if near and near.meant and reads_as_one([near.meant]):
        return near.meant
    figures, unit = _measured(_Part(text, 0))
    if two_readings(figures.text, "", measured=True):
        return ""  # `1.500 mg`: thousands to some, a decimal to others
    before = figures.at > unit.at
    near = open_end(text)
    if near and reads_as_one([near.meant]):
        return near.meant
    near = near_number(figures.text)
    if not near.meant or (unit.text and not _is_currency(unit.text) and not all(map(_is_unit, unit.text.split("|")))):
        return ""
    gap = "" if before or text[len(figures.text) : len(figures.text) + 1] != " " else " "
    meant = f"{unit.text}{near.meant}" if before else f"{near.meant}{gap}{unit.text}"
    return meant if reads_as_one([meant]) else ""


def _has_other_form(line: Line, reader: Reader) -> bool:
    """QUE-010: a range or a tolerance in words or in signs of other tools; whether it is one."""
    written = line.text[1:].strip()
    near = other_form(written)
    if near is None or (near.meant and not reads_as_one([near.meant])):
        return False
    fix = (line.text, f"= {near.meant}") if near.meant else None
    reader.fault("QUE-010", line.place(), near.message, near.hint, len(line.text), fix)
    return True


def _has_signs(line: Line, reader: Reader) -> bool:
    """QUE-010: signs of formulas and of markdown, powers too; whether the line has any."""
    written = line.text[1:].strip()
    plain = in_plain_signs(written)
    small = in_small_figures(plain)
    meant = small.meant if small else plain
    if plain == written and not _UNREAD_POWER.search(written):
        return False
    parts = _ENDS.split(meant)
    units = {unit for part in parts if (unit := _measured(_Part(part, 0))[1].text)}
    known = plain != written and all(_reads(part) for part in parts) and any(parts) and len(units) <= 1
    message = f"“{written}” has signs of a formula or of markdown, and this line is read as it stands"
    hint, fix = (
        (f"Write: = {meant}", (line.text, f"= {meant}"))
        if known
        else (_LARGE if _UNREAD_POWER.search(meant) else EXAMPLE, None)
    )
    reader.fault("QUE-010", line.place(), message, hint, len(line.text), fix)
    return True


def _reads(text: str) -> bool:
    """Whether a piece of the line is a number, with a unit or without; or nothing, as the open end of a range is."""
    figures, unit = _measured(_Part(text, 0))
    is_measure = not unit.text or _is_currency(unit.text) or all(map(_is_unit, unit.text.split("|")))
    return not text or (bool(PLAIN.match(figures.text)) and is_measure)


def _measured(part: _Part) -> tuple[_Part, _Part]:
    """The figures of a number and its unit, which may be a currency before it."""
    if _is_currency(part.text[:1]) and not re.search(r"[^\W\d_]", part.text):
        return part.cut(1, len(part.text)), part.cut(0, 1)
    last = _LAST_FIGURE.match(part.text)
    end = last.end() if last else 0
    return part.cut(0, end), part.cut(end, len(part.text))


def _is_currency(text: str) -> bool:
    return len(text) == 1 and text in CURRENCIES


def _is_unit(name: str) -> bool:
    """Whether words are short enough for a unit, and no words that change the number."""
    return bool(name) and len(name) <= _LONGEST_UNIT and len(name.split()) <= _MOST_WORDS and is_unit(name)


def _alike(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two numbers of a line have the same unit, however it is spelled."""
    return len(names) == len(others) and all(map(same_unit, names, others))


def _near(text: str, is_value: bool) -> NearNumber:
    """What to say of what is no number: where it is two, how both are written."""
    near = near_number(text, is_value)
    numbers = _NUMBERS.findall(text)
    if near.hint == EXAMPLE:
        near = money_elsewhere(text, _reads) or near
    if near.hint != EXAMPLE or len(numbers) != 2 or not _PARTED.search(text) or not all(map(plainly, numbers)):
        return near
    first, last = map(plainly, numbers)
    hint = f"Write {first} or {last} where either is right, and {first}..{last} where all between them are."
    return NearNumber(f"“{text}” is not one number", hint, "")
