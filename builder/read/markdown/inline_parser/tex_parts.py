"""Parts of a formula that latex2mathml reads otherwise than TeX does: they are written as it knows them, or refused."""

import re
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a formula cannot be read."""

    message: str
    hint: str
    raw: str = ""
    """The command at fault; empty for the whole formula."""


_PAIRS = r"\begin{array}{rlrlrlrl}", r"\end{array}"
_ROWS = r"\begin{matrix}", r"\end{matrix}"
_LINES = {
    **dict.fromkeys(("align", "aligned", "alignedat", "alignat", "split", "eqnarray", "flalign"), _PAIRS),
    **dict.fromkeys(("gather", "gathered", "multline", "multlined", "displaymath", "equation", "math"), _ROWS),
}
"""Parts of several lines -> how they begin and end in signs that the library sets as such."""
_KNOWN = frozenset({"array", "cases", "substack", "smallmatrix", *(f"{kind}matrix" for kind in ("", *"pbBvV"))})
_PART = re.compile(r"\\(begin|end)[ \t]*\{([^{}]*?)(\*?)\}((?<=at\})\{\d+\}|(?<=\*\})\{\d+\})?")
_HEIGHT = re.compile(r"\\\\\*?[ \t]*\[-?[\d.]+[ \t]*[a-z]{2}\]")
"""A new line with its distance from the one before."""
_NUMBERS = re.compile(r"\\(?:nonumber|notag)(?![A-Za-z])")
_WORDS = re.compile(r"\\(text\w*|mbox)\{([^{}]*\$[^{}]*)\}")
"""Words that hold formulas."""
_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*(%)")
_COLUMN = re.compile(r"(?<!\\)&")
_SETS_COLUMNS = re.compile(r"\\begin|matrix|\\(?:substack|text|mbox|eqalign|displaylines)")
_UNITS = re.compile(r"\\(?:SI|si|qty|unit|num|ang|pu)(?![A-Za-z])")
_MEASURE = re.compile(r"\\(?:num\{(-?[\d.,]+)\}|(?:SI|qty)\{(-?[\d.,]+)\}\{([A-Za-z/%]+)\})")
"""A number with a unit in letters."""
_CHEMISTRY = re.compile(r"\\(?:ce|cee|cf)(?![A-Za-z])")


def in_known_parts(tex: str) -> str:
    """The same formula with the parts that the library knows."""
    tex = _WORDS.sub(_apart, _NUMBERS.sub("", _HEIGHT.sub(r"\\\\", tex)))
    return _PART.sub(_renamed, tex)


def _renamed(part: re.Match[str]) -> str:
    known = _LINES.get(part[2])
    if known is None:
        return part[0]
    return known[part[1] == "end"]


def _apart(words: re.Match[str]) -> str:
    """`\\text{if $x$}` -> `\\text{if }x`."""
    pieces = words[2].split("$")
    return "".join(piece if number % 2 else f"\\{words[1]}{{{piece}}}" for number, piece in enumerate(pieces) if piece)


_PROSE = re.compile(
    r"(?<=[\w})\]!'])[ \t]+(?:and|or|but|if|when|where|with|then|und|oder|et|ou|oraz|lub|neu|або|та|أو)[ \t]+(?=[\w({\[\\+−-])"
)
"""A word between two formulas that were written as one."""
_SET_AS_WORDS = re.compile(
    r"\\(?:text|mbox|hbox|mathrm|operatorname|math[a-z]{2,3}|begin|end|tag)\w*\*?[ \t]*\{[^{}]*\}"
)


_SCRIPT = re.compile(r"(?<!\\)[\^_]([-−+]?\d+(?:[.,]\d+)?|[-−+][A-Za-z])")
"""A power or an index without braces, in all of its signs."""


def unread_part(tex: str) -> Unread | None:
    """What TeX does not show, or sets in a way that is not known here; None where there is nothing of it."""
    if _COMMENT.search(tex):
        return Unread("the words behind % are not shown in a formula", "Write \\% for a per cent sign.", "%")
    for script in _SCRIPT.finditer(tex):
        if len(script[1]) > 1:
            hint = f"Write {script[0][0]}{{{script[1]}}}"
            where = "set high" if script[0][0] == "^" else "set low"
            return Unread(f"only the first sign of {script[1]} would be {where} here", hint, script[0])
    if _COLUMN.search(tex) and not _SETS_COLUMNS.search(tex):
        hint = "Write \\begin{aligned} before the lines and \\end{aligned} behind them, or \\& for the sign itself."
        return Unread("& parts no columns here, so a learner would see it as it is", hint, "&")
    if found := _CHEMISTRY.search(tex):
        hint = "Write letters set low and high, without dollars: H~2~O, SO~4~^2-^. In a formula write \\mathrm{H_2O}."
        return Unread(f"{found[0]} is no command of a formula that Satchel knows", hint, found[0])
    if found := _UNITS.search(tex):
        hint = "Write the number and its unit in plain words, without dollars, for example: 8 kg."
        if measure := _MEASURE.match(tex, found.start()):
            plain = measure[1] or f"{measure[2]}\\,\\text{{{measure[3]}}}"
            hint = f"Write in place of {measure[0]}: {plain}"
        return Unread(f"{found[0]} is no command of a formula that Satchel knows", hint, found[0])
    for part in _PART.finditer(tex):
        if part[2] not in _KNOWN and part[2] not in _LINES:
            hint = "Write \\begin{aligned} and \\end{aligned} for lines, and \\begin{pmatrix} for a matrix."
            return Unread(f"{part[0]} is no part of a formula that Satchel knows", hint, part[0])
    if words := list(_PROSE.finditer(_SET_AS_WORDS.sub(lambda match: "x" * len(match[0]), tex))):
        cuts = [0, *(end for match in words for end in match.span()), len(tex)]
        pieces = [tex[start:end].strip() for start, end in pairwise(cuts)]
        written = " ".join(piece if at % 2 else f"${piece}$" for at, piece in enumerate(pieces))
        word = pieces[1]
        hint = f"End the formula before it, and begin another behind it: {written}"
        return Unread(f"“{word}” would be a product of its letters in this formula", hint, word)
    if any(words[2].count("$") % 2 for words in _WORDS.finditer(tex)):
        return Unread("a dollar inside of words of this formula has no other one", "Write \\$ for a dollar sign.")
    return None
