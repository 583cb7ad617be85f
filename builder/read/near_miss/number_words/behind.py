"""Words behind a number that are no unit: `3 March`, `5th`, `2 Corinthians`, `12 noon`, `5 below zero`, `3万`.

Whoever reads them as a unit takes 3 for right where the author means a day, or 5 where she means -5.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from builder.model.rare_pattern import rare_pattern

_DAY = rare_pattern(r"0?[1-9]|[12]\d|3[01]|[12]\d{3}")
"""A number that may stand beside a month."""
_ORDINAL = rare_pattern(
    r"[-‑–]?(?:st|nd|rd|th|af|il|ydd|ed|edd|fed|eg|ain|ère|er|ers|es?|ème|eme|nde|de|ste|a|o|ª|ий|й|я|а|е|го|му|та|та|ша|га|ος|ый|ая|ое)"
)
"""Endings of ordinals that stand against their figure: `5th`, `5ed`, `1er`, `5й`."""
_TIMES = rare_pattern(
    r"(?:noon|midday|midnight|o['’]?clock|in the (?:morning|afternoon|evening)|at night|hundred hours"
    r"|o['’]r gloch|y bore|yr? (?:p?rynhawn|hwyr|nos)|canol (?:dydd|nos)|hanner (?:dydd|nos)"
    r"|du matin|du soir|de l['’]après-midi|de la (?:mañana|tarde|noche)|morgens|abends|nachts|mittags"
    r"|rano|wieczorem|po południu|ранку|вечора|утра|вечера|صباحا|صباحًا|مساء|مساءً|ظهرا|ظهرًا|點半|时半)"
)
_FIRST = rare_pattern(
    r"(?:below|beneath|under|over|above|beyond|negative|short|squared|cubed|factorial|halved|doubled|tripled|ago|before|after|earlier"
    r"|past|bce?|islaw|uwch|dros|wedi|cyn|sgwâr|ciwb|dwsin\w*|cant|cannoedd|ugain|mil(?:iwn|iynau|oedd)|biliwn|biliynau"
    r"|milion\w*|miliard\w*|million\w*|milliard\w*|mille|milliers?|millón|millones|milhão|milhões|milhares|mila|migliaia|cientos?|cien"
    r"|duizend|miljoen|miljard|tusen\w*|tusind\w*|tuhat\w*|tuhann\w*|ezer|bin|milyon|milyar|elfu|mii|mijë|ngàn|nghìn|triệu|tỷ|ribu|juta|libo|kun"
    r"|douzaines?|docenas?|dutzend|tuzin\w*|hundert|honderd|sto|tisíc\w*|tysi[ąę]c\w*|tys"
    r"|тисяч\w*|тис|мільйон\w*|млн|мільярд\w*|млрд|тысяч\w*|тыс|миллион\w*|миллиард\w*|сотн\w*|десятк\w*|хиляд\w*|милион\w*"
    r"|χιλιάδ\w*|εκατομμ\w*|ألف|آلاف|الف|مليون|ملايين|مليار|مئة|مائة|هزار|میلیون|میلیارد|لاکھ|کروڑ|ہزار|אלף|אלפים|מיליון|מאות"
    r"|हज़ार|हजार|लाख|करोड़|करोड|सौ|হাজার|লাখ|কোটি|শত|ਹਜ਼ਾਰ|ਲੱਖ|ਕਰੋੜ|હજાર|લાખ|કરોડ|ஆயிரம்|லட்சம்|கோடி|พัน|หมื่น|แสน|ล้าน)\.?(?![^\W_])"
    r"|[十百千万萬億亿兆만억천백십]"
)
_ANYWHERE = rare_pattern(
    r"(?<![^\W_])(?:(?:below|under|beneath) (?:zero|freezing)|minus|bc|islaw sero|o dan sero|unter null|sous zéro|bajo cero|sotto zero"
    r"|poniżej zera|нижче нуля|ниже нуля|تحت الصفر|thousand\w*|million\w*|squared|cubed)(?![^\W_])"
)
"""Words that change the number before them: a thousand of it, its square, so much below zero."""
_CAPITAL_NOUNS = frozenset({"de", "lb", "gsw", "nds", "ksh"})
"""Languages that write every noun with a capital."""
_UNITS = frozenset(
    [
        "celsius",
        "fahrenheit",
        "kelvin",
        "newton",
        "newtons",
        "pascal",
        "pascals",
        "watt",
        "watts",
        "joule",
        "joules",
        "hertz",
        "volt",
        "volts",
        "ampere",
        "amperes",
        "amp",
        "amps",
        "ohm",
        "ohms",
        "tesla",
        "euro",
        "euros",
        "pound",
        "pounds",
        "dollar",
        "dollars",
        "pence",
        "penny",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "hour",
        "hours",
        "minute",
        "minutes",
        "second",
        "seconds",
        "mins",
        "secs",
        "metre",
        "metres",
        "meter",
        "meters",
        "mile",
        "miles",
        "gram",
        "grams",
        "litre",
        "litres",
        "kilogram",
        "kilograms",
        "people",
        "person",
        "persons",
        "child",
        "children",
        "family",
        "families",
        "page",
        "pages",
        "time",
        "degrees",
        "point",
        "points",
        "percent",
        "units",
        "rappen",
        "calories",
    ]
)
"""Units that people write with a capital too."""


@lru_cache
def _months() -> frozenset[str]:
    """Names of months in the languages of the world, as dates have them."""
    text = Path(__file__).with_name("months.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def what_words_make(figures: str, words: str, attached: bool, language: str) -> str:
    """What a number and the words behind it are, if no measure: `moment`, `place`, `name` or `value`; empty for a measure.

    `attached`: nothing stands between the two.
    """
    plain = unicodedata.normalize("NFC", words.strip())
    lower = plain.casefold()
    if _TIMES.fullmatch(lower) or _is_date(figures, plain, lower):
        return "moment"
    if attached and (_ORDINAL.fullmatch(plain) or (_ORDINAL.fullmatch(lower) and len(plain) > 1)):
        return "place"
    if _FIRST.match(lower) or _ANYWHERE.search(lower):
        return "value"
    return "name" if language.partition("-")[0].lower() not in _CAPITAL_NOUNS and _is_name(plain) else ""


def names_a_month(text: str) -> bool:
    """Whether a text with figures has the name of a month in it: `March 3`, `3 de marzo de 2024`."""
    words = unicodedata.normalize("NFC", text).casefold().split()
    return any(_is_month(word) for word in words) and any(word[:1].isdigit() for word in words)


def _is_date(figures: str, words: str, lower: str) -> bool:
    if not _DAY.fullmatch(figures):
        return False
    return words in ("月", "월") or any(_is_month(word) for word in lower.split())


def _is_month(word: str) -> bool:
    # In Hebrew "in" and "of" are a letter before the name.
    return word.strip(".,") in _months() or (word[:1] in "בל" and word[1:] in _months())


def _is_name(words: str) -> bool:
    """Whether one of the words has a capital and small letters behind it, as a name has, and is no unit that people write so."""
    for word in re.split(r"[\s/·.-]+", words):
        small = word[1:].strip("'’")
        if len(small) >= 3 and word[:1].isupper() and small.islower() and word.casefold() not in _UNITS:
            return True
    return False
