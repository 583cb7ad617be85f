"""Stars and low lines that are read as signs and were meant as they are: `2*3*4` (STR-031), `__main__` (STR-048)."""

from collections.abc import Iterator

from builder.check.foreign.masking import masked
from builder.check.places import remark
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern

_BETWEEN_FIGURES = rare_pattern(r"(?<![\w*\\.,])(\d[\d.,]*)\*(\w[^*\n`$\\]*)\*(\d[\d.,]*\d|\d)(?![*\w])")


_PYTHON = rare_pattern(
    r"(?<![\w`\\_])__(init|main|dict|repr|str|len|eq|hash|iter|getattr|setattr|getitem|setitem|slots|pycache)__(?![\w`])"
)
"""Names of Python that nobody sets in bold."""
_IN_PYTHON = rare_pattern(
    r"(?<![\w`\\_])__(name|file|all|doc|call|class|new|del|next|add|enter|exit|version|future|builtins|import)__(?![\w`])"
)
"""Names of Python that are words too."""
_SPEAKS_OF_PYTHON = rare_pattern(r"\bPython\b|==|\.py\b|\bimport\b|\bdef\b")


def check_lost_low_lines(module: Module) -> Iterator[Diagnostic]:
    """Names of Python in running text, whose low lines make them bold."""
    for passage in module.facts.passages:
        if passage.kind not in {"paragraph", "words"}:
            continue
        lines = module.facts.sources.get(passage.path, ())[passage.line - 1 : passage.last]
        for line in map(masked, lines):
            if "__" in line:
                speaks = _SPEAKS_OF_PYTHON.search(line)
                for match in [*_PYTHON.finditer(line), *(_IN_PYTHON.finditer(line) if speaks else ())]:
                    if match[1] in passage.text and match[0] not in passage.text:
                        message = f"the lines of “{match[0]}” make it bold, so learners read “{match[1]}”"
                        hint = f"Put it between backticks: `{match[0]}`"
                        yield remark("STR-048", module, passage, match[0], message, hint, (match[0], f"`{match[0]}`"))


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
                for match in _BETWEEN_FIGURES.finditer(masked(lines[number - 1])):
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
