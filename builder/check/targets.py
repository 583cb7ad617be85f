"""A15: links inside the course lead somewhere."""

import difflib
from collections.abc import Iterator

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.rules import fault


def check_targets(course: Course) -> Iterator[Diagnostic]:
    """Every `#id` is an id of the course."""
    known = frozenset().union(*(module.anchors for module in course.pages))
    for module in course.pages:
        for link in module.links:
            if not link.target.startswith("#") or link.target[1:] in known:
                continue
            near = difflib.get_close_matches(link.target[1:], sorted(known), 1, 0.6)
            hint = (
                f"Did you mean #{near[0]}?" if near else "Give the place an id with {#my-id} at the end of its heading."
            )
            yield fault(
                "A15", link.span, f"nothing in the course has the id {link.target[1:] or '(empty)'}", hint, link.excerpt
            )
