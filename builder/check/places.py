"""Where in the source words of a passage stand."""

from builder.model.course import Module
from builder.model.diagnostics import Diagnostic, Fix, Span
from builder.model.rules import fault
from builder.model.source_facts import Passage

_AS_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def find(module: Module, passage: Passage, words: str) -> tuple[Span, str]:
    """Place and source line of words in a passage; the passage's beginning when they cannot be found as written."""
    lines = module.facts.sources.get(passage.path, ())
    start = words.split()[:1]
    for wanted in (words, words.translate(_AS_TYPED), *start):
        for number in range(passage.line, min(passage.last, len(lines)) + 1):
            begin = passage.column - 1 if number == passage.line else 0
            at = lines[number - 1].find(wanted, begin)
            if wanted and at >= 0:
                return Span(passage.path, number, at + 1, len(wanted)), lines[number - 1]
    excerpt = lines[passage.line - 1] if passage.line <= len(lines) else ""
    return Span(passage.path, passage.line, passage.column), excerpt


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
