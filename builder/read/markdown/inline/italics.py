"""Whether words are in italics from the first to the last."""

from collections.abc import Iterator

from builder.model.content import Code, Emphasis, Inlines, NoteReference, Strong, TermLink, Text, inner_content


def is_slanted(inlines: Inlines) -> bool:
    """Whether words begin in italics and all of them are; the signs between them may stand upright."""
    first = inlines[0]
    while isinstance(first, Strong) and first.content:
        first = first.content[0]
    return isinstance(first, Emphasis) and not any(map(str.isalnum, _upright(inlines)))


def _upright(inlines: Inlines) -> Iterator[str]:
    """Every sign that is not in italics; pictures have none."""
    for node in inlines:
        match node:
            case Emphasis():
                pass
            case Text(words=words) | TermLink(words=words) | Code(text=words):
                yield from words
            case NoteReference(number=number):
                yield str(number)
            case _:
                yield from _upright(inner_content(node))
