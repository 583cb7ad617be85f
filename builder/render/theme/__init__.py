"""Templates and styles of a course's own: which of ours they stand for, and what is wrong with them."""

from builder.render.theme.own_files import (
    ELSEWHERE,
    check_own_files,
    fault_in_own_template,
    overrides_of,
    style_paths,
    template_paths,
)
from builder.render.theme.page_faults import at_their_templates

__all__ = [
    "ELSEWHERE",
    "at_their_templates",
    "check_own_files",
    "fault_in_own_template",
    "overrides_of",
    "style_paths",
    "template_paths",
]
