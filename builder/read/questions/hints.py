"""Help with a question: hints, and at its end a worked answer or, of a reflection, an example."""

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.model.content import TextBlocks
from builder.model.diagnostics import Edit
from builder.model.kind import QuestionKind
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import Section
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.labels import near_label
from builder.read.markdown.lines import Line, Node

HELP = rare_pattern(r"^(hint|worked answer):[ \t]*", re.IGNORECASE)
"""How help with a question begins."""
EXAMPLE = rare_pattern(r"^(example):[ \t]*", re.IGNORECASE)
"""How an example in a reflection begins."""
_ANSWERS = frozenset(
    [
        "answer",
        "answers",
        "the answer",
        "the answers",
        "ateb",
        "yr ateb",
        "atebion",
        "réponse",
        "antwort",
        "respuesta",
        "відповідь",
    ]
)
"""What may also be said above the options, to learners."""
_SOLUTIONS = frozenset(
    [
        *("solution", "solutions"),
        *(
            f"{how} {what}"
            for how in ("model", "sample", "full", "example")
            for what in ("answer", "solution", "example")
        ),
        *(f"{how} answer" for how in ("correct", "right")),
        *("worked answer", "worked answers", "worked solution", "worked example"),
    ]
)
_EXAMPLES = frozenset(
    [
        *(f"{how} example" for how in ("an", "one", "my", "our", "another")),
        *("examples", "sample", "example response", "sample response"),
    ]
)
_HINTS = frozenset(["hints", "a hint", "awgrym", "awgrymiadau", "hinweis", "tipp", "indice", "pista", "підказка"])
_CLUES = ("Hint", "Worked", "Example", "*", "_", "：")
"""What a line without a colon begins with that may be help; a closer look is taken at few questions."""
_NAMES: Mapping[str, Mapping[str, frozenset[str]]] = {
    "Example": {"Hint": _HINTS, "Example": _EXAMPLES | _SOLUTIONS | _ANSWERS},
    "": {"Hint": _HINTS | _SOLUTIONS | _ANSWERS},
    "Worked answer": {"Hint": _HINTS, "Worked answer": _SOLUTIONS | _ANSWERS},
}
"""What a whole answer of the author's is called -> each label of help, and what authors write in its place."""


def take_help(section: Section, kind: QuestionKind, reader: Reader) -> tuple[tuple[TextBlocks, ...], TextBlocks]:
    """Take the help out of a question's body: each hint, and the worked answer or example (empty when there is none).

    A story has no place for help: what is written there stays among the words of its scene, and is reported.
    """
    if kind.runs_on:
        for one in (section, *section.run):
            _told_in_story(one.body, kind, reader)
        return (), ()
    if not any(":" in line.text or line.text.startswith(_CLUES) for line in _lines(section.body)):
        return (), ()
    names = _NAMES[kind.worked]
    if kind.shape and kind.shape.telling and not kind.shape.shows(section.body, False):
        names = {"Hint": names["Hint"]}  # nothing can be answered yet: `Correct answer: 5` says what is right
    # Where places are left to be filled in, `Answers:` says what belongs into them.
    blank = any("___" in line.text or "\\_\\_" in line.text for line in _lines(section.body))
    hints: list[TextBlocks] = []
    kept: list[Node] = []
    ended: Node | None = None
    for index, node in enumerate(section.body):
        match = _exact(node, kind)
        if match is None:
            if _told_example(section, kind, index, reader) or (ended and _told_again(node, ended, kind, reader)):
                continue
            if not _told_near(node, names, any(map(_is_answered, section.body[:index])) and not blank, reader):
                kept.append(node)
            elif near_label(node.lines[0].text, names)[0] == kind.worked:
                ended = ended or node
        elif match[1].lower() == "hint":
            _told_glued(node.lines[1:], names, reader)
            hints.append(_words(node, match.end(), [], reader))
        else:
            rest = section.body[index + 1 :]
            section.body = kept
            return tuple(hints), _worked(kind, node, match.end(), rest, reader)
    section.body = kept
    return tuple(hints), ()


