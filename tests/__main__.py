"""`python -m tests`: sets up what is missing, then runs the tests of every day. Needs the extra `dev`.

What is behind the options goes to pytest: `python -m tests tests/unit -k glossary`. `--everything` runs the slow ones
too, with Firefox and films; `--lab` only prepares for that.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests import prepare

EVERY_DAY = ("-m", "not slow and not media")
AT_A_TIME = min(8, 2 * (os.cpu_count() or 1))
"""Tests at a time: a test in a browser waits for half of its time."""
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Bytes that have to be free there: the tests of every day fill a sixth of it."""


def main(arguments: list[str]) -> int:
    """Prepare and test; gives the exit status."""
    everything = "--everything" in arguments
    wanted = [argument for argument in arguments if argument != "--everything"]
    print("Setting up what is missing", flush=True)
    start = time.monotonic()
    environment = dict(os.environ)
    # Some containers ask Python to compile all of it again in each process; there are some hundred.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    compiling = compile_tests(environment)
    status = prepare.main(["--lab"] if everything else [])
    if compiling:
        compiling.wait()
    if status:
        return status
    print(f"  Ready after {time.monotonic() - start:.0f} s", flush=True)
    if everything:
        environment |= {"SATCHEL_EXAMPLES": "check"}
    command = [sys.executable, "-m", "pytest", "-p", "tests.progress", "-n", str(AT_A_TIME), "--dist", "worksteal"]
    with tempfile.TemporaryDirectory(
        prefix="course-tests-", dir=folder_in_memory(), ignore_cleanup_errors=True
    ) as made:
        environment |= {"TMPDIR": made}
        return subprocess.run(
            [*command, *(() if everything else EVERY_DAY), *wanted], env=environment, check=False
        ).returncode


def folder_in_memory() -> Path | None:
    """Where files cost no disk, for the thousands of small courses that tests write; None where there is no such place.

    A container may give it hardly any room, or forbid to run what lies there, which tests of installed programs do.
    """
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        return None
    there = os.statvfs(MEMORY)
    return MEMORY if there.f_bavail * there.f_frsize >= ROOM and not there.f_flag & os.ST_NOEXEC else None


def compile_tests(environment: dict[str, str]) -> subprocess.Popen[bytes] | None:
    """Have pytest write down what it makes of each file, in a new checkout, while installers wait for the network.

    Otherwise each of the processes that test side by side would begin with all of it.
    """
    if any(Path(__file__).parent.glob("*/__pycache__/test_*.pyc")):
        return None
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:cacheprovider"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
