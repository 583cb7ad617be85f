"""Signs of markdown and HTML in titles and other settings, in which no sign is read.

They are looked for in the line as it was typed: nothing in it is hidden from learners.
"""

from dataclasses import replace

from builder.check.foreign.sign import Sign, sign

_NAMES = (
    r"amp|lt|gt|quot|apos|nbsp|ensp|emsp|thinsp|shy|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|caron)|[mn]dash|[lr][sd]quo"
    r"|[lr]aquo|hellip|pound|euro|yen|cent|copy|reg|trade|deg|times|middot|bull|sect|para|plusmn|minus|[lr]arr|szlig|[aoAO][eE]lig|[oO]slash"
    r"|frac\d\d|sup\d|zwn?j|[lr]rm"
)
_TAGS = r"a|abbr|b|big|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|q|s|small|span|strike|strong|sub|sup|tt|u|ul"
_PLAIN = "Titles, captions of pictures and settings are plain words, without signs of markdown or HTML"


def _sign(tool: str, mark: str, pattern: str, does: str, write: str, fix: str = "", *, sure: bool = True) -> Sign:
    return replace(sign(tool, mark, pattern, does, write, fix, sure=sure), kinds=frozenset({"setting"}))


SETTINGS: tuple[Sign, ...] = (
    _sign(
        "HTML",
        "&",
        rf"(?<!\w)&(?:amp;)?(?:(?:{_NAMES})|#\d{{1,6}}|#[xX][0-9A-Fa-f]{{1,5}});|(?<=\w)&(?:(?:{_NAMES})|#\d{{1,6}}|#[xX][0-9A-Fa-f]{{1,5}});",
        "stands for a character",
        "Type the character itself: {character}",
        "{character}",
    ),
    _sign(
        "HTML", "<", rf"</?(?:{_TAGS})(?:\s[^<>\n]*)?/?>", "is about looks", f"{_PLAIN}: delete it, and keep the words"
    ),
    _sign("markdown", "<", r"<(?:https?://|mailto:)[^<>\s]+>", "is a link", f"{_PLAIN}: write the address alone"),
    _sign(
        "markdown",
        "*",
        r"(?<![\w*\\])\*(?=[^\s*])(?P<words>[^*\n]*[^\s*])\*(?![\w*])",
        "makes words italic",
        f"{_PLAIN}. Write: {{words}}",
        "{words}",
    ),
    _sign(
        "markdown",
        "_",
        r"(?<![\w_\\])_(?=[^\s_])(?P<words>[^_\n]*[^\s_])_(?![\w_])",
        "makes words italic",
        f"{_PLAIN}. Write: {{words}}",
        "{words}",
    ),
    _sign("markdown", "~~", r"~~(?=\S)[^~\n]+~~", "strikes words", f"{_PLAIN}: delete it"),
    _sign("markdown", "# ", r"^[\"']?#{1,6}[ \t]+(?=\S)", "begins a heading", f"{_PLAIN}: delete it"),
    _sign(
        "markdown",
        "\\",
        r"\\(?:[-!#$%&'()*+,.:;<=>?@\[\]^_`|}~]|\{(?!\{))",
        "shows the sign behind it",
        f"{_PLAIN}: delete the backslash",
    ),
)
"""Rows for settings alone."""
