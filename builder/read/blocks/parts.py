"""A block of named parts: bold words, then what belongs to them; or a list whose entries begin with bold words."""

import re
from collections.abc import Callable, Iterator, Sequence

from builder.model.blocks import Part, Parts, Prose
from builder.model.content import Fragment
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.own_ids import entry_of
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import LEAD, is_name, is_named_list
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.words_to_ids import anchor_of

MOST_LAYERS = 20
"""Boxes inside each other, each narrower than the one around it."""

_EMPTY = {
    "details": ("there is nothing below this name, so a learner opens an empty part", "what a learner finds there"),
    "cards": ("this card has a front and no back", "what stands on its back"),
    "columns": ("there is nothing below this name, so its column is empty", "what belongs to it"),
    "timeline": ("nothing is said of this time", "what happened then"),
}
"""What is said of a name with nothing below it, and what to write. A layer may well be its name alone."""
_BEHIND = rare_pattern(r"(\{#[^\s{}]*\})[:.]?[ \t]*(?=\S)")
"""An id between the name of an entry and its words."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SAYS_ALL = 3
"""Words in the name of an entry of a timeline that say what happened: `1989: The Children Act`."""

_Named = tuple[list[Line], list[Node]]
"""The words of a name, and the blocks below it."""


def read_parts(
    component: str, section: Section, identifier: str, title: Fragment, reader: Reader
) -> tuple[Parts | Prose, ...]:
    """The parts of a section; what stands above the first is about all of them, and what stands below a list is text."""
    assert section.heading is not None
    begins = is_name if any(map(is_name, section.body)) else is_named_list
    at = [index for index, node in enumerate(section.body) if begins(node)]
    first, end = at[0], at[-1] + 1 if begins is is_named_list else len(section.body)
    before = reader.blocks(section.body[:first])
    for node in section.body if begins is is_name else ():
        _note_run_on(node, reader)
    named = list(_named(section.body[first:end], begins, reader))
    if component == "layers" and len(named) > MOST_LAYERS:
        message = f"these are {len(named):,} layers, and a page has room for {MOST_LAYERS}"
        reader.fault("QUE-017", section.heading.place(), message, "Put several of them into one layer.")
        return ()
    if component == "layers" and len(named) == 1:
        _note_nested(section.body[at[0]], named[0][1], reader)
    parts = tuple(
        _filled(component, name, _part(name, below, identifier, reader), below, reader) for name, below in named
    )
    shown = Parts(component, identifier, title, before, parts, section.heading.place().span())
    after = section.body[end:]
    return (shown, Prose(reader.blocks(after), after[0].place().span())) if after else (shown,)


def _note_run_on(node: Node, reader: Reader) -> None:
    """STR-048: a name with its words directly below it begins no part, where other names in the block do."""
    if node.kind != "paragraph" or len(node.lines) < 2:
        return
    name, below = node.lines[0], node.lines[1]
    if is_name(Node("paragraph", node.source, node.line, node.column, [name])):
        message = "words stand directly below this name, so it begins no part of its own"
        hint = (
            f"Put a blank line below {name.text.strip()[:60]}. If it is no name, write it on one line with the words."
        )
        fix = None if below.typed[:1].isspace() else below.in_line(1).swap("", "\n")
        reader.fault("STR-048", name.place(), message, hint, len(name.text.strip()), fix)


def _note_nested(listed: Node, below: Sequence[Node], reader: Reader) -> None:
    """STR-048: layers that are nested as entries of a list are, as other tools write what is inside of what."""
    if any(node.kind == "list" and is_named_list(node) for node in below):
        hint = "Write all names at the same depth, the outermost first: - **Society**: laws, then - **Family**: home"
        reader.fault("STR-048", listed.place(), "this is one layer, and the other names are a list in it", hint)


def _filled(component: str, name: list[Line], part: Part, below: Sequence[Node], reader: Reader) -> Part:
    """A part; reported when nothing is in it that a learner could see."""
    seen = part.content or any(node.kind != "html" for node in below)
    says_all = component == "timeline" and len(_LETTERS.findall(part.name.text)) >= _SAYS_ALL
    if component in _EMPTY and not seen and not says_all:
        message, what = _EMPTY[component]
        listed = not name[0].typed.lstrip().startswith(("**", "__"))
        hint = f"Write behind it {what}." if listed else f"Write below it {what}, with a blank line between."
        reader.fault("STR-050", name[0].place(), message, f"{hint} Or delete it.", len(name[0].text))
    return part


def _part(name: list[Line], below: list[Node], section: str, reader: Reader) -> Part:
    entry = entry_of(name, reader)
    words = reader.fragment([without_stars(line) for line in entry.lines])
    identifier = reader.own_id(entry.own, entry.own_place) if entry.own and entry.own_place else ""
    if not identifier:
        wanted = f"{section}-{anchor_of(words.text, 'part')}"
        identifier = reader.ids.free(wanted, entry.place.span(), words.text)
        reader.anchors.append(identifier)
    return Part(identifier, words, reader.blocks(below))


def named_entry(name: Line, lines: list[Line], item: Node, section: str, reader: Reader) -> Part:
    """A part from an entry of a list: its name, the rest of its first paragraph, and what stands below that."""
    below = [Node("paragraph", name.source, lines[0].number, lines[0].column, lines)] if lines else []
    return _part([name], [*below, *item.children[1:]], section, reader)


def _named(body: Sequence[Node], begins: Callable[[Node], bool], reader: Reader) -> Iterator[_Named]:
    """Each name with what stands below it; text between two lists belongs to the entry above it."""
    starts = [index for index, node in enumerate(body) if begins(node)]
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        node, below = body[start], list(body[start + 1 : end])
        if node.kind != "list":
            yield [node.lines[0]], below
            continue
        *others, (name, own) = (_of_entry(item, reader) for item in node.children)
        yield from others
        yield name, [*own, *below]


def _of_entry(item: Node, reader: Reader) -> _Named:
    """An entry of a list: its bold words, and the rest of it."""
    first = item.children[0]
    line = first.lines[0]
    match = LEAD.match(line.text)
    assert match
    end = match.end()
    if own := _BEHIND.match(line.text, end):
        meant = f"**{match[2].rstrip(':.')} {own[1]}**: "
        hint = f"Write the id within the bold words: {meant.strip()}"
        there = line.text[match.start() : own.end()]
        message = f"the id {own[1]} stands behind the bold words of this entry"
        reader.fault("STR-018", line.place(match.start()), message, hint, len(there), (there, meant))
        end = own.end()
    rest = [line.cut(end)] if line.text[end:].strip() else []
    lines = [*rest, *first.lines[1:]]
    below = [Node("paragraph", line.source, lines[0].number, lines[0].column, lines)] if lines else []
    return [line.part(match.start(2), match[2].rstrip(":."))], [*below, *item.children[1:]]


def without_stars(line: Line) -> Line:
    """A line without the signs that make it bold."""
    match = LEAD.fullmatch(line.text)
    return line.part(match.start(2), match[2]) if match else line
