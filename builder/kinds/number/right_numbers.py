"""The line of a `Number` that says what is right: `= 20 ± 2`, `= 5..10 mg`, `= 5 or 7`, `= 18..`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from builder.kinds.number.other_forms import odd_unit, other_form, report_two_units, share_or_points
from builder.kinds.number.plain_line import in_plain_signs
from builder.kinds.number.unit_names import same_unit
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
_ABOVE = ("at least", "from", "≥", ">=", "+", "or more", "or above", "or over")
_BELOW = ("at most", "up to", "no more than", "≤", "<=", "or less", "or fewer", "or below", "or under")
_SMALL_FIGURES = rare_pattern(r"(?<=[^\W\d_])\^([-0-9]{1,3})\^?")
"""Behind the letters of a unit; behind figures they make another number."""
_POWER = rare_pattern(r"(?<![a-zA-Z])([mcdk]?m|in|ft|mi)([23])(?![\w.,])")
"""A length with a figure behind it: `m2` is no number with an `m` in it."""
_UNREAD_POWER = rare_pattern(r"(?<![^\W\d_])(?<![\^-])\d[ \t]*\^|[×*·][ \t]*10[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]")
"""A power that cannot be written as a decimal."""
_ENDS = rare_pattern(r"\s+or\s+|\s*(?:±|\+-|\+/-)\s*|\s*(?:\.\.\.?|…)\s*")
"""What stands between the numbers of the line."""
_LARGE = (
    "Write the number in digits, at most 15 of them and 7 behind the point: for example = 3000 . "
    "A larger one fits in another unit: = 3 km"
)
_HIGH = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBERS = rare_pattern(r"\d[\d.,٫٬]*(?<![.,])")
_PARTED = rare_pattern(
    r"\d(?:[ \t]?[^\d\s,;،/]{1,12})?(?:[,;،/]| (?:and|neu|oder|ou|o|або|чи|albo|lub|أو|یا))[ \t]+[^\W\d_]{0,9}[ \t]?\d"
)
"""Two numbers with a comma or a stroke between them, or the word for “or” in another language."""
_LONGEST_UNIT = 24
"""Characters of a unit; longer words are a sentence."""
_MOST_WORDS = 3
"""Words of a unit: `milligrams per kilogram`."""
_CURRENCIES = ("£", "$", "€", "¥")


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
        words = self._words(figures, unit) or _raised(part.text)
        if words:
            self._near(part, words)
            return None
        if unit.text not in _CURRENCIES and not all(_is_unit(name) for name in names):
            self._near(part, _open_end(part.text) or _near(part.text, is_value))
            return None
        if not PLAIN.match(figures.text) or _ORDINAL.search(part.text):
            part = figures if figures.text[:1].isnumeric() and not PLAIN.match(figures.text) else part
            self._near(part, _open_end(part.text) or _near(part.text, is_value))
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
        fix = (part.text, near.meant) if near.meant else None
        self.reader.fault("QUE-010", self.line.place(part.at), near.message, near.hint, max(1, len(part.text)), fix)


def read_right_numbers(line: Line, reader: Reader) -> NumericEntryInteraction | None:
    """What is right, from a line that begins with `=`; None with a fault when it cannot be read."""
    if line.text.startswith("=="):
        _doubled(line, reader)
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
    small = _raised(plain)
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
    is_measure = not unit.text or unit.text in _CURRENCIES or all(map(_is_unit, unit.text.split("|")))
    return not text or (bool(PLAIN.match(figures.text)) and is_measure)


def _measured(part: _Part) -> tuple[_Part, _Part]:
    """The figures of a number and its unit, which may be a currency before it."""
    if part.text[:1] in _CURRENCIES and not re.search(r"[^\W\d_]", part.text):
        return part.cut(1, len(part.text)), part.cut(0, 1)
    last = _LAST_FIGURE.match(part.text)
    end = last.end() if last else 0
    return part.cut(0, end), part.cut(end, len(part.text))


def _is_unit(name: str) -> bool:
    """Whether words are short enough for a unit, and no words that change the number."""
    return bool(name) and len(name) <= _LONGEST_UNIT and len(name.split()) <= _MOST_WORDS and is_unit(name)


def _alike(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two numbers of a line have the same unit, however it is spelled."""
    return len(names) == len(others) and all(map(same_unit, names, others))


def _raised(text: str) -> NearNumber | None:
    """What to say of `3 m^2^`: this line has no signs of markdown."""
    if not any(map(str.isdecimal, text.partition("^")[0])):
        return None
    meant = _SMALL_FIGURES.sub(lambda match: match[1].translate(_HIGH), text)
    meant = _POWER.sub(lambda match: match[1] + match[2].translate(_HIGH), meant)
    return (
        NearNumber("small figures of a unit are signs of their own", f"Write {meant}", meant) if meant != text else None
    )


def _near(text: str, is_value: bool) -> NearNumber:
    """What to say of what is no number: where it is two, how both are written."""
    near = near_number(text, is_value)
    numbers = _NUMBERS.findall(text)
    if near.hint != EXAMPLE or len(numbers) != 2 or not _PARTED.search(text):
        return near
    first, last = map(plainly, numbers)
    if not (first and last):
        return near
    hint = f"Write {first} or {last} where either is right, and {first}..{last} where all between them are."
    return NearNumber(f"“{text}” is not one number", hint, "")


def _open_end(text: str) -> NearNumber | None:
    """What to say of `at least 18` and `18 mg or more`; None for all else."""
    for words, form in ((_ABOVE, "{}.."), (_BELOW, "..{}")):
        said = [word for word in words if text.startswith(word) or text.endswith(word)]
        rest = text.removeprefix(said[0]).removesuffix(said[0]).strip() if said else ""
        if PLAIN.match(rest.partition(" ")[0]) and is_unit(rest.partition(" ")[2]):
            meant = form.format(rest)
            return NearNumber(f"{text} is written with two points", f"Write {meant}", meant)
    return None


def _doubled(line: Line, reader: Reader) -> None:
    """QUE-010: a line that begins with two equals signs."""
    rest = line.text.lstrip("= ")
    known = all(PLAIN.match(number) for number in re.split(r"\s*(?:±|\+-|\+/-)\s*", rest))
    hint, fix = (f"Write: = {rest}", (line.text, f"= {rest}")) if known else (EXAMPLE, None)
    reader.fault("QUE-010", line.place(), "one = is enough", hint, 2, fix)
