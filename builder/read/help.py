"""Help with a question: hints, and at its end a worked answer or, of a reflection, an example."""

import re
from collections.abc import Iterator, Sequence

from builder.read.blocks import Line, Node
from builder.read.sections import Section
from builder.read.writer import Writer

UNSCORED = ("Reflect", "Scale")
"""Kinds of question that have no right answer."""

_HELP = re.compile(r"^(hint|worked answer):[ \t]*", re.IGNORECASE)
_EXAMPLE = re.compile(r"^(example):[ \t]*", re.IGNORECASE)
_NEAR = re.compile(
    r"^[*_]{0,3}(hints?|(?:worked|model|sample|full) (?:answer|solution|example)|solution)[ \t]*\d*[*_]{0,3}[ \t]*:[*_]{0,3}(?=\s|$)",
    re.IGNORECASE,
)


def take_help(section: Section, writer: Writer) -> tuple[tuple[str, ...], str]:
    """Take the help out of a question's body: HTML of each hint, and of the worked answer or example (empty when there is none)."""
    reflect = section.kind == "Reflect"
    if not any(_NEAR.match(line.text) or (reflect and _EXAMPLE.match(line.text)) for line in _lines(section.body)):
        return (), ""
    hints: list[str] = []
    kept: list[Node] = []
    for index, node in enumerate(section.body):
        match = _HELP.match(node.lines[0].text) if node.kind == "paragraph" else None
        if match is None and reflect and node.kind == "paragraph":
            match = _EXAMPLE.match(node.lines[0].text)
        if match is None:
            if not _told_near(node, reflect, writer):
                kept.append(node)
        elif match[1].lower() == "hint":
            _told_glued(node.lines[1:], writer)
            hints.append(_words(node, match.end(), [], writer))
        else:
            rest = section.body[index + 1 :]
            section.body = kept
            return tuple(hints), _worked(section, node, match.end(), rest, writer)
    section.body = kept
    return tuple(hints), ""


def _worked(section: Section, node: Node, start: int, rest: Sequence[Node], writer: Writer) -> str:
    if section.kind in UNSCORED and not _EXAMPLE.match(node.lines[0].text):
        message = f"a {section.kind} has no right answer, and so no worked one"
        other = "an example: Example: ..." if section.kind == "Reflect" else "a hint: Hint: ..."
        writer.fault("QUE-013", node.line, node.column, message, f"Delete it, or write it as {other}", start)
    _told_glued(node.lines[1:], writer)
    for below in rest:
        match = _HELP.match(below.lines[0].text) if below.kind == "paragraph" else None
        if match or below.kind == "quote":
            name = match[0].strip() if match else "feedback"
            whole = "example" if _EXAMPLE.match(node.lines[0].text) else "worked answer"
            message = f"the {whole} goes on to the end of the question, so this {name} is part of it"
            writer.fault("QUE-013", below.line, below.column, message, f"Put it above the {whole}.")
    return _words(node, start, rest, writer)


def _words(node: Node, start: int, rest: Sequence[Node], writer: Writer) -> str:
    """HTML of a paragraph without its first words, and of what belongs to it."""
    first = node.lines[0]
    lines = [first.cut(start), *node.lines[1:]]
    if lines[0].blank:
        del lines[0]
    if not lines and not rest:
        writer.fault(
            "QUE-013",
            first.number,
            first.column,
            f"there is nothing after {first.text.strip()}",
            "Write it, or delete the line.",
        )
    own = [Node("paragraph", lines[0].number, lines[0].column, lines)] if lines else []
    return writer.html([*own, *rest])


def _told_near(node: Node, reflect: bool, writer: Writer) -> bool:
    """Tell of lines that were meant as help and are something else: in a quote, in an option, in bold, under another name.

    Gives whether the whole block was meant so.
    """
    whole = False
    for line in _lines([node]):
        match = _NEAR.match(line.text)
        if not match:
            continue
        end = "Example" if reflect else "Worked answer"
        name = "Hint" if match[1].lower().startswith("hint") else end
        words = line.text[match.end() :].strip()
        alone = node.kind == "paragraph" and line is node.lines[0]
        if alone:
            message = f"help with a question begins with Hint: or {end}:, and this with {match[0]}"
        else:
            message = (
                f"this {name.lower()} is part of the {'words above it' if node.kind == 'paragraph' else node.kind}"
            )
        where = "" if alone else " at the margin, with a blank line above it"
        hint = f"Write{where}: {name}: {words[:60]}"
        writer.fault("QUE-013", line.number, line.column, message, hint, match.end())
        whole = whole or alone
    return whole


def _told_glued(lines: Sequence[Line], writer: Writer) -> None:
    for line in lines:
        if match := _NEAR.match(line.text):
            message = "this is part of the words above it"
            writer.fault("QUE-013", line.number, line.column, message, "Put a blank line above it.", match.end())


def _lines(nodes: Sequence[Node]) -> Iterator[Line]:
    """Lines of text in blocks, also in lists and quotes."""
    for node in nodes:
        if node.kind == "paragraph":
            yield from node.lines
        elif node.kind in {"list", "item", "quote"}:
            yield from _lines(node.children)
