"""`Sort`: things to sort into groups. It is a match whose partners are groups."""

from dataclasses import replace

from builder.kinds.match import MATCH
from builder.model.kind import Shape
from builder.read.near_miss.block_shape import groups
from builder.read.questions.sort import read_sort

SORT = replace(
    MATCH, word="Sort", name="sort", read=read_sort, shape=Shape(shows=groups, entry="-"), examples=("sort",)
)
