"""What a document defines: link references, abbreviations and footnotes; and lists of terms with their definitions."""

import re
from typing import TYPE_CHECKING

from builder.read.markdown.block_parser.leaves import interrupts
from builder.read.markdown.lines import DEEPEST, Line, Node, label_of

if TYPE_CHECKING:
    from builder.read.markdown.block_parser.parser import BlockParser

_REFERENCE = re.compile(
    r"^ {0,3}\[(?![\^!])((?:[^\[\]\\]|\\.)+)\]:[ \t]*(<[^<>]*>|[^\s<]\S*)(?:[ \t]+(\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*")
_ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\]]+)\]:[ \t]*(.*?)[ \t]*$")
_NOTED = (_FOOTNOTE, _ABBREVIATION, _REFERENCE)
"""What stands below the text, each on its line: one ends the one before."""
DEFINITION = re.compile(r"^ {0,3}:(?= +\S)")
"""How a definition begins, below its term."""


def read_noted(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> int | None:
    """Take up an abbreviation, a footnote or a link reference; gives the line behind it, None for other lines."""
    text = lines[at].text
    if match := _ABBREVIATION.match(text):
        parser.definitions.abbreviations.setdefault(match[1], match[2])
        parser.definitions.explained.setdefault(match[1], lines[at])
        return at + 1
    if match := _FOOTNOTE.match(text):
        return _read_footnote(lines, at, match, depth, parser)
    if match := _REFERENCE.match(text):
        address, title = match[2].strip("<>"), (match[3] or "  ")[1:-1].strip()
        label = label_of(match[1])
        parser.definitions.references.setdefault(label, (address, title))
        parser.definitions.places.setdefault(label, lines[at])
        return at + 1
    return None


def _read_footnote(lines: list[Line], at: int, match: re.Match[str], depth: int, parser: "BlockParser") -> int:
    node = Node("footnote", lines[at].source, lines[at].number, lines[at].column + lines[at].indent, info=match[1])
    inner = [lines[at].cut(match.end())]
    at += 1
    while at < len(lines):
        line = lines[at]
        continues = line.indent >= 4 or not (
            inner[-1].blank or interrupts(lines[at]) or any(form.match(line.text) for form in _NOTED)
        )
        if not line.blank and not continues:
            break
        inner.append(line.cut(min(4, line.indent)))
        at += 1
    node.children = parser.blocks(inner, depth + 1)
    parser.definitions.footnotes.setdefault(match[1], node)
    return at


def read_definitions(
    term: Node, lines: list[Line], at: int, depth: int, parser: "BlockParser"
) -> tuple[Node, int] | None:
    """Terms with their definitions, the first of which is the paragraph `term`; None when no definition follows it."""
    if len(term.lines) != 1 or depth >= DEEPEST or at >= len(lines):
        return None
    at += lines[at].blank
    if at >= len(lines) or not DEFINITION.match(lines[at].text):
        return None
    node = Node("definitions", term.source, term.line, term.column)
    while True:
        node.children.append(Node("term", term.source, term.line, term.column, lines=term.lines))
        while at < len(lines) and DEFINITION.match(lines[at].text):
            found, at = _read_definition(lines, at, depth, parser)
            node.children.append(found)
        if not _term_follows(lines, at):
            return node, at
        term = Node("paragraph", lines[at].source, lines[at].number, lines[at].column, lines=[lines[at].stripped()])
        at += 1


def _read_definition(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int]:
    match = DEFINITION.match(lines[at].text)
    assert match
    width = match.end() + lines[at].cut(match.end()).indent
    node = Node("definition", lines[at].source, lines[at].number, lines[at].column + match.end() - 1)
    inner = [lines[at].cut(width)]
    at += 1
    end = at
    while at < len(lines):
        line = lines[at]
        if not line.blank:
            if line.indent < 2 and (inner[-1].blank or _definition_ends(lines, at)):
                break
            end = at + 1
        inner.append(line.cut(min(width, line.indent)))
        at += 1
    del inner[len(inner) - (at - end) :]
    node.children = parser.blocks(inner, depth + 1)
    goes_on = at < len(lines) and (DEFINITION.match(lines[at].text) or _term_follows(lines, at))
    return node, at if goes_on else end


def _term_follows(lines: list[Line], at: int) -> bool:
    return at + 1 < len(lines) and not lines[at].blank and bool(DEFINITION.match(lines[at + 1].text))


def _definition_ends(lines: list[Line], at: int) -> bool:
    return bool(DEFINITION.match(lines[at].text)) or _term_follows(lines, at) or interrupts(lines[at])
