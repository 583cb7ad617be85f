"""`Watch`: a film with all that belongs to it."""

from builder.model.kind import Kind, Shape
from builder.read.blocks.film import read_watch
from builder.read.blocks.shapes import film_tracks

WATCH = Kind(
    word="Watch",
    makes="a film with its captions and transcript",
    component="film",
    read=read_watch,
    shape=Shape(shows=film_tracks, telling="what belongs to a film stands below this heading"),
    noun="a film",
    also=("film", "video"),
)
