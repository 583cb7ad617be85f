"""What stands in a source file, and where: only checks and `satchel ids` ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from builder.model.diagnostics import Span
from builder.model.media import Asset


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in prose."""

    level: int
    """2 to 6."""
    text: str
    """Its words."""
    span: Span
    """Where it is."""
    excerpt: str
    """The source line."""
    id: str = ""
    """Its id in the page."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link."""

    target: str
    """As it is in the page: `#id` inside the course, an asset's name, or an address with a scheme."""
    text: str
    """Its words; the alternative of a picture in it."""
    span: Span
    """Where its address is."""
    excerpt: str
    """The source line."""
    module: str = ""
    """Id of the module whose file its address names; empty for any other address."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture."""

    asset: Asset
    """The file."""
    alt: str
    """Its text alternative."""
    decorative: bool
    """Whether the author said that it says nothing (`{decorative}`)."""
    span: Span
    """Where its address is."""
    excerpt: str
    """The source line."""
    caption: str = ""
    """Words shown below it; may be empty."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    columns: int
    """How many columns its head has."""
    span: Span
    """Where it begins."""
    excerpt: str
    """Its first line."""


class Passage(NamedTuple):
    """A run of words as the learner reads it; a tuple, because a course has so many."""

    kind: str
    """`paragraph`, `words` (a heading, an option, a cell), `setting`, `caption`, `tooltip`, `code`, or `indented` for code without a fence."""
    text: str
    """The words; a piece of code among them is one U+FFFC."""
    path: str
    """The file."""
    line: int
    """Line on which it begins."""
    column: int
    """Column in which it begins."""
    last: int
    """Line on which it ends."""


@dataclass(frozen=True, slots=True)
class GeneratedId:
    """An id that the author did not write: made from a file name or from the words of a heading; and the insertion that would fix it."""

    id: str
    """The id."""
    kind: str
    """The kind word of its block; `Module` for a module."""
    path: str
    """The file, relative to the course folder."""
    line: int
    """Line of the insertion, counted from 1."""
    column: int = 1
    """Column of the insertion, counted from 1."""
    words: str = ""
    """What to insert; empty when nothing can be inserted."""
    own_line: bool = False
    """Whether the words are a line of their own, above the line."""
    obstacle: str = ""
    """Why nothing can be inserted, and what to do."""
    excerpt: str = ""
    """The line as it was read."""


@dataclass(frozen=True, slots=True)
class OptionId:
    """The id of an option, step, label, partner or group, and where its words begin."""

    id: str
    """The id."""
    path: str
    """The file, relative to the course folder."""
    line: int
    """Line on which the words begin, counted from 1."""
    column: int
    """Column in which they begin, leading tabs made spaces, counted from 1."""
    own: bool = False
    """Whether the author wrote it."""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """All that checks ask about a module, a glossary or the settings, beside what is shown of them."""

    headings: tuple[Heading, ...] = ()
    """Every heading in prose and blocks, in order."""
    links: tuple[Link, ...] = ()
    """Every link, in order."""
    pictures: tuple[Picture, ...] = ()
    """Every picture in prose, in order."""
    anchors: frozenset[str] = frozenset()
    """Every id in it that a link can point to."""
    passages: tuple[Passage, ...] = ()
    """Every run of words, in order."""
    tables: tuple[Table, ...] = ()
    """Every table, in order."""
    italics: tuple[Passage, ...] = ()
    """Those of its passages that are in italics from the first word to the last."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """What it explains with `*[X]: words`."""
    generated_ids: tuple[GeneratedId, ...] = ()
    """Every id in it that the author did not write."""
    option_ids: tuple[OptionId, ...] = ()
    """The id of every option in it, in order."""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lines of its file, and of each fragment and transcript that it names, by path."""

    def without_words(self) -> "SourceFacts":
        """The same without the words and lines, which only checks ask for."""
        return replace(self, headings=(), passages=(), tables=(), italics=(), option_ids=(), sources={})
