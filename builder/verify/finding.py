"""Makes the diagnostics of the verifier."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from builder.model.diagnostics import Diagnostic, Span
from builder.model.rules import fault
from builder.verify.tree import line_of

MANIFEST = "imsmanifest.xml"
"""SCORM CAM: the manifest's name, in these letters, at the root of the zip."""
_MOST_OF_A_KIND = 25


def found(rule: str, member: str, message: str, hint: str, line: int = 1, column: int = 1) -> Diagnostic:
    """A diagnostic of a rule at a place in a member of the zip; line 1 when the place is not known."""
    return fault(rule, Span(member, max(line, 1), max(column, 1)), message, hint)


def in_manifest(rule: str, element: etree._Element, message: str, hint: str) -> Diagnostic:
    """A diagnostic of a rule at an element of the manifest."""
    return found(rule, MANIFEST, message, hint, line_of(element))


def abridged(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, at most 25 of a rule in one member; the last of them says how many were left out.

    A page of another tool may break one rule in each of its 50,000 elements.
    """
    last: dict[tuple[str, str], Diagnostic] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        kind = (finding.rule, finding.span.path)
        seen[kind] += 1
        if seen[kind] < _MOST_OF_A_KIND:
            yield finding
        else:
            last.setdefault(kind, finding)
    for kind, finding in last.items():
        more = seen[kind] - _MOST_OF_A_KIND
        others = f" (and {more} more like it in this file)" if more else ""
        yield replace(finding, message=finding.message + others)
