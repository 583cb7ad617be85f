"""`python -m tests.mutants [FOLDER or FILE ...]`: changes the product in small ways, and counts what the tests notice.

Without options a sample is drawn, the same for the same `--seed`. The exit status is 0 when 90 % or more are killed, in
Python and in JavaScript each, and no entry of survivors.toml is out of date.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.mutants import forks, python_sites, reach, survivors, table
from tests.mutants.javascript import node_runs
from tests.mutants.mutant import KILLED, ROOT, Log, Mutant, Verdict, files

KILLERS = reach.KEPT / "killers.json"
"""Mutant -> the test that noticed it last: that test goes first in the next run."""


def main(arguments: Sequence[str]) -> int:
    """Run; gives the exit status."""
    asked = options().parse_args(arguments)
    every = all_mutants()
    python = drawn([one for one in every if one.path.endswith(".py")], asked, asked.python)
    script = drawn([one for one in every if one.path.endswith(".js")], asked, asked.javascript)
    start = time.monotonic()
    print(f"{len(python)} mutants of Python, {len(script)} of JavaScript; seed {asked.seed}", flush=True)
    kept = Log(Path(asked.log)) if asked.log else None
    verdicts = kept.verdicts([*python, *script]) if kept else []
    known = {verdict.mutant for verdict in verdicts}
    python, script = ([one for one in some if one not in known] for some in (python, script))
    KILLERS.parent.mkdir(parents=True, exist_ok=True)
    killers = json.loads(KILLERS.read_text(encoding="utf-8")) if KILLERS.exists() else {}

    def tell(verdict: Verdict) -> None:
        verdicts.append(verdict)
        if kept:
            kept.add(verdict)
        mutant = verdict.mutant
        if verdict.outcome == KILLED:
            killers["\n".join(mutant.key)] = verdict.by
            KILLERS.write_text(json.dumps(killers, indent=1), encoding="utf-8")
        if asked.verbose or verdict.outcome != KILLED:
            place = f"{mutant.path}:{mutant.line}: {mutant.change}"
            print(f"{verdict.outcome:10}{verdict.seconds:6.1f} s  {place}  {verdict.by}".rstrip(), flush=True)

    if python:
        recorded = reach.recorded()
        pytest.main(reach.arguments(), plugins=[forks.Forks(python, recorded, asked.jobs, tell, killers)])
    if script:
        node_runs.run(script, asked.jobs, tell, killers)
    return report(verdicts, every, time.monotonic() - start)


def options() -> argparse.ArgumentParser:
    """What may be asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("paths", nargs="*", help="folders and files to change; all of them without any")
    parser.add_argument("--all", action="store_true", help="every mutant in place of a sample; takes hours")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--python", type=int, default=300, help="mutants of Python in the sample")
    parser.add_argument("--javascript", type=int, default=150, help="mutants of JavaScript in the sample")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="mutants at a time")
    parser.add_argument("--log", help="file for the verdicts; a run that was stopped goes on with what it lacks")
    parser.add_argument("--verbose", action="store_true", help="list those that were killed too")
    return parser


def all_mutants() -> list[Mutant]:
    """Every mutant of the product."""
    python = [
        one for path in files([], ".py") for one in python_sites.mutants_of(path, (ROOT / path).read_text("utf-8"))
    ]
    return python + node_runs.mutants_of(files([], ".js"))


def drawn(mutants: Sequence[Mutant], asked: argparse.Namespace, count: int) -> list[Mutant]:
    """Those to run: in the folders that are named, all or a sample of them."""
    wanted = {path for ending in (".py", ".js") for path in files(asked.paths, ending)}
    found = [one for one in mutants if one.path in wanted]
    return found if asked.all else random.Random(asked.seed).sample(found, min(count, len(found)))


def report(verdicts: Sequence[Verdict], every: Sequence[Mutant], seconds: float) -> int:
    """Print the survivors and the table; gives the exit status."""
    known = survivors.read_reasons()
    print(
        f"\n{table.survivors(verdicts, known)}\n\n{table.text(verdicts)}\n\n{seconds:.0f} s, load {os.getloadavg()[1]:.1f}"
    )
    old = survivors.outdated(known, every)
    killed = [one.mutant.key for one in verdicts if one.outcome == KILLED and one.mutant.key in known]
    for words, keys in (("no longer applies", old), ("is killed now", killed)):
        for key in keys:
            print(f"This entry of survivors.toml {words}: {survivors.named(key)}")
    return 0 if table.enough(verdicts) and not old else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
