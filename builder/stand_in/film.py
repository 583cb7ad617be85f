"""Turns a script into film, captions, chapters, descriptions and poster, each written whole or not at all."""

import os
import wave
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.model.media import Cue
from builder.programs import ffmpeg, need_programs, run
from builder.stand_in.captions import webvtt
from builder.stand_in.narration import SAMPLE_RATE, Speech, narrate, silence
from builder.stand_in.script import Script, Slide
from builder.stand_in.slides import LABEL, draw_slide

FRAME_RATE = 12
"""Frames a second."""
ENDINGS = (".mp4", ".en.vtt", ".chapters.vtt", ".descriptions.vtt", ".jpg")
"""Endings of the files, after the name."""

_COUNTS = ("no", "one", "two", "three", "four", "five", "six")
"""Points that a slide may have."""
_GENERAL = ("-hide_banner", "-loglevel", "error", "-nostdin", "-y")
_COLOURS = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
_VIDEO = (
    *("-c:v", "libx264", "-preset", "slow", "-crf", "27", "-tune", "stillimage", "-g", "240"),
    # x264 divides the work by the number of cores, and the bytes would follow.
    *("-threads", "1"),
    # Browsers guess the colours of a small film unless they are named.
    *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"),
)
_AUDIO = ("-c:a", "aac", "-b:a", "48k", "-ac", "1")
_FILE = (
    *("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"),
    *("-movflags", "+faststart"),
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A slide and the speech over it, placed in the film."""

    slide: Slide
    speech: Speech
    start: float
    """Seconds from the beginning of the film."""
    frames: int
    """How many frames it stands."""

    @property
    def end(self) -> float:
        return self.start + self.frames / FRAME_RATE


def make_film(script: Script, folder: Path, name: str) -> tuple[Path, ...]:
    """Write `name.mp4`, `.en.vtt`, `.chapters.vtt`, `.descriptions.vtt` and `.jpg` into a folder; their paths.

    The same script gives the same bytes with the same programs and fonts.
    Raises MissingTool, and BuilderError when a program fails.
    """
    need_programs()
    folder.mkdir(parents=True, exist_ok=True)
    # Inside the folder, so that moving a finished file is one step on one disk.
    with TemporaryDirectory(prefix=".stand-in-", dir=folder) as made:
        scratch = Path(made)
        scenes = tuple(_scenes(script, scratch))
        _write_text(scratch / "film.en.vtt", _captions(scenes))
        starts = [(scene.slide, scene.start) for scene in scenes]
        _write_text(scratch / "film.chapters.vtt", chapters(starts, scenes[-1].end))
        _write_text(scratch / "film.descriptions.vtt", descriptions(starts, scenes[-1].end))
        _write_pictures(scenes, scratch)
        _write_sound(scenes, scratch / "narration.wav")
        run([ffmpeg(), *_encoding(scenes)], scratch)
        return tuple(_put(scratch / f"film{end}", folder / f"{name}{end}") for end in ENDINGS)


def chapters(slides: Sequence[tuple[Slide, float]], end: float) -> tuple[Cue, ...]:
    """A chapter for each new heading with something under it, from slides with their starts (seconds).

    A slide that goes on under the same heading, and one that is a lone sentence, stay in the chapter before.
    """
    opening: list[Slide] = []
    starts: list[float] = []
    for slide, start in slides:
        if not opening or (slide.points and slide.heading != opening[-1].heading):
            opening.append(slide)
            starts.append(start)
    edges = pairwise([*starts, end])
    return tuple(Cue(*edge, slide.heading.rstrip(".:")) for slide, edge in zip(opening, edges, strict=True))


def descriptions(slides: Sequence[tuple[Slide, float]], end: float) -> tuple[Cue, ...]:
    """What each slide shows beside the words that are read aloud, from slides with their starts (seconds)."""
    edges = pairwise([*(start for _, start in slides), end])
    return tuple(
        Cue(*edge, _seen(slide, place == 0, place == len(slides) - 1))
        for place, ((slide, _), edge) in enumerate(zip(slides, edges, strict=True))
    )


def _seen(slide: Slide, first: bool, last: bool) -> str:
    if first:
        return f"A slide with words alone, light on dark. Above them stands “{LABEL}”, as on every slide."
    if last:
        return "The last slide, without a picture."
    if len(slide.points) > 1:
        return f"A slide with a list of {_COUNTS[len(slide.points)]} points."
    return "The next slide, with one sentence."


def _scenes(script: Script, scratch: Path) -> Iterator[_Scene]:
    first = 0
    for slide in script.slides:
        speech = narrate(slide.narration, scratch)
        frames = ceil(speech.seconds * FRAME_RATE)
        yield _Scene(slide, speech, first / FRAME_RATE, frames)
        first += frames


def _captions(scenes: Iterable[_Scene]) -> Iterator[Cue]:
    for scene in scenes:
        yield from (Cue(scene.start + cue.start, scene.start + cue.end, cue.text) for cue in scene.speech.cues)


def _write_text(path: Path, cues: Iterable[Cue]) -> None:
    # As bytes: a text file would get the line ends of the system.
    path.write_bytes(webvtt(cues).encode())


def _write_pictures(scenes: tuple[_Scene, ...], scratch: Path) -> None:
    for number, scene in enumerate(scenes):
        picture = draw_slide(scene.slide)
        picture.save(scratch / f"slide-{number}.png")
        if number == 0:
            picture.save(scratch / "film.jpg", quality=72, optimize=True, progressive=True)


def _write_sound(scenes: tuple[_Scene, ...], path: Path) -> None:
    """One sound for the whole film; silence fills each scene to its last frame."""
    sound = b""
    for scene in scenes:
        sound += scene.speech.sound
        sound += silence(scene.end - len(sound) / 2 / SAMPLE_RATE)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(sound)


def _encoding(scenes: tuple[_Scene, ...]) -> list[str]:
    """The arguments of ffmpeg: every picture for its frames, one after another, and the sound beside them."""
    words = list(_GENERAL)
    cut = joined = ""
    for number, scene in enumerate(scenes):
        words += ["-loop", "1", "-framerate", str(FRAME_RATE), "-i", f"slide-{number}.png"]
        cut += f"[{number}:v]trim=end_frame={scene.frames}[slide{number}];"
        joined += f"[slide{number}]"
    graph = f"{cut}{joined}concat=n={len(scenes)},{_COLOURS}[film]"
    words += ["-i", "narration.wav", "-filter_complex", graph, "-map", "[film]", "-map", f"{len(scenes)}:a"]
    return [*words, *_VIDEO, *_AUDIO, *_FILE, "film.mp4"]


def _put(made: Path, place: Path) -> Path:
    os.replace(made, place)
    return place
