"""How words that stand out, low or high are written: `==words==`, `H~2~O`, `x^2^`, as Pandoc and MkDocs have it.

Only what can be nothing else is read: `a == b`, `~5 minutes`, `2^10` and `~/notes` stay as they are.
"""

_LETTER = r"(?<!\d)(?<=[^\x04-@\[\\^-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u2bff\u3000-\u303f]|[)\]^*])"
"""A letter of any script stands before, with what is written above or below it; or a bracket, or another such sign."""
_WITHIN = r"[\w+(),.*′−-]|[^\x00-\u02ff\u2000-\u2bff\u3000-\u303f\s]"
"""Letters, digits and signs of charges, powers and states."""

_SPACELESS = r"(?<=[\u0590-\u1fff\u2e80-\U0010ffff])"
"""A letter of a script in which words may stand side by side, or take a particle, stands before."""

LOW = rf"{_LETTER}~(?P<words>(?:{_WITHIN}){{1,8}})~(?![~\d])"
HIGH = rf"(?:(?<=[^\W_])|{_LETTER}|(?<=[~_])|(?<![^\s(])(?=\^\d{{1,3}}m?\^[A-Z]))\^(?P<words>(?:{_WITHIN}){{1,12}})\^(?![\^\d])"
SIGNED = {
    "mark": rf"(?:(?<![=\w{{])|{_SPACELESS})==(?P<words>[^\s=](?:[^=\n]*[^\s=])?)==(?:(?![=\w}}])|(?=[\u0590-\u1fff\u2e80-\U0010ffff]))",
    "sub": LOW,
    "sup": HIGH,
}
"""The element of HTML -> its signs, with the words between them."""
UNREAD = {
    "sub": rf"(?!{LOW.replace('?P<words>', '')})(?<=[^\W\d_]|[)\]])~(?=[^\s~])(?P<words>[^\s~\"\[\]]{{1,60}})~(?![~/])",
    "sup": rf"(?!{HIGH.replace('?P<words>', '')})(?:(?<=[^\s^\\])|(?<![^\s(])(?=\^[^\W_]{{1,12}}\^))"
    r"\^(?=[^\s^\[\ufffc\uffff])(?P<words>[^\s^\"\[\]]{1,60})\^(?!\^)(?!(?<=\d\^)\d)",
}
"""The same where the words are too long for it, or a digit stands behind."""
