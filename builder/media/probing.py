"""What a film is made of, from what ffmpeg prints about it.

The extra `media` brings ffmpeg and no ffprobe, so there is one way for everybody: the lines about streams, which have
kept their form for fifteen years.
"""

import re
import struct
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from builder.programs import ffmpeg

_INPUT = re.compile(r"^Input #0, (\S+), from", re.MULTILINE)
_LENGTH = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_RATE = re.compile(r"bitrate: (\d+) kb/s")
_STREAM = re.compile(r"^\s*Stream #0:\d+.*?: (Video|Audio|Subtitle|Data): (.*)$", re.MULTILINE)
_PART = re.compile(r",\s*(?![^()\[\]]*[)\]])")
_SIZE = re.compile(r"\b(\d{2,5})x(\d{2,5})\b")
_TOPS = 64
"""Boxes at the top of an MP4 that are looked at: a film has a handful."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A picture or a sound in a file."""

    codec: str
    """As ffmpeg calls it, such as `h264`."""
    profile: str = ""
    """Such as `High`."""
    pixels: str = ""
    """How colours are kept, such as `yuv420p`."""
    width: int = 0
    height: int = 0
    frames: float = 0
    """Frames a second."""
    hdr: bool = False
    """Whether its light is for screens of high dynamic range."""
    channels: str = ""
    """Such as `stereo`."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a file is made of."""

    container: str
    """As ffmpeg calls it: `mp4`, `mov`, `webm`, `matroska`, `avi`, `mp3`, `ogg` and so on."""
    seconds: float
    """Length; 0 when it is not said."""
    rate: int
    """Kilobits a second, all streams together; 0 when it is not said."""
    video: Stream | None
    audio: Stream | None
    late: bool = False
    """Whether the index of an MP4 stands behind its pictures: it must be loaded to its end before it begins."""


class Unreadable(Exception):
    """ffmpeg finds neither pictures nor sound in a file; the text is its last line. Caught where the file is named."""


def probe(path: Path) -> Probe:
    """Ask ffmpeg what a file is made of. Raises Unreadable and MissingTool."""
    said = said_of(path)
    found = read_probe(said, path.suffix.lower())
    if found.video is None and found.audio is None:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        told = [line for line in lines if not line.startswith("At least one output")]
        raise Unreadable(told[-1].rpartition(": ")[2] if told else "it says nothing")
    return replace(found, late=_late(path))


def said_of(path: Path) -> str:
    """What ffmpeg prints about a file."""
    done = subprocess.run(reading(path), capture_output=True, check=False)
    return done.stderr.decode(errors="replace")


def reading(path: Path) -> list[str]:
    """The beginning of a command that reads a film: a list of addresses that calls itself a film is not followed."""
    return [ffmpeg(), "-hide_banner", "-nostdin", "-protocol_whitelist", "file,pipe", "-i", f"file:{path.absolute()}"]


def read_probe(said: str, ending: str = "") -> Probe:
    """Read what ffmpeg printed about a file with this ending."""
    names = found[1].split(",") if (found := _INPUT.search(said)) else [""]
    if "mov" in names:
        container = "mov" if ending == ".mov" else "mp4"
    elif "matroska" in names:
        container = "webm" if ending == ".webm" else "matroska"
    else:
        container = names[0]
    length = _LENGTH.search(said)
    seconds = int(length[1]) * 3600 + int(length[2]) * 60 + float(length[3]) if length else 0.0
    rate = int(found[1]) if (found := _RATE.search(said)) else 0
    video = audio = None
    for kind, words in _STREAM.findall(said):
        if kind == "Video" and video is None and "(attached pic)" not in words:
            video = _stream(words)
        elif kind == "Audio" and audio is None:
            audio = _stream(words)
    return Probe(container, seconds, rate, video, audio)


def _stream(words: str) -> Stream:
    parts = _PART.split(words)
    codec = parts[0].split()[0].rstrip(",").lower()
    profile = found[1] if (found := re.match(r"\S+ \(([^()/]+)\)", parts[0])) else ""
    if size := _SIZE.search(", ".join(parts[1:])):
        frames = float(found[1]) if (found := re.search(r"([\d.]+) fps", words)) else 0.0
        pixels = parts[1].split("(")[0].strip() if len(parts) > 1 else ""
        hdr = "smpte2084" in words or "arib-std-b67" in words
        return Stream(codec, profile, pixels, int(size[1]), int(size[2]), frames, hdr)
    channels = next((part.strip() for part in parts[2:3]), "")
    return Stream(codec, profile, channels=re.sub(r"\(.*", "", channels))


def _late(path: Path) -> bool:
    """Whether `mdat` stands before `moov` in an MP4 (ISO 14496-12, 6.2.3)."""
    try:
        with path.open("rb") as file:
            end, start = file.seek(0, 2), 0
            for _ in range(_TOPS):
                file.seek(start)
                head = file.read(16)
                if len(head) < 8 or start >= end:
                    return False
                size, kind = struct.unpack(">I4s", head[:8])
                if kind in (b"moov", b"mdat"):
                    return bool(kind == b"mdat")
                size = struct.unpack(">Q", head[8:16])[0] if size == 1 and len(head) == 16 else size
                if size < 8:
                    return False
                start += size
    except OSError:
        pass
    return False
