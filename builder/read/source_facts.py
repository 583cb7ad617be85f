"""What was noted while a file was read -> what checks ask about it."""

from collections.abc import Iterable

from builder.model.source_facts import Passage, SourceFacts
from builder.read.markdown.block_reader import Writer


def facts_of(writer: Writer, anchors: Iterable[str], said: Iterable[Passage] = ()) -> SourceFacts:
    """All that was noted in a file; `anchors` are the ids that a link can point to, `said` what its settings say to learners."""
    return SourceFacts(
        headings=tuple(writer.headings),
        links=tuple(writer.links),
        pictures=tuple(writer.pictures),
        anchors=frozenset(anchors),
        passages=(*said, *writer.passages),
        tables=tuple(writer.tables),
        italics=tuple(writer.italics),
        abbreviations=writer.definitions.abbreviations,
        sources=writer.sources,
    )