def _told_again(node: Node, first: Node, kind: QuestionKind, reader: Reader) -> bool:
    """Report a second example or worked answer; gives whether it is one."""
    text = node.lines[0].text if node.kind == "paragraph" else ""
    name, width = near_label(text, _NAMES[kind.worked]) if text else ("", 0)
    if name != kind.worked or not name or ":" not in text[:width]:
        return False
    _one_alone(node.lines[0], width, name, first.lines[0].number, reader)
    return True


def _one_alone(line: Line, width: int, name: str, number: int, reader: Reader) -> None:
    message = f"a question has one {name.lower()}, and it begins on line {number}"
    hint = f"Write both below {name}: , and this without its label: {line.text[width:].strip()[:60]}"
    reader.fault("QUE-013", line.place(), message, hint, len(line.text[:width].rstrip()))


def _told_in_story(body: Sequence[Node], kind: QuestionKind, reader: Reader) -> None:
    """Report help in a scene: a learner decides there, and finds nothing to open beside her choices."""
    for node in body:
        label = HELP.match(node.lines[0].text) if node.kind == "paragraph" else None
        if label is None:
            continue
        line, words = node.lines[0], node.lines[0].text[label.end() :].strip()
        message = f"a {kind.word} has no {label[1].lower()} to open, so learners read this as part of its words"
        hint = f"Write its words alone: {words[:60]}" if words else f"Delete {label[0].strip()}"
        fix = line.place().swap(label[0], "") if words else None
        reader.fault("QUE-013", line.place(), message, hint, len(label[0].rstrip()), fix)


def _exact(node: Node, kind: QuestionKind) -> re.Match[str] | None:
    if node.kind != "paragraph":
        return None
    text = node.lines[0].text
    return HELP.match(text) or (EXAMPLE.match(text) if kind.worked == "Example" else None)


def _is_answered(node: Node) -> bool:
    """Whether a block holds what a learner answers with: behind it, `Answer:` is no part of the question."""
    return node.kind != "paragraph" or any(line.text.startswith("=") or "[[" in line.text for line in node.lines)


def _told_example(section: Section, kind: QuestionKind, index: int, reader: Reader) -> bool:
    """Report `Example:` below what learners answer with, in a question that has none; above it, it is part of the question."""
    node, body = section.body[index], section.body
    if kind.worked == "Example" or (kind.shape and kind.shape.running_text):
        return False
    if node.kind != "paragraph" or not node.lines[0].text.startswith("Example:"):
        return False
    if not any(map(_is_chosen_from, body[:index])) or any(map(_is_chosen_from, body[index + 1 :])):
        return False
    words = node.lines[0].text[len("Example:") :].strip()[:60]
    message = f"an example is for a Reflect, and the heading of this question begins with {kind.word}:"
    hint = "Put it directly below the heading"
    hint += f", or write: Worked answer: {words}" if kind.worked else "."
    reader.fault("QUE-013", node.place(), message, hint, len("Example:"))
    return True


def _is_chosen_from(node: Node) -> bool:
    return node.kind in {"list", "table"} or any(line.text.startswith("=") for line in node.lines)


def _worked(kind: QuestionKind, node: Node, start: int, rest: Sequence[Node], reader: Reader) -> TextBlocks:
    names = _NAMES[kind.worked]
    if not kind.scored and not EXAMPLE.match(node.lines[0].text):
        message = f"a {kind.word} has no right answer, so it has no worked answer"
        other = "an example: Example: ..." if kind.worked else "a hint: Hint: ..."
        reader.fault("QUE-013", node.place(), message, f"Delete it, or write it as {other}", start)
    whole = "example" if EXAMPLE.match(node.lines[0].text) else "worked answer"
    _told_glued(node.lines[1:], names, reader, f"Put it above the {whole}, with a blank line between them.")
    for below in rest:
        text = below.lines[0].text if below.kind == "paragraph" else ""
        name, width = near_label(text, names) if ":" in text else ("", 0)
        if name and name == kind.worked:
            _one_alone(below.lines[0], width, name, node.lines[0].number, reader)
            continue
        match = HELP.match(text)
        if match or below.kind == "quote":
            name = match[0].strip() if match else "feedback"
            message = f"the {whole} goes on to the end of the question, so this {name} is part of it"
            reader.fault("QUE-013", below.place(), message, f"Put it above the {whole}.")
    return _words(node, start, rest, reader)


