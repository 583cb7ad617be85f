"""Values that pass through the mutation run, and the file in which verdicts are kept, so that a run can go on."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

MUTATED = {
    "builder/read": "read",
    "builder/check": "check",
    "builder/render": "render",
    "builder/kinds": "kinds",
    "templates/runtime": "runtime",
    "templates/components": "components",
}
"""Folders that are mutated -> the room they are in the table."""

KILLED, SURVIVED, UNREACHED = "killed", "survived", "unreached"


@dataclass(frozen=True, order=True, slots=True)
class Mutant:
    """One small change of one file."""

    path: str
    """File, from the top of the repository."""
    number: int
    """Which of the file's changes this is, from 0."""
    line: int
    """Line, from 1."""
    last: int
    """Last line of what is changed."""
    text: str
    """The line as it is, without indent."""
    change: str
    """What is changed, for people: `a < b` -> `a <= b`."""
    names: tuple[str, ...] = ()
    """Python: names that carry the change to other code, should it take effect at import."""
    inside: bool = True
    """Whether it is in the body of a function."""
    start: int = 0
    """JavaScript: where the change begins, in characters."""
    end: int = 0
    """JavaScript: where it ends."""
    with_: str = ""
    """JavaScript: what stands there instead."""

    @property
    def room(self) -> str:
        """The row of the table that counts it."""
        return next(room for folder, room in MUTATED.items() if self.path.startswith(f"{folder}/"))

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same when the code moves: file, text of the line, change."""
        return (self.path, self.text, self.change)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant."""

    mutant: Mutant
    outcome: str
    """`killed`, `survived`, or `unreached`: no quick test runs the line."""
    by: str = ""
    """The test that failed, or `timeout`."""
    seconds: float = 0.0


def files(arguments: list[str], ending: str) -> list[str]:
    """Files to mutate, from the top of the repository: all, or those in the folders and files that are named."""
    found = sorted(
        path.relative_to(ROOT).as_posix()
        for folder in MUTATED
        for path in (ROOT / folder).rglob(f"*{ending}")
        if "__pycache__" not in path.parts
    )
    wanted = [argument.rstrip("/") for argument in arguments]
    return [path for path in found if not wanted or any(path == one or path.startswith(f"{one}/") for one in wanted)]


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
