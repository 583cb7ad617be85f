"""The values that the panel in the page gets of an edition."""

from dataclasses import dataclass

from builder.model.diagnostics import Diagnostic, Severity
from builder.preview.edition import Edition
from builder.render.page.environment import render_template, templates_folder

BEFORE, AFTER = 40, 80
"""Characters of a long line that are shown before and after the place of the fault."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic with its line split at the place of the fault."""

    about: Diagnostic
    """The diagnostic."""
    before: str
    """The line before the place."""
    marked: str
    """The place itself."""
    after: str
    """The line after it."""


def panel_of(edition: Edition) -> dict[str, str]:
    """The event that a page gets: which course is shown, how the folder stands, a line and a list about it."""
    return {
        "shown": edition.shown.fingerprint if edition.shown else "",
        "state": edition.state,
        "summary": edition.summary,
        "html": findings_html(edition),
    }


def findings_html(edition: Edition) -> str:
    """The findings as HTML, gravest first."""
    return render_template(
        templates_folder(), "preview/findings.html", edition=edition, findings=[finding_of(d) for d in _sorted(edition)]
    )


def finding_of(d: Diagnostic) -> Finding:
    """Split the line of a diagnostic; a long one is cut to a window around the place."""
    text = d.excerpt
    if not text.strip():
        return Finding(d, "", "", "")
    at = min(d.span.column - 1, len(text))
    end = min(at + max(1, d.span.length), len(text))
    start = at - BEFORE if at > BEFORE + 1 else 0
    stop = end + AFTER if end + AFTER + 1 < len(text) else len(text)
    before = ("…" if start else "") + text[start:at]
    # A fault at the end of a line has no character to mark.
    return Finding(d, before, text[at:end] or " ", text[end:stop] + ("…" if stop < len(text) else ""))


def _sorted(edition: Edition) -> list[Diagnostic]:
    told = [d for d in edition.report.diagnostics if d.severity is not Severity.INFO]
    return sorted(told, key=lambda d: d.severity.rank)
