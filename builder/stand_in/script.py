"""Turns a module into a script: what a stand-in film shows and says.

It says nothing that the module does not say, except that it is a stand-in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

from builder.model.blocks import Block, Parts, Prose, Stages, Watch
from builder.model.content import (
    DefinitionList,
    Heading,
    Link,
    List,
    Paragraph,
    Quote,
    TextBlock,
    TextBlocks,
    every_inline,
    inline_words,
    words,
)
from builder.model.course import Module

MOST_POINTS = 6
"""How many points one slide holds."""
MOST_LINES = 8
"""How many lines of points one slide holds at a size that reads well on a phone."""
LINE = 52
"""Characters in such a line, about."""

_NEXT_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\sa-z])")


@dataclass(frozen=True, slots=True)
class Slide:
    """One picture and what is said while it stands."""

    heading: str
    """Large, at the top."""
    points: tuple[str, ...]
    """Below it; one point is a paragraph, several are a list."""
    narration: tuple[str, ...]
    """Sentences: the words of the heading and the points, with the stops that make them sentences."""


@dataclass(frozen=True, slots=True)
class Script:
    """A whole film."""

    title: str
    """Title of the module."""
    original: str
    """Length of the film that this one stands for, such as `7 minutes`; may be empty."""
    slides: tuple[Slide, ...]
    """In order; the first is the title, the last says that this is a stand-in."""


def write_script(module: Module) -> Script:
    """The script of a module: its title and summary, its lists, its stages, and what the film is.

    Lists are looked for in prose, also in that of a `Watch` or `Stages` block, and in named parts such as `Layers`. Questions are left out.
    """
    original = next((block.original for block in _films(module) if block.original), "")
    points = (slide for block in module.blocks for slide in _block_slides(block, module.title))
    title = _statement(module.title, module.summary)
    return Script(module.title, original, (title, *points, _closing(original)))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order; joined by spaces they are the text again."""
    return tuple(part for part in _NEXT_SENTENCE.split(text.strip()) if part)


def _films(module: Module) -> Iterator[Watch]:
    return (block for block in module.blocks if isinstance(block, Watch))


def _closing(original: str) -> Slide:
    length = f" is {original} long and" if original else ""
    return _statement("This is a stand-in.", f"The original film{length} belongs here.")


def _block_slides(block: Block, title: str) -> Iterator[Slide]:
    match block:
        case Prose():
            yield from _lists(block.content, title)
        case Watch():
            yield from _lists(block.prose, block.title.text)
        case Stages():
            heading = _plain(block.title.text)
            yield from _lists(block.before, heading)
            yield from _listing(heading, tuple(_plain(stage.name.text) for stage in block.stages))
            yield from _lists(block.after, heading)
            yield from (_statement(text, "") for text in _remarks(block.after))
        case Parts():
            yield from _lists(block.before, _plain(block.title.text))
            for part in block.parts:
                yield from _lists(part.content, _plain(part.name.text))


def _lists(content: TextBlocks, heading: str) -> Iterator[Slide]:
    """A slide for each list, under the sentence that leads to it, else under the last heading."""
    lead = ""
    for block in _outermost(content):
        match block:
            case List():
                yield from _listing(lead or heading, tuple(_item(item) for item in block.items))
                lead = ""
            case Paragraph():
                lead = _lead(inline_words(block.content))
            case Heading():
                heading, lead = inline_words(block.content), ""


def _remarks(content: TextBlocks) -> Iterator[str]:
    """Paragraphs that lead to no list. One with a link is left out: a film has nowhere to follow it."""
    for block in _outermost(content):
        if isinstance(block, Paragraph) and not any(isinstance(node, Link) for node in every_inline(block.content)):
            said = inline_words(block.content)
            if said and not _lead(said):
                yield said


def _listing(heading: str, points: tuple[str, ...]) -> Iterator[Slide]:
    """One slide or, when there is much to show, several under the same heading."""
    for share in _shares(tuple(point for point in points if point)):
        yield Slide(heading, share, _said(heading, share))


def _statement(heading: str, text: str) -> Slide:
    """A heading, and under it a paragraph that may be empty."""
    heading, text = _plain(heading), _plain(text)
    said = (*sentences(_stopped(heading, ".")), *(sentences(_stopped(text, ".")) if text else ()))
    return Slide(heading, (text,) if text else (), said)


def _said(heading: str, points: tuple[str, ...]) -> tuple[str, ...]:
    """A list as one would read it out: `Heading: first; second; third.`"""
    if all(point[-1] in ".!?" for point in points):
        return tuple(sentence for text in (_stopped(heading, "."), *points) for sentence in sentences(text))
    return sentences(f"{_stopped(heading, ':')} {'; '.join(point.rstrip(' ;,.') for point in points)}.")


def _shares(points: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Points by the slideful, about as many on each; a point too long for one slide goes on on the next."""
    pieces = [piece for point in points for piece in _wrapped(point, LINE * (MOST_LINES - 1))]
    for count in range(1, len(pieces) + 1):
        size = ceil(len(pieces) / count)
        shares = [tuple(pieces[at : at + size]) for at in range(0, len(pieces), size)]
        if size <= MOST_POINTS and all(_lines(share) <= MOST_LINES for share in shares):
            return shares
    return [(piece,) for piece in pieces]


def _lines(points: tuple[str, ...]) -> int:
    return sum(len(_wrapped(point, LINE)) for point in points)


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _outermost(content: TextBlocks) -> Iterator[TextBlock]:
    """Headings, paragraphs and outermost lists, in order, also those of quotations and definitions."""
    for block in content:
        if isinstance(block, Quote):
            yield from _outermost(block.content)
        elif isinstance(block, DefinitionList):
            for entry in block.entries:
                for meaning in entry.meanings:
                    yield from _outermost(meaning)
        else:
            yield block


def _item(item: TextBlocks) -> str:
    """The words of a list item; a list inside it follows its words as `words: first; second`."""
    inner = [_item(nested) for block in item if isinstance(block, List) for nested in block.items]
    own = _plain(words(block for block in item if not isinstance(block, List)))
    return f"{_stopped(own, ':')} {'; '.join(inner)}".strip() if inner else own


def _lead(paragraph: str) -> str:
    """The last sentence of a paragraph when it leads to a list, else nothing."""
    return sentences(paragraph)[-1] if paragraph.endswith(":") else ""


def _stopped(text: str, stop: str) -> str:
    return text if not text or text[-1] in ".!?:;" else text + stop


def _plain(text: str) -> str:
    return " ".join(text.split())
