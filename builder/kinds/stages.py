"""`Stages`: a numbered list, shown as a picture of stages."""

from builder.model.kind import Kind, Shape
from builder.read.blocks.stages import read_stages
from builder.read.near_miss.block_shape import numbered_list

STAGES = Kind(
    word="Stages",
    component="stages",
    read=read_stages,
    shape=Shape(shows=numbered_list, plain_list=True, entry="1."),
)
