"""Whether part of a course could not be read, and so may use or name what seems unused or missing."""

from collections.abc import Iterable

from builder.model.diagnostics import Diagnostic

_HIDING = frozenset(["STR-003", "STR-004", "STR-005", "STR-010", "STR-013", "STR-022", "STR-042"])
"""Rules whose breach hides words: a file or its front matter that cannot be read, code or a comment that is never closed."""
_LEFT_OUT = "STR-046"
"""The rule on files that are not read because of their name."""


def hides_text(diagnostics: Iterable[Diagnostic], also: str = "") -> bool:
    """Whether a module, a fragment or the glossary could not be read to its end, or the rule `also` was reported."""
    return any(
        d.rule in (also, _LEFT_OUT) or (d.rule in _HIDING and d.span.path.lower().endswith(".md")) for d in diagnostics
    )
