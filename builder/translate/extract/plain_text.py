"""Text without markup -> words, with variables as the only codes."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from html.entities import html5

from builder.model.content.dollars import FORMULA
from builder.translate.segment import Code, Token, Tokens, Written, joined, trimmed

VARIABLE = re.compile(r"(?<!\\)\{\{[^{}\n]*\}\}")
"""A variable in a text."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain_words(text: str) -> str:
    """Words without backslashes and entities, on one line."""
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: match[1] if match[1] != "&" else "\0", text)
    if "&" in text:
        text = _ENTITY.sub(lambda m: unescape(m[0]) if m[0][1] == "#" or m[0][1:] in html5 else m[0], text)
    return re.sub(r"[ \t]*\n[ \t]*|[ \t]{2,}", " ", text.replace("\0", "&"))


Parts = Callable[[str], Written]
"""A formula -> its signs, with the segments of its words among them."""


def plain_tokens(text: str, codes: list[Code], parts: Parts | None = None) -> Iterator[Token]:
    """Tokens of a text in which variables are the only codes, and formulas where they are read, of which `parts` gives those."""
    at = 0
    found = [("variable", match) for match in VARIABLE.finditer(text)]
    found += [("formula", match) for match in (FORMULA.finditer(text) if parts else ())]
    for kind, match in sorted(found, key=lambda one: one[1].start()):
        if match.start() < at:
            continue
        yield Token("words", text[at : match.start()].replace("\\{", "{"))
        codes.append(Code(kind, parts(match[0]) if parts and kind == "formula" else (match[0],)))
        yield Token("mark", number=len(codes))
        at = match.end()
    yield Token("words", text[at:].replace("\\{", "{"))


def settings_tokens(text: str, parts: Parts | None = None) -> tuple[Tokens, tuple[Code, ...]]:
    """Tokens and codes of the value of a setting; of an attribute in which formulas are read, with their `parts`."""
    codes: list[Code] = []
    return trimmed(joined(tuple(plain_tokens(text, codes, parts)))), tuple(codes)
