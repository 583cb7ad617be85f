"""One line alone that was meant as something else: an entry of a list, `– a pen`, or a comparison, `> 5 mg`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from builder.model.rare_pattern import rare_pattern
from builder.read.files.place import Place
from builder.read.list_signs import BULLETS, DASHES, ENGLISH, is_o_a_word
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node

_SURE = rare_pattern(
    rf"([{BULLETS}])\s*(?=[^\W_])|([oqvnuØüà§])(?:\t|[ \u00a0]{{3,}})\s*(?=[^\W\d_])|(§)[ \u00a0]+(?=[^\W\d_])"
)
"""What begins no line but that of an entry."""
_PERHAPS = rare_pattern(rf"([{DASHES}])\s+(?=[^\W_])|([-+*])(?=[^\W\d_])|(o)[ \u00a0]+(?=[^\W\d_])")
"""What may begin a line of a sentence too."""
_STARTS = frozenset(f"{BULLETS}{DASHES}-+*oqvnuØüà§")
_GOES_ON = rare_pattern(
    r"(?:and|or|but|as|which|who|that|not|so|then|if|when|ac|neu|ond|et|ou|mais|und|oder|aber|pero|і|та|але|що)\b",
    re.IGNORECASE,
)
"""Words with which a sentence goes on behind a dash."""
_SHORT = 50
"""Characters of a line after which nobody needs a new one: what follows it is not wrapped."""
_MOST_WORDS = 8
"""Words of an entry; more of them are likely to be a sentence."""
_LATEST = 50
_UNITS = (
    "mg|mcg|ug|[µμ]g|ng|g|kg|ml|mL|dl|dL|L|cl|[mµμ]?mol|mmHg|kPa|hPa|bpm|IU|units?|mm|cm|m|km|kcal|kJ|kW|kWh|V|W|dB|Hz"
    "|мг|мкг|г|кг|мл|л|мм|см|ммоль|ملغ|ملغم|مجم|غ|غم|كغ|كغم|مل|%|٪|°[ \u00a0]?[CF]?|℃"
)
"""Behind a number: a measure."""
_COMPARED = rare_pattern(
    r">[ \u00a0]*=[ \u00a0]*[£$€+−-]?\d|>[£$€+−-]?\d|"
    r">[ \u00a0]+[£$€+−-]?\d[\d.,/]*(?:[ \u00a0]?[–-][ \u00a0]?\d[\d.,/]*)?"
    rf"(?:[ \u00a0]*$|[ \u00a0]?(?:{_UNITS})(?![\w’'-])(?! of\b))"
)
"""A line of a quotation that says more than so many; a quotation in words may begin with a number: `> 5 people came`."""


_SIGNED = rare_pattern(
    r"([-+])[ \u00a0]{1,3}(\d[\d.,]*[ \u00a0]?(?:[°º](?:[ \u00a0]?[CFСم](?!\w))?|℃|℉|degrees?\b|градус|gradd|درجة|stopni|Grad\b|degr))"
)
"""A list sign before a temperature, which may be below zero."""
_PLUS = rare_pattern(r"(\+)[ \u00a0]{1,3}(\d[\d.,]*)(?=\s|%|$)")
"""A plus before a number: the sentence above it goes on, or it is a score."""
_MINUS = rare_pattern(r"(-)[ \u00a0]{1,3}(\d[\d.,]*)(?=\s|%|$)")
"""A minus before a number, beside a plus."""


def note_one_alone(body: Sequence[Node], context: Context) -> None:
    """Report such lines in paragraphs, and in those of quotations and of the entries of lists."""
    for node in body:
        if node.kind == "paragraph":
            _paragraph(node, context)
        elif node.kind in {"list", "item", "quote"}:
            note_one_alone(node.children, context)


def note_comparisons(body: Sequence[Node], context: Context) -> None:
    """Report quotations in which each line compares numbers: `>` begins them, so learners would not see it."""
    for node in body:
        if node.kind == "list":
            note_comparisons([item.children[0] for item in node.children if item.children], context)
        elif node.kind == "quote" and [child.kind for child in node.children] == ["paragraph"]:
            places = [Place(node.source, node.line + at, node.column) for at in range(len(node.children[0].lines))]
            quoted = [place for place in places if place.excerpt[place.column - 1 :].startswith(">")]
            if all(_COMPARED.match(place.excerpt, place.column - 1) for place in quoted):
                for place in quoted:
                    words = place.excerpt[place.column :].rstrip()[:60]
                    message = "“>” begins a quotation here, so learners would not see that this is more than a number"
                    hint = f"For a quotation, put its words between quotation marks. Otherwise write: \\>{words}"
                    context.fault("STR-048", place, message, hint, fix=(">", "\\>"))


def note_signed_numbers(body: Sequence[Node], context: Context) -> None:
    """Report a list of one entry that is a temperature: its sign was a minus or a plus, and learners would not see it."""
    for above, node in pairwise([None, *body]):
        if node is None or node.kind != "list" or node.ordered or len(node.children) != 1:
            continue
        led_to = above is not None and above.kind == "paragraph" and above.lines[-1].text.rstrip().endswith((":", "："))
        place = Place(node.source, node.line, node.column)
        match = None if led_to else _SIGNED.match(place.excerpt, place.column - 1)
        if match is None and not led_to:
            match = _PLUS.match(place.excerpt, place.column - 1)
            if above is not None and above.kind == "paragraph" and not node.blank_before:
                match = match if above.lines[-1].text.rstrip()[-1:].isalnum() else None
        if match is None and above is not None and _is_plus(above):
            match = _MINUS.match(place.excerpt, place.column - 1)
        if match:
            sign, meant = ("minus", "−") if match[1] == "-" else ("plus", "+")
            message = (
                f"“{match[1]}” begins an entry of a list here, so learners would not see a {sign} before {match[2]}"
            )
            hint = f"Write: {meant}{match[2]} . For a list with one entry, begin it with * in place of {match[1]}"
            context.fault("STR-048", place, message, hint)


def _is_plus(node: Node) -> bool:
    """Whether a list of one entry is a number with a plus."""
    place = Place(node.source, node.line, node.column)
    alone = node.kind == "list" and not node.ordered and len(node.children) == 1
    return alone and _PLUS.match(place.excerpt, place.column - 1) is not None


def _paragraph(node: Node, context: Context) -> None:
    lines = node.lines
    if not any(line.text[:1] in _STARTS for line in lines):
        return
    told = {d.span.line for d in context.diagnostics[-_LATEST:] if d.rule in {"STR-045", "QUE-001"}}
    inside = {sign for line in lines for sign in BULLETS if line.text.find(sign, 1) > 0}
    for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if line.number in told or line.text[:1] not in _STARTS:
            continue
        match = _SURE.match(line.text)
        if match and (above is not None or line.text[:1] in "oqvnuØüà"):
            sign = next(filter(None, match.groups()))
            if sign not in inside and (above is None or not above.text.endswith(("  ", "\\"))):
                _told(line, lines[0], match, context)
        elif (
            above is not None
            and (match := _PERHAPS.match(line.text))
            and all(_evidence(above, line, below, match))
            and (match[3] is None or not is_o_a_word(context.language, [one.text for one in lines]))
        ):
            _told(line, lines[0], match, context)


def _evidence(above: Line, line: Line, below: Line | None, match: re.Match[str]) -> Iterator[bool]:
    """What speaks for an entry; all of it must."""
    words, before = line.text[match.end() :], above.text.rstrip()
    opened = before.endswith((":", "："))
    yield not above.text.endswith(("  ", "\\"))
    yield opened or (len(above.typed) < _SHORT and before[-1:].isalnum())
    yield len(words.split()) <= _MOST_WORDS and not _GOES_ON.match(words)
    yield not words.rstrip().endswith((".", "!", "?", "…")) and words[:1] not in "“«"
    yield below is None or opened
    yield opened or match[3] is not None or not all(word[:1].isupper() for word in words.split())  # who signs
    yield match[3] is None or (opened or words[:1].isupper() or bool(ENGLISH.search(before)))
    yield match[2] != "*" or ("*" not in before + words and (opened or not re.search(r"\d", before)))
    yield not any(f" {dash} " in words for dash in DASHES) and not (opened and words.endswith(("”", "»")))


def _told(line: Line, first: Line, match: re.Match[str], context: Context) -> None:
    sign = match[0].strip()
    message = f"“{sign}” does not begin an entry of a list, so this line runs on into the words above it"
    if sign in "-+*":
        message = f"an entry of a list needs a space after its {sign}"
    elif line is first:
        message = f"“{sign}” does not begin an entry of a list"
    hint = f"Write: - {line.text[match.end() :].strip()[:60]}"
    margin = " " * max(0, first.column - line.column)
    fix = line.place().swap(match[0], f"{margin}- ")
    context.fault("STR-045", line.place(), message, hint, len(match[0].rstrip()), fix)
