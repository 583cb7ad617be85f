"""What a mutation run found, as a table and as a list."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tests.mutants.mutant import KILLED, SURVIVED, UNREACHED, Verdict
from tests.mutants.survivors import Key

WANTED = 90
"""Per cent that must be killed."""
BROWSER_ROOMS = ("runtime", "components")
"""Rooms of which some code runs in a browser alone: what no quick test reaches there is counted apart."""


def rows(verdicts: Sequence[Verdict]) -> list[tuple[str, int, int, int, int]]:
    """Room, mutants, killed, survived, only in a browser; the last row is all of it."""
    count = Counter((verdict.mutant.room, verdict.outcome) for verdict in verdicts)
    found = []
    for room in dict.fromkeys(verdict.mutant.room for verdict in sorted(verdicts, key=lambda one: one.mutant)):
        killed, survived, unreached = (count[room, outcome] for outcome in (KILLED, SURVIVED, UNREACHED))
        apart = unreached if room in BROWSER_ROOMS else 0
        found.append((room, killed + survived + unreached, killed, survived + unreached - apart, apart))
    return [*found, ("all", *(sum(row[place] for row in found) for place in range(1, 5)))]  # type: ignore[list-item]


def share(killed: int, survived: int) -> float:
    """Per cent of those that quick tests can reach; 100 when there are none."""
    return 100 * killed / (killed + survived) if killed + survived else 100.0


def text(verdicts: Sequence[Verdict]) -> str:
    """The table."""
    lines = [f"{'room':12}{'mutants':>9}{'killed':>9}{'survived':>9}{'killed %':>10}{'in a browser only':>19}"]
    for room, mutants, killed, survived, apart in rows(verdicts):
        lines.append(f"{room:12}{mutants:9}{killed:9}{survived:9}{share(killed, survived):10.1f}{apart:19}")
    return "\n".join(lines)


def survivors(verdicts: Sequence[Verdict], known: Mapping[Key, str]) -> str:
    """Each mutant that no test noticed, with the reason from the list."""
    lines = []
    for verdict in sorted(verdicts, key=lambda one: one.mutant):
        mutant = verdict.mutant
        if verdict.outcome != KILLED and not is_apart(verdict):
            how = "no quick test runs it" if verdict.outcome == UNREACHED else "survived"
            lines.append(f"{mutant.path}:{mutant.line}: {mutant.change}")
            lines.append(f"    {known.get(mutant.key) or f'{how}, and there is no reason in survivors.toml'}")
    return "\n".join(lines)


def is_apart(verdict: Verdict) -> bool:
    """Whether only a browser runs it."""
    return verdict.outcome == UNREACHED and verdict.mutant.room in BROWSER_ROOMS


def enough(verdicts: Sequence[Verdict]) -> bool:
    """Whether so many are killed as must be, in Python and in JavaScript each."""
    for in_browser in (True, False):
        some = [verdict for verdict in verdicts if (verdict.mutant.room in BROWSER_ROOMS) == in_browser]
        if some and share(*rows(some)[-1][2:4]) < WANTED:
            return False
    return True
