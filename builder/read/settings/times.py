"""How long a course takes, as authors write it: `45 minutes`, `1h 30`, `half an hour`, `20 munud`."""

import re

from builder.did_you_mean import did_you_mean
from builder.model.rare_pattern import rare_pattern


def _any_case(*words: str) -> str:
    """A pattern for these words in any capitals: JSON Schema has no flag for that. The longest is tried first."""
    return "|".join("".join(map(_letter, word)) for word in sorted(words, key=len, reverse=True))


def _letter(character: str) -> str:
    lower, upper = character.lower(), character.upper()
    return f"[{lower}{upper}]" if lower != upper else re.escape(character) if character != " " else r"\s+"


_ABOUT = _any_case(
    *("about", "around", "approximately", "approx.", "approx", "roughly", "circa", "ca.", "ca", "c.", "~", "≈"),
    *("tua", "oddeutu", "rhyw", "environ", "etwa", "ungefähr", "unos", "około", "ok.", "близько", "приблизно", "حوالي"),
)
_MINUTES = _any_case(
    *("minutes", "minute", "mins.", "mins", "min.", "min", "m"),
    *("munudau", "munud", "funud", "o funudau", "nóiméad", "minuten", "minutos", "minuty", "minut", "minuta"),
    *("хвилин", "хвилини", "хвилина", "хв.", "хв", "دقيقة", "دقائق", "منٹ", "דקות"),
)
_HOURS = _any_case(
    *("hours", "hour", "hrs.", "hrs", "hr.", "hr", "h"),
    *("awr", "oriau", "uair", "heures", "heure", "stunden", "stunde", "std.", "std", "horas", "hora"),
    *("godziny", "godzina", "godzin", "godz.", "години", "година", "годин", "год.", "ساعة", "ساعات", "گھنٹے", "שעות"),
)
_AND = _any_case("and", "a", "ac", "et", "und", "y", "i", "та", "і", "و")
_BEHIND = _any_case(
    *("approximately", "approx.", "approx", "or so", "in total", "altogether", "in all", "long", "to complete", "yn fras"),
)  # fmt: skip
_PHRASES = {
    **dict.fromkeys(["half an hour", "half hour", "hanner awr", "une demi-heure", "eine halbe stunde"], 30),
    **dict.fromkeys(["an hour", "one hour", "a single hour", "awr", "une heure", "eine stunde", "una hora"], 60),
    **dict.fromkeys(["an hour and a half", "one and a half hours", "one hour and a half", "awr a hanner"], 90),
    **dict.fromkeys(["two hours", "dwy awr"], 120),
    **dict.fromkeys(["quarter of an hour", "a quarter of an hour", "chwarter awr"], 15),
    **dict.fromkeys(["three quarters of an hour", "tri chwarter awr"], 45),
}
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}

_ZERO, _ONE, _ANY, _FIVE = "[0٠۰]", "[1-9١-٩۱-۹]", "[0-9٠-٩۰-۹]", "[0-5٠-٥۰-۵]"
"""Digits, also those of Arabic and Persian."""
_WHOLE_HOURS = f"{_ONE}{_ANY}?"
_DECIMALS = f"(?:{_ANY}|[2٢۲][5٥۵]|[7٧۷][5٥۵])"
"""Parts of an hour; `1.30 hours` may be 78 minutes, or an hour and a half."""
_HOUR_PART = rf"{_ZERO}?[.,٫](?:{_ONE}|[2٢۲][5٥۵]|[7٧۷][5٥۵])|[½¼¾]"
_FORMS = (
    rf"{_ZERO}*({_ONE}{_ANY}{{0,2}})\s*(?:{_MINUTES})?",
    rf"({_WHOLE_HOURS}(?:[.,٫]{_DECIMALS}|\s?[½¼¾]|\s[13]/[24])?|{_HOUR_PART})\s*(?:{_HOURS})",
    rf"({_WHOLE_HOURS})\s*(?:{_HOURS})(?:\s*,)?\s*(?:(?:{_AND})\s+)?({_FIVE}?{_ANY})\s*(?:{_MINUTES})?",
    rf"({_any_case(*_PHRASES)})",
    rf"PT(?:({_WHOLE_HOURS})H(?:({_FIVE}?{_ANY})M)?|({_ONE}{_ANY}{{0,2}})M)",
)
"""Minutes, hours, both, words, and ISO 8601: none of them is nothing, and none is longer than a hundred hours."""


