"""Formulas among words are taken out before anything else is looked for: their signs mean nothing else."""

import re
from collections.abc import Callable

from builder.model.content.dollars import FORMULA
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.inline_parser.verbatim import code_end, verbatim_at

_SIGNS = rare_pattern(r"[\\`<&$]|\]\(")
_ADDRESS = rare_pattern(r"\]\((?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?")


def without_formulas(text: str, kept: Callable[[str], str]) -> str:
    """The text with what `kept` gives for each formula in its place; code, tags, addresses and titles stay as they are."""
    pieces: list[str] = []
    done = position = 0
    while sign := _SIGNS.search(text, position):
        start, position = sign.start(), sign.end()
        if sign[0] == "$":
            if found := FORMULA.match(text, start):
                pieces += [text[done:start], kept(found[0])]
                done = position = found.end()
            continue
        position = _behind(text, start) or position
    return "".join([*pieces, text[done:]])


def _behind(text: str, start: int) -> int | None:
    """Where an address, code or a tag ends that begins here."""
    if text[start] == "]":
        found: re.Match[str] | None = _ADDRESS.match(text, start)
        return found.end() if found else None
    found = verbatim_at(text, start)
    if found is None:
        return None
    return (code_end(text, found) if found["ticks"] else None) or found.end()
