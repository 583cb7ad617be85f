"""A list of answers behind several questions: `Answer key`, `1. B`, `2. A`. Each question gets its own ticks."""

from collections.abc import Sequence
from typing import NamedTuple

from builder.model.diagnostics import Edit, Fix
from builder.model.kind import Kind
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.blocks import option_list, paragraph
from builder.read.near_miss.answer_lines.labels import Key, is_label
from builder.read.near_miss.answer_lines.options import Question, options_in_lines, options_of_list, right_options
from builder.read.near_miss.answer_lines.remedy import listed, meant_heading, ticked
from builder.read.near_miss.answer_lines.words.letters import is_lettered
from builder.read.questions.common import first_words

_NUMBER = rare_pattern(r"^(?:(?:question|q)[ \t]*)?\(?\d{1,3}[.):]?[ \t]*(?:[-–—:=][ \t]*)?(?=\S)", 2)


_EACH = rare_pattern(r"\d{1,2}[ \t]*[.):=–-]*[ \t]*[(]?([A-Ha-hА-Да-д])(?![^\W\d_])[)]?")
_IN_LINE = rare_pattern(
    r"(?:answer key|answers?|key|solutions?|atebion|odpowiedzi|відповіді|ответы|réponses|antworten|respuestas)[*_]*:[*_ \t]*(?P<rows>(?:\d{1,2}[ \t]*[.):=–-]*[ \t]*[(]?[A-Ha-hА-Да-д](?![^\W\d_])[)]?[,;.| \t]*){2,})",
    2,
)


class _Asked(NamedTuple):
    at: int
    """Where the block with its options stands."""
    question: Question


def rows_of_key(node: Node, below: Sequence[Node]) -> list[Line]:
    """What a list of answers names for each question: the lines below its label, or what is behind the label in its line."""
    first = node.lines[0]
    if found := _IN_LINE.fullmatch(first.text.strip(" *_")):
        start = first.text.index(found["rows"])
        return [first.part(start + one.start(1), one[1]) for one in _EACH.finditer(found["rows"])]
    if not is_label(first.text):
        return []
    rows = [*node.lines[1:], *(line for one in below[:1] for line in _rows(one))]
    return [row for row in rows if not row.blank]


def is_key(rows: Sequence[Line]) -> bool:
    """Whether rows are the answers to several questions: each a number and a letter, or a letter alone."""
    named = [_NUMBER.sub("", row.text.strip(" *_"), count=1) for row in rows]
    return len(rows) > 1 and all(is_lettered(one[:2].strip(" .)")) for one in named)


def tick_by_key(made: list[Node], node: Node, rows: Sequence[Line], quiz: Kind, context: Context) -> bool:
    """Report each question above to which a row gives its answer, and put it into `made` as it was meant; False where they do not fit."""
    asked = [_Asked(at, question) for at, one in enumerate(made) if (question := _question(made, at, one))]
    keys = [Key(row, 0, _NUMBER.sub("", row.text.strip(" *_"), count=1)) for row in rows]
    found = [right_options(key, one.question.options) for key, one in zip(keys, asked, strict=False)]
    if len(asked) < 2 or len(asked) != len(rows) or not all(answer and answer[0] for answer in found):
        return False
    meant = [
        (one, answer[0], meant_heading(made[one.at - 1] if one.at else None, one.question, quiz))
        for one, answer in zip(asked, found, strict=True)
        if answer
    ]
    edits = [edit for one, right, (_, heading, _) in meant for edit in (*ticked(one.question.options, right), heading)]
    whole = [edit for edit in edits if edit] if None not in edits else []
    fix = sorted([*whole, _deleted(node, rows)], key=lambda edit: (edit.line, edit.column)) if whole else None
    for one, right, (head, _, stem) in reversed(meant):
        if head is not None:
            _tick(made, one, right, head, stem, fix, context)
    return True


def report_key_apart(node: Node, context: Context) -> None:
    """QUE-018: a list of letters, of which nobody can tell here whose they are."""
    message = "these lines say which options are right, by letters that learners do not see"
    hint = "Put an x into the box of each of these options, where it is not there yet, and delete these lines. Learners read what is right once they have answered."
    context.fault("QUE-018", node.lines[0].place(), message, hint, len(node.lines[0].text.rstrip()))


def without_key(body: Sequence[Node], context: Context) -> list[Node]:
    """The blocks of a question without a list of answers to several questions at its end, which is reported."""
    for at, node in enumerate(body):
        rows = rows_of_key(node, body[at + 1 :]) if node.kind == "paragraph" else []
        if is_key(rows):
            report_key_apart(node, context)
            return [*body[:at], *body[at + 1 + (rows[-1].number > node.last_line) :]]
    return list(body)


def _deleted(node: Node, rows: Sequence[Line]) -> Edit:
    """Delete the list of answers with its label."""
    first, last = node.lines[0], rows[-1]
    above = first.number - 1
    return Edit(first.source.path, above, len(first.source.line(above)) + 1, last.number, len(last.typed) + 1, "")


def _rows(node: Node) -> list[Line]:
    """The lines of a paragraph, or the first lines of the entries of a list."""
    words = [first_words(item) for item in node.children] if node.kind == "list" else [node]
    return [line for one in words if one is not None and one.kind == "paragraph" for line in one.lines]


def _question(made: Sequence[Node], at: int, node: Node) -> Question | None:
    options = options_of_list(node, prose=True) if node.kind == "list" else []
    question = Question([], options, 1) if len(options) > 1 else None
    if node.kind == "paragraph" and len(node.lines) > 1:
        question = options_in_lines(node.lines, [], 1)
    if question is None or any(option.ticked for option in question.options):
        return None
    above = made[at - 1] if at else None
    asked = question.stem[-1] if question.stem else above.lines[-1] if above is not None and above.lines else None
    return question if asked is not None and asked.text.rstrip(" *_").endswith(("?", ":", "؟", "…")) else None


def _tick(
    made: list[Node], one: _Asked, right: set[int], head: list[Node], stem: list[Line], fix: Fix, context: Context
) -> None:
    question = one.question
    options = question.options
    said = " and ".join(f"“{options[number].words[:40]}”" for number in sorted(right))
    message = f"a list of answers below says that {said} {'is' if len(right) == 1 else 'are'} right, and here tick boxes say so"
    hint = f"Write ## {head[0].lines[0].text} , then {listed(options, right)}, and delete that list once each question has its ticks."
    first = options[0].line
    context.fault("QUE-018", first.place(), message, hint, len(first.text.rstrip()), fix)
    blocks = [*head, *([paragraph(stem)] if stem else []), option_list(options, right)]
    if one.at + 1 < len(made) and made[one.at + 1].kind not in {"heading", "rule"}:
        blocks.append(Node("rule", first.source, options[-1].line.number, first.column))
    made[one.at - (not question.stem) : one.at + 1] = blocks
