"""`python -m tests`: sets up what is missing, then runs the tests of every day. Needs the extra `dev`.

What is behind the options goes to pytest: `python -m tests tests/unit -k glossary`. `--everything` runs the slow ones
too, in a whole browser, with Firefox and films; `--lab` only prepares for that.
"""

import os
import subprocess
import sys
import time

from tests import prepare

EVERY_DAY = ("-m", "not slow and not media")
AT_A_TIME = min(8, 2 * (os.cpu_count() or 1))
"""Tests at a time, every day: a test in a browser waits for half of its time. The lab wants a quieter machine."""


def main(arguments: list[str]) -> int:
    """Prepare and test; gives the exit status."""
    everything = "--everything" in arguments
    wanted = [argument for argument in arguments if argument != "--everything"]
    print("Setting up what is missing", flush=True)
    start = time.monotonic()
    if status := prepare.main(["--lab"] if everything else []):
        return status
    print(f"  Ready after {time.monotonic() - start:.0f} s", flush=True)
    environment = dict(os.environ)
    # Some containers ask Python to compile all of it again in each process; there are some hundred.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if everything:
        environment |= {"SATCHEL_SHELL": "none", "SATCHEL_EXAMPLES": "check"}
    workers = "2" if everything else str(AT_A_TIME)
    command = [sys.executable, "-m", "pytest", "-p", "tests.progress", "-n", workers, "--dist", "worksteal"]
    return subprocess.run(
        [*command, *(() if everything else EVERY_DAY), *wanted], env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
