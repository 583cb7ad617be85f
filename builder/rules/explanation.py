"""Rules as `satchel explain` shows them."""

import textwrap
from collections.abc import Mapping

from builder.report import Paint, plain
from builder.rules.texts import Rule


def rule_text(rule: Rule, width: int = 80, paint: Paint = plain) -> str:
    """A rule as `satchel explain RULE` shows it."""
    parts = [
        f"{paint(rule.id, 'strong')}  {paint(rule.severity.value, rule.severity.value)}",
        textwrap.fill(rule.title, width),
        textwrap.fill(rule.why, width),
        paint("Not like this", "strong") + "\n" + textwrap.indent(rule.wrong, "    "),
        paint("But like this", "strong") + "\n" + textwrap.indent(rule.right, "    "),
    ]
    if rule.clause:
        parts.append(paint(f"Rests on: {rule.clause}", "quiet"))
    return "\n\n".join(parts)


def rules_text(rules: Mapping[str, Rule], width: int = 100) -> str:
    """All rules, one a line."""
    longest = max(map(len, rules))
    return "\n".join(
        textwrap.fill(
            f"{rule.id:<{longest}}  {rule.severity.value:<7}  {rule.title}",
            width,
            subsequent_indent=" " * (longest + 11),
        )
        for rule in rules.values()
    )
