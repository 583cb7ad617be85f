"""The criteria of WCAG 2.2 and our own claims, read from `wcag22.toml`."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

LEVELS = ("A", "AA", "AAA")


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion, or a claim of our own."""

    number: str
    """Such as `1.4.3`, or `LMS-1`."""
    name: str
    level: str = ""
    """`A`, `AA` or `AAA`; empty for a claim."""
    people: str = ""
    """What no probe can see: a sentence that begins with “Whether”."""
    needs: str = ""
    """What must be on a page for it to say anything: `film`, `picture`, ..., several with `or`."""
    removed: bool = False
    """Whether WCAG 2.2 has it no longer."""

    @property
    def clause(self) -> str:
        """Clause of EN 301 549 (V3.2.1), which takes WCAG 2.1 A and AA as chapter 9; empty where it has none."""
        in_wcag21 = self.level in ("A", "AA") and self.number not in _NEW_IN_22
        return f"9.{self.number}" if in_wcag21 else ""

    @property
    def address(self) -> str:
        """Where the W3C explains it; empty for a claim."""
        slug = "-".join("".join(sign if sign.isalnum() else " " for sign in self.name.lower()).split())
        return f"https://www.w3.org/TR/WCAG22/#{slug}" if self.level else ""


_NEW_IN_22 = ("2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8")


@lru_cache
def criteria() -> tuple[Criterion, ...]:
    """Every criterion, in order."""
    return tuple(Criterion(**row) for row in _table()["criterion"])


@lru_cache
def claims() -> tuple[Criterion, ...]:
    """Our own claims, in order."""
    return tuple(Criterion(**row) for row in _table()["claim"])


def _table() -> dict[str, list[dict[str, Any]]]:
    text = (Path(__file__).parent / "wcag22.toml").read_text(encoding="utf-8")
    found: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    return found
