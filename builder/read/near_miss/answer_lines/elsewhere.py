"""Answer lines in questions that have no tick boxes: `Answer: 2, 1` below the steps of an Order."""

import re
from collections.abc import Iterator, Sequence

from builder.model.kind import QuestionKind
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.blocks import without_lines
from builder.read.near_miss.answer_lines.claims import answers_named
from builder.read.near_miss.answer_lines.labelled import without_labelled
from builder.read.near_miss.answer_lines.labels import Key, keys_of
from builder.read.near_miss.answer_lines.telling import without_line
from builder.read.near_miss.answer_lines.words.letters import is_lettered
from builder.read.near_miss.answer_lines.words.stems import may_name_an_answer

_ALPHABET = "abcdefghijklmnopqrst"
_LETTER = rare_pattern(r"(?<![^\W\d_])[A-LА-Д](?![^\W\d_])")
_WHOLE_ANSWER = rare_pattern(r"[*_ ]*(?:the )?(?:worked|model|sample) ", re.IGNORECASE)
"""What begins an answer in words; it may well begin with a number."""
_WORKED = rare_pattern(r"[*_ ]*worked answer\b", re.IGNORECASE)
_NUMBER = rare_pattern(r"\d[\d.,]*")
_SURE = 2
"""Words of feedback that name an answer to a gap; more of them may say anything."""
_WITH_UNIT = rare_pattern(r"[£$€]?([+−-]?\d[\d.,]*)[ \u00a0]?[^\W\d]{0,12}%?")
"""A number with its unit, or without."""
IS = rare_pattern(
    r"[ \t]*(?:->|→|=|:|[ \t][–—-]|[–—](?=[ \t]))[ \t]*|(?<=\b[^\W_])-(?=\S)"
    r"|[ \t]+(?:is|are|(?:belongs?|goes|go|fits?)(?: (?:to|in|into|under|with))?|(?:goes|go)? ?with|yw|to|jest|ist|est|es|è|це|є|это|هو|هي)[ \t]+",
    re.IGNORECASE,
)
"""What stands between two things that belong together in an answer line: `Trust - helps`, `Trust is B`."""
AGAIN = "again"
"""What `QuestionKind.keyed` gives for a line that says what the question says already."""


def without_answer_lines(heading: Node, body: Sequence[Node], kind: QuestionKind, context: Context) -> list[Node]:
    """The blocks of a question without lines that say what is right; each of these is reported, and feedback that says something else."""
    told: list[Line] = []
    lines = [line for node in body for line in _lines(node)]
    if kind.shape and kind.shape.running_text:  # above its gaps such a line may ask for the answer
        lines = lines[next((at for at, line in enumerate(lines) if "[[" in line.text), len(lines)) :]
    for key in keys_of([*heading.lines, *lines]):
        write = _write(kind, body, key)
        if write and key.start and kind.scored:
            _report_before(key, context)
        elif write and not key.start and key.line not in heading.lines:
            _report(key, kind, write, context)
            told += key.lines
    if kind.scored:
        _check_feedback(body, kind, context)
    kept = [node for node in without_lines(body, told) if node is not None] if told else list(body)
    answered = next((at for at, node in enumerate(kept, 1) if _is_answered(node)), len(kept)) if kind.scored else 0
    return [*kept[:answered], *without_labelled(kept[answered:], (), context)] if answered else kept


def _is_answered(node: Node) -> bool:
    """Whether a block holds what learners answer with."""
    if node.kind != "paragraph":
        return node.kind in {"list", "table"}
    return any(line.text.startswith("=") or "[[" in line.text for line in node.lines)


