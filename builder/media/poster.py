"""A poster from a moment of a film: the picture that stands there before it plays."""

import re
import subprocess
from pathlib import Path

from builder.errors import BuilderError
from builder.media.listing import Film
from builder.media.planning import WIDEST
from builder.media.probing import Probe, reading
from builder.originals import keep_original
from builder.package.atomic_write import scratch_folder

_TIME = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5}(?:\.\d+)?)")


def seconds_of(text: str) -> float:
    """A moment as people write it: `0:42`, `1:02:03`, `42`. ValueError for anything else."""
    match = _TIME.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text} is not a moment of a film. Write minutes and seconds, such as 0:42")
    return int(match[1] or 0) * 3600 + int(match[2] or 0) * 60 + float(match[3])


def make_poster(folder: Path, film: Film, found: Probe, moment: float) -> tuple[str, str]:
    """Write the picture of a moment to where the block names its poster, otherwise beside the film.

    Gives its path, and where the picture is kept that had its name before (empty when there was none, or the same).
    Both are relative to the course folder. Raises BuilderError for a moment that the film does not have.
    """
    if found.video is None:
        raise BuilderError(f"{film.path} has no picture")
    if found.seconds and moment >= found.seconds:
        raise BuilderError(f"{film.path} lasts {found.seconds:.1f} seconds, and has no moment at {moment:.1f}")
    target = folder / (film.poster if film.poster.lower().endswith((".jpg", ".jpeg", ".png")) else f"{film.stem}.jpg")
    with scratch_folder(target.parent) as scratch:
        made = scratch / target.name
        fit = f"min(1,{WIDEST}/max(iw,ih))"
        picture = ["-frames:v", "1", "-vf", f"scale='trunc(iw*{fit}/2)*2':'trunc(ih*{fit}/2)*2'", "-q:v", "3"]
        command = reading(folder / film.path)
        at = command.index("-i")
        command[at:at] = ["-ss", f"{moment:.3f}"]
        done = subprocess.run([*command, "-loglevel", "error", *picture, str(made)], capture_output=True, check=False)
        if done.returncode or not made.is_file():
            said = done.stderr.decode(errors="replace").strip().split("\n")[-1]
            raise BuilderError(f"ffmpeg made no picture of {film.path}: {said or 'there is none at that moment'}")
        kept = ""
        if target.exists() and target.read_bytes() != made.read_bytes():
            kept = keep_original(target).relative_to(folder).as_posix()
        made.replace(target)
    return target.relative_to(folder).as_posix(), kept
