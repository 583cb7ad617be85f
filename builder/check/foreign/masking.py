"""Source text in which nothing is left but words and signs: code, comments, addresses and escaped signs are covered."""

import re
from collections.abc import Mapping

from builder.model.content.dollars import FORMULA
from builder.model.rare_pattern import rare_pattern

PLAIN: Mapping[str, str] = {
    "setting": "Titles and other settings are",
    "caption": "The caption of a picture is",
    "tooltip": "What shows at a link or an abbreviation is",
}
"""Kinds of passage in which no sign is read -> how a sentence about them begins."""
COVERED = "\ufffc"
"""Stands for each character of code."""
_NOTHING = "\uffff"
"""Stands for each other character that a learner does not see as it is; no source holds one (STR-024)."""

_HIDDEN = rare_pattern(
    r"\\(?P<escaped>[!-'*-/:-@\\^-`{-~])|(?P<ticks>`+)"
    r"|(?P<hidden><!--(?:.*?-->|.*)|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|</?[A-Za-z][^<>\n]*>)"
    r"|\]\((?P<address>(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*))(?:[ \t]+[\"'][^\n\"']*[\"'])?\)"
    r"|(?P<bare>(?<![\w\[])(?:https?://|www\.|mailto:)[^\s<>\[\])]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]*\w)",
    re.DOTALL,
)
_WITH_FORMULAS = rare_pattern(rf"(?P<formula>{FORMULA.pattern})|(?:{_HIDDEN.pattern})", re.DOTALL)
_SIGNS = ("$", "`", "\\", "<", "@", "](", "://", "www.")
"""Without any of these nothing can be hidden."""
_LINE = re.compile(r"[^\n]")


def masked(text: str, formulas: bool = True, addresses: bool = True) -> str:
    """The same text, as long and with the same line ends, with all that is hidden covered; `formulas` too.

    Without `addresses` those that stand among the words stay: learners see them.
    """
    if not any(sign in text for sign in _SIGNS):
        return text
    pieces: list[str] = []
    unclosed: set[str] = set()
    position = 0
    formulas = formulas and "$" in text
    hidden = _WITH_FORMULAS if formulas else _HIDDEN
    while match := hidden.search(text, position):
        group = "formula" if formulas and match["formula"] else str(match.lastgroup)
        start, end = match.span(group)
        sign = _NOTHING
        if group == "ticks":
            sign, end = COVERED, _code_end(text, match[0], end, unclosed)
        covered = end > match.end("ticks") if group == "ticks" else addresses or group != "bare"
        pieces += [text[position:start], _LINE.sub(sign, text[start:end]) if covered else text[start:end]]
        position = end
    return "".join([*pieces, text[position:]])


def _code_end(text: str, ticks: str, position: int, unclosed: set[str]) -> int:
    """Where code ends that begins with these backticks; `position` when it never does (CommonMark 6.1)."""
    if ticks in unclosed:
        return position
    if closing := re.compile(rf"(?<!`){ticks}(?!`)").search(text, position):
        return closing.end()
    unclosed.add(ticks)
    return position
