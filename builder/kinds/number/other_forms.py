"""Right numbers in words or in signs of other tools: `between 3 and 5`, `20 plus or minus 2`, `#4:0.5`, `> 3`, `about 3`."""

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.kinds.number.unit_names import CURRENCIES, meant_unit, named_unit
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line
from builder.read.near_miss.numbers import EXAMPLE, PLAIN, NearNumber, share

_N = r"[+\-−]?\d{1,15}(?:\.\d{1,7})?"
_FROM = r"between|from|rhwng|entre|zwischen|von|między|od|від|між|между|от|de|tra|da|بين|من"
_TO = r"and|to|ac?|et|und|bis|i|do|та|і|до|и|à|y|e|o|و|إلى"
_RANGE = rare_pattern(
    rf"(?:{_FROM})[ \t]+(?P<low>{_N})[ \t]+(?:{_TO})[ \t]+(?P<high>{_N})(?P<unit>[ \t]*[^\d\n]{{0,24}})", re.I
)
_MEASURED = rare_pattern(
    rf"(?:(?:{_FROM})[ \t]+)?(?P<low>{_N})(?P<unit>[ \t]?[^\W\d][\w/²³·°%]{{0,11}}|[ \t]?[%°]\w?)(?:[ \t]*(?:-|–|—)[ \t]*|[ \t]+(?:{_TO})[ \t]+)(?P<high>{_N})(?P=unit)",
    re.I,
)
"""A range with its unit behind both ends: `20 mg to 30 mg`."""
_PRICED = rare_pattern(
    rf"(?:(?:{_FROM})[ \t]+)?(?P<unit>[{CURRENCIES}])(?P<low>{_N})(?:[ \t]*(?:-|–|—)[ \t]*|[ \t]+(?:{_TO})[ \t]+)(?P=unit)(?P<high>{_N})",
    re.I,
)
_WITHIN = rare_pattern(rf"(?P<low>{_N})\s*(?:≤|<=)\s*[a-zA-Z]\s*(?:≤|<=)\s*(?P<high>{_N})(?P<unit>)")
_ABOUT = rare_pattern(r"\s*(?:plus or minus|plus/minus|plus-minus|-/\+|∓)\s*", re.I)
_GIFT = rare_pattern(rf"#\s*=?(?P<value>{_N})(?::(?P<more>\d+(?:\.\d+)?))?")
_OPEN = rare_pattern(
    rf"(?P<sign>>|<|more than|less than|over|under|above|below)\s*(?P<value>{_N})(?P<unit>[ \t]*[^\d\n]{{0,24}})", re.I
)
_NEAR = rare_pattern(
    rf"(?P<words>~|≈|≅|about|around|circa|ca?\.|approx(?:imately|\.)?|roughly|tua|oddeutu|environ|etwa|ungefähr|około|близько|около|حوالي)\s*(?P<value>{_N})(?P<unit>[ \t]*[^\d\n]{{0,24}})",
    re.I,
)
_BETWEEN = r"\s*(?:-|–|—|−|\.\.\.?|…|\bto\b)\s*"
_WIDER = rare_pattern(
    rf"(?P<low>{_N})(?:\s?[^\W\d_]{{1,8}})??{_BETWEEN}(?P<high>{_N})(?P<unit>[ \t]*[^\d\n±]{{0,24}}?)"
    rf"\s*(?:±|\+-|\+/-)\s*(?P<more>{_N})\s*(?P<of>[^\d\n]{{0,24}})"
)
"""A range with something that may be added to it."""
_THREE = rare_pattern(rf"{_N}(?:\s*(?:\.\.\.?|…)\s*{_N}){{2,}}(?P<unit>[ \t]*[^\d\n]{{0,24}})")
_EACH = rare_pattern(_N)
_PER_CENT = ("%", "٪", "per cent", "percent")
_PLUS_OR_MINUS = rare_pattern(r"(?:±|\+-|\+/-)\s*$")
_FIGURES_BEFORE = rare_pattern(r"[+\-−]?\d+(?:\.\d+)?$")
_FIRST_FIGURES = rare_pattern(r"=\s*([+\-−]?\d{1,15}(?:\.\d{1,7})?)(?![\d.,])")
_LAST_FIGURE = rare_pattern(r"\d[\d.,]*")
_MOST_PER_CENT = 100
"""Above this a value is hardly in per cent."""
_SIZES = {
    **{"mm": ("m", "0.001"), "cm": ("m", "0.01"), "m": ("m", "1"), "km": ("m", "1000")},
    **{"\u03bcg": ("g", "0.000001"), "mg": ("g", "0.001"), "g": ("g", "1"), "kg": ("g", "1000")},
    **{"\u03bcl": ("l", "0.000001"), "ml": ("l", "0.001"), "cl": ("l", "0.01"), "dl": ("l", "0.1"), "l": ("l", "1")},
    **{"s": ("s", "1"), "min": ("s", "60"), "h": ("s", "3600"), "d": ("s", "86400")},
}
"""The first name of a unit -> what it measures, and how much of it."""


