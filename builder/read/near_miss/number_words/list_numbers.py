"""Numbers of a list that are not one after the other: markdown counts on from the first, so learners see others.

Sections of an Act, years and a countdown are such numbers.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from builder.model.diagnostics import Edit, Fix
from builder.model.kind import Kind
from builder.read.files.place import Place
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Node
from builder.read.near_miss.list_items import MOST_AT_ONCE

_TOLD = 6
"""Numbers that a message names."""
_OWN = 4
"""Columns more at which what stands below an entry is code (CommonMark 4.4)."""


def note_list_numbers(body: Sequence[Node], kind: Kind | None, context: Context) -> None:
    """STR-048: lists whose numbers learners would see changed; `kind` is None for prose.

    Where the numbers themselves are what a kind reads, it reports them.
    """
    if kind is not None and kind.shape and kind.shape.entry == "1.":
        return
    told = {(d.span.path, d.span.line) for d in context.diagnostics if d.rule == "STR-045"}  # entries that ran on
    for node, beside in _lists(body):
        numbers = [int(item.info[:-1]) for item in node.children]
        shown = list(range(node.start, node.start + len(numbers)))
        if len(set(numbers)) > 1 and numbers != shown and told.isdisjoint(_places(node)):
            _told(node, numbers, shown, beside, context)


def _lists(body: Sequence[Node]) -> Iterator[tuple[Node, bool]]:
    """All numbered lists, and whether another list stands directly beside one."""
    for at, node in enumerate(body):
        if node.kind == "list" and node.ordered:
            yield node, any(other.kind == "list" for other in (*body[max(0, at - 1) : at], *body[at + 1 : at + 2]))
        if node.kind in {"list", "item", "quote", "box"}:
            yield from _lists(node.children)


def _places(node: Node) -> list[tuple[str, int]]:
    return [(node.source.path, line) for line in range(node.line, node.last_line + 1)]


def _told(node: Node, numbers: Sequence[int], shown: Sequence[int], beside: bool, context: Context) -> None:
    first = node.children[0]
    place = Place(node.source, first.line, first.column)
    message = f"the numbers of this list are {_named(numbers)}, and learners would see {_named(shown)}"
    fix: Fix = None
    if numbers[0] <= 1 and all(below == above + 1 or below == numbers[0] for above, below in pairwise(numbers)):
        at = next(at for at, number in enumerate(numbers) if at and number == numbers[0])
        hint = f"For a list of its own, put a few words, or a heading, above line {node.children[at].line}."
        hint += f" If the list goes on, number it {_named(shown)}."
    elif numbers[0] <= 1 and all(0 <= below - above <= 2 for above, below in pairwise(numbers)):
        hint = f"Number it {_named(shown)}. To keep its own numbers, begin each entry with a dash: {_kept(first)}"
    else:
        words = place.excerpt[place.column - 1 + len(first.info) :].strip()[:60]
        hint = f"Write each entry with a dash and a backslash, which keep its number: {_kept(first)} {words}"
        indented = max(len(item.info) for item in node.children) - 1 >= _OWN
        deep = indented and any(len(item.children) > 1 for item in node.children)
        if not (beside or deep) and len(numbers) <= MOST_AT_ONCE:
            fix = [_with_dash(item) for item in node.children]
    context.fault("STR-048", place, message, hint, len(first.info), fix)


def _with_dash(item: Node) -> Edit | None:
    return Place(item.source, item.line, item.column).swap(item.info, _kept(item))


def _kept(item: Node) -> str:
    """How an entry begins that keeps its number."""
    return f"- {item.info[:-1]}\\{item.info[-1]}"


def _named(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:_TOLD]))
    return f"{named} …" if len(numbers) > _TOLD else named
