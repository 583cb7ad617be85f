"""Modules in one scope, with short names: every learner loads them, nobody reads them there. It takes a fifth off the script.

Only names that a module declares are made short. What is declared at its top is called the same throughout; all else is
called the same throughout a statement at the top or a member of a class, so that no two variables can be taken for one
another, and all functions use the same few letters. Properties keep their names: the browser and the LMS know many of them. What a
module declares must not be called like something of the browser that it uses as well; the tests would say so.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import TypeVar

from builder.render.assets.lexemes import Lexeme, lexemes
from builder.render.assets.tighten import tighten

KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        "arguments as async await break case catch class const constructor continue default delete do else export "
        "extends false finally for from function get if import in instanceof let new null of return set static "
        "super switch this throw true try typeof undefined var void while yield",
    )
)
"""Words that are no names (ECMA-262, 12.7.2), and those that are none at some places."""
MODIFIERS = frozenset(["async", "get", "set", "static", "*"])
STATEMENTS = frozenset(["async", "class", "const", "function", "let"])
"""A statement of the top that follows a closing brace begins with one of these."""
NO_FUNCTION = frozenset(["if", "for", "while", "switch"])
"""Before brackets with a block behind them that is not the body of a function."""
BLOCK_AFTER = frozenset([")", "=>", ";", "{", "}", "else", "try", "finally", "do"]) | {""}
"""After these a brace opens a block; elsewhere an object or a pattern."""
WORDS = frozenset(("name", "number", "private"))
"""Kinds that would run into one another."""
GOES_ON = frozenset([";", "{", "}", ",", "(", "[", ":", "?", "&", "|", "=", "=>"])
"""After these a line break is no end of a statement (ECMA-262, 12.10): ours end in `;`, or in the brace of a block."""
CARRIES_ON = frozenset([")", "]", "}", ".", "?.", ",", ";", ":", "?", "&", "|", "=", "=>"])
"""Nor before these."""
SMALL = "etnrisoaulcdfpmhgvbwyxkqjz"
"""Letters in the order in which words use them, as those of the properties between the names do."""
PAIRS = tuple(map("".join, product(SMALL + SMALL.upper(), repeat=2)))
"""For names at the top: what stands together there is called alike, and single letters are left to the functions."""
T = TypeVar("T")
CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass(slots=True)
class Bracket:
    """An open bracket, and what is known of the place within it that has been reached."""

    kind: str
    """`(`, `[`, or what a brace opens: `block`, `object`, `class`."""
    binds: bool
    """Whether the names directly in it are declared there: parameters, or a pattern."""
    declares: bool = False
    """Between `const` or `let` and the end of that statement."""
    value: bool = False
    """After `=`, up to the next comma: a value, and no name that is declared."""


@dataclass(frozen=True, slots=True)
class Source:
    """A module without its imports and the word `export`; its statements end in `;`."""

    path: str
    """What other modules call it."""
    code: str
    """Without comments."""
    imports: Mapping[str, tuple[str, str]]
    """Path and name of what each imported name stands for."""


def one_scope(sources: Iterable[Source]) -> tuple[list[str], dict[tuple[str, str], str]]:
    """The modules as they can stand behind one another, and what each own name, by path and name, is called there."""
    modules = [_read(source) for source in sources]
    tops = _shortest({top: None for module in modules for top in module.tops.values()}, PAIRS)
    return [_written(module, {here: tops[there] for here, there in module.tops.items()}) for module in modules], tops


@dataclass(frozen=True, slots=True)
class _Read:
    """A module taken apart."""

    signs: list[Lexeme]
    places: list[int]
    """Those that are no spaces."""
    names: dict[int, "Name"]
    """Its variables, by their place among `places`."""
    tops: dict[str, tuple[str, str]]
    """Path and name of what each name of the top stands for, its own and the imported ones."""


def _read(source: Source) -> _Read:
    signs = list(lexemes(source.code))
    places = [place for place, sign in enumerate(signs) if sign.kind != "space"]
    names = _names([signs[place] for place in places])
    own = {name.text: (source.path, name.text) for name in names.values() if name.top}
    return _Read(signs, places, names, {**source.imports, **own})


def _written(module: _Read, tops: Mapping[str, str]) -> str:
    short = [{**tops, **_locals(part, tops)} for part in _parts(module.names.values())]
    texts = tighten(module.signs, _private(_without_spaces(module.signs), module.signs), KEYWORDS)
    for place, name in module.names.items():
        if new := short[name.part].get(name.text):
            texts[module.places[place]] = f"{name.text}:{new}" if name.property else new
    return "".join(texts)


def _without_spaces(signs: list[Lexeme]) -> list[str]:
    """What is written, without the spaces that nobody misses."""
    nothing = Lexeme("sign", ";")
    around = zip([nothing, *signs], signs, [*signs[1:], nothing], strict=False)
    return [_space(before, sign.text, after) if sign.kind == "space" else sign.text for before, sign, after in around]


def _space(before: Lexeme, space: str, after: Lexeme) -> str:
    if "\n" in space:
        return "" if before.text in GOES_ON or after.text in CARRIES_ON else "\n"
    joined = before.kind in WORDS and after.kind in WORDS
    # `<!--` would begin a comment (ECMA-262, B.1.1).
    apart = (before.text == after.text and before.text in "+-") or (before.text == "<" and after.text == "!")
    return " " if joined or apart else ""


def _parts(names: Iterable["Name"]) -> list[list["Name"]]:
    parts: list[list[Name]] = [[]]
    for name in names:
        parts += [[] for _ in range(len(parts), name.part + 1)]
        parts[name.part].append(name)
    return parts


def _locals(names: Collection["Name"], known: Mapping[str, str]) -> dict[str, str]:
    """A short name for each variable inside the functions of a part: the first one is called the same everywhere."""
    declared = {name.text: None for name in names if name.declares and name.text not in known}
    taken = {known.get(name.text, name.text) for name in names if name.text not in declared}
    return _shortest(declared, SMALL, taken)


def _private(texts: list[str], signs: list[Lexeme]) -> list[str]:
    short = _shortest({sign.text: None for sign in signs if sign.kind == "private"}, SMALL)
    return [f"#{short[text]}" if text in short else text for text in texts]


@dataclass(frozen=True, slots=True)
class Name:
    """A variable where it stands."""

    text: str
    """As it is written."""
    declares: bool
    """Whether it begins to be here."""
    top: bool
    """Whether it begins to be at the top of its module."""
    property: bool
    """Whether a property of that name is meant as well, as in `{ a }`."""
    part: int
    """Which statement at the top of the module, or member of a class, it stands in."""


def _names(signs: list[Lexeme]) -> dict[int, Name]:
    """Each variable, by its place among `signs`, which hold no spaces."""
    texts = ["", *(sign.text for sign in signs), ""]
    ends = _ends(signs)
    names: dict[int, Name] = {}
    within = [Bracket("block", False)]
    part = 0
    for place, sign in enumerate(signs):
        before, after, inner = texts[place], texts[place + 2], within[-1]
        part += _begins_part(before, sign, within)
        begins = inner.declares and before in ("const", "let", ",")
        if sign.kind == "name":
            if sign.text in ("const", "let"):
                inner.declares, inner.value = True, False
            elif before not in (".", "?.") and not _is_member(inner.kind, before, after):
                declares = (
                    begins or before in ("class", "function") or after == "=>" or (inner.binds and not inner.value)
                )
                top = declares and _is_top(within)
                names[place] = Name(sign.text, declares, top, _is_both(inner.kind, before, after), part)
        elif sign.kind == "sign":
            _step(sign.text, within, _opened(sign.text, signs, place, ends, inner, begins))
    return names


def _begins_part(before: str, sign: Lexeme, within: list[Bracket]) -> bool:
    """Whether a statement at the top begins here, or a member of a class that is declared there."""
    if len(within) == 1:
        return before == ";" or (before == "}" and sign.text in STATEMENTS)
    member = len(within) == 2 and within[-1].kind == "class"
    return member and before in ("{", "}", ";") and sign.kind in ("name", "private")


def _is_top(within: list[Bracket]) -> bool:
    """Whether only patterns are open."""
    return all(bracket.binds and bracket.kind != "(" for bracket in within[1:])


def _step(text: str, within: list[Bracket], opened: Bracket | None) -> None:
    """Bring what is known of the place up to date."""
    inner = within[-1]
    if opened:
        within.append(opened)
    elif text in ")]}":
        within.pop()
    elif text == ";":
        inner.declares = inner.value = False
    elif text == "=":
        inner.value = True
    elif text == ",":
        inner.value = False


def _opened(
    text: str, signs: list[Lexeme], place: int, ends: dict[int, int], inner: Bracket, begins: bool
) -> Bracket | None:
    before = signs[place - 1].text if place else ""
    nested = begins or (inner.binds and not inner.value)
    if text == "(":
        return Bracket(text, _has_parameters(signs, place, ends))
    if text == "[":
        return Bracket(text, nested)
    if text != "{":
        return None
    if before in BLOCK_AFTER:
        return Bracket("block", False)
    head = [sign.text for sign in signs[max(0, place - 4) : place]]
    return Bracket("class" if "class" in head else "object", nested)


def _has_parameters(signs: list[Lexeme], place: int, ends: dict[int, int]) -> bool:
    behind = signs[ends[place] + 1].text if ends[place] + 1 < len(signs) else ""
    before = signs[place - 1].text if place else ""
    return behind == "=>" or (behind == "{" and before not in NO_FUNCTION)


def _is_member(kind: str, before: str, after: str) -> bool:
    """Whether a name is that of a property alone, in an object or a class."""
    if kind == "class":
        return before in ("{", "}", ";") or before in MODIFIERS
    return kind == "object" and (before in ("{", ",") or before in MODIFIERS) and after not in (",", "}", "=")


def _is_both(kind: str, before: str, after: str) -> bool:
    return kind == "object" and before in ("{", ",") and after in (",", "}", "=")


def _ends(signs: list[Lexeme]) -> dict[int, int]:
    """Where each bracket ends."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    for place, sign in enumerate(signs):
        if sign.kind != "sign":
            continue
        if sign.text in CLOSING:
            open_.append(place)
        elif sign.text in CLOSING.values():
            ends[open_.pop()] = place
    return ends


def _shortest(names: Iterable[T], short: Sequence[str], taken: Collection[str] = ()) -> dict[T, str]:
    """A short name for each, the first of them for the first."""
    more = ("".join(pair) for pair in product(PAIRS, SMALL))
    free = (new for new in chain(short, PAIRS, more) if new not in taken and new not in KEYWORDS)
    return dict(zip(names, free, strict=False))
