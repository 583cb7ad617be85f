"""How files of tests are run in a copy of the repository, up to the first test that fails."""

import os
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from tests.node import node_command

PYTHON_TESTS = (
    "tests/persistence/test_never_lost.py",
    "tests/question_states/test_scoring.py",
    "tests/record/test_word.py",
    "tests/record/test_parts.py",
    "tests/record/test_look.py",
    "tests/contract/test_contract.py",
)
"""Tests that drive the run-time in Node from Python, and take a few seconds at most."""
PAGES = "pages"
"""Folder of a copy with the courses that tests/page opens."""
REPORTER = "tests/mutants/javascript/first-failure.mjs"
STALLED = 15
"""CPU seconds in which no test ends, after which Node is stopped: the longest test takes a tenth of it."""
CPU_LIMIT = 60
"""CPU seconds that a process of Python may take at least; ten times its ordinary time if that is more."""
WALL_LIMIT = 900
"""Seconds after which what waits for something is stopped."""


class Stopped(Enum):
    """What ended a run before its last test."""

    NOT = auto()
    FAILED = auto()
    TIMEOUT = auto()


@dataclass(frozen=True)
class Done:
    """How a run of tests ended."""

    stopped: Stopped
    by: str
    """File of the test that failed, if Node said so."""
    seconds: float
    """CPU seconds, with those of processes that were waited for."""


def command_of(tests: Sequence[str]) -> list[str]:
    """How files of tests are run: all in one Node, or one of Python."""
    if tests[0].endswith(".mjs"):
        return [*node_command(), f"--test-reporter=./{REPORTER}", "tests/together.mjs", *tests]
    plain = ["-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "tests.mutants.steady", "-m", "not slow"]
    return [sys.executable, "-m", "pytest", *plain, *tests]


def run_command(command: list[str], folder: Path, ordinary: float = 0.0, coverage: Path | None = None) -> Done:
    """Run tests in a folder. `ordinary`: CPU seconds that they take unchanged."""
    environment = os.environ | {"SATCHEL_PAGES": str(folder / PAGES), "SATCHEL_STALLED": str(STALLED)}
    if coverage:
        environment |= {"NODE_V8_COVERAGE": str(coverage), "SATCHEL_STALLED": "600"}
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        most = int(max(CPU_LIMIT, 10 * ordinary))
        if sys.platform == "linux":
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (most, most + 1))
        late = threading.Timer(WALL_LIMIT, os.killpg, (process.pid, 9))
        late.start()
        _, status, used = os.wait4(process.pid, 0)
        late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        words = printed.read().decode(errors="replace").split("\n")
    stopped = Stopped.NOT if process.returncode == 0 else Stopped.TIMEOUT if process.returncode < 0 else Stopped.FAILED
    return Done(stopped, _file(words[0], folder), used.ru_utime + used.ru_stime)


def _file(words: str, folder: Path) -> str:
    """A file of tests, from the top of the repository, as the reporter named it."""
    path = Path(words)
    return path.relative_to(folder).as_posix() if path.is_absolute() and path.is_relative_to(folder) else ""
