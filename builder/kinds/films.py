"""`Watch`: a film with all that belongs to it. `Listen`: a recording that is heard alone, with its transcript."""

from builder.model.blocks import Watch
from builder.model.content import Fragment
from builder.model.kind import Kind, Shape
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import film_tracks, sound_tracks
from builder.read.markdown.block_reader import Reader


def _read_film(section: Section, identifier: str, title: Fragment, reader: Reader) -> Watch | None:
    from builder.read.blocks.film import read_watch  # only here: most courses have no film

    return read_watch(section, identifier, title, reader)


WATCH = Kind(
    word="Watch",
    makes="a film with its captions and transcript",
    component="film",
    read=_read_film,
    shape=Shape(shows=film_tracks, telling="what belongs to a film stands below this heading"),
    noun="a film",
    also=("film", "video"),
)


def _read_recording(section: Section, identifier: str, title: Fragment, reader: Reader) -> Watch | None:
    from builder.read.blocks.film import read_listen  # only here: most courses have no film

    return read_listen(section, identifier, title, reader)


LISTEN = Kind(
    word="Listen",
    makes="a recording with its transcript",
    component="film",
    read=_read_recording,
    shape=Shape(shows=sound_tracks, telling="what belongs to a recording stands below this heading"),
    noun="a recording",
    also=("audio", "podcast", "recording", "sound"),
)
