"""Which HTML elements may stand among words (HTML 3.2.5.2.5, phrasing content)."""

ALLOWED = frozenset(
    [
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
"""HTML elements that markdown has no sign for and that carry no behaviour."""
EMPTY = frozenset({"br", "wbr"})
"""Those that hold nothing (HTML 13.1.2, void elements)."""
WITH_AN_END = ALLOWED - EMPTY - {"rp", "rt"}
"""Those whose end nobody may leave out (HTML 13.1.2.4)."""
