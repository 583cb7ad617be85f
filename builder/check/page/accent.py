"""A14: the colour of a course stands out from the paper of the page."""

from collections.abc import Iterator

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.look.colour import FOR_WORDS, LIGHT_PAPERS, least_contrast, shade_for
from builder.model.rules import fault


def check_accent(course: Course) -> Iterator[Diagnostic]:
    """Links and buttons in it can be read in the light scheme; for the dark one a shade is made that can be."""
    accent = course.accent
    if accent is None or (ratio := least_contrast(accent.colour, LIGHT_PAPERS)) >= FOR_WORDS:
        return
    # Cut off, not rounded: 4.47 must not be reported as 4.5.
    shown = int(ratio * 10) / 10
    message = f"{accent.colour} is too pale for the paper of the page: its contrast is {shown} to 1, and words need {FOR_WORDS}"
    darker = f'"{shade_for(accent.colour, LIGHT_PAPERS, FOR_WORDS)}"'
    written = accent.excerpt[accent.span.column - 1 :][: accent.span.length]
    yield fault("A14", accent.span, message, f"Write: accent: {darker}", accent.excerpt, (written, darker))
