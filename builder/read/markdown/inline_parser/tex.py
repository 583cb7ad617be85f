"""A formula in the signs of TeX -> what it is made of. latex2mathml reads it; only what MathML Core has is kept."""

import re
import xml.etree.ElementTree as etree
from html import unescape

from builder.did_you_mean import did_you_mean, is_slip
from builder.model.content.maths import MathNode, formulas
from builder.read.markdown.inline_parser.tex_parts import Unread, in_known_parts, unread_part

LONGEST = 2_000
"""Characters of a formula; longer ones are cut into parts."""
DEEPEST = 100
"""Elements of a formula in each other; what stands deeper cannot be drawn, and nobody could read it."""

_PARTS = {"mfrac": 2, "mroot": 2, "msup": 2, "msub": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}
"""Elements that hold a fixed number of others."""
_ELEMENTS = frozenset(
    {*_PARTS, "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "msqrt", "mtable", "mtr", "mtd", "mstyle", "mpadded"}
)
"""The others of MathML Core that a formula may have."""
_ATTRIBUTES = frozenset(
    {
        *("mathvariant", "displaystyle", "scriptlevel", "stretchy", "fence", "form", "separator", "lspace", "rspace"),
        *("linethickness", "columnalign", "accent", "accentunder", "width", "movablelimits", "minsize", "maxsize"),
    }
)
"""Attributes that say how a formula is set; colours, links and styles are left out."""
_LOOKS = frozenset({"\\color", "\\textcolor", "\\href", "\\style", "\\class", "\\cssId", "\\colorbox", "\\require"})
"""Commands about looks and links, which do nothing here."""
_COMMAND = re.compile(r"\\[A-Za-z]+")
_SHORT = 4
"""Letters of a command that is offered: shorter ones are all a little alike."""
_UNITS = {
    **{"micro": "\\text{µ}", "micron": "\\text{µm}", "milli": "\\text{m}", "nano": "\\text{n}", "kilo": "\\text{k}"},
    **{"gram": "\\text{g}", "litre": "\\text{l}", "liter": "\\text{l}", "metre": "\\text{m}", "meter": "\\text{m}"},
    **{
        "hour": "\\text{h}",
        "mole": "\\text{mol}",
        "percent": "\\%",
        "celsius": "\\text{°C}",
        "degreeCelsius": "\\text{°C}",
    },
    **{"centi": "\\text{c}", "ohm": "\\Omega", "degree": "^\\circ", "mega": "\\text{M}", "minute": "\\text{min}"},
}
"""Units of siunitx -> what to write for each: what is nearly spelt so is another quantity."""
_HOLDS_NOTHING = frozenset({"mi", "mn", "mtext", "ms"})


_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


_BROKEN = Unread(
    "a part of this formula is missing",
    "Look for what a command lacks: a fraction is \\frac{1}{2}, a power x^2, an index x_{12}.",
)
_DEEP = Unread(
    "the parts of this formula stand too deep in each other",
    "Write it in several formulas, and give a name to what is in the middle.",
)
_DRAWN = Unread(
    "a command of this formula draws or hides a part of it, which Satchel does not",
    "Leave out \\cancel, \\boxed, \\phantom and their like, and say it in words.",
)
_LINES = Unread(
    "\\\\ begins no new line here, so what stands behind it would go on in the same one",
    "Write \\begin{aligned} before the lines and \\end{aligned} behind them.",
    "\\\\",
)


def read_formula(tex: str, large: bool = False) -> tuple[MathNode, ...] | Unread:
    """The elements of a formula, or why there are none; `tex` stands between the dollars, `large` on a line of its own."""
    from latex2mathml.converter import convert_to_element  # only here: most courses have no formula

    if len(tex) > LONGEST:
        return Unread(f"this formula has more than {LONGEST:,} characters", "Write it in several parts.")
    if refused := next((command for command in _COMMAND.findall(tex) if command in _LOOKS), ""):
        return Unread(
            f"{refused} does nothing here", f"Delete {refused}: a formula has no colours and no links.", refused
        )
    if lacks := _open_brace(tex):
        return Unread(f"a brace of this formula is never {lacks}", "Write as many { as }: \\frac{1}{2}.")
    if unread := unread_part(tex):
        return unread
    try:
        whole = convert_to_element(in_known_parts(tex), display="block" if large else "inline")
        if _is_deep(whole):
            return _DEEP
        nodes = tuple(map(_node, whole))
    except RecursionError:
        return _DEEP
    except Exception:  # the library raises what its parts raise
        return _BROKEN
    if any(element.get("linebreak") for element in whole.iter()):
        return _LINES
    return _not_understood(nodes) or nodes


def _not_understood(nodes: tuple[MathNode, ...]) -> Unread | None:
    """What the library left as it was, or what lacks a part; None for a whole formula."""
    for node in formulas(nodes):
        if node.words.startswith("\\") and len(node.words) > 1:
            return _unknown(node.words)
        if node.name not in _ELEMENTS:
            return _DRAWN
        if len(node.inside) != _PARTS.get(node.name, len(node.inside)) or _is_empty(node):
            return _BROKEN
    return None


def _is_deep(whole: etree.Element) -> bool:
    """Whether more than `DEEPEST` elements stand in each other, without a call for each of them."""
    level = [whole]
    for _ in range(DEEPEST):
        level = [inner for element in level for inner in element]
    return bool(level)


def _node(element: etree.Element) -> MathNode:
    named = tuple((name, value) for name, value in element.items() if name in _ATTRIBUTES)
    return MathNode(element.tag, unescape(element.text or ""), tuple(map(_node, element)), named)


def _is_empty(node: MathNode) -> bool:
    """Whether something is missing: the library leaves a letter without a sign in its place."""
    return node.name in _HOLDS_NOTHING and not node.words and not node.inside


def _unknown(command: str) -> Unread:
    from latex2mathml import commands
    from latex2mathml.symbols_parser import SYMBOLS

    known = {value for value in vars(commands).values() if isinstance(value, str) and value[:1] == "\\"} | {*SYMBOLS}
    unit = _UNITS.get(command[1:]) or next((_UNITS[one] for one in _UNITS if _is_slip(command[1:], one)), "")
    if unit and command not in known:
        return Unread(f"{command} is a unit of siunitx, and no command of a formula here", f"Write {unit}", command)
    slips = [one for one in known if one != command and _is_slip(command[1:], one[1:])]
    near = did_you_mean(command, slips, 0) if slips else ""  # none that is far: another letter is another quantity
    hint = f"Write {near}, if you meant that." if near else "Write it in other signs, or words as \\text{so}."
    return Unread(f"{command} is no command of a formula that Satchel knows", hint, command)


def _is_slip(command: str, meant: str) -> bool:
    return len(meant) >= _SHORT and command[:1] == meant[:1] and is_slip(command, meant)


def _open_brace(tex: str) -> str:
    """How a brace lacks its other half; empty when all of them have one."""
    depth = 0
    for brace in _BRACE.findall(tex):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return "opened"
    return "closed" if depth else ""
