"""Right answers with signs of formulas or of markdown, in the plain signs that their line wants: `= 3 × 10^3` is 3000."""

import re
from decimal import Decimal

from builder.model.rare_pattern import rare_pattern
from builder.read.near_miss.numbers import PLAIN, NearNumber

_SMALL_FIGURES = rare_pattern(r"(?<=[^\W\d_])\^([-0-9]{1,3})\^?")
"""Behind the letters of a unit; behind figures they make another number."""
_LENGTH = rare_pattern(r"(?<![a-zA-Z])([mcdk]?m|in|ft|mi)([23])(?![\w.,])")
"""A length with a figure behind it: `m2` is no number with an `m` in it."""
_HIGH = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_DOLLARS = rare_pattern(r"(?<!\\)\$([^$]+?)(?<!\\)\$(?!\d)")
"""A formula; with figures behind the second dollar both are prices: `$5 or $7`."""
_WORDS = rare_pattern(r"\\(?:text|mathrm|mbox|rm|operatorname)\w*\s*\{([^{}]*)\}")
_FRACTION = rare_pattern(r"\\[dt]?frac\s*\{(\d+)\}\s*\{(\d+)\}")
_COMMANDS = {
    **{
        "times": "×",
        "cdot": "·",
        "mu": "µ",
        "pm": "± ",
        "degree": "°",
        "circ": "°",
        "le": "≤",
        "ge": "≥",
        "Omega": "Ω",
    },
    **dict.fromkeys((",", ";", ":", " ", "!", "quad"), " "),
    **{"%": "%", "_": "_"},
}
_COMMAND = rare_pattern(r"\\([A-Za-z]+[ \t]?|[,;: !%_])")
_MARKS = (
    rare_pattern(r"(\*\*|__|==|`|~~)(?=\S)([^*_=`~]+)\1"),
    rare_pattern(r"<(b|strong|em|i|mark)>([^<>]*)</\1>"),
)
"""Signs of markdown around words."""
_RAISED = rare_pattern(r"<sup>([^<>]*)</sup>")
_STARS = rare_pattern(r"(?<=\d)\*\*(?=[+\-−]?\d)")
"""A power as programs write it."""
_BRACES = rare_pattern(r"\^\{([^{}]*)\}")
_POWER = rare_pattern(
    r"(?<![\w.,^])(?:(?P<times>[+\-−]?\d{1,15}(?:\.\d{1,7}|,\d{1,2})?)\s*[×xX*·⋅]\s*)?(?P<base>\d{1,9})"
    r"(?:\^(?P<power>[+\-−]?\d{1,2})\^?|(?P<small>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![\w^])"
)
_EITHER = rare_pattern(r"[+\-−]?[1-9]\d{0,2}\.\d{3}")
"""`1.500`: one and a half, or fifteen hundred. Only the author knows."""
_SMALL = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")


def in_plain_signs(text: str) -> str:
    """What stands behind `=`, without such signs; the same text where it has none of them."""
    if not set(text) & set("$\\*_=`~<^⁰¹²³⁴⁵⁶⁷⁸⁹"):
        return text
    plain = _FRACTION.sub(_share, _WORDS.sub(r" \1", text)) if "\\" in text else text
    plain = _COMMAND.sub(lambda found: _COMMANDS.get(found[1].strip() or " ", found[0]), plain)
    plain = _DOLLARS.sub(r"\1", plain).replace("\\$", "$")
    for mark in _MARKS:
        plain = mark.sub(r"\2", plain)
    plain = _STARS.sub("^", plain)
    plain = _BRACES.sub(r"^\1", _RAISED.sub(r"^\1", plain))
    plain = re.sub(r"\^(?=°)", "", plain)
    plain = _POWER.sub(_value, plain)
    return " ".join(plain.split()) if plain != text else text


def _share(found: re.Match[str]) -> str:
    """A fraction as a decimal; with a stroke where it has none."""
    below = Decimal(found[2])
    written = f"{Decimal(found[1]) / below:f}" if below else ""
    return written if PLAIN.match(written) else f"{found[1]}/{found[2]}"


def _value(found: re.Match[str]) -> str:
    """A power, with what stands before it, as a decimal; as it was where that would have too many digits."""
    if _EITHER.fullmatch(found["times"] or ""):
        return found[0]
    power = int((found["power"] or found["small"].translate(_SMALL)).replace("−", "-"))
    times = Decimal((found["times"] or "1").replace("−", "-").replace(",", "."))
    if abs(power) > 20 or (power < 0 and found["base"].strip("0") != "1"):
        return found[0]
    written = f"{times * Decimal(found['base']) ** power:f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return written if PLAIN.match(written) else found[0]


def in_small_figures(text: str) -> NearNumber | None:
    """What to say of `3 m^2^`: this line has no signs of markdown."""
    if not any(map(str.isdecimal, text.partition("^")[0])):
        return None
    meant = _SMALL_FIGURES.sub(lambda match: match[1].translate(_HIGH), text)
    meant = _LENGTH.sub(lambda match: match[1] + match[2].translate(_HIGH), meant)
    return (
        NearNumber("small figures of a unit are signs of their own", f"Write {meant}", meant) if meant != text else None
    )
