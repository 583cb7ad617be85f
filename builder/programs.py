"""Finds and runs outside programs, without a shell; names one that is missing or fails."""

import subprocess
from importlib import import_module
from pathlib import Path
from shutil import which

from builder.errors import BuilderError, MissingTool, how_to_install

_EXTRA = "media"
"""The extra that brings the tools."""


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
