"""What stands between two dollars: a formula, an amount of money, or what may be either.

The signs are those of Pandoc: nothing but the formula stands directly inside of its dollars, and no digit behind them.
What is then left of prose is known by its words, since amounts stand among words and formulas hold few.
"""

from builder.model.rare_pattern import rare_pattern

_INSIDE = r"(?:\\text\w*\{[^{}$\n]*\$[^{}\n]*\}|\\\$|[^$\n])"
"""A character of a formula, a dollar of it (`\\$`), or words of it in which another formula stands."""
_NAMES = r"(?:sin|cos|tan|cot|sec|csc|log|ln|lg|exp|max|min|sup|inf|lim|mod|gcd|lcm|det|dim|deg|arg|ker|var|cov)"
"""Functions that many write without their backslash."""
_WORD = (
    rf"(?<![^\W\d_])(?<!\\)(?!(?:{_NAMES}|[A-Z]{{3,4}})(?![^\W\d_]))[^\W\d_]{{3}}"
    r"|(?<=[^\s=+*/<>×·÷−-])[ \t]+[^\W\d_]{2}(?![^\W\d_])"
)
"""A word of prose: three letters, or two behind a space that no sign stands before."""
_CURRENCY = r"(?<![^\W_])(?:US|USD|CAD|AUD|AU|NZ|NZD|CA|HK|SG|NT|TT|EC|BZ)\$|/[ACRSZ]\$"
"""What ends in the sign of another currency: `5/US$`."""
AMOUNT = (
    rf"[.\d][^\\$\n]*?(?:[£€¥]|{_WORD})|[.\d][^$\n]*?(?:{_CURRENCY})"
    r"|\d[\d.,]*(?:[ \t]?[-–—][ \t]?|,[ \t])\d[\d.,]*\$|[.\d][^$\n]*\([^()$\n]*\$"
)
"""What begins with a digit and goes on as no formula does: `10 = £8`, `5 a head`, `5-10`, `5 (`."""
MONEY = (
    rf"[.\d][^\\$\n]*?(?:[£€¥]|\b(?:US|[ACRS])\$)|[.\d][^$\n]*?(?:{_CURRENCY})"
    rf"|[.\d][^$\n]*?[-–/(,;:]\$|[.\d][^\\$\n]*?(?:{_WORD})[^\\$\n]*[\s(]\d[\d.,]*\$"
)
"""What can be nothing but an amount."""
_SIGN = rf"(?=[^$\n]*[\\^_=+<>{{}}]){_INSIDE}+"
"""What has a sign of a formula in it; `$5 and $10` has none."""
_TERSE = (
    rf"[−×÷±·-]|(?![/.,;:!)%])(?![^$\n]*?(?:[\"“”?@&#`;~£€¥]|{_WORD}))(?=[^$\n]*[^\W_])[^$\n]{{1,100}}(?<![/({{,;:–-])"
)
"""What has none, and no words either: `n`, `2x`, `f(x)`, `n!`, `P(A|B)`, `-1`, `x, y`, `2:1`."""
_LINES = rf"(?!\d)(?=[^$\n]*\n(?!\s*\n)[^$\n]*\$)(?=[^$]*?(?:\\[A-Za-z]{{2}}|[\^_=])){_INSIDE}+\n{_INSIDE}+"
"""A formula whose line was broken."""
_SURE = r"[^$\n]*[\\^_=]|[ \t][A-Za-z][ \t]\$"
"""What stands behind two dollars and a space in a formula; `$$ to $$$` are prices."""
_BEGIN, _END = r"(?<![A-Za-z\d_$\\])", r"(?!\d|[$_]|(?!(?:th|st|nd|rd|s)\b)[A-Za-z])"
"""What does not stand beside a formula: `US$5`; but “the $n$th”, and letters that are written without spaces."""
FORMULA = rare_pattern(
    rf"(?<![\w$\\])\$`(?P<ticked>[^`$\n]+)`\$(?![\w$])"
    rf"|(?<![$\\])\$\$(?=\S|{_SURE})(?P<large>{_SIGN}|[ \t]?(?:{_TERSE})[ \t]?)(?<!\\)\$\$(?!\$)"
    rf"|{_BEGIN}\$(?=[^\s$])(?!{AMOUNT})(?P<small>{_SIGN}|{_TERSE}|{_LINES})(?<![\s\\])\${_END}"
)
"""A formula among words: `$x^2$`, `$$x^2$$`, or with backticks inside of the dollars as GitLab has it."""
DOUBTFUL = (
    rf"{_BEGIN}\$(?=[^\s$])(?!{MONEY})(?P<words>[^$\n]{{1,400}})(?<![\s\\])\$(?![A-Za-z\d_$])"
    r"|(?<![$\\])\$(?=[^\s$])(?:(?=[^$\n]*\\[A-Za-z]{2})|(?!\d[^\\$\n]*\$)(?=[^$\n]*[\^_])(?![^$\n]*\$\d))"
    r"[^$\n]{1,400}(?<![\s\\])\$(?!\$)"
    r"|(?<![$\\])\$\$(?=[^\s$])[^$\n]{1,400}(?<![\s\\])\$\$(?!\$)"
)
"""What its dollars make a formula in other tools, and its words do not; or a formula with letters beside it."""


_OPEN = r"(?!\\[)\]])"
SHORT = (
    rf"(?=(?:{_OPEN}[^\n])*?(?:(?<![^\W\d_])[A-Za-z](?![^\W\d_])|-\d))"
    rf"(?:{_OPEN}(?!{_WORD})[^\n$\"“”?@&#`;~£€¥]){{1,100}}"
)
"""What is as short between the brackets of LaTeX."""


def bare(tex: str) -> str:
    """A formula without its dollars, and without the backticks inside of them."""
    width = 2 if tex.startswith(("$$", "$`")) else 1
    return tex[width:-width]
