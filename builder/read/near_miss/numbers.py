"""Numbers as people write them, where the format wants plain ones: `1,500 mg`, `25 000`, `1'500`, `½`, `5 to 7`.

A hint here names a number only if the text can mean no other: it may be the dose of a medicine.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from builder.model.rare_pattern import rare_pattern
from builder.read.near_miss.number_words.behind import names_a_month, what_words_make

PLAIN = rare_pattern(r"^[+\-−]?\d{1,15}(?:\.\d{1,7})?$")
"""A number as the format wants it."""

EXAMPLE = "Write the number in digits, with nothing behind it but its unit: for example = 20 mg , or = 20 ± 2 when anything from 18 to 22 is right."

# The patterns are compiled when a number is not plain, which is seldom: that takes 3 ms.
_SPACES = " \u00a0\u2007\u2009\u202f"
_PARTING = f"{_SPACES}'’_٬"
"""What parts thousands and nothing else."""
_SIGN = r"(?P<sign>[+\-−–‐‑]?)"
_BODY = rf"[.,]?\d(?:[\d.,٫{_PARTING}]*\d)?[.,]?"
_NUMBER = rf"{_SIGN}\s?(?P<body>{_BODY})"
_END = rf"[+\-−]?\d(?:[\d.,{_PARTING}]*\d)?"
_RANGE = rf"(?P<low>{_END})\s*(?:-|–|—|−|\bto\b)\s*(?P<high>{_END})"
_FRACTION = r"(?:(?P<whole>\d{1,9})\s+)?(?P<above>\d{1,9})\s*[/⁄]\s*(?P<below>\d{1,9})"
_VULGAR = r"(?P<whole>\d{0,9})\s*(?P<sign>[¼-¾⅐-⅞])"
_POWER = r"[+\-−]?\d{1,9}(?:\.\d{1,7})?[eE][+-]?\d{1,2}"
_RATIO = r"\d{1,9}(?::\d{1,9})+(?<!\d:[0-5]\d)|\d{3,9}:\d{1,9}|(?:2[5-9]|[3-9]\d):\d{2}|\d{1,2}[ ]:[ ]\d{1,9}"
"""Two numbers with a colon between them that are no time of day: `1:1000`, `50:50`."""
_MOMENT = (
    r"\d{1,2}(?:[.:]\d{2}){0,2}\s?(?:[AaPp]\.? ?[Mm]\.?|[Uu]hr|h)|\d{1,2}:\d{2}(?::\d{2})?"
    r"|\d{1,4}(?P<parted>[./-])\d{1,2}(?P=parted)\d{2,4}"
)
"""A time of day or a date, in figures."""
_OUT_OF = (
    r"(\d{1,9})\s+(?:of|out of|in|o|allan o|mewn|von|aus|sur|de|su|di|van|af|av|z|ze|із|з|из|من|od|per|ar)\s+(\d{1,9})"
)
_PERCENT = r"(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:[%٪％]|per ?cent)"
_NO_UNIT = (
    r"\b(?:and|or|to|not|less|more|fewer|about|at|plus|minus|times|x|half|halves|quarters?|thirds?|point|und|oder|bis|ou|et"
    r"|dozens?|scores?|hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?|mill?|mille|mils?|mio|mln|mrd|bn|mn|k|M"
    r"|tausend|millionen|milliarden|miliwn|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|am|pm|AM|PM|[Uu]hr)\b|\b[AaPp]\. ?[Mm]\."
    r"|[^\w\s%٪％‰°/·²³⁻'’.()-]|^.*\(.*"
)
"""What is no unit of measure, and may change the number before it."""


@dataclass(frozen=True, slots=True)
class NearNumber:
    """What to say of a text that is no plain number."""

    message: str
    """What is wrong."""
    hint: str
    """What to write instead."""
    meant: str = ""
    """What stands in its place, when it is sure; otherwise empty."""


def near_number(text: str, is_value: bool = True) -> NearNumber:
    """What a text in place of a number was meant to be; `is_value`: it is the value, and not what may be added to it."""
    if not text:
        return NearNumber("there is no number here", EXAMPLE)
    nothing = NearNumber(f"“{text}” is not a number", EXAMPLE)
    if re.fullmatch(_RATIO, text.strip()):
        return NearNumber(f"“{text}” is a ratio of two numbers", _in_a_gap(text))
    if re.fullmatch(_MOMENT, text.strip()) or names_a_month(text):
        return NearNumber("a time of day or a date is not a number", _in_a_gap(text))
    if share := re.fullmatch(_OUT_OF, text.strip()):
        return _two_numbers(text, Decimal(share[1]), Decimal(share[2]))
    return (_range(text) if is_value else None) or _exact(text) or _parted(text) or nothing


def words_behind(figures: str, words: str, attached: bool, language: str) -> NearNumber | None:
    """What to say of words behind a number that make something else of it than a measure; None for a measure.

    `attached`: nothing stands between the two.
    """
    text = f"{figures}{'' if attached else ' '}{words}"
    made = what_words_make(figures, words, attached, language)
    if made == "moment":
        return NearNumber("a time of day or a date is not a number", _in_a_gap(text))
    if made == "place":
        message = f"“{text}” is a place in an order, and not a number"
        return NearNumber(
            message, f"Write = {figures} if the number alone is right. {_in_a_gap(text, 'Otherwise ask')}"
        )
    if made == "value":
        return NearNumber(
            f"“{words}” changes the number before it",
            "Write the number that is right in digits: for example = 3000 , or = -5 °C when it is below zero.",
        )
    if made == "name":
        message = f"“{words}” is written as a name is, and would be the unit of {figures}"
        return NearNumber(message, f"Write = {text.lower()} if it is a unit. {_in_a_gap(text, 'Otherwise ask')}")
    return None


def _in_a_gap(text: str, ask: str = "Ask") -> str:
    return f"{ask} for it in a text with a gap: `## Fill: ...`, and [[{text.strip()}]] in a sentence below it."


def _two_numbers(text: str, some: Decimal, whole: Decimal) -> NearNumber:
    """What to say of `7 of 10`."""
    part = _plain(some * 100 / whole) if whole else ""
    return NearNumber(
        f"“{text}” is two numbers", f"Write the one that is right: = {some}{f' , or = {part} %' if part else ''}"
    )


_POINT_PARTS = frozenset(
    [
        "ast",
        "az",
        "bs",
        "ca",
        "da",
        "de",
        "dsb",
        "el",
        "es",
        "eu",
        "fo",
        "fur",
        "fy",
        "gl",
        "hr",
        "hsb",
        "ia",
        "id",
        "is",
        "it",
        "jv",
        "kl",
        "km",
        "ku",
        "lb",
        "lij",
        "ln",
        "lo",
        "mk",
        "nds",
        "nl",
        "no",
        "pt",
        "rn",
        "ro",
        "rw",
        "sc",
        "sg",
        "sl",
        "sr",
        "su",
        "tr",
        "vi",
        "wo",
    ]
)
"""Languages in which a point parts thousands (Unicode CLDR, numbers)."""
_THOUSANDS = rare_pattern(r"[+\-−]?[1-9]\d{0,2}\.\d{3}")


def two_readings(text: str, language: str, measured: bool = False) -> NearNumber | None:
    """What to say of `1.500` where a language parts thousands with a point; None for any other number.

    `measured`: it has a unit. In any language it may be the dose of a medicine then.
    """
    parts = measured or language.partition("-")[0].lower() in _POINT_PARTS
    if not parts or not _THOUSANDS.fullmatch(text):
        return None
    message = f"{text} is counted as a decimal here, and may be meant as {text.replace('.', '')}"
    return NearNumber(
        message,
        f"Write {text.replace('.', '')} if the point separates thousands, or {text}0 if it is the decimal point.",
    )


def share(percent: str, value: Decimal) -> str:
    """So many per cent of a value, as a plain number; empty when the text is no percentage."""
    match = re.fullmatch(_PERCENT, percent)
    return _plain(abs(value) * Decimal(match[1].replace(",", ".")) / 100) if match else ""


def _plain(number: Decimal) -> str:
    """A number as the format wants it; empty when it has too many digits."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if PLAIN.match(text) else ""


