"""Rules on the learner's state: what an LMS must have room for (SCO)."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

RULES = (
    Rule(
        "SCO-001", Severity.ERROR, "What completion needs fits the room that an LMS has for a learner's work.",
        "A learner who comes back on another device would have to answer again what no longer had room.",
        "completion: all-questions, and 2,000 questions in one course for SCORM 1.2",
        "two courses of 800 questions, or satchel build --to scorm2004,web",
        "SCORM 1.2 RTE 3.4.4, SCORM 2004 4th Edition RTE 4.2.24",
    ),
    Rule(
        "SCO-002", Severity.WARNING, "How every question stands fits the room that an LMS has for a learner's work.",
        "Modules done are kept, but a learner who comes back on another device may find answered questions open.",
        "completion: all-modules, and 2,000 questions in one course for SCORM 1.2",
        "two courses of 800 questions, or satchel build --to scorm2004,web",
        "SCORM 1.2 RTE 3.4.4, SCORM 2004 4th Edition RTE 4.2.24",
    ),
)  # fmt: skip
