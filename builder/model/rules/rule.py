"""What a rule is: one row of the table that the checks, `satchel explain` and the handbook share."""

from dataclasses import dataclass

from builder.model.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked."""

    id: str
    """Stable id, e.g. `STR-004`."""
    severity: Severity
    """Error when a learner would get something else than the author meant, or nothing."""
    title: str
    """The rule in one sentence."""
    why: str
    """Why it matters to a learner or an administrator."""
    wrong: str
    """A short example that breaks it."""
    right: str
    """The same example, mended."""
    reference: str = ""
    """The clause of a standard it rests on, e.g. `WCAG 2.2 1.1.1`; may be empty."""
