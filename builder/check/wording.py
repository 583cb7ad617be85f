"""W03 and W20: words that need eyes, and a page in the author's layout, to be understood."""

import re
from collections.abc import Iterator

from builder.check.places import remark
from builder.check.vocabulary import Vocabulary, as_written
from builder.model.diagnostics import Diagnostic

_COLOURS = ("red", "green", "blue", "yellow", "orange", "purple", "pink", "grey")
_THINGS = (
    "box|button|circle|square|triangle|arrow|area|text|words?|bar|row|column|cell|item|icon|dot|label|answer|option"
)
_SHOWN = "table|picture|figure|image|diagram|chart|graph|map|list|button|box|link|film|video|menu|panel|icon"

_PARTS = "section|paragraph|passage|quotation|example|exercise"

_LOOKS = re.compile(
    rf"\b(?:the (?:{'|'.join(_COLOURS)}) (?:{_THINGS})s?\b"
    rf"|(?:shown|marked|highlighted|written|printed|displayed|underlined) in (?:{'|'.join(_COLOURS)})\b"
    r"|the (?:round|square|circular|triangular|oval) (?:button|box|icon|shape|symbol)s?\b"
    rf"|the (?:{_SHOWN})s? (?:on|at|to) the (?:left|right)\b"
    r"|(?:left|right)-hand (?:side|column|menu|corner|box|panel)\b"
    r"|(?:top|bottom)[ -](?:left|right)\b"
    r"|(?:on|to) the (?:far )?(?:left|right) of the (?:page|screen|picture|image|table|chart|diagram|map)\b)",
    re.IGNORECASE,
)
_NEAR = re.compile(
    rf"\b(?:see (?:also )?(?:\w+ ){{0,3}}?(?:above|below)"
    r"|(?:shown|listed|described|mentioned|given|named|noted|outlined|discussed|explained) (?:above|below)"
    rf"|the (?:{_SHOWN}|{_PARTS})s? (?:above|below))\b",
    re.IGNORECASE,
)

_SHAPES = ("round", "square", "circular", "triangular", "oval")
_PLACES = (
    "left",
    "right",
    "above",
    "below",
    "left-hand",
    "right-hand",
    *(f"{y}-{x}" for y in ("top", "bottom") for x in ("left", "right")),
)

TRIGGERS = as_written((*_COLOURS, *_SHAPES, *_PLACES))
"""Words without which neither rule can break."""


def check_wording(words: Vocabulary) -> Iterator[Diagnostic]:
    """Words about colour, shape or position alone, and `see below`."""
    if words.language != "en" or TRIGGERS.isdisjoint(words.counts):
        return
    for passage in words.passages:
        if match := _LOOKS.search(passage.text):
            message = f"“{match[0]}” can be found by its look only"
            hint = "Name it too: “the box Next steps, on the right”."
            yield remark("W03", words.module, passage, match[0], message, hint)
        if match := _NEAR.search(passage.text):
            message = f"“{match[0]}” says where on the page, and not what"
            hint = "Name what you mean and link to it: see [the six stages](#six-stages)."
            yield remark("W20", words.module, passage, match[0], message, hint)
