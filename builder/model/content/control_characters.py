"""Characters that nobody sees and that do something: controls of terminals, and those that turn words round."""

import re

from builder.model.rare_pattern import rare_pattern

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff"
"""C0 without tab and line end, DEL and C1, and what XML cannot hold (XML 1.0, 2.2)."""
ODD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""Spaces of other kinds than the one that is typed, as a class of a pattern."""
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff"
"""Signs without a width, as a class of a pattern: beside a sign of markdown they mean nothing."""
NOTHING = "\u180e\u200b\u2060\ufeff"
"""Those of them that part or join nothing at either end of a line, and are no part of a word there: a source lacks them.

Byte order marks stand inside a file that was joined of several.
"""
LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Those that end a line in word processors and in YAML: words on either side are two."""
_TURNS = r"\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates (Unicode 9, 2.1 to 2.5): what follows is shown in another order than it is stored."""

_CONTROL = re.compile(f"[{_CONTROLS}{_TURNS}\u2028\u2029]")
"""One of them. Marks of direction (U+200E, U+200F) and joiners are letters of their scripts' spelling, and may stay."""
_ISOLATES, _CLOSING = "\u2066\u2067\u2068", "\u2069"
"""What sets a name of another direction apart, and what ends it."""

ENTITY = rare_pattern(r"&#(?:[xX]0*(?:202[a-eA-E]|206[6-9])|0*(?:823[4-8]|829[4-7]));")
"""One that turns words round, written as an entity; HTML drops the others."""

_NOT_SHOWN = re.compile(f"[{_CONTROLS}{_TURNS}\u2028\u2029\ud800-\udfff]")


def refused(line: str) -> re.Match[str] | None:
    """The first character of a line that cannot stay.

    Isolates that are closed on the same line stay: phones put them round names, and authors of Arabic and Hebrew need
    them. Nothing outside a closed pair is turned round (Unicode 9, 3.3.2).
    """
    opened: list[re.Match[str]] = []
    for found in _CONTROL.finditer(line):
        if found[0] in _ISOLATES:
            opened.append(found)
        elif found[0] == _CLOSING and opened:
            opened.pop()
        else:
            return min([found, *opened[:1]], key=re.Match.start)
    return opened[0] if opened else None


def without_refused(line: str) -> str:
    """A line as it is once each character that cannot stay is deleted, or has become a space between words."""
    while found := refused(line):
        before, behind = line[: found.start()], line[found.end() :]
        line = before + (" " if found[0] in LINE_ENDS and before.strip() and behind.strip() else "") + behind
    return line


def shown(text: str) -> str:
    """A text as a terminal may have it: a picture of each control character in its place, of the same width."""
    return _NOT_SHOWN.sub(_picture, text) if not text.isprintable() else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"


def message_of(character: str) -> tuple[str, str]:
    """Message and hint for a character that cannot stay."""
    code = f"U+{ord(character):04X}"
    if character in _ISOLATES + _CLOSING:
        half = "begins" if character in _ISOLATES else "ends"
        other = "ends" if character in _ISOLATES else "begins"
        return (
            f"an invisible character here {half} words of another direction ({code}), and none on this line {other} them",
            "Delete it. Words that run the other way have their language behind them: [words]{lang=ar}",
        )
    if re.match(f"[{_TURNS}]", character):
        return (
            f"there is an invisible character here that turns words round ({code})",
            "Delete it. Words that run the other way have their language behind them: [words]{lang=ar}",
        )
    if character in LINE_ENDS:
        return (
            f"there is an invisible line end here ({code})",
            "Delete it, and put a space or a new line in its place.",
        )
    return (
        f"there is an invisible control character here ({code})",
        "Delete it: browsers and the manifest of the package cannot hold it.",
    )
