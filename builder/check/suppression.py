"""STR-028: a warning that does not fit is taken back beside its cause, with a reason.

`<!-- a11y-ok W04: a talking head, nothing else is shown -->` stands on a line of its own directly above the block, or
at the block's end; in captions, `NOTE a11y-ok W05: ...` above the caption.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from builder.check.unread_suppressions import unread_suppression
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report, Severity, Span, Suppressed
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import SEVERITIES, fault
from builder.remembered import Remembered

_COMMENT = rare_pattern(r"<!--\s*a11y-ok\b\s*([\w-]*)\s*:?\s*(.*?)\s*(?:-->|$)")
_NOTE = rare_pattern(r"^NOTE\s*a11y-ok\b\s*([\w-]*)\s*:?\s*(.*?)\s*$")
_HEADING = rare_pattern(r"^ {0,3}#{1,6}(?:\s|$)")
_KIND_HEADING = rare_pattern(r"^ {0,3}#{1,6}\s+\w+:\s")
_CAPTION = re.compile(r"^ {0,3}Table:\s", re.IGNORECASE)
_EXAMPLE = "<!-- a11y-ok W04: a talking head, nothing else is shown -->"


@dataclass(frozen=True, slots=True)
class _Excuse:
    """A suppression, as the author wrote it."""

    rule: str
    reason: str
    span: Span
    excerpt: str
    first: int
    last: int

    def covers(self, diagnostic: Diagnostic) -> bool:
        place = diagnostic.span
        return (
            diagnostic.rule == self.rule
            and place.path == self.span.path
            and self.first <= place.line <= self.last
            and diagnostic.severity is not Severity.ERROR
        )

    @property
    def speaks_of_film(self) -> bool:
        """Whether it is sound, and about what only a look into a film shows (`satchel check --films`)."""
        told = self.rule in {"W16", "MED-009"} or (self.rule in {"W05", "W22"} and self.span.path.endswith(".md"))
        return told and bool(self.reason)


def suppress(course: Course, report: Report, films: bool = False, kept: Remembered | None = None) -> Report:
    """Take back what authors gave a reason for, and report suppressions that say or do nothing.

    `films` says whether anybody looked into the films: if not, nobody knows whether a suppression for them is idle.
    With `kept`, files that have not changed are not looked through.
    """
    found = list(_excuses(course, kept))
    if not found:
        return report
    excuses = [one for one in found if isinstance(one, _Excuse)]
    unread = [one for one in found if isinstance(one, Diagnostic)]
    left: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    used: set[_Excuse] = set()
    for diagnostic in report.diagnostics:
        excuse = next((e for e in excuses if e.covers(diagnostic)), None)
        if excuse is None:
            left.append(diagnostic)
        elif not excuse.reason:
            continue  # the missing reason is reported in place of the warning
        else:
            used.add(excuse)
            suppressed.append(Suppressed(diagnostic, excuse.reason))
    faults = [_fault(excuse) for excuse in excuses if excuse not in used and (films or not excuse.speaks_of_film)]
    return Report.of(left, faults, unread, suppressed=suppressed)


def _excuses(course: Course, kept: Remembered | None) -> Iterator[_Excuse | Diagnostic]:
    """Every suppression, and what was meant as one."""
    marked = [
        (path, lines, number)
        for path, lines in _sources(course).items()
        for number in (kept.get("marked", lines, (), partial(_marked, lines)) if kept else _marked(lines))
    ]
    code = _code(course) if marked else frozenset()
    for path, lines, number in marked:
        if (path, number) in code:
            continue
        line = lines[number - 1]
        match = (_NOTE if path.endswith(".vtt") else _COMMENT).search(line)
        if unread := unread_suppression(path, lines, number, match is not None):
            yield unread
        elif match:
            first, last = _block(lines, number, line[: match.start()])
            span = Span(path, number, match.start() + 1, len(match[0]))
            yield _Excuse(match[1].upper(), match[2], span, line, first, last)


def _marked(lines: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers of the lines that may hold a suppression."""
    return tuple(number for number, line in enumerate(lines, 1) if "a11y" in line.casefold())


def _code(course: Course) -> frozenset[tuple[str, int]]:
    """The lines that show code: file and number."""
    return frozenset(
        (passage.path, number)
        for module in course.pages
        for passage in module.facts.passages
        if passage.kind in {"code", "indented"}
        for number in range(passage.line, passage.last + 1)
    )


def _sources(course: Course) -> Mapping[str, tuple[str, ...]]:
    sources: dict[str, tuple[str, ...]] = {}
    for module in course.pages:
        sources |= module.facts.sources
    for film in course.films:
        for track in film.captions:
            sources[track.asset.source] = tuple(track.webvtt.split("\n"))
    return sources


def _block(lines: tuple[str, ...], number: int, before: str) -> tuple[int, int]:
    """First and last line of what a comment is about: the block that it ends, or else the one below it."""
    if before.strip(" \t>"):
        first = last = number
        while first > 1 and lines[first - 2].strip() and not _HEADING.match(lines[first - 1]):
            first -= 1
    else:
        first = number + 1
        while first <= len(lines) and (not lines[first - 1].strip() or "a11y-ok" in lines[first - 1]):
            first += 1
        last = first
    if first <= len(lines) and _HEADING.match(lines[first - 1]):
        if not _KIND_HEADING.match(lines[first - 1]):
            return first, first
        while last < len(lines) and not _HEADING.match(lines[last]) and lines[last].strip() != "---":
            last += 1
        return first, last
    if first <= len(lines) and _CAPTION.match(lines[first - 1]):
        while last < len(lines) and not lines[last].strip():
            last += 1  # the table is the block, with its caption
    while last < len(lines) and lines[last].strip():
        last += 1
    return first, last


def _with_reason(excuse: _Excuse) -> str:
    note = excuse.excerpt.lstrip().startswith("NOTE")
    begin, end = ("NOTE", "") if note else ("<!--", " -->")
    return f"Write it after a colon: {begin} a11y-ok {excuse.rule}: why it does no harm here{end}"


def _fault(excuse: _Excuse) -> Diagnostic:
    severity = SEVERITIES.get(excuse.rule)
    if severity is None:
        message = f"there is no rule {excuse.rule}" if excuse.rule else "this does not say which rule"
        hint = f"Write the rule as the report names it, for example {_EXAMPLE}"
    elif severity is Severity.ERROR:
        message = f"{excuse.rule} is an error, and an error cannot be suppressed"
        hint = f"Correct it; `satchel explain {excuse.rule}` says how."
    elif not excuse.reason:
        message, hint = f"this comment gives no reason why {excuse.rule} does not matter here", _with_reason(excuse)
    else:
        message = f"{excuse.rule} reports nothing in the block above or below this comment"
        hint = "Delete the comment, or put it directly above what it is about."
    return fault("STR-028", excuse.span, message, hint, excuse.excerpt)
