"""Steps of setting up: a line for each with its seconds; what a program prints goes to a log, and is shown when it fails."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

LOG = Path(sys.prefix) / "set-up.log"
"""What the installers printed, newest last."""


@contextmanager
def step(words: str) -> Iterator[None]:
    """Print what is being done, and how long it took."""
    print(f"  {words} ...", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    finally:
        print(f" {time.monotonic() - start:.0f} s", flush=True)


def run_quietly(command: Sequence[str], seconds: int, **more: object) -> str:
    """Run a program, its output kept in the log.

    Gives what went wrong together with the end of its output, or nothing when all went well.
    """
    run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
    try:
        done = run(
            command, timeout=seconds, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        output = getattr(problem, "stdout", None) or ""
        printed = output.decode(errors="replace") if isinstance(output, bytes) else output
        return kept(command, printed, str(problem))
    return kept(command, done.stdout, f"exit status {done.returncode}" if done.returncode else "")


def kept(command: Sequence[str], printed: str, problem: str) -> str:
    """Keep in the log what a program printed; gives what to show of it, which is nothing without a problem."""
    with suppress(OSError), LOG.open("a", encoding="utf-8") as log:  # a checkout may be for reading only
        log.write(f"$ {' '.join(map(str, command))}\n{printed}{problem}\n")
    if not problem:
        return ""
    end = "\n".join(f"    {line}" for line in printed.splitlines()[-20:])
    return f"    {' '.join(map(str, command))}: {problem}\n{end}".rstrip()
