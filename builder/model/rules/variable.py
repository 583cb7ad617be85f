"""Rules on variables."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

RULES = (
    Rule(
        "VAR-001", Severity.ERROR, "What stands between double braces is a variable of course.yml.",
        "A learner would see the braces in place of the words.",
        "The {{tema}} meets on Mondays.",
        "The {{team}} meets on Mondays.",
    ),
    Rule(
        "VAR-002", Severity.WARNING, "Every variable is named somewhere.",
        "Whoever changes it would think that learners see the change.",
        "title: Sample\nvariables:\n  team: The Ideas Team",
        'title: "{{team}}"\nvariables:\n  team: The Ideas Team',
    ),
)  # fmt: skip
