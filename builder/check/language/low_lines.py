"""STR-048: names of Python whose low lines make them bold, such as `__main__`."""

from collections.abc import Iterator

from builder.check.foreign.masking import masked
from builder.check.places import remark
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern

_PYTHON = rare_pattern(
    r"(?<![\w`\\_])__(init|main|dict|repr|str|len|eq|hash|iter|getattr|setattr|getitem|setitem|slots|pycache)__(?![\w`])"
)
"""Names of Python that nobody sets in bold."""
_IN_PYTHON = rare_pattern(
    r"(?<![\w`\\_])__(name|file|all|doc|call|class|new|del|next|add|enter|exit|version|future|builtins|import)__(?![\w`])"
)
"""Names of Python that are words too."""
_SPEAKS_OF_PYTHON = rare_pattern(r"\bPython\b|==|\.py\b|\bimport\b|\bdef\b")


def check_low_lines(module: Module) -> Iterator[Diagnostic]:
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