def share_or_points(figures: str, value: Decimal, percent: str, part: str) -> NearNumber:
    """What to say of `20 ± 10 %`: a tenth of 20, or ten per cent to either side of 20 per cent."""
    message = "the number after ± is a number, not a percentage"
    points = _LAST_FIGURE.match(percent)
    if points and Decimal(points[0].replace(",", ".")) <= value <= _MOST_PER_CENT:
        hint = f"Write = {figures} ± {part} if it is a share of {figures}, or = {figures} % ± {points[0]} % if both are per cent."
        return NearNumber(message, hint)
    return NearNumber(message, f"Write {part}", part)


def report_two_units(line: Line, first: str, other: str, at: int, reader: Reader) -> None:
    """QUE-010: numbers with two units. A number is turned into the first one where that is exact, and never only its unit."""
    before = line.text[:at].rstrip()
    figures = match[0] if (match := _FIGURES_BEFORE.search(before)) else ""
    written = line.text[len(before) - len(figures) : at + len(other)]
    known = in_unit(figures, other, first)
    value = _FIRST_FIGURES.match(line.text)
    if other in _PER_CENT and value and _PLUS_OR_MINUS.search(before[: len(before) - len(figures)]):
        known = share(f"{figures}%", Decimal(value[1].replace("−", "-")))
    message = f"the numbers of one answer have one unit, and these have {first} and {other}"
    meant = f"{known} {first}"
    hint = (
        f"Write {meant} in place of {written}"
        if known
        else f"Work out how much {written} is in {first}, and write that."
    )
    fix = (written, meant) if known else None
    reader.fault("QUE-010", line.place(len(before) - len(figures)), message, hint, len(written), fix)


def other_form(text: str) -> NearNumber | None:
    """What to say of a line, without its `=`, that says a range or a tolerance in another way; None for all others."""
    if found := _RANGE.fullmatch(text) or _MEASURED.fullmatch(text) or _WITHIN.fullmatch(text):
        if Decimal(found["low"].replace("−", "-")) >= Decimal(found["high"].replace("−", "-")):
            return None
        meant = f"{found['low']}..{found['high']}{found['unit']}"
        return NearNumber(f"“{text}” is a range, which has two points between its ends", f"Write: = {meant}", meant)
    if (priced := _PRICED.fullmatch(text)) and _value(priced["low"]) < _value(priced["high"]):
        meant = f"{priced['unit']}{priced['low']}..{priced['unit']}{priced['high']}"
        return NearNumber(f"“{text}” is a range, which has two points between its ends", f"Write: = {meant}", meant)
    if near := _odd_range(text):
        return near
    if _ABOUT.search(text):
        meant = _ABOUT.sub(" ± ", text)
        return NearNumber("what may be added to the number stands behind ±", f"Write: = {meant}", meant)
    if found := _GIFT.fullmatch(text):
        more = Decimal(found["more"] or 0)
        meant = f"{found['value']} ± {found['more']}" if more else found["value"]
        return NearNumber("# begins a number in GIFT, and here = does", f"Write: = {meant}", meant)
    if found := _OPEN.fullmatch(text):
        side = "least" if found["sign"].casefold() in {">", "more than", "over", "above"} else "greatest"
        form = "= 18.. for 18 and more" if side == "least" else "= ..18 for 18 and less"
        message = f"“{text}” leaves {found['value']} out, and a range holds its ends"
        return NearNumber(message, f"Write the {side} number that is right, with two points, such as {form}.")
    if found := _NEAR.fullmatch(text):
        measured = f"{found['value']}{found['unit'].rstrip()}"
        hint = f"Write = {measured} ± and behind it how far from it an answer may be, as a number."
        return NearNumber(f"“{found['words']}” does not say which numbers are near enough", hint)
    return None


