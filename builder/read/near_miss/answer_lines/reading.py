"""Questions with an answer line, read as they were meant."""

from collections.abc import Mapping, Sequence

from builder.model.kind import Kind, QuestionKind
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import begins_block
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.apart.answer_key import report_key_apart, rows_of_key, tick_by_key
from builder.read.near_miss.answer_lines.apart.folded import folded_key
from builder.read.near_miss.answer_lines.apart.numbered import numbered_questions
from builder.read.near_miss.answer_lines.asked import with_ticks
from builder.read.near_miss.answer_lines.blocks import option_list, paragraph, quoted_reason
from builder.read.near_miss.answer_lines.elsewhere import without_answer_lines
from builder.read.near_miss.answer_lines.labels import Key, is_label, key_of
from builder.read.near_miss.answer_lines.marked import asks, marked_question
from builder.read.near_miss.answer_lines.options import Question, last_line, question_above, right_options
from builder.read.near_miss.answer_lines.remedy import meant_heading, report_answer_line
from builder.read.near_miss.answer_lines.words.letters import is_lettered

_LETTER = rare_pattern(r"(?<![^\W\d_])[A-Ha-hА-Д](?![^\W\d_])")
_POINTS = frozenset("✅✔👉➡💡🔑")
"""Signs before an answer line of chat assistants."""
_ENDS = frozenset({"heading", "rule"})


def with_answer_lines(nodes: Sequence[Node], kinds: Mapping[str, Kind], context: Context) -> Sequence[Node]:
    """The same blocks; options become a list with tick boxes where something else says which are right."""
    quiz = next((kind for kind in kinds.values() if kind.shape and kind.shape.entry == "- [ ]"), None)
    if quiz is None:
        return nodes
    made: list[Node] = []
    index = 0
    while index < len(nodes):
        node = nodes[index]
        index += 1
        if node.kind == "heading" and begins_block(node, kinds):
            end = index
            while end < len(nodes) and nodes[end].kind not in _ENDS:
                end += 1
            body = nodes[index:end]
            kind = kinds[node.lines[0].text.partition(":")[0].casefold()]
            if kind is quiz:
                body = with_ticks(node, body, quiz, context)
            elif isinstance(kind, QuestionKind):
                body = without_answer_lines(node, body, kind, context)
            made += [node, *body]
            index = end
            continue
        rows = rows_of_key(node, nodes[index:]) if node.kind in {"heading", "paragraph"} and node.lines else []
        if rows and tick_by_key(made, node, rows, quiz, context):
            index += rows[-1].number > node.last_line
            continue
        if rows and is_label(node.lines[0].text):
            _check_key(node, rows, context)
        line = last_line(node)
        key = folded_key(node) or (key_of(line, line.text[:1] in _POINTS) if line else None)
        following = nodes[index] if index < len(nodes) else None
        read = numbered_questions(node, quiz, context)
        read = read or _read(made, node, key, following, quiz, context) if key else None
        if read is None and (marked := marked_question(made, node, nodes[index:], quiz, context)):
            del made[len(made) - marked.above :]
            read, index = marked.blocks, index + marked.below
        made += read or [node]
    return made


def _check_key(node: Node, rows: Sequence[Line], context: Context) -> None:
    """QUE-018: an answer key, a heading or a label with letters below it, which mean nothing to learners."""
    if all(is_lettered(row.text) and _LETTER.search(row.text) for row in rows):
        report_key_apart(node, context)


def _check_unknown(made: Sequence[Node], question: Question, key: Key, context: Context) -> None:
    """QUE-018: an answer line below a question that names an option which is not there: `Answer: D` below A to C."""
    above = made[-1 - question.blocks] if len(made) > question.blocks else None
    asked = question.stem or (above.lines if above is not None else [])
    if asked and asks(asked[-1]) and is_lettered(key.named) and _LETTER.search(key.named.upper()):
        message = "this line says which option is right, and there is no such option"
        hint = "A question is a heading `## Quiz: ...`, with - [x] before each right option and - [ ] before others."
        context.fault("QUE-018", key.first.place(), message, hint, len(key.first.text.rstrip()))


def _read(
    made: list[Node], node: Node, key: Key, following: Node | None, quiz: Kind, context: Context
) -> list[Node] | None:
    """Report an answer line in prose, take what is above it off `made`, and give the question's blocks; None when it is none."""
    question = question_above(made, node, key.line)
    answer = right_options(key, question.options) if question else None
    if question is None or any(option.ticked for option in question.options):
        return None
    if answer is None:
        _check_unknown(made, question, key, context)
        return None
    above = made[-1 - question.blocks] if len(made) > question.blocks else None
    head, edit, stem = meant_heading(above, question, quiz)
    if head is None:
        return None
    right, reason = answer
    if reason and (at := key.line.text.rfind(reason)) >= 0:
        reason = key.line.text[at:].rstrip(" *_")
    ended = following is not None and following.kind not in _ENDS
    del made[len(made) - question.blocks - (not question.stem) :]
    report_answer_line(key, question, right, reason, edit, False, ended, head, quiz, context)
    blocks = [*head, *([paragraph(stem)] if stem else []), option_list(question.options, right)]
    if reason:
        blocks.append(quoted_reason(key.line, reason))
    return [*blocks, Node("rule", node.source, key.line.number, key.line.column)] if ended else blocks
