"""How loud a film is, by EBU R128 (ITU-R BS.1770), as ffmpeg measures it."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from builder.media.probing import reading

_FIGURE = re.compile(r"^\s+(I|LRA|Peak|Threshold):\s+(-?[\d.]+|-inf)\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loudness:
    """The loudness of a whole file."""

    integrated: float
    """LUFS; -70 and less is silence."""
    range: float
    """LU between quiet and loud passages."""
    peak: float
    """True peak, in dBTP."""
    threshold: float
    """LUFS below which a passage does not count."""

    @property
    def silent(self) -> bool:
        """Whether nothing can be heard."""
        return self.integrated <= -69.9


def measure(path: Path) -> Loudness | None:
    """Measure the first sound of a file, all of it; None when there is none. Raises MissingTool."""
    command = [*reading(path), "-map", "0:a:0", "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"]
    return read_loudness(subprocess.run(command, capture_output=True, check=False).stderr.decode(errors="replace"))


def read_loudness(said: str) -> Loudness | None:
    """Read the summary of ffmpeg's filter `ebur128`."""
    _, found, summary = said.rpartition("Summary:")
    figures: dict[str, float] = {}
    for name, figure in _FIGURE.findall(summary if found else ""):
        figures.setdefault(name, -99.0 if figure == "-inf" else float(figure))  # the first threshold is that of I
    if {"I", "LRA", "Peak", "Threshold"} - figures.keys():
        return None
    return Loudness(figures["I"], figures["LRA"], figures["Peak"], figures["Threshold"])
