"""Questions in running text, with a sign at the right option: `2. Two*`, `*B) Two`, `- Two (correct)`."""

from collections.abc import Sequence
from typing import NamedTuple

from builder.model.diagnostics import Edit
from builder.model.kind import Kind
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.blocks import option_list, paragraph
from builder.read.near_miss.answer_lines.labels import key_of
from builder.read.near_miss.answer_lines.marks import Mark, bold_options, marks_of, signs_of_all
from builder.read.near_miss.answer_lines.options import (
    Option,
    Question,
    is_lettered_paragraph,
    last_line,
    options_in_lines,
    options_of_list,
)
from builder.read.near_miss.answer_lines.remedy import listed, meant_heading, ticked
from builder.read.near_miss.answer_lines.telling import taken_out

_ASKS = rare_pattern(
    r"[?？؟;][\s*_)”\"’]*(?:\{[^{}]*\}\s*)?$|^[\s#*_]*(?:question|q)[ \t]?\d|^[\s*_]*(?:choose|select|pick|tick|which)\b",
    2,
)
"""A line that asks for an answer; 2 is re.IGNORECASE."""
_NUMBERED = rare_pattern(r"^[\s*_]*(?:(?:question|q)[ \t]*)?\d{1,3}[.):]", 2)
_SURE = rare_pattern(r"[^\W\d_]{3}|^\*$|^[(\[]")
"""A sign that is a word, or a star."""
_ABOUT_SIGNS = rare_pattern(
    r"\b(?:signs?|symbols?|circles?|dots?|boxe?s?|icons?|mean|means|key|legend|colours?|colors?|arwydd\w*|symbol\w*|znak\w*|знак\w*|символ\w*)\b",
    2,
)
"""A line about signs, below which a full circle and an empty one may be what is explained."""
_FEW = 3
_LONGEST = 100
"""Characters of an option; longer entries are sentences of a text."""
_ENDS = frozenset({"heading", "rule"})


class Marked(NamedTuple):
    """A question that was meant, and how many blocks above and below it took."""

    blocks: list[Node]
    above: int
    below: int


def marked_question(
    made: Sequence[Node], node: Node, below: Sequence[Node], quiz: Kind, context: Context
) -> Marked | None:
    """Report a question in running text whose right option has a sign; None where there is none."""
    if not _may_ask(made, node):
        return None
    question = _question_at(made, node, below)
    if question is None or any(option.boxed or len(option.words) > _LONGEST for option in question.options):
        return None
    above = made[-1 - question.blocks] if len(made) > question.blocks else None
    asked = question.stem[-1] if question.stem else above.lines[-1] if above is not None and above.lines else None
    if asked is None or not asks(asked) or (below and key_of_node(below[0])):
        return None
    marks, wrong = _signs(question, asked, below)
    if not marks:
        return None
    head, edit, stem = meant_heading(above, question, quiz)
    if head is None:
        return None
    quotes = 0
    while quotes < len(below) and below[quotes].kind == "quote" and below[quotes].blank_before:
        quotes += 1
    ended = quotes < len(below) and below[quotes].kind not in _ENDS
    _report(question, marks, wrong, head, edit, [node, *below[:quotes]][-1] if ended else None, context)
    blocks = [*head, *([paragraph(stem)] if stem else []), option_list(question.options, set(marks)), *below[:quotes]]
    if ended:
        last = question.options[-1].line
        blocks.append(Node("rule", node.source, last.number, last.column))
    return Marked(blocks, question.blocks + (not question.stem), quotes)


def _may_ask(made: Sequence[Node], node: Node) -> bool:
    """Whether a question is near: nearly no list stands below one, and no other is looked at."""
    if node.kind == "list":
        return bool(made and made[-1].lines and _ASKS.search(made[-1].lines[-1].text))
    return node.kind == "paragraph" and (len(node.lines) > 1 or is_lettered_paragraph(node))


def asks(line: Line) -> bool:
    """Whether a line asks for one of the options below it."""
    return bool(_ASKS.search(line.text))


def key_of_node(node: Node) -> bool:
    """Whether a block ends with a line that names the right answer."""
    line = last_line(node)
    return bool(line and key_of(line))


def _question_at(made: Sequence[Node], node: Node, below: Sequence[Node]) -> Question | None:
    """The options that end with this block; None where it ends none."""
    if node.kind == "list":
        options = options_of_list(node, prose=True)
        return Question([], options, 0) if len(options) > 1 else None
    if node.kind != "paragraph":
        return None
    if len(node.lines) > 1:
        return options_in_lines(node.lines, [], 0, prose=True)
    if not is_lettered_paragraph(node) or (below and is_lettered_paragraph(below[0])):
        return None
    count = 0
    while count < len(made) and is_lettered_paragraph(made[-1 - count]):
        count += 1
    lines = [line for one in [*made[len(made) - count :], node] for line in one.lines]
    return options_in_lines(lines, [], count, prose=True)


def _signs(question: Question, asked: Line, below: Sequence[Node]) -> tuple[dict[int, Mark], dict[int, Mark]]:
    """The signs that say which options are right, and those that say which are wrong.

    One tick among entries below a question marks an answer; several may be a list of what there is.
    """
    options = question.options
    right, wrong = signs_of_all(options)
    if right and options[0].drawn:
        return ({}, {}) if len(options) < _FEW and _ABOUT_SIGNS.search(asked.text) else (right, wrong)
    if right:
        sure = all(_SURE.search(mark.sign) for mark in wrong.values())
        return (right, wrong) if sure or len(right) == 1 < len(wrong) else ({}, {})
    others = [line.text for node in below for line in _notes(node)]
    marks = marks_of(options, [asked.text, *others])
    if len(marks) > 1 and not all(_SURE.search(mark.sign) or options[number].marked for number, mark in marks.items()):
        return {}, {}
    lettered = all(option.name for option in options)
    if not marks and lettered and (_NUMBERED.match(asked.text) or not options[0].name.isdecimal()):
        bold = bold_options(options)
        return (bold, {}) if len(bold) == 1 else ({}, {})
    return marks, {}


def _notes(node: Node) -> list[Line]:
    """Lines that may be the note to which a star leads: `* Only here` is a list of one entry."""
    if node.kind == "list" and len(node.children) == 1 and node.children[0].info == "*":
        first = node.children[0]
        return [Line(first.source, first.line, first.column, "*")]
    return node.lines if node.kind == "paragraph" else []


def _report(
    question: Question,
    marks: dict[int, Mark],
    wrong: dict[int, Mark],
    head: list[Node],
    heading: Edit | None,
    last: Node | None,
    context: Context,
) -> None:
    options: list[Option] = question.options
    edits = ticked(options, set(marks), [(options[number], mark.cuts) for number, mark in {**marks, **wrong}.items()])
    length = max(1, len(marks[min(marks)].sign))
    place, sign = taken_out(options, marks, wrong)
    if edits and heading and last is not None:
        end = len(last.source.line(last.last_line)) + 1
        edits.append(Edit(last.source.path, last.last_line, end, last.last_line, end, "\n\n---"))
    fix = sorted([*edits, heading], key=lambda edit: (edit.line, edit.column)) if edits and heading else None
    message = f"{sign} in other tools, and here tick boxes say so"
    hint = f"Write ## {head[0].lines[0].text} , then {listed(options, set(marks))}"
    context.fault("QUE-018", place, message, hint, length, fix)
