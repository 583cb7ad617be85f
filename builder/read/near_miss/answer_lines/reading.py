"""Questions with an answer line, read as they were meant."""

import re
from collections.abc import Mapping, Sequence

from builder.model.kind import Kind
from builder.read.blocks.sections import begins_block
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.options import NAMES, Option, Question, key_line, question_above, right_options
from builder.read.near_miss.answer_lines.remedy import meant_heading, report_answer_line, without_answer_line


def with_answer_lines(nodes: Sequence[Node], kinds: Mapping[str, Kind], context: Context) -> Sequence[Node]:
    """The same blocks; options with a line below them that says which is right become a list with tick boxes."""
    quiz = next((kind for kind in kinds.values() if kind.shape and kind.shape.entry == "- [ ]"), None)
    if quiz is None or not any(key_line(node) for node in nodes):
        return nodes
    made: list[Node] = []
    opened: Node | None = None
    for index, node in enumerate(nodes):
        found = key_line(node)
        question = question_above(made, node, found[0]) if found else None
        following = nodes[index + 1] if index + 1 < len(nodes) else None
        read = None
        if question and found:
            asked = opened is not None and opened.kind == "heading" and begins_block(opened, kinds)
            read = _read(made, node, question, found, following, opened if asked else None, quiz, context)
        added = [node] if read is None else read
        opened = next((one for one in reversed(added) if one.kind in {"heading", "rule"}), opened)
        made += added
    return made


def _read(
    made: list[Node],
    node: Node,
    question: Question,
    found: tuple[Line, re.Match[str]],
    following: Node | None,
    opened: Node | None,
    quiz: Kind,
    context: Context,
) -> list[Node] | None:
    """Report an answer line, take what is above it off `made`, and give the question's blocks; None when it is none.

    `opened` is the heading of the block that it stands in; None in prose.
    """
    key, match = found
    answer = right_options(match["named"], question.options)
    asked = opened is not None
    if opened and not opened.lines[0].text.casefold().startswith(f"{quiz.word.casefold()}:"):
        return None
    if answer is None or any(option.ticked for option in question.options):
        lettered = bool(NAMES.fullmatch(match["named"].strip(" *_.")))
        return without_answer_line(key, node, question, context, answer) if asked and (answer or lettered) else None
    above = made[-1 - question.blocks] if len(made) > question.blocks else None
    head, edit, stem = ([], None, question.stem) if asked else meant_heading(above, question, quiz)
    if head is None:
        return None
    right, reason = answer
    if reason and (at := key.text.rfind(reason)) >= 0:
        reason = key.text[at:].rstrip(" *_")
    ended = not asked and following is not None and following.kind not in {"heading", "rule"}
    del made[len(made) - question.blocks - (not asked and not question.stem) :]
    report_answer_line(key, question, right, reason, edit, asked, ended, head, quiz, context)
    blocks = [*head, *([_paragraph(stem)] if stem else []), _list(question.options, right)]
    if reason:
        offset = max(0, key.text.rfind(reason))
        quote = Node("quote", key.source, key.number, key.column, blank_before=True)
        quote.children = [_paragraph([key.part(offset, reason)])]
        blocks.append(quote)
    return [*blocks, Node("rule", key.source, key.number, key.column)] if ended else blocks


def _paragraph(lines: list[Line]) -> Node:
    return Node("paragraph", lines[0].source, lines[0].number, lines[0].column, lines)


def _list(options: Sequence[Option], right: set[int]) -> Node:
    first = options[0].line
    node = Node("list", first.source, first.number, first.column)
    for number, option in enumerate(options):
        line = option.line
        box = "[x] " if number in right else "[ ] "
        words = Line(line.source, line.number, line.column + option.width - len(box), box + line.text[option.width :])
        item = Node("item", line.source, line.number, line.column, info="-")
        item.children = [_paragraph([words, *option.more]), *option.below]
        node.children.append(item)
    return node
