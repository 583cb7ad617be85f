"""JavaScript taken apart into the signs that it is written with, as far as our own run-time uses them (ECMA-262, clause 12)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LEXEME = re.compile(
    r"""
    (?P<space> \s+ )
    | (?P<text> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' )
    | (?P<number> (?:0[xob])?\d[\w.]* )
    | (?P<private> \#[A-Za-z_$][\w$]* )
    | (?P<name> [A-Za-z_$][\w$]* )
    | (?P<sign> => | \.\.\. | \?\.(?!\d) | . )
    """,
    re.VERBOSE,
)
PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
BEFORE_PATTERN = frozenset(["=", "=>", "(", ",", ":", "!", "&", "|", "?", "{", "}", ";", "[", "return"]) | {""}
"""After these a slash begins a regular expression; after all else it divides."""
CHUNK = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(?:\$\{|`)", re.DOTALL)
"""Words of a template, up to its next expression or to its end."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One sign of a script."""

    kind: str
    """`space`, `text`, `number`, `private`, `name` or `sign`."""
    text: str
    """As it is written."""


def lexemes(code: str) -> Iterator[Lexeme]:
    """The signs of a script without comments, in order; together they are the script.

    Regular expressions and the words of templates are `text`; what stands in a template's braces is taken apart as well.
    """
    at, last = 0, ""
    templates: list[int] = []
    """For each template that is open: how many braces are, in its expression."""
    while found := LEXEME.match(code, at):
        kind, text = found.lastgroup or "", found[0]
        if text == "/" and last in BEFORE_PATTERN and (pattern := PATTERN.match(code, at)):
            kind, text = "text", pattern[0]
        elif text == "`" or (text == "}" and templates and not templates[-1]):
            if text == "}":
                templates.pop()
            chunk = CHUNK.match(code, at + 1)
            kind, text = "text", text + (chunk[0] if chunk else "")
            if text.endswith("${"):
                templates.append(0)
        elif templates and text in ("{", "}"):
            templates[-1] += 1 if text == "{" else -1
        at += len(text)
        if kind != "space":
            last = text
        yield Lexeme(kind, text)
