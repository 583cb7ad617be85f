"""A command as on a terminal, where there may be none: its streams say that they are one."""

import os
import subprocess
import sys
from pathlib import Path

_AS_ON_ONE = "import sys; sys.stdin.isatty = sys.stdout.isatty = lambda: True; from builder.cli import main; main(prog_name='satchel')"


def on_a_terminal(*arguments: str | Path, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `satchel` with these arguments, these lines typed and these variables set: `COLUMNS` is the width."""
    plain = {
        key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"}
    }
    return subprocess.run(
        [sys.executable, "-c", _AS_ON_ONE, *map(str, arguments)],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        env=plain | {"PYTHONIOENCODING": "utf-8"} | environment,
        check=False,
    )
