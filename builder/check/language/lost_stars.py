"""STR-031: stars between figures that make words in italics, so that a learner reads another number: `2*3*4`."""

from collections.abc import Iterator

from builder.check.places import remark
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern

_BETWEEN_FIGURES = rare_pattern(r"(?<![\w*\\.,])(\d[\d.,]*)\*(\w[^*\n`$\\]*)\*(\d[\d.,]*\d|\d)(?![*\w])")


def check_lost_stars(module: Module) -> Iterator[Diagnostic]:
    """Products as they are typed into a program; only where the page lacks their stars."""
    starred = {
        path: [number for number, line in enumerate(lines, 1) if line.count("*") > 1]
        for path, lines in module.facts.sources.items()
    }
    for passage in module.facts.passages if any(starred.values()) else ():
        if passage.kind not in {"paragraph", "words"}:
            continue
        lines = module.facts.sources.get(passage.path, ())
        for number in starred.get(passage.path, ()):
            if passage.line <= number <= passage.last:
                for match in _BETWEEN_FIGURES.finditer(lines[number - 1]):
                    shown = "".join(match.groups())
                    if shown in passage.text:
                        message = (
                            f"the stars of “{match[0]}” make words between them italic, so learners read “{shown}”"
                        )
                        written = match[0].replace("*", " × ")
                        hint = (
                            f"Write {written} , or a backslash before each star: {match[0].replace('*', chr(92) + '*')}"
                        )
                        yield remark("STR-031", module, passage, match[0], message, hint, (match[0], written))
