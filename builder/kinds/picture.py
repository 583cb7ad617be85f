"""`Picture`: a picture with numbered places, and a list of them."""

import re
from collections.abc import Sequence

from builder.model.blocks import Part, Picture, Spot
from builder.model.content import Figure, Fragment
from builder.model.kind import Kind, Shape
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.parts import named_entry
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import LEAD
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.figures import descriptions_apart, refuse_description
from builder.read.markdown.lines import Node

_PLACE = rare_pattern(r"\((\d{1,3}(?:\.\d+)?)[ ]?%?[ ]*[,;،؛][ ]*(\d{1,3}(?:\.\d+)?)[ ]?%?\)[:.]?[ \t]*")
"""Where a place is: percent from the left, and from the top."""
_NEAR = rare_pattern(r"[ \t]*([(\[{])([^()\[\]{}]*\d[^()\[\]{}]*)[)\]}]")
"""What was meant to say so."""
_NUMBERS = rare_pattern(r"[-−]?\d+(?:[.,]\d+)?")
_WHOLE = 100
_APART = 5
"""Percent. Of two places that are nearer than that both ways, one number covers the other on a phone."""
_EXAMPLE = "Write 1. **The door** (20, 35): and then words; 20 % from the left, 35 % from the top."


def _shows(body: Sequence[Node], alone: bool) -> bool:
    """A picture alone in its paragraph, and a numbered list below it of which an entry has a place."""
    pictures = [at for at, node in enumerate(body) if node.kind == "paragraph" and node.lines[0].text.startswith("![")]
    lists = [node for node in body[pictures[0] :] if node.kind == "list" and node.ordered] if pictures else []
    firsts = [item.children[0] for item in lists[0].children if item.children] if lists else []
    return any(first.kind == "paragraph" and _meant(first.lines[0].text) for first in firsts)


def _meant(text: str) -> bool:
    """Whether behind bold words stand brackets with two numbers, whatever they say."""
    lead = LEAD.match(text)
    near = _NEAR.match(text, lead.end()) if lead else None
    return bool(near and (_placed(text) or len(_NUMBERS.findall(near[2])) == 2))


def _placed(text: str) -> re.Match[str] | None:
    lead = LEAD.match(text)
    return _PLACE.match(text, lead.end()) if lead else None


def _read(section: Section, identifier: str, title: Fragment, reader: Reader) -> Picture | None:
    assert section.heading is not None
    at = next(index for index, node in enumerate(section.body) if node.kind == "list" and node.ordered)
    above, below = section.body[:at], section.body[at + 1 :]
    shown = reader.blocks(above)
    figures = [block for block in shown if isinstance(block, Figure)]
    if len(figures) != 1:
        hint = "Put the picture into a paragraph of its own, above the list."
        reader.fault("PIC-001", section.heading.place(), "a Picture shows one picture, alone in its paragraph", hint)
        return None
    before = tuple(block for block in shown if block is not figures[0])
    entries = section.body[at].children
    spots = [spot for item in entries if (spot := _spot(item, identifier, reader))]
    if len(spots) < len(entries):
        return None
    _report_covered(entries, spots, reader)
    for node in descriptions_apart(below):
        hint = "Move it directly below the picture, above the list of places."
        refuse_description(node, "this description has no picture directly above it", hint, reader)
    span = section.heading.place().span()
    return Picture(identifier, title, before, figures[0], tuple(spots), reader.blocks(below), span)


def _spot(item: Node, section: str, reader: Reader) -> Spot | None:
    first = item.children[0] if item.children else None
    match = _placed(first.lines[0].text) if first is not None and first.kind == "paragraph" else None
    if first is None or match is None or max(float(match[1]), float(match[2])) > _WHOLE:
        _fault(item, first, reader)
        return None
    line = first.lines[0]
    lead = LEAD.match(line.text)
    assert lead
    rest = [line.cut(match.end())] if line.text[match.end() :].strip() else []
    part: Part = named_entry(
        line.part(lead.start(2), lead[2].rstrip(":.")), [*rest, *first.lines[1:]], item, section, reader
    )
    return Spot(part, round(float(match[1])), round(float(match[2])))


def _report_covered(entries: Sequence[Node], spots: Sequence[Spot], reader: Reader) -> None:
    """Report each place that lies upon one above it, with the lines of both."""
    for at, spot in enumerate(spots):
        near = (n for n, o in enumerate(spots[:at]) if max(abs(o.left - spot.left), abs(o.top - spot.top)) < _APART)
        if (other := next(near, None)) is None:
            continue
        first = entries[other].place().span().line
        message = f"places {other + 1} and {at + 1} lie on each other (lines {first} and {entries[at].place().span().line}): on a phone one number covers the other"
        hint = f"Move one of them until they are {_APART} apart, from left to right or from top to bottom. Or make one entry of both."
        reader.fault("PIC-003", entries[at].place(), message, hint)


def _fault(item: Node, first: Node | None, reader: Reader) -> None:
    """Report an entry without a place that could be shown, with what is wrong about it."""
    text = first.lines[0].text if first is not None and first.kind == "paragraph" else ""
    lead = LEAD.match(text)
    near = _NEAR.match(text, lead.end()) if lead else None
    if first is None or near is None:
        message = "this entry does not say where its place in the picture is"
        reader.fault("PIC-001", item.place(), message, _EXAMPLE)
        return
    brackets, numbers = near[0].strip(), _NUMBERS.findall(near[2])
    values = [float(number.replace("−", "-").replace(",", ".")) for number in numbers]
    place = first.lines[0].place(near.start() + len(near[0]) - len(near[0].lstrip()))
    message = f"{brackets} is not how a place is written: two numbers with a comma between, in round brackets"
    hint, fix = _EXAMPLE, None
    if "px" in near[2].lower() or not all(0 <= value <= _WHOLE for value in values):
        message = f"{brackets} is no place in a picture: both numbers are percent, from 0 to 100"
        hint = f"Count from the left edge and from the top. In a picture 800 pixels wide, 400 from the left is 50. {_EXAMPLE}"
    elif len(values) == 2:
        meant = f"({values[0]:g}, {values[1]:g})"
        hint, fix = f"Write {meant}: percent from the left, then percent from the top.", (brackets, meant)
    reader.fault("PIC-001", place, message, hint, len(brackets), fix)


PICTURE = Kind(
    word="Picture",
    makes="a picture with numbered places",
    component="picture",
    read=_read,
    shape=Shape(shows=_shows),
    only_if_shown=True,
    noun="a picture",
)
