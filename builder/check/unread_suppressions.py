"""STR-028: what was meant to suppress a warning, and is written otherwise: learners would read it, or it does nothing."""

import re
from collections.abc import Sequence

from builder.check.foreign.masking import COVERED, masked
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault

_RULE = r"(?:[AW]\d\d|[A-Z]{3}-\d{3})\b"
_SEVERAL = rare_pattern(rf"\ba11y-ok\s+{_RULE}\s*(?:[,;&+/]|and\b|)\s*{_RULE}", re.IGNORECASE)
_NEARLY = rare_pattern(
    r"(?P<sign>(?:<!--|\{#|\{/\*|\[//\]:\s*#\s*\(|//|/\*|%+|NOTE:?|\.\.)\s*)?a11y[-_ ]*(?:ok|okay|ignore|disable|suppress|off)\b\s*[:,–—-]?\s*"
    rf"(?P<rule>{_RULE})?\s*[:,–—-]*\s*(?P<reason>.*?)\s*(?:-->|#\}}|\*/\}}|\*/|\))?\s*$",
    re.IGNORECASE,
)
_WHY = "why it does no harm here"


def unread_suppression(path: str, lines: Sequence[str], number: int, is_read: bool) -> Diagnostic | None:
    """What is wrong with a line that holds `a11y`; `is_read` says whether it is a comment that suppresses something."""
    line, notes = lines[number - 1], path.endswith(".vtt")
    if several := _SEVERAL.search(line):
        message = "one comment suppresses one rule, and this names several"
        hint = f"Write a comment for each of them: {_comment('W03', _WHY, notes)}"
        return fault("STR-028", Span(path, number, several.start() + 1, len(several[0])), message, hint, line)
    found = None if is_read else _NEARLY.search(line)
    if found is None or not (found["sign"] or found["rule"]) or masked(line)[found.start() :][:1] == COVERED:
        return None
    hidden = not notes and (found["sign"] or "").startswith(("<!--", "[//"))
    above = "\n".join(lines[: number - 1])
    several_lines = not notes and above.rfind("<!--") > above.rfind("-->")
    meant = _comment((found["rule"] or "W03").upper(), found["reason"] or _WHY, notes)
    message = "learners would read this, and it suppresses nothing"
    if several_lines:
        message, meant = "a comment on several lines suppresses nothing", f"on one line: {meant}"
    elif hidden:
        message = "this comment suppresses nothing, as it is written"
    written = line[found.start() :].rstrip()
    sure = found["rule"] and found["reason"] and not several_lines and not line[: found.start()].strip()
    fix = (written, meant) if sure else None
    span = Span(path, number, found.start() + 1, len(written))
    return fault("STR-028", span, message, f"Write {meant}", line, fix)


def _comment(rule: str, reason: str, notes: bool) -> str:
    return f"NOTE a11y-ok {rule}: {reason}" if notes else f"<!-- a11y-ok {rule}: {reason} -->"
