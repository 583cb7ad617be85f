"""`File`: a file for learners to take."""

from builder.model.blocks import File
from builder.model.content import Fragment, Said, language_of
from builder.model.kind import Kind, Shape
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import FILE, file_link
from builder.read.markdown.block_reader import Reader
from builder.read.settings.keys.key import said


def _read(section: Section, identifier: str, title: Fragment, reader: Reader) -> File | None:
    """The link is the first paragraph; what stands below it says what the file is for."""
    assert section.heading is not None
    line = section.body[0].lines[0]
    text = said(line.text.rstrip())
    match = FILE.match(text)
    assert match
    resolved = reader.addresses.link(match[2])
    if resolved.problem or resolved.asset is None:
        reader.fragment([line])  # reports the address where it stands
        return None
    words = reader.fragment([line.part(match.start(1), match[1])]).text
    own = language_of(text)
    about = reader.blocks(section.body[1:])
    return File(
        identifier, title, resolved.asset, Said(words, own) if own else words, about, section.heading.place().span()
    )


FILE_TO_TAKE = Kind(
    word="File",
    makes="a file to take, with its kind and size",
    component="file",
    read=_read,
    shape=Shape(shows=file_link),
    only_if_shown=True,
    noun="a file",
)
