"""What is said of an answer line, and the change that ticks the options in its place."""

import re

from builder.model.diagnostics import Edit, Fix
from builder.model.kind import Kind
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import is_escaped
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.options import Question
from builder.read.near_miss.missing_hashes import MEANT

_NUMBER = rare_pattern(r"^(?:(?:question|q)[ \t]*)?\d{1,3}[.):][ \t]+", re.IGNORECASE)
"""The number of a question."""
_MOST = 6
"""Options that a hint repeats."""


def meant_heading(
    above: Node | None, question: Question, quiz: Kind
) -> tuple[list[Node] | None, Edit | None, list[Line]]:
    """The heading that a question without one was meant to have, the change that makes it, and what stands below it."""
    if question.stem:
        first, *more = question.stem
        return [_heading(first, quiz)], _as_heading(first, quiz), more
    if above is None or len(above.lines) != 1 or above.kind not in {"heading", "paragraph"}:
        return None, None, []
    line = above.lines[0]
    if above.kind == "heading":
        if above.level < 2 or above.info or is_escaped(above):
            return None, None, []
        return [_heading(line, quiz)], line.place().swap(line.text, f"{quiz.word}: {_asked(line)}"), []
    if not line.text.rstrip(" *_").endswith(("?", ":", "…", "...", "؟", "？")):
        return None, None, []
    return [_heading(line, quiz)], _as_heading(line, quiz), []


def _asked(line: Line) -> str:
    """What a line asks, without its number and without stars around it."""
    text = line.text.strip()
    bold = re.fullmatch(r"(\*\*|__)(.*)\1", text)
    return _NUMBER.sub("", bold[2] if bold else text)


def _heading(line: Line, quiz: Kind) -> Node:
    return Node(
        "heading",
        line.source,
        line.number,
        line.column,
        [line.part(0, f"{quiz.word}: {_asked(line)}")],
        level=2,
        info=MEANT,
    )


def _as_heading(line: Line, quiz: Kind) -> Edit | None:
    return line.in_line(1).swap(line.typed, f"## {quiz.word}: {_asked(line)}")


def without_answer_line(
    key: Line, node: Node, question: Question, context: Context, answer: tuple[set[int], str] | None
) -> list[Node]:
    """Report an answer line below options that are ticked, or one that names none of them; gives its block without it."""
    ticked = {number for number, option in enumerate(question.options) if option.ticked}
    if answer is None:
        message = "this line says which option is right, and there is no such option"
        hint = "Put an x into the box of each right option, - [x] words , and delete this line."
    elif ticked == answer[0]:
        message, hint = "the ticks above say which option is right, and this line says it again", "Delete this line."
    else:
        message = "this line names other options than the ticks above"
        hint = "Put an x into the box of each right option, and delete this line."
    context.fault("QUE-018", key.place(), message, hint, len(key.text.rstrip()))
    last = node
    while last.children:
        last = last.children[-1]
    last.lines = [line for line in last.lines if line is not key]
    return [node] if last.lines else []


def report_answer_line(
    key: Line,
    question: Question,
    right: set[int],
    reason: str,
    heading: Edit | None,
    asked: bool,
    ended: bool,
    head: list[Node],
    quiz: Kind,
    context: Context,
) -> None:
    """QUE-018: say what to write in place of the line and the options.

    `asked` says that a heading begins the question, `ended` that other text follows; `head` is the heading that is made.
    """
    options = question.options
    written = [
        f"- [{'x' if number in right else ' '}] {option.words[:40]}" for number, option in enumerate(options[:_MOST])
    ]
    message = (
        f"this line says which {'option is' if len(right) == 1 else 'options are'} right, and here tick boxes say so"
    )
    titled = f"## {head[0].lines[0].text} , then " if head else ""
    hint = f"Write {titled}{' , '.join(written)}{' and so on' * (len(options) > _MOST)}, and delete this line"
    hint += f". Its reason is feedback, below a blank line: > {reason[:60]}" if reason else "."
    context.fault(
        "QUE-018",
        key.place(),
        message,
        hint,
        len(key.text.rstrip()),
        _fix(key, question, right, reason, heading, asked, ended),
    )


def _fix(
    key: Line, question: Question, right: set[int], reason: str, heading: Edit | None, asked: bool, ended: bool
) -> Fix:
    """Every change at once, in the order of the source; None where one of them is not possible."""
    if (not asked and heading is None) or reason not in key.text:
        return None
    edits: list[Edit | None] = [] if asked else [heading]
    for number, option in enumerate(question.options):
        line = option.line
        before = line.typed[: line.column - 1]
        if before.strip(" -*+") or line.source is not key.source:
            return None
        box = f"[{'x' if number in right else ' '}] "
        sign = "" if before.strip() else "- "
        edits.append(
            Edit(line.source.path, line.number, line.column, line.number, line.column + option.width, sign + box)
        )
    end = len(key.source.line(key.number - 1))
    text = f"\n\n> {reason}" * bool(reason) + "\n\n---" * ended
    text = text[1:] if not end else text  # there is a blank line
    edits.append(Edit(key.source.path, key.number - 1, end + 1, key.number, len(key.typed) + 1, text))
    return edits
