"""Rules on fragments, which several modules share."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR
_W = Severity.WARNING

RULES = (
    Rule(
        "INC-001", _E, "A line that includes a fragment is a link to it and nothing else, and the fragment is there.",
        "A learner would get a link that leads nowhere in place of the text.",
        "Where to find help: [the list](_help.md).",
        "[Where to find help](_help.md)",
    ),
    Rule(
        "INC-002", _E, "No fragment includes itself, by whatever way.",
        "The module would never end.",
        "[Where to find help](_circle.md)",
        "[Where to find help](_help.md)",
    ),
    Rule(
        "INC-003", _W, "Every fragment is included by a module.",
        "What is written in it reaches no learner.",
        "a file _help.md, and no line that names it",
        "[Where to find help](_help.md)",
    ),
    Rule(
        "INC-004", _E, "A fragment is text alone, and what it defines is not defined otherwise around it.",
        "Settings would be shown as text, and of two notes with the same name one would be lost.",
        "a file _help.md that begins with --- and title: Help",
        "a file _help.md with text alone",
    ),
)  # fmt: skip
