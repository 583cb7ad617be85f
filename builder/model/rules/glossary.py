"""Rules on the glossary."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR
_W = Severity.WARNING

RULES = (
    Rule(
        "GLO-001", _E, "A glossary is terms, each with its definition below, after a colon and a space.",
        "What is written otherwise would not be found by whoever looks up the word.",
        "**Reflexivity**: looking at one's own part in things",
        "Reflexivity\n: Looking at one's own part in things.",
        "HTML 4.4.9",
    ),
    Rule(
        "GLO-002", _E, "A glossary has each term once.",
        "A link could lead to one of the two definitions only.",
        "Trust\n: Relying on somebody.\n\ntrust\n: Believing in somebody.",
        "Trust\n: Relying on somebody, and believing in them.",
    ),
    Rule(
        "GLO-003", _W, "Every term of the glossary is used in a module.",
        "A learner would look for the place that it explains; usually the text uses another form of the word.",
        "Mobilisation | mobilise\n: Bringing people together.",
        "Trust | trusting\n: Relying on somebody.",
    ),
)  # fmt: skip
