"""What course.yml says of completion, as one value."""

from builder.model.assessment import Bank
from builder.model.contract import COMPLETION_RULES
from builder.model.course import Completion
from builder.model.diagnostics import Span
from builder.read.files.source import Source
from builder.read.settings.values import CourseSettings
from builder.read.settings.yaml_spans import Settings


def completion_of(chosen: CourseSettings, settings: Settings, source: Source | None) -> Completion:
    """When the course counts as done; with each key of course.yml that says so, where it stands, and its line."""
    places: dict[str, tuple[Span, str]] = {}
    for key in ("completion", "pass-mark", "scoring", "failed"):
        if source and key in settings.values:
            line, column = settings.place((key,), of_key=True)
            places[key] = Span(source.path, line, column, len(key)), source.lines[line - 1]
    asked = chosen.completion
    rule = next((rule for rule in reversed(COMPLETION_RULES) if rule in asked), COMPLETION_RULES[0])
    partial = chosen.scoring == "partial"
    return Completion(
        rule,
        chosen.pass_mark,
        partial,
        read="all-read" in asked,
        films="all-films" in asked,
        stays_open=chosen.failed == "never",
        confirmed="all-confirmed" in asked,
        places=places,
    )


def banks_of(chosen: CourseSettings, settings: Settings, source: Source | None) -> tuple[Bank, ...]:
    """Each bank, with the place at which the settings name it."""
    banks = []
    for name, draw in chosen.banks.items():
        line, column = settings.place(("banks", name))
        excerpt = source.lines[line - 1] if source and line <= len(source.lines) else ""
        banks.append(Bank(name, draw, Span(source.path if source else "course.yml", line, column), excerpt))
    return tuple(banks)
