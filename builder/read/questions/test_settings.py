"""What front matter says of the questions in a module, held against those that are there."""

from collections.abc import Sequence

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Block
from builder.model.diagnostics import Severity
from builder.read.markdown.context import Context
from builder.read.settings.values import ModuleSettings
from builder.read.settings.yaml_spans import Settings


def check_opening(settings: ModuleSettings, yaml: Settings, blocks: Sequence[Block], context: Context) -> None:
    """QUE-014 and QUE-015: what front matter says of the questions fits those that are there."""
    if settings.draw is None and not settings.feedback:
        return
    if any(
        d.severity is Severity.ERROR and (d.rule == "A13" or d.rule.startswith("QUE-")) for d in context.diagnostics
    ):
        return  # a question that cannot be read is reported, and is not missing
    scored = sum(isinstance(block, AssessmentItem) and block.scored for block in blocks)
    if settings.draw is not None and settings.draw >= scored:
        there = {0: "none", 1: "only one"}.get(scored, f"only {scored}")
        message = f"this module draws {settings.draw} questions, and has {there} with a right answer"
        hint = f"Write for example draw: {scored - 1}" if scored > 1 else "Delete this line, or add questions."
        context.fault("QUE-014", context.here(*yaml.place(("draw",))), message, hint, len(str(settings.draw)))
    if settings.feedback == "at-the-end" and scored == 0:
        message = "this module has no question with a right answer, so there is nothing to hand in"
        context.fault(
            "QUE-015",
            context.here(*yaml.place(("feedback",))),
            message,
            "Delete this line, or add a Quiz.",
            len(settings.feedback),
        )
