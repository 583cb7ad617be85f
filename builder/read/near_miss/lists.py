"""Everything in a section that was meant as a list, or as lines under each other, and runs together."""

from collections.abc import Sequence

from builder.model.kind import Kind, QuestionKind
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Node
from builder.read.near_miss.lines_apart import note_lines_apart
from builder.read.near_miss.list_items import note_run_on
from builder.read.near_miss.one_alone import note_one_alone
from builder.read.near_miss.run_together import note_lists_in_answers, note_run_together


def note_near_lists(body: Sequence[Node], kind: Kind | None, context: Context) -> None:
    """Report it in the body of a section; `kind` is None for prose."""
    note_run_on(body, kind, context)
    if isinstance(kind, QuestionKind):
        note_lists_in_answers(body, context)
    else:
        note_run_together(body, context)
    if kind is None or (isinstance(kind, QuestionKind) and not kind.scored):
        note_one_alone(body, context)
    if kind is None:
        note_lines_apart(body, context)
