"""Paragraphs of a glossary that were meant as a term with its definition, and are none."""

import re

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node

_TERM = r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3}"
_NO_TERM = (
    r"(?:please )?note|nb|tip|sources?|see(?: also)?|important|remember|(?:for )?example"
    r"|glossary|warning|languages?|references?|(?:further )?reading"
    r"|(?:the|these|this|those|here|all|some|in|on|how|our)\b.*"
)
"""What the words above a list of terms may begin with, before a colon."""
_ENTRY = rare_pattern(
    rf"(?![*_]*(?:{_NO_TERM})[*_]*:)[*_]{{0,3}}(?P<term>{_TERM})(?:[*_]{{1,3}}:|:[*_]{{0,3}})[ \t]+(?=[^\W_])",
    re.IGNORECASE,
)
"""A term with its definition on one line."""
_DASHED = rare_pattern(
    rf"(?!(?:{_NO_TERM})[ \t])(?P<term>{_TERM})[ \t]+(?P<sign>[-–—−=])[ \t]+(?=[^\W\d_])", re.IGNORECASE
)
"""A term with its definition behind a dash, where a sentence may go on too, though with a small letter."""
_FORMS = rare_pattern(rf"{_TERM}(?:[ \t]*\|[ \t]*{_TERM})*[ \t]*$")
"""A term with its forms, and nothing else."""
_SIGN = rare_pattern(r"(?:=>|->|[=：﹕꞉;；–—−»＞])[ \t]*(?=[^\W_])")
"""What was meant as the colon that a definition begins with."""


def note_near_term(node: Node, context: Context) -> bool:
    """Report terms and definitions that a paragraph was meant as; gives whether there are any."""
    if _ENTRY.match(node.lines[0].text):
        for line in node.lines:
            if entry := _ENTRY.match(line.text):
                hint = f" . For ordinary words, write {_bare(entry)}\\:"
                _one_line(line, entry, hint, context)
        return True
    if _FORMS.match(node.lines[0].text):
        return _below(node.lines[0], node.lines[1] if len(node.lines) > 1 else None, context)
    dashed = [(line, match) for line in node.lines if (match := _DASHED.match(line.text)) and _defines(match)]
    if not dashed or dashed[0][0] is not node.lines[0]:
        return False
    for line, match in dashed:
        _one_line(line, match, "", context)
    return True


def _defines(match: re.Match[str]) -> bool:
    return match["sign"] == "=" or match.string[match.end()].isupper()


def _bare(match: re.Match[str]) -> str:
    return match["term"].strip("*_ ")


def _one_line(line: Line, match: re.Match[str], more: str, context: Context) -> None:
    """Report a term with its definition on one line: `Trust: relying on somebody`."""
    message = "a definition stands on the line below its term"
    hint = f"Write two lines: {_bare(match)} and below it : {line.text[match.end() :].strip()[:60]}{more}"
    # A blank line on either side keeps it apart from terms that are written in the same way.
    above, below = ("\n" * bool(line.source.line(line.number + way).strip()) for way in (-1, 1))
    mended = f"{above}{_bare(match)}\n: {line.text[match.end() :].strip()}{below}"
    fix = line.in_line(1).swap(line.typed, mended) if line.column == 1 else None
    context.fault("GLO-001", line.place(), message, hint, len(match[0].rstrip()), fix)


def _below(term: Line, meaning: Line | None, context: Context) -> bool:
    """Report a definition that begins with another sign, or of one below a term with its forms that has none."""
    if meaning and (sign := _SIGN.match(meaning.text)):
        message = f"“{sign[0].strip()}” does not begin a definition"
        hint = f"Write: : {meaning.text[sign.end() :].strip()[:60]}"
        context.fault("GLO-001", meaning.place(), message, hint, len(sign[0].rstrip()), (sign[0], ": "))
    elif "|" not in term.text:
        return False
    elif meaning:
        message = "this definition has no colon before it"
        hint = f"Write: : {meaning.text.strip()[:60]}"
        context.fault("GLO-001", meaning.place(), message, hint, fix=("", ": "))
    else:
        message = "this term has no definition on the line below it"
        context.fault("GLO-001", term.place(), message, "Write below it: : what it means")
    return True
