"""Verdicts in a file, one a line, so that a run that was stopped can go on."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.mutant import Mutant, Verdict


@dataclass(frozen=True)
class Log:
    """The file."""

    path: Path

    def verdicts(self, mutants: Iterable[Mutant]) -> list[Verdict]:
        """What it says of these mutants; of one that stands in it twice, the later."""
        lines = self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []
        found = {tuple(said[:4]): said[4:] for said in map(json.loads, lines)}
        return [Verdict(mutant, *found[_key(mutant)]) for mutant in mutants if _key(mutant) in found]

    def add(self, verdict: Verdict) -> None:
        """Write a verdict."""
        line = [*_key(verdict.mutant), verdict.outcome, verdict.by, round(verdict.seconds, 1)]
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def _key(mutant: Mutant) -> tuple[str, int, str, str]:
    return (mutant.path, mutant.number, mutant.text, mutant.change)
