"""Diagnostics as text for people and as JSON for tools."""

import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path

from builder.model.contract import EDITIONS, STATE_LIMITS
from builder.model.diagnostics import Diagnostic, Edit, Report, Severity, Suppressed
from builder.model.package import PackageFile, StateRoom

Paint = Callable[[str, str], str]
"""Gives a text the colour of a role (`error`, `warning`, `info`, `quiet`, `strong`), or leaves it as it is."""


def plain(text: str, role: str) -> str:
    """The paint of a terminal without colour."""
    return text


def diagnostics_text(report: Report, prefix: str, width: int = 100, verbose: bool = False, paint: Paint = plain) -> str:
    """Every diagnostic with its line and a caret under the place; remarks only when `verbose`.

    `prefix` is put before each path, so that an editor or terminal can open it.
    """
    shown = [d for d in report.diagnostics if verbose or d.severity is not Severity.INFO]
    told = [_diagnostic(d, prefix, width, paint) for d in shown]
    if verbose:
        told += [_suppressed(s, prefix, paint) for s in report.suppressed]
    return "\n\n".join(told)


def summary_text(report: Report) -> str:
    """How many of each, in words: `2 errors and 1 warning`; with how many warnings were taken back."""
    counts = [(len(report.errors), "error"), (len(report.warnings), "warning")]
    parts = [f"{count} {word}{'s' * (count != 1)}" for count, word in counts if count]
    back = len(report.suppressed)
    more = f"; {back} warning{'s' * (back != 1)} taken back with a reason (--verbose shows which)" if back else ""
    return (" and ".join(parts) or "nothing to mend") + more


def _edit(edit: Edit) -> Mapping[str, object]:
    return {field.name: getattr(edit, field.name) for field in fields(edit)}


def as_json(report: Report, packages: Iterable[PackageFile], older: Iterable[Path] = ()) -> Mapping[str, object]:
    """The object that `--json` prints; lines and columns count from 1.

    `older` are packages of earlier builds that stand beside those of this one.
    """
    return {
        "diagnostics": [
            {
                "rule": d.rule,
                "severity": d.severity.value,
                "path": d.span.path,
                "line": d.span.line,
                "column": d.span.column,
                "message": d.message,
                "hint": d.hint,
                "fix": [_edit(edit) for edit in d.fix],
            }
            for d in report.diagnostics
        ],
        "suppressed": [
            {
                "rule": s.diagnostic.rule,
                "path": s.diagnostic.span.path,
                "line": s.diagnostic.span.line,
                "reason": s.reason,
            }
            for s in report.suppressed
        ],
        "packages": [
            {"destination": p.destination, "path": p.path.as_posix(), "bytes": p.size, "sha256": p.sha256}
            for p in packages
        ],
        "older": [path.as_posix() for path in older],
    }


def room_texts(room: StateRoom | None, destinations: Iterable[str]) -> list[str]:
    """`612 of 4,096 characters (SCORM 1.2)` for each destination that is an LMS."""
    return [
        f"{room.whole:,} of {STATE_LIMITS[destination]:,} characters ({EDITIONS[destination]})"
        for destination in destinations
        if room and destination in STATE_LIMITS
    ]


def size_text(size: int) -> str:
    """Bytes for people: `345 kB`, `1.2 MB`."""
    return f"{size / 1e6:.1f} MB" if size >= 999_500 else f"{max(1, round(size / 1e3))} kB"


def _place(d: Diagnostic, prefix: str) -> str:
    return f"{Path(prefix, d.span.path) if prefix else d.span.path}:{d.span.line}:{d.span.column}"


def _suppressed(suppressed: Suppressed, prefix: str, paint: Paint) -> str:
    d = suppressed.diagnostic
    place = paint(_place(d, prefix), "strong")
    return f"{place}: {paint('suppressed', 'quiet')} {d.rule} {d.message}\n  reason: {suppressed.reason}"


def _diagnostic(d: Diagnostic, prefix: str, width: int, paint: Paint) -> str:
    place = _place(d, prefix)
    lines = [f"{paint(place, 'strong')}: {paint(d.severity.value, d.severity.value)} {d.rule} {d.message}"]
    if d.excerpt.strip():
        lines += _excerpt(d, max(40, width), paint)
    wrapped = textwrap.wrap(d.hint, max(40, width) - 8, break_long_words=False, break_on_hyphens=False)
    lines += [("  hint: " if number == 0 else "        ") + line for number, line in enumerate(wrapped)]
    return "\n".join(lines)


def _excerpt(d: Diagnostic, width: int, paint: Paint) -> list[str]:
    """The source line and a caret; a long line is cut to a window around the place."""
    gutter = f"{d.span.line:>6} | "
    room = width - len(gutter)
    text = d.excerpt.replace("\t", " ")
    at = min(d.span.column - 1, len(text))
    start = max(0, min(at - room // 2, len(text) - room)) if len(text) > room else 0
    shown = text[start : start + room]
    if start:
        shown = "…" + shown[1:]
    if start + room < len(text):
        shown = shown[:-1] + "…"
    length = max(1, min(d.span.length, len(shown) - (at - start)))
    caret = " " * (len(gutter) - 2) + "| " + " " * (at - start) + paint("^" + "~" * (length - 1), d.severity.value)
    return [paint(gutter, "quiet") + shown, caret]
