"""Code with its words told apart: keywords, texts, numbers and comments, by Pygments. Colours are in the style sheet."""

from html import escape
from typing import Any

LONGEST = 20_000
"""Characters of a block of code that get colours; longer ones are plain."""
_PLAIN = frozenset({"text", "txt", "plain", "plaintext", "output", "console", "none", "math"})
_WHOLE = (("c", "Comment"), ("s", "Literal.String"), ("n", "Literal.Number"), ("k", "Keyword"), ("k", "Name.Tag"))
"""The class in the page -> the token of Pygments. Generic tokens, such as lines of a diff, keep their signs and need none."""


def coloured(code: str, language: str) -> str:
    """The code as HTML; plain when the language is not known."""
    if not language or language.lower() in _PLAIN or len(code) > LONGEST:
        return escape(code, quote=False)
    from pygments.lexers import get_lexer_by_name  # only here: most courses have no code
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(code, quote=False)
    written: list[tuple[str, str]] = []
    for token, words in lexer.get_tokens(code):
        name = _class_of(token)
        if written and written[-1][0] == name:
            words = written.pop()[1] + words
        written.append((name, words))
    whole = "".join(words for _, words in written)
    return "".join(_span(name, words) for name, words in written) if whole == code else escape(code, quote=False)


def _class_of(token: Any) -> str:
    named = str(token).removeprefix("Token.")
    return next((short for short, kind in _WHOLE if named.startswith(kind)), "")


def _span(name: str, words: str) -> str:
    said = escape(words, quote=False)
    return f'<span class="code-{name}">{said}</span>' if name and words.strip() else said