def _check_feedback(body: Sequence[Node], kind: QuestionKind, context: Context) -> None:
    """Report feedback that names another answer than the question: `> The right order is Visit, Ring.`"""
    told = {(d.span.path, d.span.line) for d in context.diagnostics if d.rule == "QUE-018"}
    lines = [line for line in _quoted(body) if (line.source.path, line.number) not in told]
    for line in lines if may_name_an_answer(lines) else ():
        for sentence, named in answers_named(line):
            running = kind.shape is not None and kind.shape.running_text
            if running and (":" not in sentence.text or len(named.split()) > _SURE or _WORKED.match(line.text)):
                continue  # what a gap takes may be any words: “The answer: it takes time.”
            number = _WITH_UNIT.fullmatch(named)
            if number and len(_NUMBER.findall(sentence.text)) > 1:
                continue  # `250 mg, which is half of 500`
            write = kind.keyed(body, number[1] if number else named)
            if write == AGAIN:
                break
            if write:
                message = f"this says what is right, and {kind.right_is} says something else"
                hint = f"{write.removesuffix(' if this line is true')}, if this is true. If not, correct this sentence."
                context.fault("QUE-018", sentence.place(), message, hint, len(sentence.text))
                break


def _quoted(nodes: Sequence[Node], inside: bool = False) -> Iterator[Line]:
    """Lines of feedback, and the first one of a worked answer."""
    for node in nodes:
        if node.kind == "paragraph" and inside:
            yield from node.lines
        elif node.kind == "paragraph" and _WORKED.match(node.lines[0].text):
            yield node.lines[0]
        elif node.kind in {"quote", "list", "item"}:
            yield from _quoted(node.children, inside or node.kind == "quote")


def _report_before(key: Key, context: Context) -> None:
    message = "these words say what is right, and learners read them before they answer"
    width = len(key.line.text.rstrip()) - key.start
    context.fault("QUE-018", key.line.place(key.start), message, "Delete these words.", width, without_line(key))


def _lines(node: Node) -> list[Line]:
    """Lines of a paragraph, or of the words of the entries of a list."""
    if node.kind == "paragraph":
        return node.lines
    return [line for item in node.children for line in _words(item)] if node.kind == "list" else []


def _words(item: Node) -> list[Line]:
    first = item.children[0] if item.children else None
    return first.lines if first is not None and first.kind == "paragraph" else []


def _write(kind: QuestionKind, body: Sequence[Node], key: Key) -> str:
    """What to write in place of the line; empty when it does not say what is right."""
    if _WHOLE_ANSWER.match(key.first.text) and not (kind.mixed == "always" and is_lettered(key.named)):
        return ""
    if kind.scored:
        return kind.keyed(body, key.named)
    lettered = is_lettered(key.named) and _LETTER.search(key.named)
    return "For options to choose from, begin the heading with Quiz:" if lettered else ""


def _report(key: Key, kind: QuestionKind, write: str, context: Context) -> None:
    line = key.first
    fix = None
    if not kind.scored:
        message = f"this line says what is right, and a {kind.word} has no right answer"
        hint = f"Delete this line. {write}"
    elif write == AGAIN:
        message = f"this line says what is right, and {kind.right_is} says so already"
        hint, fix = "Delete this line.", without_line(key)
    else:
        message = f"this line says what is right, and here {kind.right_is} says so"
        hint = f"{write}, and delete this line."
        if " if " not in write:
            hint += f" If {kind.right_is} is right, only delete the line."
    context.fault("QUE-018", line.place(), message, hint, len(line.text.rstrip()), fix)


def places(named: str, words: Sequence[str]) -> list[int]:
    """Which of some entries a line names, in its order: by numbers, letters or their words; empty for anything else."""
    said = [part.strip(" .()*_") for part in re.split(r"[,;、،]|→|->|>|[ \t]+(?:then|and|a|ac|und|et|y)[ \t]+", named)]
    known = [word.casefold().rstrip(".") for word in words]
    if all(part.casefold() in known for part in said):
        return [known.index(part.casefold()) for part in said]
    names = re.findall(r"\d+|[^\W\d_]", named) if is_lettered(named) else []
    if all(name.isdecimal() for name in names):
        return _in_reach([int(name) - 1 for name in names], words)
    return _in_reach([_ALPHABET.find(name.casefold()) for name in names if len(name) == 1], words)


def _in_reach(numbers: list[int], words: Sequence[str]) -> list[int]:
    return numbers if all(0 <= number < len(words) for number in numbers) else []


def entries(body: Sequence[Node], ordered: bool) -> list[str]:
    """The first line of each entry of the lists of a question."""
    items = [item for node in body if node.kind == "list" and node.ordered == ordered for item in node.children]
    return [lines[0].text for item in items if (lines := _words(item))]
