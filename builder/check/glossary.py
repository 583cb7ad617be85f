"""GLO-003: every term of the glossary is used."""

from collections.abc import Iterator

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report
from builder.model.glossary import Term
from builder.model.hidden import hides_text
from builder.model.rules import fault


def check_glossary(course: Course, read: Report) -> Iterator[Diagnostic]:
    """Terms that no module says, in text, headings or questions; `read` is what reading the course found."""
    if course.glossary is None or hides_text(read.diagnostics):
        return
    linked = {id for module in course.modules for id in module.terms}
    targets = {link.target for page in course.pages for link in page.facts.links}
    left = [term for term in course.glossary.terms if term.id not in linked and f"#{term.id}" not in targets]
    for term in left:
        if not _said(term, course):
            message = f"no module uses the term “{term.words.text}”"
            hint = "Delete it, or add the form that your text uses: Term | other form"
            yield fault("GLO-003", term.span, message, hint, term.excerpt)


def _said(term: Term, course: Course) -> bool:
    return any(term.find(p.text, p.text.lower()) for module in course.modules for p in module.facts.passages)
