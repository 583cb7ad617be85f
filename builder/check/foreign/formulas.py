"""Signs of formulas: dollars, the brackets of LaTeX; and what lacks its other half, of them and among words."""

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

_OPERATORS = (
    "times|cdots?|div|pm|mp|leq?|geq?|neq?|approx|sim|equiv|propto|infty|degree|circ|ldots|dots|pounds|euro|textdegree"
    "|(?:right|left|Right|Left|leftright|Leftright)arrow|notin|nabla|forall|checkmark"
    "|(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)"
    r"|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|S(?= ?\d)"
)
"""Commands of LaTeX that stand for one sign."""

FORMULAS: tuple[Sign, ...] = (
    sign("LaTeX", "$", FORMULA.pattern, "is a formula", "", text=False),
    sign("LaTeX", "$", DOUBTFUL, "may be a formula", _DOUBTFUL),
    sign(
        "LaTeX",
        "$",
        r"(?<![\w$\\])(?P<name>\d{1,4})\$(?P<words>[a-z])\$(?![\w$])",
        "may be a formula with its number before it",
        "Write ${name}{words}$",
        "${name}{words}$",
    ),
    sign(
        "LaTeX",
        "$",
        r"(?<![\w$\\])\$(?P<words>[A-Za-z](?:[\^_]\{?\w{1,3}\}?)?)\$(?P<name>\d{1,4})(?![\w$]|[.,]\d)",
        "may be a formula with a number behind it",
        "Write ${words}$ {name}",
        "${words}$ {name}",
    ),
    sign(
        "LaTeX",
        "$",
        r"(?<![\w$\\])(?:\$\$(?P<words>[^$\n]{0,80}(?:[\^_=]|\\[a-z]{2})[^$\n]{0,80})\$(?!\$)|\$(?P<name>[A-Za-z][^$\n]{0,80}(?:[\^_=]|\\[a-z]{2})[^$\n]{0,80})\$\$)(?![\w$])",
        "is a formula with as many dollars on either side",
        "Write ${name}$",
        "${name}$",
    ),
    sign("LaTeX", "$$", r"^\$\$", "begins a formula", _UNCLOSED, sure=True),
    sign(
        "LaTeX",
        "$",
        rf"(?<![\w$\\\])}}])\$(?![ \t]*{AMOUNT})[ \t]*(?P<words>[^$\n]{{0,200}}(?:\\[a-z]{{2}}|[\^_])[^$\n]{{0,200}}?)[ \t]*\$(?![\w$])",
        "is a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "(",
        rf"(?<!\\)\\\((?={_WITHIN_ROUND}(?:[\^=+<>{{}}]|\\[a-z]{{2}}|\b[A-Za-z]_\w)|[ \t]*[A-Za-z][ \t]*\\\))[ \t]*(?P<words>{_WITHIN_ROUND}?)[ \t]*\\\)",
        "is a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "[",
        rf"(?<!\\)\\\[(?={_WITHIN_SQUARE}(?:[\^=+{{}}]|\\[a-z]{{2}}|\b[A-Za-z]_\w))[ \t]*(?P<words>{_WITHIN_SQUARE}?)[ \t]*\\\]",
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
    sign(
        "MkDocs and Pandoc",
        "==",
        r"(?<![=\w{])(?:={3,}(?P<words>\w[^=\n]{0,80})={2,}|==(?P<name>\w[^=\n]{0,80}[^\s=])=)(?![=\w}])",
        "marks words with two signs on either side",
        "Write =={name}==",
        "=={name}==",
    ),
    sign(
        "many tools",
        "~~",
        r"(?<![~\w{])(?:~{3,}(?P<words>\w[^~\n]{0,80})~{2,}|~~(?P<name>\w[^~\n]{0,80}[^\s~])~)(?![~\w])",
        "strikes words out with two signs on either side",
        "Write ~~{name}~~",
        "~~{name}~~",
    ),
    sign(
        "Pandoc",
        "~",
        r"(?<![\w~\\])(?P<name>[A-Z][a-z]?|[A-Z]{2,3})~(?P<words>\d)(?=[A-Z ,.;:)]|$)(?![^\s~]*~)",
        "sets words low with a sign on either side",
        "Write {name}~{words}~",
        "{name}~{words}~",
    ),
    sign(
        "LaTeX",
        "^",
        r"(?<![\w$\\^])(?P<name>[A-Za-z]|\d{1,3})\^(?:\{(?P<words>[\w+−-]{1,12})\}|\((?P<title>[\w+−-]{1,12})\))(?![\w^$])",
        "sets words high",
        "Write {name}<sup>...</sup>, with what stands high in place of the points",
    ),
    sign(
        "LaTeX",
        "\\",
        rf"(?:(?<=[\d)(])|(?<!\S))\\(?:{_OPERATORS})(?![\w\\/:-]|\.\w)",
        "is a sign of a formula",
        "Write the sign itself, such as × ÷ ± ≤ ≈ → ° £ § or α, or the whole formula between dollars",
    ),
    *(
        sign("LaTeX", mark, rf"(?<=\d)\\{mark}(?=[^\W\d_])", "is a space", "Write a space", " ", typed="\\")
        for mark in (",", ";", ":", "!")
    ),
    sign("LaTeX", "\\", r"(?<=\d)\\(?:thinspace|enspace|quad|qquad)? (?=[^\W\d_])", "is a space", "Write a space", " "),
    sign(
        "LaTeX",
        "~",
        r"(?:(?<=\d)(?<!~\d)(?<!~\d\d)~(?=[^\W\d_])|(?<=\b(?:[Nn]o|Dr|Mr|Ms)\.)~(?=\w)|(?<=\b(?:Fig|Sec|Mrs)\.)~(?=\w)|(?<=\bp\.)~(?=\d))(?![^\s~]*~)",
        "is a space",
        "Write a space",
        " ",
    ),
    sign(
        "LaTeX",
        "\\",
        r"(?<=[^\s\\])[ \t]*\\\\(?=[ \t]|$)",
        "ends a line",
        "End the line with one backslash",
        typed="\\",
    ),
    sign(
        "MyST",
        "{math}",
        "\\{math\\}\ufffc+",
        "is a formula",
        "Write the formula between dollars in place of its backticks, and delete {{math}}: $x^2$ is one",
        sure=True,
    ),
)
