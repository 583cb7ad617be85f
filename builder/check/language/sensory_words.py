"""W03 and W20: words that need eyes, and a page in the author's layout, to be understood."""

import re
from collections.abc import Iterator

from builder.check.language.vocabulary import Vocabulary, as_written
from builder.check.places import remark
from builder.model.diagnostics import Diagnostic

_COLOURS = (
    *("red", "green", "blue", "yellow", "orange", "purple", "pink", "grey"),
    *("brown", "violet", "turquoise", "teal", "amber"),
)
_COLOUR = rf"(?:(?:light|dark|pale|bright|deep)[ -])?(?:{'|'.join(_COLOURS)})"
_THINGS = (
    "box|button|circle|square|triangle|arrow|area|text|words?|bar|row|column|cell|item|icon|dot|label|answer|option"
    "|line|section|panel|border|link|tick|cross|number|sentence|passage|one"
)
_WORDS = "words|text|items|answers|options|questions|sentences|lines|boxes|cells|rows|fields|parts|passages|numbers|those|ones"
_SHOWN = (
    "table|picture|figure|image|diagram|chart|graph|map|list|button|box|link|film|video|menu|panel|icon|photo|photograph"
    "|illustration|timeline|column|sidebar"
)

_PARTS = "section|paragraph|passage|quotation|example|exercise|questions?|quiz|text|steps|points"
_SIDE = r"(?:far |top |bottom )?(?:left|right)"

_NAMED = rf"(?:the|this|that|these|those|our|my|also|{_SHOWN}|{_PARTS}|page|chapter|module|note|box|notes|details?)"
_ALONE = (
    r"(?! (?:the|a|an|it|its|this|that|these|those|them|him|her|us|you|your|our|my|their|his|zero|average|freezing|\d))"
)
"""Nothing follows of which something is above: `directories above the root` are no place on the page."""

_WHERE = r"(?! (?:her|his|their|my|our|your|its) \w)"
"""Nor `the box above her bed`."""

_LOOKS = (
    rf"\b(?:the {_COLOUR} (?:{_THINGS})s?\b"
    rf"|(?:shown|marked|highlighted|written|printed|displayed|underlined|coloured|colored|shaded) (?:in )?{_COLOUR}\b"
    rf"|(?:{_WORDS}) in {_COLOUR}\b"
    r"|the (?:round|square|circular|triangular|oval|diamond-shaped) (?:button|box|icon|shape|symbol)s?\b"
    rf"|the (?:{_SHOWN})s? (?:on|at|to) (?:the|your) {_SIDE}\b"
    rf"|(?:pictured (?:on (?:the|your) )?|(?:shown|seen) on (?:the|your) ){_SIDE}\b"
    r"|(?:left|right)-hand (?:side|column|menu|corner|box|panel)\b"
    r"|(?:top|bottom)[ -](?:left|right)\b"
    rf"|(?:on|to) the {_SIDE}(?:-hand side)? of (?:the|your|this) (?:page|screen|picture|image|table|chart|diagram|map)\b)"
)
_NEAR = (
    rf"\b(?:see (?:also )?(?:{_NAMED} (?:\w+ ){{0,2}}?)?(?:above|below|overleaf){_ALONE}"
    r"|(?:shown|listed|described|mentioned|given|named|noted|outlined|discussed|explained|set out) (?:above|below|overleaf)"
    rf"|the (?:{_SHOWN}|{_PARTS})s? (?:above|below|overleaf){_WHERE}"
    rf"|the above (?:{_SHOWN}|{_PARTS})s?|the (?:above|below)-?mentioned"
    rf"|(?:click|press|look|read on|answer) (?:above|below){_ALONE}"
    r"|(?:on|over) the (?:next|previous|preceding|following|opposite|facing) page"
    r"|at the (?:top|bottom|foot) of (?:the|this) (?:page|screen))\b"
)
# Both are compiled when a module has one of the words: it takes 5 ms.

_SHAPES = ("round", "square", "circular", "triangular", "oval", "diamond-shaped")
_PLACES = (
    "left",
    "right",
    "above",
    "below",
    "overleaf",
    "above-mentioned",
    "below-mentioned",
    "page",
    "screen",
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
        if match := re.search(_LOOKS, passage.text, re.IGNORECASE):
            message = f"“{match[0]}” can be found by its look only"
            hint = "Name it too, for example “the box Next steps, on the right”."
            yield remark("W03", words.module, passage, match[0], message, hint)
        if match := re.search(_NEAR, passage.text, re.IGNORECASE):
            message = f"“{match[0]}” says where on the page, and not what"
            hint = "Name what you mean and link to its heading: see [its title](#its-id)."
            yield remark("W20", words.module, passage, match[0], message, hint)
