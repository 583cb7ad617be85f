"""What a translator works on: a segment, its words, and the signs among them that stay as they are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal, NamedTuple

Style = Literal["markdown", "cell", "yaml", "yaml-markdown", "cue", "title", "plain", "formula"]
"""How the words of a segment are written in their file; a `title` holds the quotes around it, a `formula` is in `\\text{}`."""

_BREAK = re.compile(r"\s*[\n\r]\s*")
"""A line break with the space around it."""


class Token(NamedTuple):
    """A piece of a segment: words, or a place at which a code begins, ends or stands."""

    kind: Literal["words", "open", "close", "mark"]
    words: str = ""
    """The words, as a learner reads them; empty for a code."""
    number: int = 0
    """Which code, counted from 1; 0 for words."""


Tokens = tuple[Token, ...]
Written = tuple["str | Segment", ...]
"""Characters of a code, and the segments that stand in it, such as the title of a link."""


@dataclass(frozen=True, slots=True)
class Code:
    """Signs of the format among words: a translator may move them and may not change them."""

    kind: str
    """`bold`, `italic`, `struck`, `link`, `picture`, `gap`, `variable`, `code`, `address`, `break`, `footnote`, `language`, `html`, `comment`, `formula`, `marked`, `low`, `high`, `paragraph` or `speaker`."""
    before: Written
    """What is written where it begins, or stands."""
    after: Written = ()
    """What is written where it ends."""
    pair: bool = False
    """Whether words stand in it."""

    @property
    def shown(self) -> str:
        """What a translator sees of it."""
        return "…".join(
            "".join(map(_raw, part)) for part in ((self.before, self.after) if self.pair else (self.before,))
        )

    @property
    def segments(self) -> Iterator["Segment"]:
        """The segments that stand in it."""
        return (part for part in (*self.before, *self.after) if isinstance(part, Segment))


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """A sentence or block of a course that is translated as a whole."""

    file: str
    """Path relative to the course folder, with forward slashes."""
    line: int
    """Line on which it begins, counted from 1."""
    column: int
    """Column in which it begins, counted from 1."""
    role: str
    """What it is, for a translator: `heading`, `option`, `caption of a film`."""
    tokens: Tokens
    """Its words and codes."""
    codes: tuple[Code, ...] = ()
    """The codes that its tokens count, the first being 1."""
    style: Style = "markdown"
    """How it is written."""
    raw: str = ""
    """Its words as they are written in the source."""
    context: str = ""
    """The block that it stands in."""
    note: str = ""
    """What a translator should know of it."""

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate."""
        return any(token.kind == "words" and any(map(str.isalnum, token.words)) for token in self.tokens)

    @property
    def flat(self) -> str:
        """Its words on one line, with a tag for each code."""
        return flat(self.tokens)

    def every(self) -> Iterator["Segment"]:
        """Itself, and the segments that stand in its codes."""
        yield self
        for code in self.codes:
            for inner in code.segments:
                yield from inner.every()


def _raw(part: "str | Segment") -> str:
    return part if isinstance(part, str) else part.raw


def flat(tokens: Tokens) -> str:
    """Tokens on one line: `Trust <g1>helps</g1>, see <x2/>`."""
    forms = {"open": "<g{}>", "close": "</g{}>", "mark": "<x{}/>"}
    return "".join(
        token.words.replace("&", "&amp;").replace("<", "&lt;")
        if token.kind == "words"
        else forms[token.kind].format(token.number)
        for token in tokens
    )


def joined(tokens: Iterator[Token] | Tokens) -> Tokens:
    """The same with words beside words made one, and empty ones left out."""
    made: list[Token] = []
    for token in tokens:
        if token.kind != "words":
            made.append(token)
        elif made and made[-1].kind == "words":
            made[-1] = Token("words", made[-1].words + token.words)
        elif token.words:
            made.append(token)
    return tuple(made)


def trimmed(tokens: Tokens) -> Tokens:
    """The same without white space at its two ends."""
    made = list(tokens)
    if made and made[0].kind == "words":
        made[0] = made[0]._replace(words=made[0].words.lstrip())
    if made and made[-1].kind == "words":
        made[-1] = made[-1]._replace(words=made[-1].words.rstrip())
    return joined(tuple(made))


def reflowed(tokens: Tokens) -> Tokens:
    """The same on one line, as before a tool broke it to indent it."""
    return trimmed(tuple(token._replace(words=_BREAK.sub(" ", token.words)) for token in tokens))


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment under the key by which a translation file knows it."""

    key: str
    """From file, role and words: it changes when one of them does."""
    segment: Segment
    inner: Mapping[int, str] = field(default_factory=dict)
    """Keys of the segments in its codes, by the identity of each."""

    def inner_of(self, code: Code) -> list[str]:
        """Keys of the segments that stand in a code."""
        return [self.inner[id(one)] for one in code.segments if id(one) in self.inner]


def keyed(segments: Iterable[Segment]) -> tuple[Unit, ...]:
    """Every segment with its key, those in codes behind the one that holds them. Segments that are alike are counted."""
    unique = {id(one): one for segment in segments for one in segment.every() if one.has_words}
    counts: Counter[str] = Counter()
    keys: dict[int, str] = {}
    for place, one in unique.items():
        words = "\0".join((one.file, one.role, one.flat))
        counts[words] += 1
        keys[place] = f"s{sha256(f'{words}{counts[words]}'.encode()).hexdigest()[:12]}"
    return tuple(
        Unit(keys[place], one, {id(x): keys[id(x)] for code in one.codes for x in code.segments if id(x) in keys})
        for place, one in unique.items()
    )
