"""Decodes films with ffmpeg: small grey frames, and where there is silence. Writes nothing, and uses no network."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

from builder.films.drift import Sound
from builder.films.flashes import COLUMNS, RATE, ROWS
from builder.programs import ffmpeg

_SMALL = f"scale={COLUMNS}:{ROWS}:flags=area,fps={RATE},format=gray"
_QUIETER = 20
"""Decibels below the mean loudness of a film at which silence begins."""
_LOUDEST, _LEAST = -30.0, -60.0
"""Lowest and highest threshold of silence, in decibels."""
_SHORTEST = 0.3
"""Seconds: speakers pause for about as long between two sentences."""

_MEAN = re.compile(r"mean_volume: (-?[\d.]+|-inf) dB")
_SILENCE = re.compile(r"silence_(start|end): (-?[\d.]+)")
_TIME = re.compile(r"time=(\d+):(\d\d):(\d\d(?:\.\d+)?)")


class UnreadableFilm(Exception):
    """ffmpeg cannot decode a film; the text is its last line. Caught where the film is named."""


def frames(film: Path) -> Iterator[bytes]:
    """Each frame, sixty a second, as sixteen by nine greys. Raises UnreadableFilm and MissingTool."""
    command = [*_reading(film), "-map", "0:v:0", "-vf", _SMALL, "-f", "rawvideo", "pipe:1"]
    with TemporaryFile() as said, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said) as process:
        assert process.stdout is not None
        count = 0
        while len(frame := process.stdout.read(COLUMNS * ROWS)) == COLUMNS * ROWS:
            count += 1
            yield frame
        if process.wait() or not count:
            said.seek(0)
            raise UnreadableFilm(_last_word(said.read()))


def sound(film: Path) -> Sound | None:
    """Where a film is silent; None when it has no sound at all. Raises MissingTool."""
    mean = _MEAN.search(_filtered(film, "volumedetect"))
    if mean is None or mean[1] == "-inf":
        return None
    silence = max(_LEAST, min(_LOUDEST, float(mean[1]) - _QUIETER))
    return read_sound(_filtered(film, f"silencedetect=noise={silence}dB:duration={_SHORTEST}"))


def read_sound(said: str) -> Sound:
    """Read the output of ffmpeg's `silencedetect`."""
    silences, begin = [], None
    for word, second in _SILENCE.findall(said):
        if word == "start":
            begin = max(0.0, float(second))
        elif begin is not None:
            silences.append((begin, float(second)))
            begin = None
    hours, minutes, seconds = (_TIME.findall(said) or [("0", "0", "0")])[-1]
    length = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    if begin is not None:
        silences.append((begin, length))
    return Sound(tuple(silences), length)


def _filtered(film: Path, name: str) -> str:
    command = [*_reading(film), "-map", "0:a:0", "-af", name, "-f", "null", "-"]
    return subprocess.run(command, capture_output=True, check=False).stderr.decode(errors="replace")


def _reading(film: Path) -> list[str]:
    # A file that calls itself a film may be a list of addresses; none of them is to be followed.
    return [ffmpeg(), "-hide_banner", "-nostdin", "-protocol_whitelist", "file,pipe", "-i", f"file:{film.absolute()}"]


def _last_word(said: bytes) -> str:
    lines = [line.strip() for line in re.split(r"[\r\n]+", said.decode(errors="replace"))]
    return next((line.rpartition(": ")[2] for line in reversed(lines) if line), "it says nothing")
