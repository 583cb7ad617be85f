"""Rules on what goes with a picture, and on passages in another language."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR

RULES = (
    Rule(
        "PIC-001", _E, "A caption or a description belongs to a picture that stands alone, directly below it.",
        "In a sentence a caption could be seen only by pointing at it with a mouse.",
        'A plan ![A plan on a wall](images/plan.png "Our plan") of ours.',
        '![A plan on a wall](images/plan.png "Our plan")\n\nDescription: Six boxes in a row, from mobilising to change.',
        "WCAG 2.2 1.1.1, 1.4.13",
    ),
    Rule(
        "PIC-002", _E, "A decorative picture says nothing: it has no words, no caption and no description.",
        "Words in its place would be lost, and a caption would speak of a picture that some learners cannot know of.",
        "![Five people around a table](images/team.png){decorative}",
        "![](images/line.png){decorative}",
        "WCAG 2.2 1.1.1",
    ),
    Rule(
        "LNG-001", _E, "Words in another language have its tag directly behind them.",
        "A screen reader would go on with the wrong voice.",
        "One says [bore da] {lang=cy}",
        "Bore da. {lang=cy}\n\nOne says [bore da]{lang=cy} in Welsh.",
        "WCAG 2.2 3.1.2",
    ),
)  # fmt: skip
