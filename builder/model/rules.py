"""The id and severity of every rule. Their texts, for `satchel explain` and the handbook, are in `builder/rules/`."""

from collections.abc import Mapping
from types import MappingProxyType

from builder.model.diagnostics import Diagnostic, Edit, Fix, Severity, Span

_ERRORS = """
    A01 A02 A03 A04 A05 A06 A07 A08 A09 A10 A11 A12 A13 A14 A15 A16 A17
    GLO-001 GLO-002
    INC-001 INC-002 INC-004
    LNG-001 LNG-003 LNG-006 LNG-007
    LNK-001 LNK-002 LNK-003 LNK-004
    MAN-001 MAN-002 MAN-003 MAN-004 MAN-005 MAN-006 MAN-007 MAN-008 MAN-009 MAN-012 MAN-013 MAN-015 MAN-016 MAN-018
    MAN-019 MAN-020 MAN-021 MAN-023 MAN-024 MAN-025 MAN-026 MAN-029
    MED-001 MED-002 MED-003 MED-004 MED-005 MED-007
    PIC-001 PIC-002
    PKG-001 PKG-002 PKG-003 PKG-004 PKG-006 PKG-007 PKG-008 PKG-011 PKG-012 PKG-013 PKG-014 PKG-015
    PKG-016
    QUE-001 QUE-002 QUE-003 QUE-004 QUE-005 QUE-006 QUE-007 QUE-008 QUE-009 QUE-010 QUE-011 QUE-012 QUE-013 QUE-014
    QUE-015 QUE-016 QUE-017 QUE-018 QUE-022 QUE-024 QUE-025 QUE-026
    REC-001 REC-002 REC-003 REC-004 REC-005
    SCO-001
    THM-001 THM-002 THM-003 THM-005 THM-006 THM-007
    STR-001 STR-002 STR-003 STR-004 STR-005 STR-006 STR-007 STR-008 STR-009 STR-010 STR-011 STR-012 STR-013 STR-014
    STR-015 STR-016 STR-018 STR-019 STR-020 STR-021 STR-022 STR-024 STR-025 STR-026 STR-027 STR-030 STR-031 STR-032
    STR-041 STR-042 STR-044 STR-045 STR-047 STR-049
    VAR-001
    WEB-001 WEB-002 WEB-003 WEB-004 WEB-005 WEB-006 WEB-007 WEB-008 WEB-009 WEB-010 WEB-011 WEB-012 WEB-013 WEB-014
    WEB-015 WEB-016 WEB-017 WEB-018 WEB-019 WEB-020 WEB-022
"""
_WARNINGS = """
    GLO-003
    INC-003
    LNG-002 LNG-004 LNG-008
    LNK-005 LNK-007
    MED-006 MED-009
    MAN-010 MAN-014 MAN-017 MAN-022 MAN-027 MAN-028 MAN-030
    PIC-003
    PKG-005 PKG-009 PKG-010
    QUE-021 QUE-023
    REC-006 REC-007
    SCO-002
    THM-004
    STR-028 STR-043 STR-046 STR-048 STR-050
    VAR-002
    W01 W02 W03 W04 W05 W06 W07 W09 W10 W11 W12 W13 W14 W15 W16 W17 W18 W19 W20 W21 W22 W31
    WEB-021 WEB-030
"""
_REMARKS = "LNG-005 LNK-006 MAN-011 MED-008 THM-008 W08"

SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    {
        **dict.fromkeys(_ERRORS.split(), Severity.ERROR),
        **dict.fromkeys(_WARNINGS.split(), Severity.WARNING),
        **dict.fromkeys(_REMARKS.split(), Severity.INFO),
    }
)
"""Every rule: its id, by which the code, reports and suppressions name it, and its severity."""


def fault(rule: str, span: Span, message: str, hint: str, excerpt: str = "", fix: Fix = None) -> Diagnostic:
    """A diagnostic of a rule, with the severity of that rule. An id that is no rule raises KeyError.

    `fix` is the change that the hint describes. Of several edits all must be possible; otherwise there is none.
    """
    return Diagnostic(rule, SEVERITIES[rule], span, message, hint, excerpt, _edits(fix, span, excerpt))


def _edits(fix: Fix, span: Span, line: str) -> tuple[Edit, ...]:
    if fix is None or isinstance(fix, Edit):
        return (fix,) if fix else ()
    first, *rest = fix
    if isinstance(first, str):
        return _edits(swap(span, line, first, str(rest[0])), span, line)
    edits = tuple(edit for edit in fix if isinstance(edit, Edit))
    return edits if len(edits) == len(fix) else ()


def swap(span: Span, line: str, old: str, new: str) -> Edit | None:
    """Replace `old` by `new` at a place of a line; None when something else is written there."""
    start = span.column - 1
    if not line.startswith(old, start):
        return None
    return Edit(span.path, span.line, span.column, span.line, span.column + len(old), new)
