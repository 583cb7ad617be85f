"""STR-048: HTML tags among the words that nobody closes, so that all words behind them are set as they say."""

from collections.abc import Iterator, Sequence, Set

from builder.check.foreign.masking import masked
from builder.model.content.html_elements import WITH_AN_END
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault

_TAG = rare_pattern(r"<(/?)([A-Za-z]{1,6})(?:\s[^<>]*)?(/?)>")
_COVERED = "\uffff"
"""What `masked` puts in place of a tag."""


def check_open_tags(course: Course, read: Report) -> Iterator[Diagnostic]:
    """Each tag of a paragraph, entry or cell that is open at its end; `read`: what was found of tags that cannot be used."""
    refused = {(d.span.path, d.span.line, d.span.column) for d in read.errors if d.rule == "A12"}
    for module in course.pages:
        yield from _of_module(module, refused)


def _of_module(module: Module, refused: Set[tuple[str, int, int]]) -> Iterator[Diagnostic]:
    seen = set(refused)
    for passage in module.facts.passages:
        lines = module.facts.sources.get(passage.path, ())[passage.line - 1 : passage.last]
        if passage.kind == "code" or not any("<" in line for line in lines):
            continue
        for name, tag, number, column in _left_open(lines):
            span = Span(passage.path, passage.line + number, column + 1, len(tag))
            if (span.path, span.line, span.column) in seen:
                continue
            seen.add((span.path, span.line, span.column))
            message = f"{tag} is never closed, so it sets all words behind it"
            hint = f"Write </{name}> behind the words that it is for. To show the sign itself, write \\{tag}"
            yield fault("STR-048", span, message, hint, lines[number])


def _left_open(lines: Sequence[str]) -> list[tuple[str, str, int, int]]:
    """Name, tag, line from 0 and column from 0 of what is open at the end of these lines."""
    text = "\n".join(lines)
    covered = masked(text)
    found = []
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name not in WITH_AN_END or match[3] or {covered[match.start()], covered[match.end() - 1]} != {_COVERED}:
            continue
        if not match[1]:
            begin = text.rfind("\n", 0, match.start()) + 1
            found.append((name, match[0], text.count("\n", 0, begin), match.start() - begin))
        elif any(one[0] == name for one in found):
            while found.pop()[0] != name:
                pass
    return found
