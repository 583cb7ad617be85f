"""Everything in a section that was meant as a list, or as lines under each other, and runs together."""

from collections.abc import Sequence

from builder.model.kind import Kind, QuestionKind
from builder.read.list_signs import ENGLISH, O_BEGINS, is_o_a_word
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.lines_apart import note_lines_apart
from builder.read.near_miss.list_items import note_run_on
from builder.read.near_miss.number_words.list_numbers import note_list_numbers
from builder.read.near_miss.one_alone import note_comparisons, note_one_alone, note_signed_numbers
from builder.read.near_miss.run_together import note_lists_in_answers, note_run_together


def _says_so(line: Line) -> bool:
    """Whether a line of an English course speaks for entries: it is English, ends with a colon, or has a capital behind its `o`."""
    found = O_BEGINS.match(line.text)
    return (
        bool(ENGLISH.search(line.text)) or line.text.endswith(":") or bool(found and line.text[found.end()].isupper())
    )


def _has_o(body: Sequence[Node], context: Context) -> bool:
    """Whether two lines of a section or more begin with `o`, and none of them where it may be a word."""
    count, waiting = 0, list(body)
    while waiting:
        node = waiting.pop()
        waiting += node.children
        if node.kind == "paragraph" and (found := [line for line in node.lines if O_BEGINS.match(line.text)]):
            if is_o_a_word(context.language, [line.text for line in node.lines]):
                return False
            plain = not context.language.startswith("en") or any(map(_says_so, node.lines))
            count += len(found) * plain
    return count > 1


def note_near_lists(body: Sequence[Node], kind: Kind | None, context: Context) -> None:
    """Report it in the body of a section; `kind` is None for prose."""
    context.o_begins = not isinstance(kind, QuestionKind) and _has_o(body, context)
    note_run_on(body, kind, context)
    if isinstance(kind, QuestionKind):
        note_lists_in_answers(body, context)
    else:
        note_run_together(body, context)
    if kind is None or (isinstance(kind, QuestionKind) and not kind.scored):
        note_one_alone(body, context)
    if kind is None:
        note_lines_apart(body, context)
        note_comparisons(body, context)
        note_signed_numbers(body, context)
    note_list_numbers(body, kind, context)