def _odd_range(text: str) -> NearNumber | None:
    """What to say of a range with ± behind it, and of one with three ends. Only the author knows what is right."""
    if (found := _WIDER.fullmatch(text)) and (low := _value(found["low"])) < (high := _value(found["high"])):
        more, unit = _value(found["more"]), found["unit"].rstrip()
        of_each = (
            [low * more / 100, high * more / 100]
            if found["of"].strip() in _PER_CENT and unit.strip() not in _PER_CENT
            else [more, more]
        )
        wide = f"= {_written(low - of_each[0])}..{_written(high + of_each[1])}{unit}"
        hint = f"Write {wide} if an answer may be that far out of the range. If not, write = {_written(low)}..{_written(high)}{unit}"
        return NearNumber("± stands behind a single number, and a range has two ends already", hint)
    if found := _THREE.fullmatch(text):
        numbers, unit = _EACH.findall(text[: found.start("unit")].replace("..", " ").replace("…", " ")), found["unit"]
        hint = f"Write = {numbers[0]}..{numbers[-1]}{unit} for all between the first and the last, or = {' or '.join(numbers)}{unit} for these alone."
        return NearNumber(f"a range has two ends, and these are {len(numbers)} numbers", hint)
    return None


def _value(number: str) -> Decimal:
    return Decimal(number.replace("−", "-"))


def _written(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_unit(figures: str, unit: str, wanted: str) -> str:
    """A number of one unit in another one, exactly; empty where that is not possible."""
    own, other = _SIZES.get(named_unit(unit)), _SIZES.get(named_unit(wanted))
    if own is None or other is None or own[0] != other[0] or not PLAIN.match(figures):
        return ""
    amount = Decimal(figures.replace("−", "-")) * Decimal(own[1])
    number = amount / Decimal(other[1])
    written = f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
    return written if number * Decimal(other[1]) == amount and PLAIN.match(written) else ""


def odd_unit(text: str, names: Sequence[str]) -> NearNumber | None:
    """What to say of a unit with capitals that are not its own, or with a full stop; None for any other."""
    meant, what = meant_unit(names)
    if what == "point":
        return NearNumber("the full stop would be part of the unit", f"Write {text[:-1]}", text[:-1])
    if what:
        written = next(name for name in names if name.lower() == meant.lower())
        hint = f"Write {meant} in place of {written} if that is the unit. If not, write its name in full, in small letters."
        return NearNumber(f"capitals count in a unit: “{written}” is not {meant}, and learners may write {meant}", hint)
    return None


def report_doubled(line: Line, reader: Reader) -> None:
    """QUE-010: a line that begins with two equals signs."""
    rest = line.text.lstrip("= ")
    known = all(PLAIN.match(number) for number in re.split(r"\s*(?:±|\+-|\+/-)\s*", rest))
    hint, fix = (f"Write: = {rest}", (line.text, f"= {rest}")) if known else (EXAMPLE, None)
    reader.fault("QUE-010", line.place(), "one = is enough", hint, 2, fix)
