"""Rules in words: one TOML file for each subject, one folder for each language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from builder.model.diagnostics import Severity
from builder.model.rules import SEVERITIES

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked, in words."""

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
    clause: str = ""
    """The clause of a standard it rests on, e.g. `WCAG 2.2 1.1.1`; may be empty."""


@cache
def read_rules(language: str = "en") -> Mapping[str, Rule]:
    """Every rule by its id, sorted, with its texts in a language that has a folder here."""
    texts: dict[str, dict[str, str]] = {}
    for path in sorted((_FOLDER / language).glob("*.toml")):
        texts |= tomllib.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType({id: Rule(id, SEVERITIES[id], **texts[id]) for id in sorted(texts)})
