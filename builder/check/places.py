"""Where in the source words of a passage stand."""

import re

from builder.check.foreign.masking import masked
from builder.model.content.control_characters import ODD_SPACES
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic, Fix, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.model.source_facts import Passage

_OPEN = r"\{\{(?![^{}]*\}\})"
"""Braces that are never closed: all others are reported where they are read."""
_CODE = rare_pattern(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_AS_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def find(module: Module, passage: Passage, words: str) -> tuple[Span, str]:
    """Place and source line of words in a passage; the passage's beginning when they cannot be found as written."""
    lines = module.facts.sources.get(passage.path, ())
    own = lines[passage.line - 1 : passage.last]
    # What a learner sees comes before code, formulas and the addresses of links that hold the same words.
    shown = masked("\n".join(own), addresses=False).split("\n") if own else []
    whole = dict.fromkeys((words, words.translate(_AS_TYPED)))
    tries = [(wanted, text) for text in (shown, own) for wanted in whole]
    tries += [(wanted, text) for wanted in words.split()[:1] for text in (shown, own)]
    for wanted, text in tries:
        for number, line in enumerate(text, passage.line):
            at = line.find(wanted, passage.column - 1 if number == passage.line else 0)
            if wanted and at >= 0:
                return Span(passage.path, number, at + 1, len(wanted)), lines[number - 1]
    excerpt = lines[passage.line - 1] if passage.line <= len(lines) else ""
    return Span(passage.path, passage.line, passage.column), excerpt


def find_sign(
    lines: tuple[str, ...], passage: Passage, match: re.Match[str], after: tuple[int, int], plain: bool
) -> tuple[int, int] | None:
    """Line and column of a sign in the source, by the letters behind it if they are there; None for one that is meant.

    `after` is where the one before it stands: its line, and the column behind its first character, counted from 0. In
    `plain` words nothing is hidden.
    """
    behind = passage.text[match.end() : match.end() + 3]
    own = lines[passage.line - 1 : passage.last]
    meant = "".join(rf"\\?{re.escape(sign)}" for sign in match[0][1:] + behind)  # such as \[\[no\]\]
    if any(re.search(rf"\\{re.escape(match[0][0])}{meant}", line) for line in own):
        return None
    # What a learner sees comes before code, formulas and addresses that hold the same sign.
    seen = own if plain else masked("\n".join(own), addresses=False).split("\n")
    escaped = [re.escape(text).replace(r"\ ", f"[ {ODD_SPACES}]") for text in (match[0] + behind, match[0])]
    for written in [_OPEN] if match[0] == "{{" else escaped:
        pattern = re.compile(r"(?<!\\)" + written)
        for shown in dict.fromkeys((tuple(seen), tuple(own))):
            for number in range(after[0], passage.last + 1):
                line = shown[number - passage.line]
                if match[0] == "{{" and "`" in line:
                    line = _CODE.sub(lambda code: " " * len(code[0]), line)
                if found := pattern.search(line, after[1] if number == after[0] else 0):
                    return number, found.start() + 1
    return None


def remark(
    rule: str,
    module: Module,
    passage: Passage,
    words: str,
    message: str,
    hint: str,
    fix: Fix = None,
) -> Diagnostic:
    """A diagnostic at words of a passage; `fix` as `builder.model.rules.fault` takes it."""
    span, excerpt = find(module, passage, words)
    return fault(rule, span, message, hint, excerpt, fix)


def excerpt_of(module: Module, span: Span) -> str:
    """The source line of a place."""
    lines = module.facts.sources.get(span.path, ())
    return lines[span.line - 1] if span.line <= len(lines) else ""


def passage_of(module: Module, text: str, after: Span) -> Passage | None:
    """The first passage with exactly these words below a place."""
    below = (p for p in module.facts.passages if p.line >= after.line and p.path == after.path)
    return next((p for p in below if p.text == text), None)
