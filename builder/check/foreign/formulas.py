"""Signs of formulas: dollars, the brackets of LaTeX, and what of them lacks its other half."""

from builder.check.foreign.sign import Sign, sign
from builder.model.content.dollars import AMOUNT, DOUBTFUL, FORMULA, SHORT

_FORMULA = "Write ${words}$"
_DOUBTFUL = (
    "For a formula write words in it as \\text{{words}}, and nothing but spaces and marks directly beside its dollars. "
    "For money write \\$ in place of each dollar"
)
_UNCLOSED = "Write $$ behind the formula as well, nothing behind that, and no blank line in it"
_ALONE_IN_LINE = "Write $$ on a line of its own before the formula, and another behind it"
_WITHIN_ROUND = r"(?:(?!\\\))[^\n]){0,200}"
_WITHIN_SQUARE = r"(?:(?!\\\])[^\n]){0,200}"

FORMULAS: tuple[Sign, ...] = (
    sign("LaTeX", "$", FORMULA.pattern, "is a formula", "", text=False),
    sign("LaTeX", "$", DOUBTFUL, "may be a formula", _DOUBTFUL),
    sign("LaTeX", "$$", r"^\$\$", "begins a formula", _UNCLOSED, sure=True),
    sign(
        "LaTeX",
        "$",
        rf"(?<![\w$\\])\$(?![ \t]*{AMOUNT})[ \t]*(?P<words>[^$\n]{{0,200}}(?:\\[a-z]{{2}}|[\^_])[^$\n]{{0,200}}?)[ \t]*\$(?![\w$])",
        "is a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "(",
        rf"(?<!\\)\\\((?={_WITHIN_ROUND}(?:[\^=+<>{{}}]|\\[a-z]{{2}}|\b[A-Za-z]_\w)|[A-Za-z]\\\))(?P<words>{_WITHIN_ROUND})\\\)",
        "is a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "[",
        rf"(?<!\\)\\\[(?={_WITHIN_SQUARE}(?:[\^=+{{}}]|\\[a-z]{{2}}|\b[A-Za-z]_\w))(?P<words>{_WITHIN_SQUARE})\\\]",
        "is a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "(",
        rf"(?<!\\)\\\((?=-\d|{_WITHIN_ROUND}[|!/:'×·(])(?P<words>{SHORT})\\\)",
        "may be a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "[",
        rf"(?<!\\)\\\[(?![ \txX]?\\|[!/])(?=-\d|{_WITHIN_SQUARE}[|!/:'×·(])(?P<words>{SHORT})\\\]",
        "may be a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "$",
        r"(?<![\w$\\])\$(?=[^$\n]{0,200}\\[a-z]{2}|[A-Za-z](?:[_^]|[ \t]*=))[^\s$][^$\n]*$",
        "begins a formula",
        "Write $ behind the formula as well",
    ),
    sign(
        "LaTeX",
        "$$",
        r"(?<![$\w\\])\$[^\s$](?:[^$\n]{0,200}[^\s$\\])?\$\$[^\s$](?:[^$\n]{0,200}[^\s$\\])?\$(?!\$)",
        "is two formulas",
        "Write a space between them",
    ),
    sign("LaTeX", "$", r"(?<![\w$\\])\$ (?P<words>[A-Za-z]) \$(?![\w$])", "may be a formula", _FORMULA, "${words}$"),
    sign(
        "AsciiDoc",
        ":[",
        r"(?<!\w)(?:latexmath|asciimath|stem):\[(?P<words>[^\[\]\n]+)\]",
        "is a formula",
        _FORMULA,
        sure=True,
    ),
    sign("LaTeX", "[", r"^\\\[[ \t]*$", "begins a formula", _ALONE_IN_LINE, sure=True),
    sign("LaTeX", "]", r"^\\\][ \t]*$", "ends a formula", _ALONE_IN_LINE, sure=True),
    sign(
        "LaTeX",
        "[",
        rf"^\\\[(?!{_WITHIN_SQUARE}\\\])(?=[^\n]*(?:[=^]|\\[a-z]{{2}}|[A-Za-z]_\w))",
        "begins a formula",
        _ALONE_IN_LINE,
        sure=True,
    ),
    sign(
        "mdBook",
        "\\",
        "\\\\\uffff[(\\[][ \\t]*(?P<words>[^\\n]{0,200}?)[ \\t]*\\\\\uffff[)\\]]",
        "is a formula",
        _FORMULA,
        sure=True,
    ),
)
