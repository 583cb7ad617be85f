"""Braces that were meant and are none: `[words=100]`, `#my-id`, `(#my-id)`, or one that is never closed."""

import re

from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line

_ID = r"#[a-z][\w-]*"
_OPTION = r"(?:id|lang|words|weight|attempts|privacy)\s*[=:]\s*[\"“”'‘’]?[\w.-]+[\"“”'‘’]?"
_NEAR_ID = re.compile(rf"(?<!\])\({_ID}\)?$|(?<=\s)(?:\[{_ID}\]|{_ID}\}})$")
_BARE_ID = re.compile(rf"(?<=\s){_ID}$")
# These two are compiled when a line has signs of one, as few have.
_OPTIONS = rf"(?<=\s)(?:\[\s*{_OPTION}[^\[\]]*\]|\(\s*{_OPTION}[^()]*\)|(?:{_ID}\s+)?{_OPTION}\}}?)$"
_OPENED = rf"(?<!\\)\{{\s*(?:#[\w -]*|{_OPTION})(?:\s+{_OPTION})*\s*$"
_ENDS = ("]", ")", "}")


def note_near_braces(line: Line, heading: bool, context: Context) -> None:
    """Told at the end of a heading, or of the last line of a paragraph."""
    text = line.text
    if (
        "{" in text
        and text[-1] != "}"
        and (found := re.search(_OPENED, text))
        and text[: found.start()].count("`") % 2 == 0
    ):
        _fault(line, found, "the closing } of these braces is missing", "", context)
    elif heading and (found := _at_last_hash(_NEAR_ID, text)) and not (found[0][0] == "#" and "{" in text):
        _fault(line, found, "an id stands between braces", "", context)
    elif heading and (found := _at_last_hash(_BARE_ID, text)):
        _fault(line, found, "an id stands between braces", f" . For the sign itself, write \\{found[0]}", context)
    elif "{" not in text and ("=" in text or text.endswith(_ENDS)) and (found := re.search(_OPTIONS, text)):
        _option(line, found, heading, context)


def _at_last_hash(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """An id at the end of a line: it begins with the last # in it, or with the bracket before that."""
    at = text.rfind("#")
    return pattern.search(text, max(0, at - 1)) if at >= 0 else None


def _option(line: Line, found: re.Match[str], heading: bool, context: Context) -> None:
    if heading:
        _fault(line, found, "the options of a heading stand between braces", "", context)
    elif found[0].lstrip("[( ").startswith("lang"):
        _fault(line, found, "the language of a paragraph stands between braces", "", context)


def _fault(line: Line, found: re.Match[str], message: str, more: str, context: Context) -> None:
    inside = found[0].strip("[]{}() \t")
    meant = " ".join(re.sub(r"\s*[=:]\s*", "=", inside).split())
    hint = f"Write {{{meant}}}{more}"
    fix = (found[0], f"{{{meant}}}")
    context.fault("STR-018", line.place(found.start()), message, hint, len(found[0]), fix)
