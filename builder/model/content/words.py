"""Plain words of content, and the pictures in it."""

from collections.abc import Iterable, Iterator, Sequence

from builder.model.content.blocks import (
    Callout,
    CodeBlock,
    DefinitionList,
    Details,
    Divider,
    Figure,
    Formula,
    List,
    Paragraph,
    Quote,
    Table,
    TextBlock,
    TightText,
)
from builder.model.content.inlines import (
    Code,
    Fragment,
    Gap,
    Inline,
    Inlines,
    LineBreak,
    Maths,
    NoteReference,
    Picture,
    TermLink,
    Text,
)

_PLAIN = (Paragraph, TightText)
"""Blocks that are one run of words, as nearly all are."""


def inline_words(content: Inlines, code: str | None = None) -> str:
    """The words of inline content on one line, with single spaces.

    A picture is its alternative, a gap is `___`; the number of a footnote is left out. `code`, when it is given, stands
    for each piece of code and each gap.
    """
    if len(content) == 1 and isinstance(content[0], Text):
        return single_spaced(content[0].words)
    return single_spaced("".join(_pieces(content, code)))


def single_spaced(text: str) -> str:
    """Text on one line, with a single space in place of all white space."""
    # No other white space is printable. A look takes a tenth of the time, and nearly all text has single spaces already.
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(text.split())


def telling_words(fragment: Fragment) -> str:
    """What tells a fragment from others: its words, or the names of its pictures when they are all of it.

    Of a formula it is what was typed: ids were made of that before formulas were read.
    """
    if len(fragment.content) == 1 and type(fragment.content[0]) is Text:  # nearly always
        return fragment.text
    if any(isinstance(node, Maths) for node in every_inline(fragment.content)):
        return single_spaced("".join(_typed(fragment.content)))
    return fragment.text or " ".join(picture.file for picture in pictures(fragment.content))


def words(blocks: Iterable[TextBlock]) -> str:
    """The words of blocks, each run of them on a line of its own; the description of a picture is one of them."""
    return "\n".join([run for block in blocks for run in _runs(block) if run])


def pictures(content: Iterable[TextBlock | Inline]) -> Iterator[Picture]:
    """Every picture in blocks or inline content, in order."""
    return (node for node in every_inline(content) if isinstance(node, Picture))


def every_inline(content: Iterable[TextBlock | Inline]) -> Iterator[Inline]:
    """Every piece of inline content, in order: each before what it holds."""
    for node in content:
        if isinstance(node, Inline):
            yield node
        elif isinstance(node, Figure):
            yield node.picture
        if not isinstance(node, Text):
            for inner in _held(node):
                yield from every_inline(inner)


def _pieces(content: Inlines, code: str | None) -> Iterator[str]:
    for node in content:
        match node:
            case Text(words=text) | TermLink(words=text):
                yield text
            case Code(text=text):
                yield text if code is None else code
            case Picture(alternative=text):
                yield text
            case Maths():
                yield node.said if code is None else code
            case LineBreak():
                yield " "
            case Gap():
                yield code or "___"
            case NoteReference():
                pass
            case _:
                yield from _pieces(node.content, code)


def _typed(content: Inlines) -> Iterator[str]:
    """The words with formulas as they were typed."""
    for node in content:
        if isinstance(node, Maths):
            yield node.tex
        elif inner := inner_content(node):
            yield from _typed(inner)
        else:
            yield from _pieces((node,), None)


def _runs(block: TextBlock) -> Iterable[str]:
    return (inline_words(block.content),) if isinstance(block, _PLAIN) else _runs_inside(block)


def _runs_inside(block: TextBlock) -> Iterator[str]:
    if isinstance(block, CodeBlock):
        yield block.text
    if isinstance(block, Figure):
        yield block.picture.alternative
        yield block.picture.caption
    for content in _inlines(block):
        yield inline_words(content)
    for inner in _inner(block):
        yield words(inner)


def _inlines(block: TextBlock) -> Iterator[Inlines]:
    """The runs of inline content that a block holds itself."""
    match block:
        case Table():
            yield block.caption
            yield from block.head
            for row in block.rows:
                yield from row
        case Figure():
            yield block.description
        case DefinitionList():
            yield from (entry.term for entry in block.entries)
        case Formula():
            yield (block.maths,)
        case Callout() | Details():
            yield block.title
        case Quote():
            yield block.source
        case CodeBlock() | Divider() | List():
            return
        case _:
            yield block.content


def _inner(block: TextBlock) -> Iterator[tuple[TextBlock, ...]]:
    """The groups of blocks that a block holds."""
    match block:
        case Quote() | Callout() | Details():
            yield block.content
        case Figure():
            yield block.more
        case List():
            yield from block.items
        case DefinitionList():
            yield from (meaning for entry in block.entries for meaning in entry.meanings)


def _held(node: TextBlock | Inline) -> Iterator[Sequence[TextBlock | Inline]]:
    if isinstance(node, TextBlock):
        yield from _inlines(node)
        yield from _inner(node)
    else:
        yield inner_content(node)


def inner_content(node: Inline) -> Inlines:
    """The inline content inside another; nothing for one that holds none."""
    return getattr(node, "content", ())
