"""What was noted while a file was read -> what checks ask about it."""

from collections.abc import Iterable

from builder.model.source_facts import GeneratedId, Passage, SourceFacts
from builder.read.markdown.context import Context


def facts_of(
    context: Context, anchors: Iterable[str], said: Iterable[Passage] = (), generated: Iterable[GeneratedId] = ()
) -> SourceFacts:
    """All that was noted in a file; `anchors` are the ids that a link can point to, `said` what its settings say to learners."""
    return SourceFacts(
        headings=tuple(context.headings),
        links=tuple(context.links),
        pictures=tuple(context.pictures),
        anchors=frozenset(anchors),
        passages=(*said, *context.passages),
        tables=tuple(context.tables),
        italics=tuple(context.italics),
        abbreviations=context.definitions.abbreviations,
        generated_ids=(*generated, *context.generated_ids),
        option_ids=tuple(context.option_ids),
        sources=context.sources,
    )