def _range(text: str) -> NearNumber | None:
    """A range of numbers with two points between its ends: 5 to 7 is `5..7`."""
    match = re.fullmatch(_RANGE, text)
    if not match or any(re.match(r"[+\-−]?0\d", match[end]) for end in ("low", "high")):
        return None  # 05-12 is a day, or a telephone number
    ends = [_readings(match[end]) for end in ("low", "high")]
    if [len(end) for end in ends] != [1, 1]:
        return None
    low, high = ends[0][0], ends[1][0]
    if Decimal(low) >= Decimal(high):
        return None
    meant = f"{low}..{high}"
    return NearNumber(f"{text} is a range, which has two points between its ends", f"Write {meant}", meant)


def _exact(text: str) -> NearNumber | None:
    """A fraction or a power of ten, as a decimal."""
    value: Decimal | None = None
    if match := re.fullmatch(_FRACTION, text):
        below = Decimal(match["below"])
        value = Decimal(match["whole"] or 0) + Decimal(match["above"]) / below if below else None
    elif match := re.fullmatch(_VULGAR, text):
        eighths = Decimal(unicodedata.numeric(match["sign"]) * 840).to_integral_value() / 840
        value = Decimal(match["whole"] or 0) + eighths
    elif re.fullmatch(_POWER, text):
        value = Decimal(text.replace("−", "-"))
    if value is None:
        return None
    message = f"{text} is not written as a decimal"
    if match and "below" in match.groupdict() and not match["whole"] and int(match["above"]) > int(match["below"]) > 12:
        # 120/80 is a blood pressure.
        return NearNumber(message, f"{EXAMPLE} {_in_a_gap(text, 'Otherwise ask')}")
    if meant := _plain(value):
        return NearNumber(message, f"Write {meant}", meant)
    if abs(value) >= 1000 or abs(value) < Decimal("0.01"):
        return NearNumber(message, EXAMPLE)
    return NearNumber(
        message,
        f"Write {value:.3f} in place of {text} , or {value:.3f} ± 0.001 in its place where what is so near is right",
    )


