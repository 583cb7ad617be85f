"""Quotes, dashes and ellipses as a printer sets them."""

import re

from builder.model.content import Said, language_of
from builder.model.rare_pattern import rare_pattern

_OPENING = rare_pattern(r"""(^|[\s(\[{\u2013\u2014/\u00a0“‘„‚«‹\u202f])(["'])(?=\S)""")
_THIN = "\u202f"
"""A narrow no-break space, as French has it inside its quotes."""
_ENGLISH = ("“", "”", "‘", "’")
_GERMAN = ("„", "“", "‚", "‘")
_GUILLEMETS = ("«", "»", "“", "”")
_LOW = ("„", "”", "‚", "’")
_QUOTES = {
    **dict.fromkeys(["en", "cy", "ga", "gd", "kw", "ko", "th", "tr"], _ENGLISH),
    **dict.fromkeys(["de", "cs", "sk", "sl", "bg", "is", "et", "lt"], _GERMAN),
    **dict.fromkeys(["es", "it", "pt", "ca", "gl", "eu", "el", "no", "nb", "nn", "fa"], _GUILLEMETS),
    **dict.fromkeys(["uk", "ru", "be"], ("«", "»", "„", "“")),
    **dict.fromkeys(["pl", "ro", "hu", "hr", "sr", "bs"], _LOW),
    **dict.fromkeys(["sv", "fi"], ("”", "”", "’", "’")),
    "nl": _ENGLISH,
    "fr": (f"«{_THIN}", f"{_THIN}»", "“", "”"),
}
"""Language -> its quotes: outer ones before and behind, inner ones before and behind (CLDR, delimiters)."""
_FEET = rare_pattern(r"(?<=\d)'(\d{1,2})\"")
_OPENED = rare_pattern(r"""[“„«‘‚]|(?:^|[\s(\[{\u2013\u2014/\u00a0])["'](?=\S)""")
_PRIMES = rare_pattern(r"""(?<=[\d¼-¾⅐-⅞])(?<!'\d)(?<!'\d\d)(?<!'\d{3})(["'])(?=[\s\u00a0,.;:)×-]|$)""")
"""Inches and feet, minutes and seconds of arc: `12" x 8"`, `5' 10"`."""
_DROPPED = rare_pattern(r"(^|[^\w’'])'(?=(?:\d\ds?|tis|twas|twere|twill|twould|em|til)\b)", re.I)
"""An apostrophe for letters that are left out at the beginning of a word."""
_DROPPED_IN_WELSH = rare_pattern(
    r"(^|[^\w’'])'(?=(?:sgol|stafell|steddfod|sgidiau|sgwrs|dw|dwi|rwy|ro|roedd|oes|mond|chos|nawr|nôl|lly|fyd|run|rhen|na|ma|di|smo|sdim)\b(?!'))",
    re.I,
)
"""The same in Welsh, where most of them are vowels: a dropped `y` before `sgol`."""
_OPTION = rare_pattern(
    r"(?<![^\s\u00a0(\[/|“‘\"'])(?:--(?=\s+--[a-z])|--(?=[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:[\s=.,;:?!/|)\]”’\"']|$)))"
)
_DECREMENT = rare_pattern(r"[A-Za-z]\w{0,2}--")
"""A whole option or cell such as `i--`."""
_CLOSES = rare_pattern(r"\w--(?![-\w])")
_AND = rare_pattern(r"(?<=[\s\u00a0])'([nN])'(?=[\s\u00a0])|(?<=\w)'([nN])'(?=\w)")


def typeset_setting(text: str, language: str) -> str:
    """The same for words of a setting in a file in `language`; those that say their language keep it."""
    own = language_of(text)
    return Said(typeset(str(text), own), own) if own else typeset(text, language)


def typeset(text: str, language: str = "en", before: str = "") -> str:
    """Straight quotes become those of the language, `--` a dash, `...` an ellipsis.

    `before` is the character in front of the text. Quotes are left alone in languages whose own are not known here.
    Apostrophes in words are curly in all of them.
    """
    if not ("'" in text or '"' in text or "--" in text or "..." in text):
        return text
    if "--" in text:
        text = _dashed(text, before)
    text = text.replace("...", "…")
    quotes = _QUOTES.get(language.lower().partition("-")[0])
    if quotes is None or not ("'" in text or '"' in text):
        return text
    text = _FEET.sub(r"′\1″", text)
    if not before and not _OPENED.search(text):  # where a quotation is open, its end may stand behind a number
        text = _PRIMES.sub(lambda found: "″" if found[1] == '"' else "′", text)
    if quotes is _ENGLISH:
        if language[:2].lower() == "cy":
            text = _DROPPED_IN_WELSH.sub(r"\1’", text)
        text = _AND.sub(lambda found: f"’{found[1] or found[2]}’", _DROPPED.sub(r"\1’", text))
    joined = before + text
    for _ in range(2):  # one quote may stand directly behind another
        joined = _OPENING.sub(lambda found: found[1] + (quotes[0] if found[2] == '"' else quotes[2]), joined)
    joined = re.sub(r"(?<=\w)'(?=\w)", "’", joined).replace('"', quotes[1])
    closing = quotes[3] if quotes[2] in joined else "’"
    return joined.replace("'", closing)[len(before) :]


def _dashed(text: str, before: str) -> str:
    """`---` and `--` as dashes; an option of a command keeps its hyphens: `ls --color`, but not `a man --and a child-- rang`."""
    if _DECREMENT.fullmatch(text.strip()):
        return text
    text = text.replace("---", "—")
    if not _CLOSES.search(text):
        pieces = _OPTION.split(before + text)
        joined = "--".join(piece.replace("--", "–") for piece in pieces)
        return joined[len(before) :]
    return text.replace("--", "–")
