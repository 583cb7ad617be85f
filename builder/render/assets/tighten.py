"""Signs that nobody misses: what every learner loads is a hundredth shorter without them."""

import re
from collections.abc import Sequence

from builder.render.assets.lexemes import Lexeme

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_DECLARES = frozenset(["const", "let"])
_HEADS = frozenset(["for", "if", "while"])
"""Before brackets behind which a `;` may be the whole of a statement."""
_SHORT = {"true": "!0", "false": "!1", "const": "let"}
_VALUE_AFTER = frozenset(["=", "(", "[", ",", ":", "?", "=>", "..."])
"""After these an expression begins, up to one of `_VALUE_BEFORE`: brackets round the whole of it say nothing."""
_VALUE_BEFORE = frozenset([";", ",", ")", "]", "}", ":"])
_KEY = re.compile(r'"([A-Za-z_$][\w$]*)"')


def tighten(signs: Sequence[Lexeme], texts: list[str], keywords: frozenset[str]) -> list[str]:
    """`texts` of the `signs` of a module, each shorter or gone.

    One `let` for several `const`, `.key` for `["key"]`, `!0` for `true`, `e=>` for `(e)=>`; no brackets round a whole value, as
    our types need them; no `;` and no `,` before a closing bracket, where they end nothing (ECMA-262, 12.10.1).
    """
    places = [place for place, sign in enumerate(signs) if sign.kind != "space"]
    told = [signs[place] for place in places]
    tight = list(texts)
    for opening, closing in _round_values(told):
        tight[places[opening]] = tight[places[closing]] = ""
    for at, place in enumerate(places):
        tight[place] = _shorter(told, at, tight[place])
        if _is_alone(told, at):
            tight[place] = " " if at and told[at - 1].kind == "name" else ""
            tight[places[at + 2]] = ""
        if _is_key(told, at, keywords):
            key = _KEY.fullmatch(told[at + 1].text)
            tight[place] = "" if told[at - 1].text == "?." else "."
            tight[places[at + 1]], tight[places[at + 2]] = key[1] if key else "", ""
    return _declared_together(told, places, tight)


def _shorter(told: Sequence[Lexeme], at: int, text: str) -> str:
    sign, before, after = told[at], _text(told, at - 1), _text(told, at + 1)
    if sign.kind == "name" and before not in (".", "?.") and after not in (":", "("):
        return _SHORT.get(sign.text, text)
    if sign.text == "," and after in _CLOSING and before not in (",", "["):
        return ""
    return text.replace("_", "") if sign.kind == "number" else text


def _is_key(told: Sequence[Lexeme], at: int, keywords: frozenset[str]) -> bool:
    """Whether `["key"]` of something begins here, and no array."""
    if told[at].text != "[" or not at or _text(told, at + 2) != "]" or not _KEY.fullmatch(_text(told, at + 1)):
        return False
    kind, before = told[at - 1].kind, told[at - 1].text
    return before in (")", "]", "?.") or kind == "private" or (kind == "name" and before not in keywords)


def _round_values(told: Sequence[Lexeme]) -> list[tuple[int, int]]:
    """Round brackets that hold the whole of a value, and nothing that would mean something else without them."""
    found = []
    open_: list[tuple[int, bool]] = []
    for at, sign in enumerate(told):
        if sign.kind != "sign":
            continue
        if sign.text in _OPENING:
            open_.append((at, sign.text == "(" and _begins_value(told, at)))
        elif sign.text in _CLOSING:
            opening, is_value = open_.pop()
            if is_value and _text(told, at + 1) in _VALUE_BEFORE:
                found.append((opening, at))
        elif sign.text == "," and open_:
            open_[-1] = (open_[-1][0], False)
    return found


def _begins_value(told: Sequence[Lexeme], at: int) -> bool:
    before, further, inner = _text(told, at - 1), _text(told, at - 2), _text(told, at + 1)
    if before not in _VALUE_AFTER or (before == "=>" and inner == "{") or inner == ")":
        return False
    # `==`, `<=` and `??` bind more than the one sign at their end does.
    return not (before in "=?" and further in ("=", "!", "<", ">", "?"))


def _is_alone(told: Sequence[Lexeme], at: int) -> bool:
    """Whether the brackets of one parameter open here: `(e) =>`."""
    signs = (told[at].text, _text(told, at + 2), _text(told, at + 3))
    return signs == ("(", ")", "=>") and told[at + 1].kind == "name"


def _declared_together(told: Sequence[Lexeme], places: Sequence[int], tight: list[str]) -> list[str]:
    """Declarations that follow one another made one, and every `;` before a brace taken away."""
    open_: list[tuple[bool, str]] = []
    declares, head = False, ""
    for at, place in enumerate(places):
        sign, after = told[at], _text(told, at + 1)
        if sign.kind == "name" and sign.text in _DECLARES:
            declares = True
        elif sign.kind == "sign" and sign.text in _OPENING:
            open_.append((declares, _text(told, at - 1)))
            declares = False
        elif sign.kind == "sign" and sign.text in _CLOSING:
            declares, head = open_.pop()
        elif sign.text == ";" and after == "}":
            tight[place] = ";" if _is_statement(_text(told, at - 1), head) else ""
            declares = False
        elif sign.text == ";":
            declares = declares and after in _DECLARES
            if declares:
                tight[place : places[at + 2]] = [",", *("" for _ in range(place + 1, places[at + 2]))]
    return tight


def _is_statement(before: str, head: str) -> bool:
    """Whether a `;` is a statement of its own, as in `while (next());`."""
    return before == "else" or (before == ")" and head in _HEADS)


def _text(told: Sequence[Lexeme], at: int) -> str:
    return told[at].text if 0 <= at < len(told) else ""
