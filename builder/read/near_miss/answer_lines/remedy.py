"""What is said of an answer line, and the change that ticks the options in its place."""

import re
from collections.abc import Collection, Sequence

from builder.model.diagnostics import Edit, Fix
from builder.model.kind import Kind
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import is_escaped
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.labels import Key
from builder.read.near_miss.answer_lines.options import Option, Question
from builder.read.near_miss.missing_hashes import MEANT

_NUMBER = rare_pattern(r"^(?:(?:question|q)[ \t]*)?\d{1,3}[.):][ \t]+|^(?:question|q):[ \t]+", re.IGNORECASE)
"""The number of a question."""
_ENDS = rare_pattern(r"(?:[?:…؟？]|\.\.\.)[ *_”\"’]*(?:\([^()\n]{1,40}\)[ *_.]*)?$")
"""The end of what asks, with a remark behind it: `Which? (Select two)`."""
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
    if not _ENDS.search(line.text):
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


def listed(options: Sequence[Option], right: Collection[int]) -> str:
    """Options as they are to be written, for a hint."""
    written = [
        f"- [{'x' if number in right else ' '}] {option.words[:40]}" for number, option in enumerate(options[:_MOST])
    ]
    return f"{' , '.join(written)}{' and so on' * (len(options) > _MOST)}"


def report_answer_line(
    key: Key,
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
    what = "part" if key.folded else "line"
    message = (
        f"this {what} says which {'option is' if len(right) == 1 else 'options are'} right, and here tick boxes say so"
    )
    titled = f"## {head[0].lines[0].text} , then " if head else ""
    hint = f"Write {titled}{listed(question.options, right)}, and delete this {what}"
    hint += f". Its reason is feedback, below a blank line: > {reason[:60]}" if reason else "."
    context.fault(
        "QUE-018",
        key.first.place(),
        message,
        hint,
        len(key.first.text.rstrip()),
        _fix(key, question, right, reason, heading, asked, ended),
    )


def _fix(
    key: Key, question: Question, right: set[int], reason: str, heading: Edit | None, asked: bool, ended: bool
) -> Fix:
    """Every change at once, in the order of the source; None where one of them is not possible."""
    if key.folded or (not asked and heading is None) or reason not in key.line.text:
        return None
    edits = ticked(question.options, right)
    if not edits or question.options[0].line.source is not key.line.source:
        return None
    line, number = key.line, key.first.number
    end = len(line.source.line(number - 1))
    above = number < question.options[0].line.number
    if above and reason:
        return None
    text = f"\n\n> {reason}" * bool(reason) + "\n\n---" * ended
    text = text[1:] if text and not end else text  # there is a blank line
    edits.append(Edit(line.source.path, number - 1, end + 1, line.number, len(line.typed) + 1, text))
    edits += [] if asked or heading is None else [heading]
    return sorted(edits, key=lambda edit: (edit.line, edit.column))


def ticked(
    options: Sequence[Option], right: set[int], signs: Sequence[tuple[Option, Sequence[tuple[int, int]]]] = ()
) -> list[Edit]:
    """Give each option its tick box in place of its letter, and take signs out; empty where that is not possible."""
    edits = []
    for number, option in enumerate(options):
        line = option.line
        before = line.typed[: line.column - 1]
        if before.strip(" -*+"):
            return []
        box = f"[{'x' if number in right else ' '}] "
        edits.append(_cut(line, 0, option.width, box if before.strip() else f"- {box}"))
    for option, cuts in signs:
        edits += [_cut(option.line, start, end, "") for start, end in cuts if start >= option.width]
    return edits


def _cut(line: Line, start: int, end: int, text: str) -> Edit:
    return Edit(line.source.path, line.number, line.column + start, line.number, line.column + end, text)
