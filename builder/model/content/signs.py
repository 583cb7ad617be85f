"""How words that stand out, low or high are written: `==words==`, `H~2~O`, `x^2^`, as Pandoc and MkDocs have it.

Only what can be nothing else is read: `a == b`, `~5 minutes`, `2^10` and `~/notes` stay as they are.
"""

SIGNED = {
    "mark": r"(?<![=\w{])==(?P<words>[^\s=](?:[^=\n]*[^\s=])?)==(?![=\w}])",
    "sub": r"(?<=[A-Za-z)\]])~(?P<words>[\w+-]{1,8})~(?![~\d])",
    "sup": r"(?<=[\w)\]])\^(?P<words>[\w+,.−-]{1,12})\^(?![\^\d])",
}
"""The element of HTML -> its signs, with the words between them."""
