"""STR-032: words and questions that are indented so far that they are code."""

import re
from collections.abc import Iterator

from builder.model.course import Module
from builder.model.diagnostics import Diagnostic, Edit, Fix, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault, swap
from builder.model.source_facts import Passage

_SIGNS = rare_pattern(r"^\s*(?:[-*+]?\s*\[[ xX]?\]\s|#{2,6}\s)", re.MULTILINE)
"""Tick boxes and headings."""
_ROWS = rare_pattern(r"(?:\s*\|.*\|\s*(?:\n|$)){2,}")
_LEAD = rare_pattern(r"^\s*(?:>\s?|[-*+•·–—]\s+|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+)*[*_\"'“‘«(¿¡…\[!]*")
"""What stands before the first word of a sentence or of an entry of a list."""
_CODE = rare_pattern(
    r"[{}<>$\\`\u2500-\u259f]|[^\W_][(=]|[=;]\s*$|(?:^|\s)--?\w|\w_\w|::|:=|==|[&|]{2}|^\s*(?:[/.~#@%]\w|\"?[a-z][\w-]*\"?\s?[:=]|\d+\s*[-+*/=])|\S {3,}\S|\b\w+/\w+/|^\s*[\w-]+[./][\w./-]+$",
    re.MULTILINE,
)
"""What prose has nowhere, or hardly ever."""
_COMMANDS = frozenset(
    [
        "apt",
        "bash",
        "brew",
        "cat",
        "cd",
        "chmod",
        "conda",
        "cp",
        "curl",
        "docker",
        "echo",
        "git",
        "grep",
        "ls",
        "make",
        "mkdir",
        "mv",
        "node",
        "npm",
        "npx",
        "pip",
        "python",
        "rm",
        "satchel",
        "sh",
        "ssh",
        "sudo",
        "wget",
        "yarn",
        "import",
        "from",
        "def",
        "for",
        "if",
        "else",
        "while",
        "return",
        "class",
        "function",
        "print",
        "let",
        "var",
        "const",
        "select",
    ]
)
_WORD = rare_pattern(r"[^\W\d_]+")


def check_indented(module: Module, passage: Passage) -> Iterator[Diagnostic]:
    """What a passage of code without a fence was meant as, if it was."""
    words = is_prose(passage.text)
    if not words and not _SIGNS.search(passage.text) and not _ROWS.match(passage.text):
        return
    lines = module.facts.sources[passage.path]
    line = lines[passage.line - 1]
    indent = len(line) - len(line.lstrip())
    message = "this is indented by four spaces or more, which makes it code"
    hint = "Begin it at the margin, or under the first letter of the list entry that it belongs to. For code, use ```."
    fix = _at_the_margin(passage, lines) if words and not _SIGNS.search(passage.text) else None
    yield fault("STR-032", Span(passage.path, passage.line, indent + 1), message, hint, line, fix)


def is_prose(text: str) -> bool:
    """Whether code without a fence reads as sentences or as a list of words."""
    if _CODE.search(text):
        return False
    lead = _LEAD.match(text)
    rest = text[lead.end() if lead else 0 :]
    words = _WORD.findall(rest)
    if not words or not rest[:1].isalnum():
        return False
    entry = bool(lead and lead[0].strip())
    if not words[0][0].islower():
        return len(words) > 1 or entry or rest.rstrip().endswith((".", "!", "?", "…"))
    return (len(words) > 2 or entry) and words[0] not in _COMMANDS


def _at_the_margin(passage: Passage, lines: tuple[str, ...]) -> Fix:
    """Take the spaces away before each line; None inside another block, or where the line below would make a heading of it."""
    rows = range(passage.line, passage.last + 1)
    code = iter(passage.text.split("\n"))
    if any(_spread(lines[row - 1]).rstrip() != f"    {text}".rstrip() for row, text in zip(rows, code, strict=False)):
        return None
    if passage.last < len(lines) and re.match(r" {0,3}(?:-+|=+)\s*$", lines[passage.last]):
        return None
    edits: list[Edit | None] = []
    for row in rows:
        line = lines[row - 1]
        if lead := line[: len(line) - len(line.lstrip())]:
            edits.append(swap(Span(passage.path, row, 1), line, lead, "") if line.strip() else None)
    return [edit for edit in edits if edit]


def _spread(line: str) -> str:
    """A line with its leading tabs made spaces."""
    body = line.lstrip(" \t")
    return line[: len(line) - len(body)].expandtabs(4) + body
