"""What has to be done to a film so that it plays everywhere, and the command that does it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.media.judging import Finding
from builder.media.loudness import Loudness
from builder.media.probing import Probe

WIDEST = 1280
"""Pixels of the longer side of an encoded film: the page shows 736, and a whole screen stays sharp enough for slides."""
TARGET, TARGET_PEAK = -18.0, -1.5
"""LUFS and dBTP of encoded sound: within the EBU's range for streaming (R128 s2, -20 to -16)."""
_VERSION = 1
"""Of these settings: what was made by others is made afresh."""

_PICTURE = (
    *(
        "-c:v",
        "libx264",
        "-profile:v",
        "high",
        "-preset",
        "medium",
        "-crf",
        "23",
        "-maxrate",
        "2500k",
        "-bufsize",
        "5000k",
    ),
    *("-pix_fmt", "yuv420p", "-force_key_frames", "expr:gte(t,n_forced*2)"),
)
"""H.264 as every browser plays it; a whole picture every two seconds, so that a learner finds a moment at once."""
_FIT = f"min(1,{WIDEST}/max(iw,ih))"
_SCALE = f"scale='trunc(iw*{_FIT}/2)*2':'trunc(ih*{_FIT}/2)*2'"
_FILE = ("-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn")
"""Cameras write where somebody lives into a film: nothing of the kind is passed on."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done to a film."""

    target: str
    """Path of what is made, relative to the course folder."""
    picture: str
    """`encode`, `copy`, or empty where there is none."""
    sound: str
    """`encode`, `copy`, or empty where there is none."""
    level: Loudness | None = None
    """What the sound is like now, where its loudness is changed."""

    @property
    def in_words(self) -> str:
        """What is done, for people."""
        if "encode" not in (self.picture, self.sound):
            return "packed afresh, picture and sound as they are"
        parts = [name for name, work in (("picture", self.picture), ("sound", self.sound)) if work == "encode"]
        return f"{' and '.join(parts)} encoded"

    @property
    def settings(self) -> str:
        """A short name of all that decides what is made, beside the film itself."""
        said = f"{_VERSION} {self.picture} {self.sound} {PurePosixPath(self.target).suffix} {self.level}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def plan(path: str, found: Probe, findings: Iterable[Finding], loudness: Loudness | None) -> Plan | None:
    """Decide what is done to a file; None when nothing would make it better."""
    wanted = {finding.encode for finding in findings} - {""}
    if not wanted:
        return None
    source = PurePosixPath(path)
    if found.video is None:
        return _of_sound(source, found, wanted, loudness)
    encoded = "picture" in wanted or found.video.codec != "h264"
    fit = found.audio is not None and found.audio.codec in {"aac", "mp3"} and "sound" not in wanted
    sound = "" if found.audio is None else "copy" if fit else "encode"
    target = source if source.suffix.lower() in {".mp4", ".m4v"} else source.with_suffix(".mp4")
    return Plan(target.as_posix(), "encode" if encoded else "copy", sound, _level(sound, loudness))


def _of_sound(source: PurePosixPath, found: Probe, wanted: set[str], loudness: Loudness | None) -> Plan:
    assert found.audio is not None
    kept = source.suffix.lower() in {".mp3", ".m4a"} and found.audio.codec in {"mp3", "aac"}
    copied = "sound" not in wanted and found.audio.codec == "aac"
    target = source if kept else source.with_suffix(".m4a")
    sound = "copy" if copied else "encode"
    return Plan(target.as_posix(), "", sound, _level(sound, loudness))


def _level(sound: str, loudness: Loudness | None) -> Loudness | None:
    """Sound that is encoded anyway gets the loudness of the others; silence stays silence."""
    return loudness if sound == "encode" and loudness and not loudness.silent else None


def arguments(made: Plan) -> list[str]:
    """What stands behind the film in the command of ffmpeg, up to the name of what is made."""
    mapped = [*(("-map", "0:V:0") if made.picture else ()), *(("-map", "0:a:0") if made.sound else ())]
    picture: list[str] = {"encode": [*_PICTURE, "-vf", _SCALE], "copy": ["-c:v", "copy"]}.get(made.picture, ["-vn"])
    mp3 = made.target.lower().endswith(".mp3")
    sound: list[str] = []
    if made.sound == "copy":
        sound = ["-c:a", "copy"]
    elif made.sound:
        codec = ("-c:a", "libmp3lame", "-b:a", "128k") if mp3 else ("-c:a", "aac", "-b:a", "128k")
        level = ["-af", _loudnorm(made.level)] if made.level else []
        sound = [*codec, "-ac", "2", "-ar", "48000", *level]
    form = ["-f", "mp3"] if mp3 else ["-movflags", "+faststart", "-f", "mp4"]
    return [*mapped, *picture, *sound, *_FILE, *form]


def _loudnorm(level: Loudness) -> str:
    """One change of level for the whole film, by what was measured: a second pass of EBU R128."""
    return (
        f"loudnorm=I={TARGET}:TP={TARGET_PEAK}:LRA=20:measured_I={level.integrated}:measured_LRA={level.range}"
        f":measured_TP={level.peak}:measured_thresh={level.threshold}:linear=true"
    )
