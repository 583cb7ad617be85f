"""The author's titles, as a manifest can hold them."""

import re

TITLE_LIMIT = 200
"""Characters that a title may have (`title` of 1.2: XSD maxLength; 2004: smallest permitted maximum)."""
VERSION_LIMIT = 20
"""Characters that `manifest/@version` may have."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 document can hold, not even escaped (production 2, `Char`)."""


def plain(text: str) -> str:
    """Give the text on one line, without characters that XML cannot hold."""
    return " ".join(FORBIDDEN.sub("", text).split())


def shorten(text: str, limit: int = TITLE_LIMIT) -> str:
    """Give plain text of at most `limit` characters; longer text ends at a whole word, with an ellipsis."""
    line = plain(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    if line[limit - 1] != " " and " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(" ,;:.-\N{EN DASH}\N{EM DASH}") + "\N{HORIZONTAL ELLIPSIS}"
