"""Rules on the form in the record of learning."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR
_W = Severity.WARNING

RULES = (
    Rule(
        "REC-001", _E, "The form that course.yml names is in the course folder.",
        "The learner's record would lack every question that a supervisor or regulator asks.",
        "record: recrod.yml",
        "record: record.yml",
    ),
    Rule(
        "REC-002", _E, "A question that is answered by choosing has options, and no other has.",
        "A learner would find a question without anything to choose, or options that cannot be chosen.",
        "- id: kind\n  ask: What kind of learning was it?\n  kind: one",
        "- id: kind\n  ask: What kind of learning was it?\n  kind: one\n  options: [Course, Reading, Discussion]",
    ),
    Rule(
        "REC-003", _E, "Every question of a form has an id of its own.",
        "Two questions with the same id would share one answer.",
        "- id: learnt\n  ask: What did you learn?\n- id: learnt\n  ask: What will change?",
        "- id: learnt\n  ask: What did you learn?\n- id: change\n  ask: What will change?",
    ),
    Rule(
        "REC-004", _E, "A framework that a form asks about is one of the standards in course.yml.",
        "The learner would find nothing to choose from.",
        "- id: domains\n  ask: Which domains?\n  kind: several\n  framework: PFC",
        "- id: domains\n  ask: Which domains?\n  kind: several\n  framework: PCF",
    ),
    Rule(
        "REC-005", _E, "A form asks something.",
        "The learner would find its title and nothing below it.",
        "title: My learning\nquestions: []",
        "title: My learning\nquestions:\n  - id: learnt\n    ask: What did you learn?",
    ),
    Rule(
        "REC-006", _W, "A file record.yml is named in course.yml.",
        "Its questions reach no learner as long as nothing names it.",
        "a file record.yml, and a course.yml without a line `record: record.yml`",
        "record: record.yml",
    ),
)  # fmt: skip
