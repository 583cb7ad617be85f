"""Numbers that are right from one on, or up to one, in words: `at least 18`, `5 or more mg`, `max 10`."""

from builder.model.rare_pattern import rare_pattern
from builder.read.near_miss.numbers import PLAIN, NearNumber, is_unit

_ABOVE = (
    *("at least", "from", "≥", ">=", "+", "or more", "or above", "or over", "minimum", "min.", "min", "no less than"),
    *("not less than", "o leiaf", "mindestens", "au moins", "co najmniej", "щонайменше", "не менше", "على الأقل"),
)
_BELOW = (
    *("at most", "up to", "no more than", "≤", "<=", "or less", "or fewer", "or below", "or under", "maximum", "max."),
    *(
        "max",
        "not more than",
        "ar y mwyaf",
        "höchstens",
        "au plus",
        "najwyżej",
        "щонайбільше",
        "не більше",
        "على الأكثر",
    ),
)
_AMID = rare_pattern(
    r"(?P<value>[+\-−]?\d{1,15}(?:\.\d{1,7})?)[ \t]+or[ \t]+(?:(?P<more>more|above|over)|less|fewer|below|under)[ \t]+(?P<unit>\S.*)"
)
"""An open end whose unit stands behind its words: `5 or more mg`."""


def open_end(text: str) -> NearNumber | None:
    """What to say of `at least 18`, `18 mg or more` and `18 or more mg`; None for all else."""
    if (amid := _AMID.fullmatch(text)) and is_unit(amid["unit"]):
        measured = f"{amid['value']} {amid['unit']}"
        meant = f"{measured}.." if amid["more"] else f"..{measured}"
        return NearNumber(f"{text} is written with two points", f"Write {meant}", meant)
    for words, form in ((_ABOVE, "{}.."), (_BELOW, "..{}")):
        said = [word for word in words if text.startswith(word) or text.endswith(word)]
        rest = text.removeprefix(said[0]).removesuffix(said[0]).strip() if said else ""
        if PLAIN.match(rest.partition(" ")[0]) and is_unit(rest.partition(" ")[2]):
            meant = form.format(rest)
            return NearNumber(f"{text} is written with two points", f"Write {meant}", meant)
    return None
