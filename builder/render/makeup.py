"""What a module shows beside its words, as `satchel compare` holds two versions against each other.

Where a place of a picture is, where a link leads, whether a list has numbers, what stands before what. A row is known by
the words that belong to it, so that other words are listed once, as words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Spot
from builder.model.content import (
    Fragment,
    Link,
    TermLink,
    Text,
    TextBlock,
    every_inline,
    inline_words,
    single_spaced,
    words,
)
from builder.model.content.inlines import NoteReference, Picture
from builder.model.content.spelling import short_hash
from builder.model.course import Course, Module
from builder.model.diagnostics import Span
from builder.model.kind import QuestionKind
from builder.model.media import Asset, Cue, Passage, Remote, Track
from builder.render.passages import first_words, passages_of_block, texts_in

Row = tuple[str, str, str, str]
"""`place`, `link` or `look`; what it is known by; what a reader knows it by; and what may be another."""
_ELSEWHERE = frozenset([Span, Asset, Remote, Cue, Passage, QuestionKind, Picture, NoteReference])
"""What a file holds or an author's line is: compared by content, or by nobody."""
_NAMES = frozenset(["id", "place", "module", "number", "questions", "webvtt"])
"""Fields that name something, and say nothing to a learner."""
_SETTLED = frozenset(
    [
        "target",
        "partner",
        "correct",
        "gaps",
        "ranges",
        "units",
        "also",
        "weight",
        "attempts",
        "bank",
        "privacy",
        "unreported",
        "watched",
        "elsewhere",
    ]
)
"""Fields that `compare` has sentences of its own for."""


def makeup_of(module: Module) -> list[Row]:
    """The rows of a module, in the order of its page."""
    return list(dict.fromkeys(row for part in (*module.blocks, *module.notes) for row in _rows(part)))


def look_of(item: AssessmentItem) -> str:
    """How a question is set, which words it offers and in which order: three fingerprints."""
    runs = [said for text in texts_in(item.interaction) for said in words(text).split("\n")]
    return " ".join(map(short_hash, (_made(item, texts=False), "\n".join(sorted(runs)), "\n".join(runs))))


def about_course(course: Course) -> dict[str, str]:
    """What the course says as a whole -> fingerprint of the words."""
    form = course.record.form if course.record else None
    terms = course.glossary.terms if course.glossary else ()
    said: dict[str, Any] = {
        "its title": course.title,
        "its summary": course.summary,
        "how long it takes": course.minutes,
        "its publisher": course.publisher,
        "its rights": course.rights,
        "its accessibility statement": tuple(course.statement.values()),
        "the standards that it answers to": course.standards,
        "the head of the record": (form.title, form.about) if form else "",
        **{f"the help with “{one.ask}” in the record": one.help for one in (form.questions if form else ())},
        **{f"what is said of {one.name}": (one.role, one.about) for one in course.people},
        **{f"the entry “{one.words.text}” of the glossary": (one.words, one.meanings) for one in terms},
    }
    return {what: short_hash(_made(words)) for what, words in said.items()}


def order_of(module: Module) -> list[str]:
    """What stands in it one behind the other: ids of questions, fingerprints of passages."""
    return [name for block in module.blocks for name in _names(block)]


def _names(block: Any) -> Iterator[str]:
    if isinstance(block, AssessmentItem):
        yield block.id
    else:
        yield from (number for number, _ in passages_of_block(block))


def _rows(value: Any) -> Iterator[Row]:
    if isinstance(value, TextBlock):
        yield from _of_words(words((value,)), value, (value,))
    elif isinstance(value, Fragment):
        yield from _of_words(value.text, value.content, value.content)
    elif isinstance(value, tuple):
        for one in value:
            yield from _rows(one)
    elif is_dataclass(value) and type(value) not in _ELSEWHERE:
        if isinstance(value, Spot):
            yield ("place", value.part.name.text, value.part.name.text, f"{value.left}, {value.top}")
        if isinstance(value, Track):
            yield (
                "look",
                f"track {value.asset.name}",
                value.label,
                short_hash(f"{value.kind} {value.language} {value.label}"),
            )
        title = getattr(value, "title", None)
        if isinstance(title, Fragment) and not isinstance(value, AssessmentItem):
            yield ("look", f"block {title.text}", title.text, short_hash(_made(value, texts=False)))
        for name in _fields(value.__class__):
            yield from _rows(getattr(value, name))


def _of_words(said: str, value: Any, content: Iterable[Any]) -> Iterator[Row]:
    yield ("look", short_hash(said), first_words(single_spaced(said)), short_hash(_made(value)))
    for node in every_inline(content):
        if isinstance(node, Link) and (":" in node.target or node.target.startswith("#")):
            name = inline_words(node.content)
            yield ("link", name, name, node.target)


def _made(value: Any, texts: bool = True) -> str:
    """A value as one text: its words with every mark between them; without `texts`, how a block is set."""
    if isinstance(value, (Text, TermLink)):
        return value.words  # which use of a term is its first hangs on the glossary
    if isinstance(value, tuple):
        made = (_made(one, texts) for one in value)
        return "".join(made if texts else dict.fromkeys(made))  # how many options there are is said by their words
    if isinstance(value, (bool, int, float, str)):
        return f"\1{value}"
    if (
        type(value) in _ELSEWHERE
        or not is_dataclass(value)
        or (isinstance(value, (TextBlock, Fragment, Track)) and not texts)
    ):
        return ""
    return (
        f"\2{type(value).__name__}{''.join(_made(getattr(value, name), texts) for name in _fields(value.__class__))}\3"
    )


@cache
def _fields(of: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of) if field.name not in _NAMES | _SETTLED)
