"""A question whose right options are named by a line or marked by a sign, wherever in the question that stands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from builder.model.kind import Kind
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.apart.answer_key import without_key
from builder.read.near_miss.answer_lines.apart.folded import folded_key
from builder.read.near_miss.answer_lines.blocks import option_list, paragraph, quoted_reason, without_lines
from builder.read.near_miss.answer_lines.claims import claims_in, contrasts_in, options_at_end, truth_claim
from builder.read.near_miss.answer_lines.how_many import check_how_many
from builder.read.near_miss.answer_lines.labelled import without_labelled, without_settings
from builder.read.near_miss.answer_lines.labels import Key, keys_of
from builder.read.near_miss.answer_lines.marks import bold_options, marks_of, signs_of_all
from builder.read.near_miss.answer_lines.options import (
    Option,
    Question,
    is_lettered_paragraph,
    options_in_lines,
    options_of_list,
    right_options,
)
from builder.read.near_miss.answer_lines.remedy import report_answer_line
from builder.read.near_miss.answer_lines.telling import (
    report_before,
    report_claim,
    report_key,
    report_marks,
    report_said_behind,
    report_second,
    report_shown,
    report_wrong_marks,
)
from builder.read.near_miss.answer_lines.verdicts import asks_for_what_is_wrong, check_comments, check_verdicts
from builder.read.near_miss.answer_lines.words.letters import is_lettered
from builder.read.questions.common import BOX


class _Found(NamedTuple):
    """Where the options of a question stand in its body."""

    question: Question
    first: int
    """Number of the first block that holds them."""


def with_ticks(heading: Node, body: Sequence[Node], quiz: Kind, context: Context) -> Sequence[Node]:
    """The body of a question; what names its right options is reported and, where no box is ticked, read as it was meant."""
    body = without_key(body, context)
    folded = {id(node): key for node in body if (key := folded_key(node))}
    keys = list(keys_of(_lines([heading, *body])))
    found = _options(body, [line for key in keys for line in key.lines])
    if found is None:
        return body
    options = found.question.options
    end = found.first + found.question.blocks
    above = without_settings(body[: found.first], context)
    body = [*above, *body[found.first : end], *without_labelled(body[end:], options, context)]
    if any(option.ticked for option in options):
        check_verdicts(options, heading.lines[0].text, context)
        report_wrong_marks(options, context)
        report_said_behind(options, context)
        check_comments(heading, options, context)
    keys = [key for key in keys if is_lettered(key.named) or right_options(key, options)]
    told = [node for node in body if id(node) in folded and right_options(folded[id(node)], options)]
    if not any(option.ticked for option in options):
        keys += [folded[id(node)] for node in told]
        body = [node for node in body if node not in told]
    else:
        for node in told:
            _check_shown(folded[id(node)], options, context)
    _check_words(heading, body, found, keys, context)
    if keys:
        return _with_keys(body, keys, found, quiz, context)
    marks, wrong = ({}, {}) if any(option.ticked for option in options) else signs_of_all(options)
    numbers = {(option.line.source.path, option.line.number) for option in options}
    others = (line.text for line in _lines([heading, *body]) if (line.source.path, line.number) not in numbers)
    marks = marks or marks_of(options, others)
    if any(option.ticked for option in options):
        marks = {number: mark for number, mark in marks.items() if not mark.hidden}
    if not marks and not any(option.boxed for option in options):
        marks = bold_options(options)
    if not marks or not report_marks(found.question, marks, wrong, context):
        return body
    return _ticked(body, found, set(marks))


def _lines(nodes: Sequence[Node]) -> Iterator[Line]:
    """Lines of text, also in lists, but for those that learners read once they have answered."""
    for node in nodes:
        if node.kind in {"paragraph", "heading"} and not _is_worked(node):
            yield from node.lines
        elif node.kind in {"list", "item"}:
            yield from _lines(node.children)


def _shown(nodes: Sequence[Node], quoted: bool = False) -> Iterator[Line]:
    """Lines that learners read once they have answered: feedback, and the first line of a worked answer."""
    for node in nodes:
        if node.kind == "paragraph" and (quoted or _is_worked(node)):
            yield from node.lines if quoted else node.lines[:1]
        elif node.kind in {"list", "item", "quote"}:
            yield from _shown(node.children, quoted or node.kind == "quote")


def _first_shown(nodes: Sequence[Node]) -> Iterator[Line]:
    """The first line of each piece of feedback, and of a worked answer behind its label."""
    for node in nodes:
        if node.kind == "quote" and node.children and node.children[0].kind == "paragraph":
            yield node.children[0].lines[0]
        elif node.kind == "paragraph" and _is_worked(node) and ":" in node.lines[0].text:
            line = node.lines[0]
            yield line.cut(line.text.index(":") + 1)
        elif node.kind in {"list", "item"}:
            yield from _first_shown(node.children)


def _is_worked(node: Node) -> bool:
    return node.kind == "paragraph" and node.lines[0].text.lstrip("*_ ").casefold().startswith("worked answer")


def _check_words(heading: Node, body: Sequence[Node], found: _Found, keys: Sequence[Key], context: Context) -> None:
    """Report words that say something else about the options than the ticks, or say before she answers what is right."""
    options = found.question.options
    ticked = {number for number, option in enumerate(options) if option.ticked}
    if not ticked:
        return
    taken = {key.line.number for key in keys}
    for key in keys_of(_shown(body)):
        if _check_shown(key, options, context):
            taken.add(key.line.number)
    asks_for_wrong = asks_for_what_is_wrong(heading.lines[0].text)
    truths = (claim for line in _first_shown(body) if (claim := truth_claim(line, options)))
    against = () if asks_for_wrong else contrasts_in(_shown(body), options, heading.lines[0].text)
    for claim in (*claims_in(_shown(body), options), *truths, *against):
        if claim.line.number not in taken and not claim.fits(ticked) and (claim.right or not asks_for_wrong):
            report_claim(claim, options, ticked, context)
            taken.add(claim.line.number)
    before = list(_lines([heading, *body[: found.first]]))
    if all(BOX.match(option.line.text) and not option.more for option in options):  # otherwise a tick may be lost
        check_how_many(before, options, context)
    for claim in (*claims_in(before, options), *options_at_end(before, options)):
        if claim.line.number not in taken and not asks_for_wrong:
            report_before(claim, context)
            taken.add(claim.line.number)


def _check_shown(key: Key, options: Sequence[Option], context: Context) -> bool:
    """Whether it was reported: feedback or a worked answer that names other options than the ticks, or options by letters that nobody sees."""
    answer = right_options(key, options)
    ticked = {number for number, option in enumerate(options) if option.ticked}
    if not ticked or not (answer or is_lettered(key.named)):
        return False
    lettered = any(option.name for option in options)
    if answer is not None and answer[0] == ticked and (lettered or not is_lettered(key.named)):
        return False
    report_shown(key, options, answer[0] if answer else set(), ticked, context)
    return True


def _options(body: Sequence[Node], keys: Sequence[Line]) -> _Found | None:
    """The options: a list, or lines with letters, in one paragraph or each in its own."""
    for index, node in enumerate(body):
        if node.kind == "list" and len(options := options_of_list(node, keys)) > 1:
            return _Found(Question([], options, 1), index)
        lines = node.lines if node.kind == "paragraph" else _lines_of_one(node)
        if len(lines) > 1 and (question := options_in_lines(lines, keys, 1)):
            return _Found(question, index)
        end = index
        while end < len(body) and is_lettered_paragraph(body[end]):
            end += 1
        rows = [line for one in body[index:end] for line in one.lines]
        if end - index > 1 and (question := options_in_lines(rows, keys, end - index)):
            return _Found(question, index)
    return None


def _lines_of_one(node: Node) -> list[Line]:
    """The lines of a list with one entry: `1) This` with `2) That` running on into it."""
    alone = node.children[0] if node.kind == "list" and len(node.children) == 1 else None
    first = alone.children[0] if alone and alone.children else None
    return first.lines if first is not None and first.kind == "paragraph" else []


def _with_keys(
    body: Sequence[Node], keys: Sequence[Key], found: _Found, quiz: Kind, context: Context
) -> Sequence[Node]:
    options = found.question.options
    key, *more = keys
    answer = right_options(key, options)
    for second in more:
        report_second(second, key, answer == right_options(second, options), context)
    ticked = {number for number, option in enumerate(options) if option.ticked}
    kept = list(without_lines(body, [line for one in keys for line in one.lines]))
    agreed = all(right_options(second, options) == answer for second in more)
    signs = {} if ticked else marks_of(options, ())
    agreed = agreed and not (answer and signs and {*signs} != answer[0])
    if answer is None or not answer[0] or ticked or not agreed or key.start:
        report_key(key, found.question, answer, agreed, context)
        return [node for node in kept if node is not None]
    right, reason = answer
    if reason and (at := key.line.text.rfind(reason)) >= 0:
        reason = key.line.text[at:].rstrip(" *_")
    report_answer_line(key, found.question, right, reason, None, True, False, [], quiz, context)
    made = _ticked(kept, found, right)
    return [*made, quoted_reason(key.line, reason)] if reason else made


def _ticked(body: Sequence[Node | None], found: _Found, right: set[int]) -> list[Node]:
    """The body with a list whose boxes are ticked in place of the options."""
    stem, options, blocks = found.question.stem, found.question.options, found.question.blocks
    made = [*([paragraph(stem)] if stem else []), option_list(options, right)]
    return [node for node in [*body[: found.first], *made, *body[found.first + blocks :]] if node is not None]
