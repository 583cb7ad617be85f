"""Makes the diagnostics of the elements of a page."""

from builder.model.diagnostics import Diagnostic
from builder.verify.finding import found
from builder.verify.tag import Tag
from builder.verify.web_page.index import Page


def found_at(rule: str, page: Page, element: Tag, message: str, hint: str) -> Diagnostic:
    """A diagnostic of a rule at an element of a page."""
    return found(rule, page.name, message, hint, page.lines.of(element.number))
