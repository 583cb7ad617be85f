"""Formulas: what they are made of (MathML Core), and how they read in one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model.rare_pattern import rare_pattern

_LOW = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_HIGH = str.maketrans("0123456789+-−=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ")
_SPACED = frozenset("=+-−±∓×÷·*<>≤≥≠≈∼≡→←↔⇒⇐⇔∈∉⊂⊆∪∩∧∨∝|")
"""Operators with a space on either side."""
_BEFORE = frozenset("+-−±∓")
_SIMPLE = rare_pattern(r"[\w.]*")


@dataclass(frozen=True, slots=True)
class MathNode:
    """An element of a formula, or a row of them."""

    name: str
    """Of the element (MathML Core): `mi`, `mfrac`."""
    words: str = ""
    """What it says, where it holds no other."""
    inside: tuple["MathNode", ...] = ()
    """What it holds."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Names and values."""


def linear(nodes: Iterable[MathNode]) -> str:
    """A formula in one line of plain signs, in every language alike: `x² = a/b`."""
    return " ".join(_row(nodes).split())


def _said(node: MathNode) -> str:
    parts = node.inside
    match node.name, len(parts):
        case "mfrac", 2:
            return f"{_held(parts[0])}/{_held(parts[1])}"
        case "msqrt", _:
            return f"√{_held(MathNode('mrow', inside=parts))}"
        case "mroot", 2:
            return f"{_raised(_said(parts[1]))}√{_held(parts[0])}"
        case "msup" | "mover", 2:
            return _said(parts[0]) + _raised(_said(parts[1]))
        case "msub" | "munder", 2:
            return _said(parts[0]) + _lowered(_said(parts[1]))
        case "msubsup" | "munderover", 3:
            return _said(parts[0]) + _lowered(_said(parts[1])) + _raised(_said(parts[2]))
        case "mtable", _:
            return _table(parts)
        case "mo" | "mi", 0 if node.words in _SPACED:
            return f" {node.words} "
        case "mi", 0 if len(node.words) > 1 and node.words.isalpha():
            return f"{node.words} "  # the name of a function
        case "mspace", _:
            return " "
        case _:
            return node.words or _row(parts)


def _table(rows: tuple[MathNode, ...]) -> str:
    """The lines of a formula, or a matrix between brackets."""
    are_lines = all(map(_is_line, rows))
    said = "; ".join((" " if are_lines else ", ").join(_said(cell).strip() for cell in row.inside) for row in rows)
    return said if are_lines else f"[{said}]"


def _is_line(row: MathNode) -> bool:
    """Whether a row is a line of a formula, and none of a matrix: it is in one piece, or parted only to be set."""
    return len(row.inside) < 2 or ("columnalign", "right") in row.inside[0].attributes


def _row(nodes: Iterable[MathNode]) -> str:
    """Elements side by side; a sign before a number or a letter stands close to it."""
    said = ""
    for node in nodes:
        before = said.rstrip()[-1:]
        is_sign = node.words in _BEFORE and (not before or before in _SPACED or before in "([{,")
        said += node.words if is_sign else _said(node)
    return said


def _held(node: MathNode) -> str:
    """A part in brackets, unless it is one word."""
    said = linear([node])
    return said if _SIMPLE.fullmatch(said) else f"({said})"


def _raised(said: str) -> str:
    return _shifted(said, _HIGH, "^")


def _lowered(said: str) -> str:
    return _shifted(said, _LOW, "_")


def _shifted(said: str, letters: dict[int, int], sign: str) -> str:
    """Small letters where all of them exist, else a sign before them."""
    close = said.replace(" ", "")
    if len(close) == 1 and (close in "^~`" or not (close.isascii() or close == "−")):
        return close  # an accent, a prime
    if close and all(ord(letter) in letters for letter in close):
        return close.translate(letters)
    return f"{sign}{close if len(close) == 1 else f'({said.strip()})'}"


def formulas(nodes: Iterable[MathNode]) -> Iterator[MathNode]:
    """Every element of formulas, each before what it holds."""
    for node in nodes:
        yield node
        yield from formulas(node.inside)
