"""`Stages`: a numbered list that the page shows as a picture of stages."""

from builder.model.blocks import Stage, Stages
from builder.model.content import Fragment
from builder.model.kind import Kind, Shape
from builder.read.blocks.sections import Section
from builder.read.ids import slug
from builder.read.markdown.block_reader import Writer
from builder.read.markdown.lines import Node
from builder.read.near_miss.block_shape import numbered_list
from builder.read.questions.common import told_inside


def read_stages(section: Section, identifier: str, title: Fragment, writer: Writer) -> Stages | None:
    """The first numbered list is the stages; what stands above and below it stays prose."""
    assert section.heading is not None
    lists = [index for index, node in enumerate(section.body) if node.kind == "list" and node.ordered]
    if not lists and told_inside(section, writer):
        return None
    if not lists:
        writer.fault(
            "STR-025",
            section.heading.place(),
            "there is no numbered list below this heading",
            "Write the stages as 1. 2. 3., each with its name; a stage's description goes indented under it.",
        )
        return None
    at = lists[0]
    stages = tuple(stage for item in section.body[at].children if (stage := _stage(item, identifier, writer)))
    span = section.heading.place().span()
    before, after = writer.blocks(section.body[:at]), writer.blocks(section.body[at + 1 :])
    return Stages(identifier, title, before, stages, after, span)


def _stage(item: Node, section: str, writer: Writer) -> Stage | None:
    first = item.children[0] if item.children else None
    if first is None or first.kind != "paragraph":
        writer.fault("STR-025", item.place(), "this stage has no name", "Write its name after the number.")
        return None
    name = writer.fragment(first.lines)
    identifier = writer.ids.free(f"{section}-{slug(name.text) or 'stage'}", item.place().span())
    writer.anchors.append(identifier)
    return Stage(identifier, name, writer.blocks(item.children[1:]))


STAGES = Kind(
    word="Stages",
    makes="a numbered list, shown as a picture of stages",
    component="stages",
    read=read_stages,
    shape=Shape(shows=numbered_list, plain_list=True, entry="1."),
)
