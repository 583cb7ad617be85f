"""Quotes, dashes and ellipses as a printer sets them."""

import re

_OPENING = re.compile(r"""(^|[\s(\[{\u2013\u2014/\u00a0“‘])(["'])(?=\S)""")
_QUOTED_LANGUAGES = ("en", "cy", "ga", "gd")


def typeset(text: str, language: str = "en", before: str = "") -> str:
    """Straight quotes become curly, `--` a dash, `...` an ellipsis.

    `before` is the character in front of the text. Quotes are left alone in languages that set them otherwise than
    British English does.
    """
    if not ("'" in text or '"' in text or "--" in text or "..." in text):
        return text
    text = text.replace("---", "—").replace("--", "–").replace("...", "…")
    if not language.lower().startswith(_QUOTED_LANGUAGES):
        return text
    text = re.sub(r"(^|\W)'(?=\d\ds?\b|tis\b|twas\b)", r"\1’", text)
    joined = before + text
    joined = _OPENING.sub(_open, joined)
    joined = _OPENING.sub(_open, joined)
    joined = joined.replace('"', "”").replace("'", "’")
    return joined[len(before) :]


def _open(match: re.Match[str]) -> str:
    return match[1] + ("“" if match[2] == '"' else "‘")
