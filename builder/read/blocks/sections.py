"""A module's blocks of markdown, cut at its headings: prose here, a question or a film there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.read.markdown.attributes import Attributes
from builder.read.markdown.block_writer import Writer
from builder.read.markdown.blocks import Line, Node
from builder.read.near_miss.headings import near_kind
from builder.read.near_miss.missing_hashes import with_headings

KIND_WORDS = ("Quiz", "Order", "Match", "Sort", "Fill", "Number", "Scale", "Reflect", "Stages", "Watch")
"""What a heading may begin with to start a block; `READERS` of `module.py` says what becomes of each."""

_KNOWN = {kind.lower(): kind for kind in KIND_WORDS}
_KIND = re.compile(r"^(\w+)(\\?:)\s*")


@dataclass(slots=True)
class Section:
    """A heading that starts a block, and all up to the next heading or `---`."""

    kind: str
    """One of `KIND_WORDS`, or empty for prose."""
    heading: Node | None
    """The heading; None for prose."""
    title: list[Line]
    """What the heading says after the kind word, without braces."""
    attributes: Attributes | None
    """What its braces say."""
    body: list[Node]
    """The blocks below it."""


def split_sections(nodes: Sequence[Node], writer: Writer) -> list[Section]:
    """Cut a module at its kind headings; misspelt ones are reported."""
    sections: list[Section] = []
    prose: Section | None = None
    nodes = with_headings(nodes, KIND_WORDS, writer)
    for index, node in enumerate(nodes):
        if node.kind == "heading":
            kind, width = _kind_of(nodes, index, writer)
            if kind:
                sections.append(_open(kind, width, node, writer))
                prose = None
                continue
        elif sections and sections[-1].kind and prose is None:
            if node.kind != "rule":
                sections[-1].body.append(node)
                continue
            prose = Section("", None, [], None, [])
            sections.append(prose)
            continue
        if prose is None:
            prose = Section("", None, [], None, [])
            sections.append(prose)
        prose.body.append(node)
    return sections


def begins_block(node: Node) -> bool:
    """Whether a heading begins with a kind word and its colon."""
    match = _KIND.match(node.lines[0].text) if node.lines else None
    return bool(match and match[2] == ":" and match[1].lower() in _KNOWN)


def _open(kind: str, width: int, node: Node, writer: Writer) -> Section:
    lines, attributes = writer.braces(node.lines)
    title = [lines[0].cut(width), *lines[1:]] if lines else []
    return Section(kind, node, title, attributes, [])


def _kind_of(nodes: Sequence[Node], index: int, writer: Writer) -> tuple[str, int]:
    """The kind that a heading starts, and where its title begins; an empty kind for a plain heading."""
    node = nodes[index]
    match = _KIND.match(node.lines[0].text) if node.lines else None
    if match and match[2] == "\\:":
        return "", 0
    if match and match[1].lower() in _KNOWN:
        return _KNOWN[match[1].lower()], match.end()
    return near_kind(node, _below(nodes, index), KIND_WORDS, writer)


def _below(nodes: Sequence[Node], index: int) -> list[Node]:
    end = index + 1
    while end < len(nodes) and nodes[end].kind not in {"heading", "rule"}:
        end += 1
    return list(nodes[index + 1 : end])
