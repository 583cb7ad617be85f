"""Module -> Script: what a stand-in film shows and says.

It says nothing that the module does not say, except that it is a stand-in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

from lxml import html as lxml_html

from builder.model.blocks import Block, Prose, Stages, Watch
from builder.model.course import Module

MOST_POINTS = 6
"""How many points one slide holds."""
MOST_LINES = 8
"""How many lines of points one slide holds at a size that reads well on a phone."""
LINE = 52
"""Characters in such a line, about."""

_TEXTS = "//*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or self::p or self::ul or self::ol]"
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
    """Length of the film that this one stands for, e.g. `7 minutes`; may be empty."""
    slides: tuple[Slide, ...]
    """In order; the first is the title, the last says that this is a stand-in."""


def write_script(module: Module) -> Script:
    """The script of a module: its title and summary, its lists, its stages, and what the film is.

    Lists are looked for in prose, also in that of a `Watch` or `Stages` block. Questions are left out.
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
            yield from _lists(block.html, title)
        case Watch():
            yield from _lists(block.prose, block.title.text)
        case Stages():
            heading = _plain(block.title.text)
            yield from _lists(block.before, heading)
            yield from _listing(heading, tuple(_plain(stage.name.text) for stage in block.stages))
            yield from _lists(block.after, heading)
            yield from (_statement(text, "") for text in _remarks(block.after))


def _lists(html: str, heading: str) -> Iterator[Slide]:
    """A slide for each list, under the sentence that leads to it, else under the last heading."""
    lead = ""
    for element in _texts(html):
        if element.tag in ("ul", "ol"):
            yield from _listing(lead or heading, tuple(_item(item) for item in element.findall("li")))
            lead = ""
        elif element.tag == "p":
            lead = _lead(_words(element))
        else:
            heading, lead = _words(element), ""


def _remarks(html: str) -> Iterator[str]:
    """Paragraphs that lead to no list. One with a link is left out: a film has nowhere to follow it."""
    for element in _texts(html):
        words = _words(element)
        if element.tag == "p" and words and not _lead(words) and not element.xpath(".//a[@href]"):
            yield words


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


def _texts(html: str) -> list[lxml_html.HtmlElement]:
    """Headings, paragraphs and outermost lists, in order."""
    if not html.strip():
        return []
    return list(lxml_html.fragment_fromstring(html, "div").xpath(f".{_TEXTS}[not(ancestor::li)]"))


def _item(item: lxml_html.HtmlElement) -> str:
    """The words of a list item; a list inside it follows its words as `words: first; second`."""
    inner = [_item(child) for nested in item.xpath("./ul | ./ol") for child in nested.findall("li")]
    for nested in item.xpath("./ul | ./ol"):
        nested.drop_tree()
    own = _words(item)
    return f"{_stopped(own, ':')} {'; '.join(inner)}".strip() if inner else own


def _words(element: lxml_html.HtmlElement) -> str:
    """Plain text, without the numbers of footnotes; a line break counts as a space."""
    for mark in element.xpath(".//sup[a]"):
        mark.drop_tree()
    for end in element.xpath(".//br | .//p"):
        end.tail = f" {end.tail or ''}"
    return _plain(element.text_content())


def _lead(paragraph: str) -> str:
    """The last sentence of a paragraph when it leads to a list, else nothing."""
    return sentences(paragraph)[-1] if paragraph.endswith(":") else ""


def _stopped(text: str, stop: str) -> str:
    return text if not text or text[-1] in ".!?:;" else text + stop


def _plain(text: str) -> str:
    return " ".join(text.split())