def _words(node: Node, start: int, rest: Sequence[Node], reader: Reader) -> TextBlocks:
    """A paragraph without its first words, and what belongs to it."""
    first = node.lines[0]
    lines = [first.cut(start), *node.lines[1:]]
    if lines[0].blank:
        del lines[0]
    if not lines and not rest:
        reader.fault(
            "QUE-013",
            first.place(),
            f"there is nothing after {first.text.strip()}",
            "Write it, or delete the line.",
        )
    own = [Node("paragraph", lines[0].source, lines[0].number, lines[0].column, lines)] if lines else []
    return reader.blocks([*own, *rest])


def _told_near(node: Node, names: Mapping[str, frozenset[str]], answered: bool, reader: Reader) -> bool:
    """Report lines that were meant as help and are something else: without a colon, in a quote, in bold, under another name.

    `answered` says whether what learners answer with stands above. Gives whether the whole block was meant so.
    """
    whole = False
    for line in _lines([node]):
        name, width = near_label(line.text, names)
        if name and node.kind != "paragraph" and _is_told(line, reader):
            continue
        alone = node.kind == "paragraph" and line is node.lines[0]
        if not name or not _is_meant(line.text[:width], alone, answered) or "[[" in line.text:
            continue
        words = line.text[width:].strip()
        if alone:
            labels = " or ".join(f"{label}:" for label in names)
            message = f"help with a question begins with {labels}, and this with {line.text[:width].strip()}"
        else:
            message = (
                f"this {name.lower()} is part of the {'words above it' if node.kind == 'paragraph' else node.kind}"
            )
        where = "" if alone else " at the margin, with a blank line above it"
        hint = f"Write{where}: {name}: {words[:60]}"
        written = line.text[:width].rstrip()
        fix = _labelled(line, written, name, "" if alone else "\n", reader) if words else None
        reader.fault("QUE-013", line.place(), message, hint, len(written), fix)
        whole = whole or alone
    return whole


def _is_told(line: Line, reader: Reader) -> bool:
    """Whether a line that says what is right was reported as that."""
    return any(
        d.rule == "QUE-018" and (d.span.path, d.span.line) == (line.source.path, line.number)
        for d in reader.diagnostics
    )


def _is_meant(label: str, alone: bool, answered: bool) -> bool:
    """Whether a label was meant as one where it stands: inside other blocks only with its colon."""
    plain = label.strip("*_:： \t").lower()
    return answered if plain in _ANSWERS else alone or ":" in label or "：" in label


def _told_glued(
    lines: Sequence[Line], names: Mapping[str, frozenset[str]], reader: Reader, elsewhere: str = ""
) -> None:
    """Report help in the lines of other help; `elsewhere` is the hint when a blank line above it is not enough."""
    for line in lines:
        name, width = near_label(line.text, names)
        if name and ":" in line.text[:width]:
            message, hint = "this is part of the words above it", elsewhere or "Put a blank line above it."
            written = line.text[:width].rstrip()
            fix = None if elsewhere else _labelled(line, written, name, "\n", reader)
            reader.fault("QUE-013", line.place(), message, hint, len(written), fix)


def _labelled(line: Line, written: str, name: str, above: str, reader: Reader) -> Edit | None:
    """Write a label as it is read, at the margin, with `above` before it."""
    text = line.typed
    lead = text[: len(text) - len(text.lstrip())] if above else ""
    place = 1 if above else line.column
    return line.in_line(place).swap(f"{lead}{written}", f"{above}{name}:")


def _lines(nodes: Sequence[Node]) -> Iterator[Line]:
    """Lines of text in blocks, also in lists and quotes."""
    for node in nodes:
        if node.kind == "paragraph":
            yield from node.lines
        elif node.kind in {"list", "item", "quote"}:
            yield from _lines(node.children)
