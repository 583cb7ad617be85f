"""A module's blocks of markdown, cut at its headings: prose here, a question or a film there."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from builder.model.content import Fragment
from builder.model.kind import Kind
from builder.read.blocks.shapes import shows
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node

Kinds = Mapping[str, Kind]
"""The kinds of block by what a heading begins with, in lower case, in the order of the format."""

Starts = Mapping[int, tuple[Kind, int]]
"""Headings that start a block, by their number among their blocks of markdown: its kind, and where its title begins."""

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
    run: "list[Section]" = field(default_factory=list)
    """Further blocks of a kind that runs on, which are part of this one."""
    further: list[tuple[str, Fragment, "Section"]] = field(default_factory=list)
    """The same with their ids and titles, once these are read."""

    @property
    def or_ordinary(self) -> str:
        """What to add to a hint where an ordinary heading may begin with the word: its title goes on in small letters."""
        title = self.title[0].text.lstrip(" *_“\"'") if self.title else ""
        return f" For an ordinary heading, write {self.kind.word}\\:" if self.kind and title[:1].islower() else ""

    @property
    def last(self) -> "Section":
        """Where what stands below it belongs."""
        return self.run[-1] if self.run else self


def block_starts(nodes: Sequence[Node], kinds: Kinds) -> Starts:
    """The headings that begin with a kind word and its colon."""
    starts = {}
    for index, node in enumerate(nodes):
        if node.kind == "heading" and (match := _kind_word(node)) and match[2] == ":" and match[1].lower() in kinds:
            kind = kinds[match[1].lower()]
            if not kind.only_if_shown or (node.level > 1 and shows(kind, body_of(nodes, index))):
                starts[index] = kind, match.end()
    return starts


def begins_block(node: Node, kinds: Kinds) -> bool:
    """Whether a heading begins with a kind word and its colon, whatever stands below it."""
    match = _kind_word(node)
    kind = kinds.get(match[1].lower()) if match and match[2] == ":" else None
    return kind is not None and not kind.only_if_shown


def body_of(nodes: Sequence[Node], index: int) -> Sequence[Node]:
    """What stands below a heading, up to the next one or a divider."""
    end = index + 1
    while end < len(nodes) and nodes[end].kind not in {"heading", "rule"}:
        end += 1
    return nodes[index + 1 : end]


def always(kinds: Kinds) -> Kinds:
    """The kinds whose word begins a block whatever stands below: a slip in any other word is an ordinary heading."""
    return {word: kind for word, kind in kinds.items() if not kind.only_if_shown}


def is_escaped(heading: Node) -> bool:
    """Whether a backslash before the colon says that a heading is an ordinary one: `Quiz\\: a history`."""
    match = _kind_word(heading)
    return match is not None and match[2] == "\\:"


def is_ordinary(heading: Node, kinds: Kinds) -> bool:
    """Whether a heading has the word of a kind that begins a block only above its shape."""
    match = _kind_word(heading)
    kind = kinds.get(match[1].lower()) if match else None
    return kind is not None and kind.only_if_shown


def split_sections(nodes: Sequence[Node], starts: Starts, reader: Reader, ends: Collection[int] = ()) -> list[Section]:
    """Cut a module at the headings that start a block; a block ends at the next heading or `---`, or at one of `ends`."""
    sections: list[Section] = []
    prose: Section | None = None
    for index, node in enumerate(nodes):
        if index in starts:
            _add(_open(*starts[index], node, reader), sections)
            prose = None
            continue
        if (
            prose is None
            and sections
            and sections[-1].kind
            and node.kind not in {"heading", "rule"}
            and index not in ends
        ):
            sections[-1].last.body.append(node)
            continue
        if prose is None:
            prose = Section(None, None, [], None, [])
            sections.append(prose)
            if node.kind == "rule" and len(sections) > 1:
                continue  # it has ended the block above, and is not shown
        prose.body.append(node)
    return sections


def _add(section: Section, sections: list[Section]) -> None:
    """Add a block; one that runs on belongs to the one above it, also behind a line `---`."""
    if sections and sections[-1].kind is None and not sections[-1].body:
        sections.pop()
    above = sections[-1] if sections else None
    if above and section.kind and section.kind.runs_on and above.kind is section.kind:
        above.run.append(section)
    else:
        sections.append(section)


def _kind_word(heading: Node) -> re.Match[str] | None:
    return _KIND.match(heading.lines[0].text) if heading.lines else None


def _open(kind: Kind, width: int, node: Node, reader: Reader) -> Section:
    lines, attributes = reader.braces(node.lines)
    title = [lines[0].cut(width), *lines[1:]] if lines else []
    return Section(kind, node, title, attributes, [])
