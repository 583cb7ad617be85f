"""Answer lines in questions that have no tick boxes: `Answer: 2, 1` below the steps of an Order."""

import re
from collections.abc import Sequence

from builder.model.kind import QuestionKind
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.blocks import without_lines
from builder.read.near_miss.answer_lines.labels import Key, keys_of
from builder.read.near_miss.answer_lines.letters import is_lettered
from builder.read.near_miss.answer_lines.telling import without_line

_ALPHABET = "abcdefghijklmnopqrst"
_LETTER = rare_pattern(r"(?<![^\W\d_])[A-LА-Д](?![^\W\d_])")
_WHOLE_ANSWER = rare_pattern(r"[*_ ]*(?:the )?(?:worked|model|sample) ", re.IGNORECASE)
"""What begins an answer in words; it may well begin with a number."""
AGAIN = "again"
"""What `QuestionKind.keyed` gives for a line that says what the question says already."""


def without_answer_lines(body: Sequence[Node], kind: QuestionKind, context: Context) -> list[Node]:
    """The blocks of a question without lines that say what is right, each of which is reported."""
    told: list[Line] = []
    lines = [line for node in body for line in _lines(node)]
    if kind.shape and kind.shape.running_text:  # above its gaps such a line may ask for the answer
        lines = lines[next((at for at, line in enumerate(lines) if "[[" in line.text), len(lines)) :]
    for key in keys_of(lines):
        write = _write(kind, body, key)
        if write and not key.start:
            _report(key, kind, write, context)
            told += key.lines
    return [node for node in without_lines(body, told) if node is not None] if told else list(body)


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
