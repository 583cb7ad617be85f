"""`Listen`: a recording that is heard alone, with its transcript."""

from builder.model.blocks import Watch
from builder.model.content import Fragment
from builder.model.kind import Kind, Shape
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import sound_tracks
from builder.read.markdown.block_reader import Reader


def _read(section: Section, identifier: str, title: Fragment, reader: Reader) -> Watch | None:
    from builder.read.blocks.film import read_listen  # only here: most courses have no film

    return read_listen(section, identifier, title, reader)


LISTEN = Kind(
    word="Listen",
    makes="a recording with its transcript",
    component="film",
    read=_read,
    shape=Shape(shows=sound_tracks, telling="what belongs to a recording stands below this heading"),
    noun="a recording",
    also=("audio", "podcast", "recording", "sound"),
)
