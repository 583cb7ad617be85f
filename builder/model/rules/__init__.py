"""The table of rules: every check, `satchel explain` and the handbook read it."""

from types import MappingProxyType

from builder.model.diagnostics import Diagnostic, Span
from builder.model.rules import (
    accessibility,
    assessment,
    glossary,
    include,
    media,
    package,
    picture,
    quality,
    record,
    state,
    structure,
    variable,
)
from builder.model.rules.rule import Rule

RULES = MappingProxyType(
    {
        rule.id: rule
        for rule in (
            *structure.RULES,
            *assessment.RULES,
            *glossary.RULES,
            *include.RULES,
            *variable.RULES,
            *picture.RULES,
            *media.RULES,
            *accessibility.RULES,
            *quality.RULES,
            *state.RULES,
            *record.RULES,
            *package.RULES,
        )
    }
)
"""Every rule by its id."""


def fault(rule: str, span: Span, message: str, hint: str, excerpt: str = "") -> Diagnostic:
    """A diagnostic of a rule, with the gravity that the table gives it."""
    return Diagnostic(rule, RULES[rule].severity, span, message, hint, excerpt)


__all__ = ["RULES", "Rule", "fault"]
