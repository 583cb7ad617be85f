"""Checks of scripts: addresses of other hosts in them."""

import re
from collections.abc import Iterator

from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.verify.finding import found

_NAMES = r"www\.w3\.org/|schemas\.openxmlformats\.org/|schemas\.microsoft\.com/office/|purl\.org/dc/elements/"
_SIGN = re.compile("://")
_SCHEME, _LONGEST_NAME = len("https"), 60
"""Characters before and behind the sign that say whether an address or the name of a namespace has it."""
_HOST = rare_pattern(rf"(?:https?|wss?)://(?!{_NAMES})[^\s\"'`<>)\\]*", re.IGNORECASE)
# Enough of ECMAScript's lexical grammar to know a comment from a string that holds `//` and from a regular
# expression that holds a quote. What is not closed ends with its line, so that no text makes the search start over
# and over. Where the grammar errs, an address in a comment is reported too, as a warning.
_ESCAPE = r"\\(?:.|\Z)"
_TOKEN = rare_pattern(
    rf"""(?P<comment> //[^\n]*+ | /\*.*?(?:\*/|\Z) )
    | "(?:[^"\\\n]++|{_ESCAPE})*+(?:"|\n|\Z) | '(?:[^'\\\n]++|{_ESCAPE})*+(?:'|\n|\Z)
    | `(?:[^`\\]++|{_ESCAPE})*+(?:`|\Z)
    | (?<=[=(,:\[!&|?{{}};+])\s*+/(?![*/])
      (?:[^/\\\[\n]++|{_ESCAPE}|\[(?:[^\]\\\n]++|{_ESCAPE})*+(?:]|\n|\Z))++(?:/|\n|\Z)""",
    re.VERBOSE | re.DOTALL,
)


def verify_script(name: str, content: bytes) -> Iterator[Diagnostic]:
    """Every absolute address outside comments; names of namespaces of W3C, of Word and of Dublin Core are no addresses."""
    text = content.decode("utf-8", "replace")
    if not _may_hold_host(text):
        return
    code = _TOKEN.sub(_without_comment, text)
    line, counted = 1, 0
    for host in _HOST.finditer(code):
        line, counted = line + code.count("\n", counted, host.start()), host.start()
        hint = "Take it out; if it is only told to people, put it into a comment or into the page."
        yield found("WEB-021", name, f"the script holds the address {host[0]}", hint, line)


def _may_hold_host(text: str) -> bool:
    """Whether there is an address, in a comment or not. Looked for where `://` stands, which takes a fiftieth of the time."""
    places = (sign.start() for sign in _SIGN.finditer(text))
    return any(_HOST.search(text, max(0, place - _SCHEME), place + _LONGEST_NAME) for place in places)


def _without_comment(token: re.Match[str]) -> str:
    return "\n" * token[0].count("\n") if token["comment"] else token[0]
