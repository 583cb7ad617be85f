"""Questions in a numbered list, each with its options and its answer in the same entry: `1. What?`, `a) This`, `Ans: a`."""

from builder.model.kind import Kind
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Node
from builder.read.near_miss.answer_lines.blocks import option_list
from builder.read.near_miss.answer_lines.labels import Key, key_of
from builder.read.near_miss.answer_lines.options import Question, options_in_lines, right_options
from builder.read.near_miss.answer_lines.remedy import meant_heading, report_answer_line
from builder.read.questions.common import first_words


def numbered_questions(node: Node, quiz: Kind, context: Context) -> list[Node] | None:
    """Report the questions of a numbered list, and give them as they were meant; None for any other list."""
    found = [_question(item) for item in node.children] if node.kind == "list" and node.ordered else []
    if len(found) < 2 or not all(found):
        return None
    blocks: list[Node] = []
    for one in found:
        if one is None:
            continue
        key, question, right = one
        head, _, _ = meant_heading(None, question, quiz)
        report_answer_line(key, question, right, "", None, False, False, head or [], quiz, context)
        blocks += [*(head or []), option_list(question.options, right)]
    return [*blocks, Node("rule", node.source, node.last_line, node.column)]


def _question(item: Node) -> tuple[Key, Question, set[int]] | None:
    words = first_words(item)
    key = key_of(words.lines[-1]) if words is not None and len(item.children) == 1 and len(words.lines) > 3 else None
    question = options_in_lines(words.lines, [key.line], 0) if words is not None and key else None
    answer = right_options(key, question.options) if key and question and question.stem else None
    return (key, question, answer[0]) if key and question and answer and answer[0] else None
