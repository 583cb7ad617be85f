"""The running text of a module, passage by passage, as `satchel compare` holds two versions against each other."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Prose, Stages, Watch
from builder.model.content import Fragment, TextBlock, TextBlocks, TightText, single_spaced, words
from builder.model.content.spelling import short_hash
from builder.model.course import Module

_FIRST = 6
"""Words that tell a reader which passage it is."""


def passages_of(module: Module) -> list[tuple[str, str]]:
    """A fingerprint and the first words of each passage of a module; not of its questions."""
    return _passages([module.summary], [*(text for block in module.blocks for text in _of_block(block)), *module.notes])


def passages_about(item: AssessmentItem) -> list[tuple[str, str]]:
    """The same of what is said to answers: feedback, hints and the worked answer."""
    said = [item.modal_feedback, *item.hints, item.worked, *(choice.feedback for choice in item.choices)]
    return _passages([], said)


def passages_beside(item: AssessmentItem) -> list[tuple[str, str]]:
    """The same of what a question says beside its options: heads of columns, the choices of a scene."""
    return _passages([], map(_line, item.kind.beside(item.interaction)))


def passages_of_parts(module: Module) -> list[tuple[str, str]]:
    """The same of blocks of parts, pictures, files and surveys.

    They stand apart from `passages_of`: packages from before they were kept do not have them.
    """
    return _passages([], [text for block in module.blocks for text in _of_parts(block)])


def passages_of_block(block: Any) -> list[tuple[str, str]]:
    """The same of one block that asks nothing."""
    return _passages([], (*_of_block(block), *_of_parts(block)))


def first_words(said: str) -> str:
    """The first words of a passage, which tell a reader which one it is."""
    begin = said.split(" ", _FIRST)
    return " ".join(begin[:_FIRST]) + ("…" if len(begin) > _FIRST else "")


def _passages(lines: list[str], texts: Iterable[TextBlocks]) -> list[tuple[str, str]]:
    runs = [*lines, *(run for blocks in texts for run in words(blocks).split("\n"))]
    passages = map(single_spaced, runs)
    return [(short_hash(said), first_words(said)) for said in passages if said]


def _of_block(block: Any) -> Iterator[TextBlocks]:
    if isinstance(block, Prose):
        yield block.content
    elif isinstance(block, Watch):
        yield from (block.prose, block.transcript)
    elif isinstance(block, Stages):
        yield from (block.before, *(stage.detail for stage in block.stages), block.after)


def _of_parts(block: Any) -> Iterator[TextBlocks]:
    if isinstance(block, Stages):
        yield from map(_line, (block.title, *(stage.name for stage in block.stages)))
    elif not isinstance(block, (AssessmentItem, Prose, Watch)):
        yield from texts_in(block)


def texts_in(value: object) -> Iterator[TextBlocks]:
    """Every text in a value, in the order of its fields."""
    if isinstance(value, Fragment):
        yield _line(value)
    elif isinstance(value, TextBlock):
        yield (value,)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def _line(fragment: Fragment) -> TextBlocks:
    return (TightText(fragment.content),)
