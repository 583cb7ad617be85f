"""How a language counts, writes numbers and joins lists (CLDR, by Babel); the run-time has the same of the browser's Intl.

English needs no library: nearly every course is in it, and a build is to begin at once.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.model.interface import FORMS
from builder.model.rare_pattern import rare_pattern

if TYPE_CHECKING:
    from babel import Locale

_TRIED = range(201)
"""Numbers that show which plural forms a language has: the rules of CLDR repeat after a hundred."""


def is_english(tag: str) -> bool:
    """Whether a BCP 47 tag names English of any kind."""
    return tag.partition("-")[0].lower() == "en"


@lru_cache(maxsize=64)
def locale_of(tag: str) -> "Locale | None":
    """What CLDR has for a BCP 47 tag, or for the part of it that it knows; None when it knows nothing of the language."""
    from babel import Locale, UnknownLocaleError

    parts = tag.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def script_of(tag: str) -> str:
    """The script in which a language is written, as `Cyrl`: that of the tag, else the likely one; empty when not known."""
    from babel.core import get_global

    language, *rest = tag.replace("_", "-").split("-")
    named = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    likely = str(get_global("likely_subtags").get(language.lower(), "")).split("_")
    return named or next((part for part in likely[1:] if len(part) == 4), "")


def plural_form(tag: str, count: int) -> str:
    """The plural form for a number: one of `FORMS`."""
    if is_english(tag):
        return "one" if count == 1 else "other"
    locale = locale_of(tag)
    return str(locale.plural_form(count)) if locale else "other"


@lru_cache(maxsize=64)
def plural_forms(tag: str) -> dict[str, tuple[int, ...]]:
    """The plural forms that a language has for whole numbers, each with the first numbers up to 200 that take it."""
    numbers: dict[str, list[int]] = {}
    for number in _TRIED:
        numbers.setdefault(plural_form(tag, number), []).append(number)
    numbers.setdefault("other", [])
    return {form: tuple(numbers[form]) for form in FORMS if form in numbers}


def figure(tag: str, number: int) -> str:
    """A whole number in the digits of a language."""
    if is_english(tag) or not (locale := locale_of(tag)):
        return str(number)
    from babel.numbers import format_decimal

    return _digits(format_decimal(number, locale=locale, numbering_system="default"), locale)


def _digits(written: str, locale: "Locale") -> str:
    """Babel knows the signs of a numbering system, and leaves the digits."""
    first = _DIGITS.get(locale.default_numbering_system, ord("0"))
    return written.translate({ord("0") + digit: chr(first + digit) for digit in range(10)})


def bytes_in(tag: str, number: int | float, unit: str) -> str:
    """A number of bytes in a language: `12 KB` in English, `12 кБ` in Ukrainian.

    `unit` is `kilobyte` or `megabyte`; a fraction has one digit. What CLDR does not know is as in English.
    """
    whole = isinstance(number, int)
    locale = None if is_english(tag) else locale_of(tag)
    if locale is None:
        return f"{number if whole else format(number, '.1f')} {unit[0].upper()}B"
    from babel.units import format_unit

    written = format_unit(
        number, f"digital-{unit}", "short", "0" if whole else "0.0", locale, numbering_system="default"
    )
    return _digits(written, locale)


def list_pattern(tag: str, count: int) -> str:
    """How names are joined, with `{0}`, `{1}` in their places: `{0}, {1} and {2}`."""
    places = [f"{{{place}}}" for place in range(count)]
    locale = locale_of(tag)
    if locale is None:
        return ", ".join(places)
    from babel.lists import format_list

    return format_list(places, locale=locale)


_DIGITS = {
    "adlm": 0x1E950, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "cakm": 0x11136, "deva": 0x966, "hmnp": 0x1E140,
    "mtei": 0xABF0, "mymr": 0x1040, "nkoo": 0x7C0, "olck": 0x1C50, "rohg": 0x10D30, "tibt": 0xF20,
}  # fmt: skip
"""Numbering system -> its zero; those that some language of CLDR counts in."""
_FIELDS = rare_pattern(r"'([^']*)'|(d+)|([ML]+)|(y+)|([A-Za-z]+)")


def dates_of(tag: str) -> dict[str, str]:
    """How a day is written, for browsers that do not know the language: its parts in braces, and the names of months."""
    locale = None if is_english(tag) else locale_of(tag)
    if locale is None:
        return {}
    long = locale.date_formats["long"].pattern

    def field(found: re.Match[str]) -> str:
        quoted, day, month, year, _ = found.groups()
        return quoted or (day and "{day}") or (month and "{month}") or (year and "{year}") or ""

    months = locale.months["format"]["wide"]
    return {"date.long": _FIELDS.sub(field, long).strip()} | {
        f"date.month-{number}": months[number] for number in months
    }
