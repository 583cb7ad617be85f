"""A module's blocks of markdown, cut at its headings: prose here, a question or a film there."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.read.attributes import Attributes
from builder.read.blocks import Line, Node
from builder.read.writer import Writer

KIND_WORDS = ("Quiz", "Order", "Match", "Sort", "Fill", "Number", "Scale", "Reflect", "Stages", "Watch")
"""What a heading may begin with to start a block; `READERS` of `module.py` says what becomes of each."""

_KIND = re.compile(r"^(\w+)(\s*)(\\?:?)(\s*)")
_HELP = re.compile(r"^(hint|worked answer)s?\s*:", re.IGNORECASE)
_TASK = re.compile(r"^\[[ xX]?\]")


@dataclass(slots=True)
class Section:
    """A heading that starts a block, and all up to the next heading or `---`."""

    kind: str
    """One of `KIND_WORDS`, or empty for prose."""
    heading: Node | None
    """The heading; None for prose."""
    title: list[Line]
    """What the heading says after the kind word, without braces."""
    attributes: Attributes | None
    """What its braces say."""
    body: list[Node]
    """The blocks below it."""


def split_sections(nodes: Sequence[Node], writer: Writer) -> list[Section]:
    """Cut a module at its kind headings; misspelt ones are reported and left as they are."""
    sections: list[Section] = []
    prose: Section | None = None
    for index, node in enumerate(nodes):
        if node.kind == "heading":
            kind = _kind_of(node, _below(nodes, index), writer)
            if kind:
                sections.append(_open(kind, node, writer))
                prose = None
                continue
        elif sections and sections[-1].kind and prose is None:
            if node.kind != "rule":
                sections[-1].body.append(node)
                continue
            prose = Section("", None, [], None, [])
            sections.append(prose)
            continue
        if prose is None:
            prose = Section("", None, [], None, [])
            sections.append(prose)
        prose.body.append(node)
    return sections


def _open(kind: str, node: Node, writer: Writer) -> Section:
    lines, attributes = writer.braces(node.lines)
    first = lines[0]
    match = _KIND.match(first.text)
    assert match
    return Section(kind, node, [first.cut(match.end()), *lines[1:]], attributes, [])


def _below(nodes: Sequence[Node], index: int) -> list[Node]:
    end = index + 1
    while end < len(nodes) and nodes[end].kind not in {"heading", "rule"}:
        end += 1
    return list(nodes[index + 1 : end])


def _kind_of(node: Node, below: list[Node], writer: Writer) -> str:
    """The kind that a heading starts; empty for a plain heading."""
    text = node.lines[0].text if node.lines else ""
    match = _KIND.match(text)
    word, gap, colon = (match[1], match[2], match[3]) if match else ("", "", "")
    known = {kind.lower(): kind for kind in KIND_WORDS}
    exact = known.get(word.lower(), "")
    if exact and colon == ":" and not gap:
        return exact if node.level >= 2 else ""
    if colon == "\\:":
        return ""
    _report_near(node, text, word, exact, colon == ":", below, writer)
    return ""


def _report_near(node: Node, text: str, word: str, exact: str, colon: bool, below: list[Node], writer: Writer) -> None:
    line, column = node.line, node.lines[0].column if node.lines else node.column
    tasks = _has_tasks(below)
    if exact and tasks:
        rest = text[len(word) :].lstrip(" :")
        message = f'"{exact}" needs its colon directly after it'
        writer.fault("STR-012", line, column, message, f"Did you mean `{'#' * node.level} {exact}: {rest}`?", len(word))
        return
    if node.level >= 2 and (help := _HELP.match(text)):
        message = f"the {help[1].lower()} of a question is a paragraph of it, not a heading"
        writer.fault("QUE-013", line, column, message, f"Write: {text}", help.end())
        return
    near = "" if exact or not colon else _nearest(word)
    if near:
        hint = f'Did you mean "{near}:"? For an ordinary heading, write "{word}\\:".'
        writer.fault("STR-011", line, column, f'"{word}:" is not a kind of block that is known here', hint, len(word))
        return
    if tasks and node.level >= 2:
        rest = text[len(word) + 1 :].strip() if colon else text
        message = "there are tick boxes below this heading, but it does not begin a question"
        writer.fault(
            "STR-012", line, column, message, f"Did you mean `{'#' * node.level} Quiz: {rest}`?", max(1, len(word))
        )


def _nearest(word: str) -> str:
    """The kind word that a misspelling means: one slip in a short word, two in a longer one."""
    close = [kind for kind in KIND_WORDS if _slips(word.lower(), kind.lower()) <= (1 if len(kind) < 6 else 2)]
    return (difflib.get_close_matches(word.capitalize(), close, 1, 0) or [""])[0]


def _slips(one: str, other: str) -> int:
    """Damerau-Levenshtein distance: letters left out, put in, changed or swapped with the next."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j - 1] + 1, rows[-1][j] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _has_tasks(nodes: list[Node]) -> bool:
    """Whether there are tick boxes in a list at the top."""
    for node in nodes:
        if node.kind == "list":
            for item in node.children:
                first = item.children[0] if item.children else None
                if first is not None and first.lines and _TASK.match(first.lines[0].text):
                    return True
    return False
