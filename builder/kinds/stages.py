"""`Stages`: a numbered list that the page shows as a picture of stages."""

from builder.model.blocks import Stage, Stages
from builder.model.content import Fragment
from builder.model.kind import Kind, Shape
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import OptionId
from builder.read.blocks.own_ids import entry_of
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import numbered_list
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.questions.common import told_inside, wordless
from builder.read.words_to_ids import anchor_of

_WRAPPED = 60
"""Characters of a line that an editor may have wrapped."""
_ENDED = rare_pattern(r"(\*\*|__)(?=\S).+(?<=\S)\1[:.]?|.*\{#[^\s{}]*\}\\?")
"""A name that is bold throughout, or has an id behind it."""


def read_stages(section: Section, identifier: str, title: Fragment, reader: Reader) -> Stages | None:
    """The first numbered list is the stages; what stands above and below it stays prose."""
    assert section.heading is not None
    lists = [index for index, node in enumerate(section.body) if node.kind == "list" and node.ordered]
    if not lists and told_inside(section, reader):
        return None
    if not lists:
        reader.fault(
            "STR-025",
            section.heading.place(),
            "there is no numbered list below this heading",
            "Write the stages as 1. 2. 3., each with its name; a stage's description goes indented under it."
            + section.or_ordinary,
        )
        return None
    at = lists[0]
    stages = tuple(stage for item in section.body[at].children if (stage := _stage(item, identifier, reader)))
    span = section.heading.place().span()
    before, after = reader.blocks(section.body[:at]), reader.blocks(section.body[at + 1 :])
    return Stages(identifier, title, before, stages, after, span)


def _stage(item: Node, section: str, reader: Reader) -> Stage | None:
    first = item.children[0] if item.children else None
    if first is None or first.kind != "paragraph":
        wordless(item, reader, "STR-025", "this stage has no name", "Write its name after the number.")
        return None
    lines, below = parted_name(first)
    entry = entry_of(lines, reader)
    name = reader.fragment(entry.lines)
    identifier = reader.own_id(entry.own, entry.own_place) if entry.own and entry.own_place else ""
    if not identifier:
        wanted = f"{section}-{anchor_of(name.text, 'stage')}"
        identifier = reader.ids.free(wanted, item.place().span(), name.text)
        reader.anchors.append(identifier)
    at = entry.place
    reader.option_ids.append(OptionId(identifier, at.source.path, at.line, at.column, bool(entry.own)))
    return Stage(identifier, name, reader.blocks([*below, *item.children[1:]]))


def parted_name(first: Node) -> tuple[list[Line], list[Node]]:
    """The lines of a stage's name, and the description that stands below it without a blank line.

    Only a long line that is not bold throughout goes on with the name: it was wrapped. An id ends a name.
    """
    name, *rest = first.lines
    if not rest or (len(name.text) >= _WRAPPED and not _ENDED.fullmatch(name.text.rstrip())):
        return first.lines, []
    ended = name.ended()
    name = ended.part(0, ended.text.removesuffix("\\"))
    return [name], [Node("paragraph", first.source, rest[0].number, rest[0].column, rest)]


STAGES = Kind(
    word="Stages",
    makes="a numbered list, shown as a picture of stages",
    component="stages",
    read=read_stages,
    shape=Shape(shows=numbered_list, plain_list=True, entry="1."),
)
