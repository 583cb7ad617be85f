"""The running text of a module, passage by passage, as `satchel compare` holds two versions against each other."""

from collections.abc import Iterable, Iterator
from typing import Any

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Prose, Stages, Watch
from builder.model.content import TextBlocks, single_spaced, words
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


def _passages(lines: list[str], texts: Iterable[TextBlocks]) -> list[tuple[str, str]]:
    runs = [*lines, *(run for blocks in texts for run in words(blocks).split("\n"))]
    passages = map(single_spaced, runs)
    return [(short_hash(said), _first(said)) for said in passages if said]


def _of_block(block: Any) -> Iterator[TextBlocks]:
    if isinstance(block, Prose):
        yield block.content
    elif isinstance(block, Watch):
        yield from (block.prose, block.transcript)
    elif isinstance(block, Stages):
        yield from (block.before, *(stage.detail for stage in block.stages), block.after)


def _first(said: str) -> str:
    begin = said.split(" ", _FIRST)
    return " ".join(begin[:_FIRST]) + ("…" if len(begin) > _FIRST else "")
