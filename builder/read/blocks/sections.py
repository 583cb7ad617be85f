"""A module's blocks of markdown, cut at its headings: prose here, a question or a film there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.model.kind import Kind
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.headings import near_kind
from builder.read.near_miss.missing_hashes import with_headings

Kinds = Mapping[str, Kind]
"""The kinds of block by what a heading begins with, in lower case, in the order of the format."""

_KIND = re.compile(r"^(\w+)(\\?:)\s*")


@dataclass(slots=True)
class Section:
    """A heading that starts a block, and all up to the next heading or `---`."""

    kind: Kind | None
    """The kind of block that it starts; None for prose."""
    heading: Node | None
    """The heading; None for prose."""
    title: list[Line]
    """What the heading says after the kind word, without braces."""
    attributes: Attributes | None
    """What its braces say."""
    body: list[Node]
    """The blocks below it."""


def split_sections(nodes: Sequence[Node], kinds: Kinds, reader: Reader) -> list[Section]:
    """Cut a module at its kind headings; misspelt ones are reported."""
    sections: list[Section] = []
    prose: Section | None = None
    nodes = with_headings(nodes, kinds, reader)
    for index, node in enumerate(nodes):
        if node.kind == "heading":
            kind, width = _kind_of(nodes, index, kinds, reader)
            if kind:
                sections.append(_open(kind, width, node, reader))
                prose = None
                continue
        elif sections and sections[-1].kind and prose is None:
            if node.kind != "rule":
                sections[-1].body.append(node)
                continue
            prose = Section(None, None, [], None, [])
            sections.append(prose)
            continue
        if prose is None:
            prose = Section(None, None, [], None, [])
            sections.append(prose)
        prose.body.append(node)
    return sections


def begins_block(node: Node, kinds: Kinds) -> bool:
    """Whether a heading begins with a kind word and its colon."""
    match = _KIND.match(node.lines[0].text) if node.lines else None
    return bool(match and match[2] == ":" and match[1].lower() in kinds)


def _open(kind: Kind, width: int, node: Node, reader: Reader) -> Section:
    lines, attributes = reader.braces(node.lines)
    title = [lines[0].cut(width), *lines[1:]] if lines else []
    return Section(kind, node, title, attributes, [])


def _kind_of(nodes: Sequence[Node], index: int, kinds: Kinds, reader: Reader) -> tuple[Kind | None, int]:
    """The kind that a heading starts, and where its title begins; None for a plain heading."""
    node = nodes[index]
    match = _KIND.match(node.lines[0].text) if node.lines else None
    if match and match[2] == "\\:":
        return None, 0
    if match and match[1].lower() in kinds:
        return kinds[match[1].lower()], match.end()
    return near_kind(node, _below(nodes, index), kinds, reader)


def _below(nodes: Sequence[Node], index: int) -> list[Node]:
    end = index + 1
    while end < len(nodes) and nodes[end].kind not in {"heading", "rule"}:
        end += 1
    return list(nodes[index + 1 : end])
