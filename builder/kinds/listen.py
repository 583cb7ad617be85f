"""`Listen`: a recording that is heard alone, with its transcript."""

from builder.model.kind import Kind, Shape
from builder.read.blocks.film import read_listen
from builder.read.blocks.shapes import sound_tracks

LISTEN = Kind(
    word="Listen",
    makes="a recording with its transcript",
    component="film",
    read=read_listen,
    shape=Shape(shows=sound_tracks, telling="what belongs to a recording stands below this heading"),
    noun="a recording",
    also=("audio", "podcast", "recording", "sound"),
)