def _with_words(form: str) -> str:
    """A length of time with the words that may stand before and behind it."""
    return rf"\s*(?:(?:{_ABOUT})\s*)?(?:{form})(?:\s*\(?(?:{_BEHIND})\)?)?\s*\.?\s*"


# Compiled when a course says how long it takes: that costs 15 ms, a thirtieth of a small build.
_MINUTES_ALONE, _HOURS_ALONE, _BOTH, _PHRASE, _ISO = map(_with_words, _FORMS)
PATTERN = _with_words("|".join(_FORMS))
"""All of it as one pattern, for JSON Schema."""


def as_minutes(value: object) -> int:
    """Minutes that a setting says; ValueError for what is no length of time."""
    if not isinstance(value, str):
        raise ValueError
    if match := re.fullmatch(_MINUTES_ALONE, value):
        return int(match[1])
    if match := re.fullmatch(_HOURS_ALONE, value):
        return max(1, round(60 * _number(match[1])))
    if match := re.fullmatch(_BOTH, value):
        return 60 * int(match[1]) + int(match[2])
    if match := re.fullmatch(_PHRASE, value):
        return _PHRASES[" ".join(match[1].lower().split())]
    if match := re.fullmatch(_ISO, value):
        return int(match[3] or 0) + 60 * int(match[1] or 0) + int(match[2] or 0)
    raise ValueError


def _number(written: str) -> float:
    """A number with a fraction or with decimals: `1½`, `1 1/2`, `1.5`, `1,5`."""
    for sign, part in _PARTS.items():
        if written.endswith(sign):
            return float(written.removesuffix(sign).strip() or 0) + part
    return float(written.replace(",", ".").replace("٫", "."))


_NUMBER_AND_WORD = rare_pattern(r"([0-9]+)\s*([A-Za-z]{3,9})\.?")
_CLOCK = rare_pattern(r"([0-9]{1,2}):([0-5][0-9])")
_DECIMAL = rare_pattern(r"(?:[A-Za-z]+\s+)?([0-9]{1,2})[.,]([0-9]{2})\s*(?:h|hrs?|hours?)\.?", re.IGNORECASE)
_LONGEST = 5
"""Hours from which on `45:00` is a time in minutes and seconds."""
_RANGE = rare_pattern(r"(?:[A-Za-z]+\s+)?([0-9]+)\s*(?:[-–—]|to|or|and)\s*([0-9]+)\s*([A-Za-z]*)\.?")


def near_minutes(given: str) -> str:
    """The same number with its unit spelt right, as `40 minutes` for `40 minuets`; empty for anything else."""
    match = _NUMBER_AND_WORD.fullmatch(given.strip())
    unit = did_you_mean(match[2].lower(), ("minutes", "hours")) if match else ""
    return f"{match[1]} {unit}" if match and unit else ""


def how_to_write_minutes(given: str) -> str:
    """How to write a length of time that cannot be read, with the author's own numbers."""
    if match := _CLOCK.fullmatch(given.strip()):
        hours, minutes = int(match[1]), int(match[2])
        if not hours:
            return f"Write: time: {max(1, minutes)} minutes"
        clock = f"Write: time: {_hours(hours, minutes)}"
        return clock if hours < _LONGEST else f"{clock} , or: time: {hours} minutes"
    if match := _DECIMAL.fullmatch(given.strip()):
        hours, part = int(match[1]), int(match[2])
        decimal = f"{round(60 * (hours + part / 100))} minutes"
        return f"Write: time: {_hours(hours, part)} , or: time: {decimal}" if part < 60 else f"Write: time: {decimal}"
    if match := _RANGE.fullmatch(given.strip()):
        unit = match[3] or "minutes"
        return f"Write one of the two: time: {match[2]} {unit} , or: time: {match[1]} {unit}"
    return "Write how long the course takes in minutes or hours, such as time: 45 minutes or time: 1 hour 30"


def _hours(hours: int, minutes: int) -> str:
    """Hours and minutes as a setting says them."""
    if not hours:
        return f"{minutes} minutes"
    return f"{hours} hour{'s' * (hours != 1)}{f' {minutes}' if minutes else ''}"
