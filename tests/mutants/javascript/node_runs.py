"""JavaScript: each mutant written into a copy of the repository, where the tests that reach it run."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.javascript.commands import PAGES, Stopped, command_of, run_command
from tests.mutants.javascript.node_reach import NodeReach, record
from tests.mutants.mutant import KILLED, ROOT, SURVIVED, UNREACHED, Mutant, Verdict
from tests.node import node_command

COPIED = ("builder", "templates", "tests", "course", "package.json", "pyproject.toml", "bundle.mjs")


def mutants_of(paths: Sequence[str]) -> list[Mutant]:
    """Every mutant of these files."""
    command = [*node_command(), str(Path(__file__).with_name("sites.mjs")), *paths]
    found = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    mutants = []
    for path, sites in found.items():
        lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
        for number, site in enumerate(sites):
            text = lines[site["line"] - 1].strip()
            mutants.append(Mutant(path, number, text=text, **site))
    return mutants


def copy_of_repository() -> Path:
    """A copy in which files may be changed."""
    folder = Path(tempfile.mkdtemp(prefix="satchel-mutants-"))
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "artefacts"))
        else:
            shutil.copy(source, folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / PAGES).mkdir()
    subprocess.run([sys.executable, "-m", "tests.page.courses", str(folder / PAGES)], cwd=folder, check=True)
    return folder


def run(
    mutants: Sequence[Mutant], jobs: int, tell: Callable[[Verdict], None], before: Mapping[str, str] | None = None
) -> None:
    """Run mutants, some at a time, each thread in a copy of its own. `before`: which test noticed them the last time."""
    copies = [copy_of_repository() for _ in range(jobs)]
    try:
        reach = record(copies[0])
        free: SimpleQueue[Path] = SimpleQueue()
        for folder in copies:
            free.put(folder)
        killers: dict[str, list[str]] = {}

        def one(mutant: Mutant) -> Verdict:
            folder = free.get()
            try:
                last = (before or {}).get("\n".join(mutant.key), "")
                return tried(mutant, folder, reach, [last, *killers.get(mutant.path, [])], killers)
            finally:
                free.put(folder)

        with ThreadPoolExecutor(jobs) as pool:
            for verdict in pool.map(one, mutants):
                tell(verdict)
    finally:
        for folder in copies:
            shutil.rmtree(folder, ignore_errors=True)


def tried(
    mutant: Mutant, folder: Path, reach: NodeReach, likely: Sequence[str], killers: dict[str, list[str]]
) -> Verdict:
    """What becomes of one mutant in a copy; the likely tests are tried first."""
    reaching = reach.tests(mutant)
    if not reaching:
        return Verdict(mutant, UNREACHED)
    tests = list(dict.fromkeys([*(test for test in likely if test in reaching), *reaching]))
    start = time.monotonic()
    file = folder / mutant.path
    source = file.read_text(encoding="utf-8")
    file.write_text(source[: mutant.start] + mutant.with_ + source[mutant.end :], encoding="utf-8")
    try:
        for group in groups(tests):
            done = run_command(command_of(group), folder, sum(reach.seconds[test] for test in group))
            if done.stopped is not Stopped.NOT:
                by = done.by or group[0]
                killers[mutant.path] = [by, *(one for one in killers.get(mutant.path, []) if one != by)]
                named = "timeout" if done.stopped is Stopped.TIMEOUT else by
                return Verdict(mutant, KILLED, named, time.monotonic() - start)
        return Verdict(mutant, SURVIVED, "", time.monotonic() - start)
    finally:
        file.write_text(source, encoding="utf-8")


def groups(tests: Sequence[str]) -> Iterator[list[str]]:
    """Files of tests that are run in one process: those of the run-time, those of the page, each one of Python."""
    folders = dict.fromkeys(test.split("/")[1] if test.endswith(".mjs") else test for test in tests)
    for folder in sorted(folders, key=lambda folder: folder.endswith(".py")):
        yield [
            test for test in tests if test == folder or (test.startswith(f"tests/{folder}/") and test.endswith(".mjs"))
        ]
