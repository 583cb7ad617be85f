"""Faults as values: what is wrong, where, and what to write instead."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault matters to a learner."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest; for sorting."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file, as an editor shows it."""

    path: str
    """Path with forward slashes, relative to the course folder (to the package root for a package)."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""
    length: int = 1
    """How many characters the caret underlines."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one source file, as an editor can apply it (LSP 3.17, TextEdit)."""

    path: str
    """Path of the file, as in a `Span`."""
    line: int
    """Line of the first character that is replaced, counted from 1."""
    column: int
    """Column of the first character that is replaced, counted from 1."""
    end_line: int
    """Line of the first character that stays."""
    end_column: int
    """Column of the first character that stays; the place of the first one replaced to insert only."""
    text: str
    """What stands there afterwards; may have line ends."""

    def applied(self, source: str) -> str:
        """The source with the change made."""
        lines = source.split("\n")
        before = "\n".join([*lines[: self.line - 1], lines[self.line - 1][: self.column - 1]])
        after = "\n".join([lines[self.end_line - 1][self.end_column - 1 :], *lines[self.end_line :]])
        return before + self.text + after


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault or remark."""

    rule: str
    """Id of the rule, as `satchel explain` takes it."""
    severity: Severity
    """Error, warning or info."""
    span: Span
    """Where it is."""
    message: str
    """What is wrong, in one sentence, without a full stop."""
    hint: str
    """What to do or write instead."""
    excerpt: str = ""
    """The source line, so that a report can show it with a caret."""
    fix: tuple[Edit, ...] = ()
    """The change that the hint describes, in the order of the source; empty where the author must choose or write herself."""

    @property
    def order(self) -> tuple[str, int, int, int, str]:
        """Sorting key: by place, then by gravity."""
        return (self.span.path, self.span.line, self.span.column, self.severity.rank, self.rule)


Swap = tuple[str, str]
"""What is written at the place of a fault, and what to write instead."""

Fix = Swap | Edit | Sequence[Edit | None] | None
"""How a check says what mends a fault: at its own place, at another, or in several; None when that is not sure."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A warning that the author suppressed."""

    diagnostic: Diagnostic
    """The warning."""
    reason: str
    """Why it does not matter there, in the author's words."""


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a stage, sorted by place."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """Every diagnostic, sorted by path, line and column."""
    suppressed: tuple[Suppressed, ...] = ()
    """Every suppressed warning, sorted likewise."""

    @classmethod
    def of(cls, *groups: Iterable[Diagnostic], suppressed: Iterable[Suppressed] = ()) -> "Report":
        """Join groups of diagnostics into one sorted report; the same fault at the same place is reported once."""
        unique = {(d.rule, d.span, d.message): d for group in groups for d in group}
        return cls(
            tuple(sorted(unique.values(), key=lambda d: d.order)),
            tuple(sorted(suppressed, key=lambda s: s.diagnostic.order)),
        )

    def of_severity(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """Those of one severity."""
        return tuple(d for d in self.diagnostics if d.severity is severity)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Those that stop a build."""
        return self.of_severity(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """Those that stop a build only with `--strict`."""
        return self.of_severity(Severity.WARNING)

    @property
    def clean(self) -> bool:
        """True when there is neither an error nor a warning."""
        return not self.errors and not self.warnings


def as_argument(path: str) -> str:
    """A path as a hint writes it into a command: in quotes where a shell would otherwise cut or change it."""
    return path if re.fullmatch(r"[\w./:+,@%-]+", path) else f'"{path}"'
