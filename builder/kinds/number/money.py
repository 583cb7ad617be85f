"""Money whose currency stands where a `Number` reads none: `CHF 5`, `-₾5`, `R$5`, `5 ¢`."""

from collections.abc import Callable

from builder.kinds.number.unit_names import CURRENCIES
from builder.model.rare_pattern import rare_pattern
from builder.read.near_miss.numbers import NearNumber

_NAME = rf"[^\W\d_]{{0,4}}\.?[{CURRENCIES}¢]|[A-Z]{{3}}|(?:[Kk]r|Rs|Fr|zł|Kč|Ft|RM|Sh|lei|din)\.?"
"""A sign, perhaps with letters before it, or a name: `US$`, `CHF`, `kr.`."""
_AMOUNT = r"[+\-−]?\d{1,15}(?:\.\d{1,7})?"
_BEFORE = rare_pattern(rf"(?P<minus>[+\-−]?)[ ]?(?P<name>{_NAME})[ ]?(?P<number>{_AMOUNT})")
_BEHIND = rare_pattern(rf"(?P<minus>)(?P<number>{_AMOUNT})[ ]?(?P<name>{_NAME})")


def money_elsewhere(text: str, is_number: Callable[[str], bool]) -> NearNumber | None:
    """What to say of a number that is money; None for anything else. The currency is never left out.

    `is_number` says whether a text can be read behind the sign `=`.
    """
    found = _BEFORE.fullmatch(text) or _BEHIND.fullmatch(text)
    if found is None or (found["minus"] and not found["number"][0].isdigit()):
        return None
    number, name = found["minus"] + found["number"], found["name"]
    if not is_number(meant := f"{number} {name}"):
        hint = f"Write the number alone, {number} , and name {name} in the question."
        return NearNumber(f"“{name}” is read neither before nor behind a number", hint)
    return NearNumber(f"{name} stands behind its number, and here before it", f"Write: = {meant}", meant)
