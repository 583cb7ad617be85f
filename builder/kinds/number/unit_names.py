"""Names of one unit: `mg` and `milligrams`, `m²` and `m2`, `°C` and `C`. Never two magnitudes: `Mg` is not `mg`."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

CURRENCIES = "$£¤¥֏؋৲৳৻૱௹฿៛﷼﹩＄￠￡￥￦₠₡₢₣₤₥₦₧₨₩₪₫€₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿⃀"
"""Signs of currencies, which may stand before a number: `₾5`, `₹5`, `₪5`."""
_MICRO = "\u03bc"
"""The Greek letter, as which the sign of its own is compared too."""
UNITS = (
    "mm millimetre millimeter millimetres millimeters мм ملم",
    "cm centimetre centimeter centimetres centimeters см سم",
    "m metre meter metres meters м م متر",
    "km kilometre kilometer kilometres kilometers Km км كم",
    "in inch inches",
    "ft foot feet",
    "mi mile miles",
    f"{_MICRO}g ug mcg microgram micrograms microgramme microgrammes мкг مكغ ميكروغرام",
    "mg milligram milligrams milligramme milligrammes мг ملغ ملغم مغ",
    "g gram grams gramme grammes г غ غم غرام",
    "kg Kg KG kilogram kilograms kilogramme kilogrammes kilo kilos кг كغ كغم كجم",
    "lb lbs",
    "oz ounce ounces",
    f"{_MICRO}l {_MICRO}L ul uL microlitre microliter microlitres microliters мкл",
    "ml mL millilitre milliliter millilitres milliliters мл مل",
    "cl cL centilitre centiliter centilitres centiliters сл",
    "dl dL decilitre deciliter decilitres deciliters дл",
    "l L litre liter litres liters л ل لتر",
    "s sec secs second seconds с сек ث ثانية",
    "min mins minute minutes хв munud munudau minuta minuty minut хвилина хвилини хвилин دقيقة دقائق د",
    "h hr hrs hour hours awr oriau godz godzina godziny godzin год година години годин ساعة ساعات",
    "d day days день дні днів يوم أيام",
    "°C C degC oC degreesC degreeC degreesCelsius degreeCelsius Celsius °С С °م",
    "°F F degF oF degreesF degreeF degreesFahrenheit degreeFahrenheit Fahrenheit °ف",
    "° deg degree degrees",
    "% ٪ percent pct відсоток відсотки відсотків بالمئة بالمائة",
    "‰ permille",
    "£ GBP pound pounds",
    "€ EUR euro euros євро يورو",
    "kmh km/h kph kmph км/год كم/س",
    "mph mi/h",
    "kcal kilocalorie kilocalories ккал",
    "iu IU",
    "cc ccm cm3 см3 سم3",
)
"""Each line is one unit, in the names that learners write, as `_bare` gives them."""
_BY_NAME = {name: line.split() for line in UNITS for name in line.split()}
_POWERS = {"2": ("sq", "square", "кв"), "3": ("cu", "cubic", "куб")}
"""Figure behind a length -> words before it that say the same."""
_ARABIC = str.maketrans("23", "٢٣")
_STRAIGHT = str.maketrans("״”″׳’′", "\"\"\"'''")
_MARKS = tuple(str.maketrans("\"'", marks) for marks in ("\"'", "״׳", "”’", "″′"))
"""The marks of Hebrew and of feet and inches, first in the signs that keyboards have: `מ״ג` is typed `מ"ג`."""
_LONGEST_SYMBOL = 3
"""Letters of a name in which capitals count: `mg` is not `Mg`."""
_LONGEST_ABBREVIATION = 6
"""Letters from which on a point behind a word ends a sentence, and does not shorten the word."""
_AS_A_WORD = frozenset({"Day", "Min", "Sec", "Hrs", "Lbs"})
"""Words that begin with a capital where a title would."""
_SHORTENED = frozenset({"in", "ft", "mi", "lb", "oz", "s", "min", "h", "d", "iu", "cc", "mph", "kmh"})
"""Units that some write with a point."""
_WORD = re.compile(r"[A-Za-z]{4,}")
_PARTS = re.compile(r"[/·×*^²³\d\s]+")
"""What stands between the units of a unit: `mg/kg`, `kg m²`."""
_SYMBOL = re.compile(r"[A-Za-zΩμ]|(?=\w*[A-ZΩ])(?![A-Z][a-z]{2})[A-Za-zΩμ]{2,4}|[^\w\s]+[A-Z]?")
"""One Latin letter, a few with a capital among them such as `mmHg`, or a sign with a letter such as `°C`."""


def plain_spellings(name: str) -> tuple[str, ...]:
    """All names of the unit that a name stands for, itself first; only itself where no other is known."""
    found: dict[str, str] = {}
    for one in (name, *_spellings(_bare(name))):
        for typed in (one, *(one.translate(_STRAIGHT).translate(marks) for marks in _MARKS)):
            found.setdefault(compared(typed), typed)
    return tuple(found.values())


def named_unit(name: str) -> str:
    """The first name of the unit that a name stands for; empty where it is not known."""
    bare = _bare(name)
    known = _BY_NAME.get(bare) or (_BY_NAME.get(bare.lower()) if len(bare) > _LONGEST_SYMBOL else None)
    return known[0] if known else ""


def is_symbol(name: str) -> bool:
    """Whether a unit is written so in every language: `mg`, `km/h`, `°C`, and not `hours` or `tablets`."""
    return all(map(_is_sign, filter(None, _PARTS.split(unicodedata.normalize("NFKC", name).strip()))))


def _is_sign(name: str) -> bool:
    return bool(_SYMBOL.fullmatch(name)) or named_unit(name) == name


def same_unit(one: str, other: str) -> bool:
    """Whether two names stand for one unit."""
    return not {*map(compared, plain_spellings(one))}.isdisjoint(map(compared, plain_spellings(other)))


def is_another(one: str, other: str) -> bool:
    """Whether two names, which may be of two languages, are known to stand for two units."""
    known = (is_symbol(one) and is_symbol(other)) or (named_unit(one) and named_unit(other))
    return bool(known) and not same_unit(one, other)


def meant_unit(names: Sequence[str]) -> tuple[str, str]:
    """What a unit seems to be that learners would write otherwise, and what is odd in it; two empty texts for none.

    `MG` has capitals that count, as they do in every symbol, and `mg.` the end of a sentence.
    """
    for name in names:
        bare = name.removesuffix(".")
        if name != bare and (_is_symbol(bare) or (len(bare) >= _LONGEST_ABBREVIATION and bare.isalpha())):
            return bare, "point"
        short = 1 < len(bare) <= _LONGEST_SYMBOL or bare == "G"
        other = next((one for one in (bare.lower(), bare.upper()) if one in _BY_NAME), "")
        if (
            short
            and bare not in _AS_A_WORD
            and other
            and _bare(bare) not in _BY_NAME
            and not any(same_unit(other, one) for one in names)
        ):
            return other, "capitals"
    return "", ""


def _is_symbol(name: str) -> bool:
    """Whether a name is a symbol, behind which no point stands: that of a minute may be short for its word."""
    known = named_unit(name)
    return bool(known) and known not in _SHORTENED and (len(name) <= _LONGEST_SYMBOL or not name.isalpha())


def _bare(name: str) -> str:
    """A name without spaces, points and the sign of a power; small figures are figures."""
    return re.sub(r"[\s.^]", "", unicodedata.normalize("NFKC", name))


def compared(name: str) -> str:
    """A name as the run-time compares it (`nameOf` in `number.js`)."""
    bare = _bare(name)
    return bare.lower() if len(bare) > _LONGEST_SYMBOL else bare


@cache
def _spellings(bare: str) -> tuple[str, ...]:
    parted = re.fullmatch(r"([^/]+)(?:/|per(?=[a-z]))([^/]+)", bare)
    if parted and bare not in _BY_NAME:
        return tuple(_of_both(*parted.groups()))
    known = _BY_NAME.get(bare) or (_BY_NAME.get(bare.lower()) if len(bare) > _LONGEST_SYMBOL else None) or ()
    raised = [one for name in (bare, *known) for one in _raised(name)]
    if known or raised or not _WORD.fullmatch(bare):
        return (*known, *raised)
    return (bare, bare.removesuffix("s") if bare.endswith("s") else f"{bare}s")


def _of_both(above: str, below: str) -> Iterator[str]:
    """Names of a unit by another: `ml/h`, `mL/hr`, `ml per hour`."""
    for one in _spellings(above) or (above,):
        for other in _spellings(below) or (below,):
            if one.isascii() is other.isascii() and (one == above or len(one) <= _LONGEST_SYMBOL):
                yield f"{one}/{other}"
                yield f"{one}per{other}"


def _raised(name: str) -> Iterator[str]:
    """Names of a square or cube: `m2`, `sq m`, `square metres`; nothing for what is none."""
    power = name[-1:]
    for length in _BY_NAME.get(name[:-1], ()) if power in _POWERS else ():
        yield f"{length}{power}"
        if not length.isascii():
            yield f"{length}{power.translate(_ARABIC)}"
        yield from (f"{word}{length}" for word in _POWERS[power])