def _parted(text: str) -> NearNumber | None:
    """Digits with signs between them, and nothing else."""
    match = re.fullmatch(_NUMBER, text)
    readings = _readings(text) if match else []
    if not match or not readings:
        return None
    meant = readings[0]
    if len(readings) > 1:
        # With a unit, three decimals may be thousands to whoever reads them: neither 1.5 nor 2.3750 is.
        decimal = readings[1].rstrip("0").rstrip(".") if readings[1].endswith("0") else f"{readings[1]}0"
        hint = f"Write {meant} without the comma. If the comma is the decimal point, write {decimal}"
        return NearNumber(f"{text} has a comma in it", hint)
    if re.fullmatch(r"[+\-−]?\d+[,٫]\d+", text):
        return NearNumber("decimals are written with a point here; learners may write a comma", f"Write {meant}", meant)
    found = re.search(rf"[,.٬٫{_PARTING}]", match["body"])
    what = (
        {",": "a comma", ".": "a point"}.get(found[0], "a space" if found[0] in _SPACES else found[0]) if found else ""
    )
    if what and "." not in meant:
        return NearNumber(f"{text} has {what} in it", f"Write {meant} without it.", meant)
    return NearNumber(f"{text} is not a plain number", f"Write {meant}", meant)


def is_unit(unit: str | None) -> bool:
    """Whether words behind a number name a unit, and do not change the number: `million` does."""
    bare = "".join(sign for sign in unit or "" if not unicodedata.category(sign).startswith("M"))
    return not unit or ((unit[0].isalpha() or unit[0] in "%٪％‰°") and not re.search(_NO_UNIT, bare.strip()))


def plainly(text: str) -> str:
    """The one plain number that digits with signs between them can mean; empty when there are several, or none."""
    readings = _readings(text)
    return readings[0] if len(readings) == 1 else ""


def _readings(text: str) -> list[str]:
    """The plain numbers that digits with signs between them can mean: two for `1,500`."""
    match = re.fullmatch(_NUMBER, text)
    if match is None:
        return []
    body = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in match["body"]).replace("٫", ".")
    sign = "-" if match["sign"] not in {"", "+"} else ""
    return [sign + reading for reading in _numbers(body) if PLAIN.match(reading)]


def _numbers(body: str) -> list[str]:
    whole = re.sub(r"[^\d]", "", body)
    if re.fullmatch(r"\d+(?:\.\d+)?", body):
        return [body]
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", body):
        return [whole, body.replace(",", ".")]
    if re.fullmatch(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})|[1-9]\d?(?:,\d{2})+,\d{3}", body):
        return [whole]
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:([{_PARTING}])\d{{3}})(?:\1\d{{3}})*", body):
        return [whole]
    if parts := re.fullmatch(rf"([1-9]\d{{0,2}}(?:([{_PARTING},.])\d{{3}})(?:\2\d{{3}})*)(?!\2)[.,](\d+)", body):
        return [f"{re.sub(r'[^0-9]', '', parts[1])}.{parts[3]}"]
    if re.fullmatch(r"\d+,\d+", body):
        return [body.replace(",", ".")]
    if re.fullmatch(r"[.,]\d+", body):
        return [f"0.{whole}"]
    return [whole] if re.fullmatch(r"\d+[.,]", body) else []
