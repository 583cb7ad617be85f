"""Where a film plays, and what is wrong with it for the web."""

from dataclasses import dataclass

from builder.media.listing import Film
from builder.media.loudness import Loudness
from builder.media.probing import Probe, Stream
from builder.model.diagnostics import as_argument

LARGE = 100_000_000
"""Bytes of a file from which on many an LMS refuses the package."""
FAST = 3_000
"""Kilobits a second of a film beyond which it stalls on a slow line."""
FAST_SOUND = 256
"""The same of a recording."""
WIDE = 1920
"""Pixels of the longer side beyond which no page shows more."""
QUIET, LOUD = -24.0, -14.0
"""LUFS. EBU R128 asks for -23, give or take one; streaming services turn down what is louder than -14."""
PEAK = -1.0
"""dBTP: the largest true peak of EBU R128."""

EVERYWHERE = "plays in every current browser and in LMSs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that somebody should know about a film."""

    gravity: str
    """`error`: somebody cannot play or follow it; `warning`: it can be better."""
    words: str
    """What is so, and for whom."""
    encode: str = ""
    """What encoding would change: `picture`, `sound`, `file`; empty when it changes nothing."""


_PICTURES = {
    "h264": "",
    "vp8": "",
    "vp9": "",
    "av1": "AV1: only newer computers and phones play it, and Safari only on the newest",
    "hevc": "HEVC (H.265): Safari plays it, other browsers only on some computers",
    "theora": "Theora: browsers have given it up",
    "prores": "ProRes: no browser plays it",
    "mpeg4": "MPEG-4 Part 2: no browser plays it",
    "mpeg2video": "MPEG-2: no browser plays it",
    "mjpeg": "Motion JPEG: no browser plays it",
    "wmv2": "Windows Media: no browser plays it",
    "wmv3": "Windows Media: no browser plays it",
    "vc1": "Windows Media: no browser plays it",
    "dvvideo": "DV: no browser plays it",
}
_SOUNDS = {
    "aac": "",
    "mp3": "",
    "opus": "",
    "vorbis": "",
    "ac3": "its sound is AC-3 (Dolby): Chrome and Firefox play the film without any sound",
    "eac3": "its sound is E-AC-3 (Dolby): Chrome and Firefox play the film without any sound",
    "dts": "its sound is DTS: no browser plays it",
    "alac": "its sound is Apple Lossless: Safari alone plays it",
    "flac": "",
    "wmav2": "its sound is Windows Media: no browser plays it",
    "amr_nb": "its sound is AMR, of a telephone: no browser plays it",
}
_AT_HOME = {
    "mp4": ({"h264"}, {"aac", "mp3"}),
    "webm": ({"vp8", "vp9"}, {"opus", "vorbis"}),
    "mp3": (set(), {"mp3"}),
    "ogg": (set(), {"vorbis", "opus"}),
}
"""Container -> codecs that every browser plays in it."""

_NEVER = frozenset({"avi", "asf", "mpeg", "mpegts", "flv", "amr"})
"""Containers that no browser opens."""


def where_it_plays(found: Probe) -> tuple[str, tuple[Finding, ...]]:
    """In words, and what stands in the way."""
    wrong = tuple(_wrong(found))
    if wrong:
        return "", wrong
    if found.container == "webm":
        return "plays in every current browser; iPhones and iPads play it from iOS 17.4 on", ()
    if found.container == "ogg":
        return "plays in every current browser, in Safari from 18.4 on", ()
    return EVERYWHERE, ()


def _wrong(found: Probe) -> list[Finding]:
    wrong = []
    pictures, sounds = _AT_HOME.get(found.container, (set(), set()))
    if found.container == "mov":
        wrong.append(
            Finding("error", "a QuickTime file (.mov): Firefox does not play it, and a course cannot show it", "file")
        )
    elif found.container not in _AT_HOME:
        plain = found.container in {"wav", "aiff"}
        more = (
            "it is large" if plain else "no browser plays it" if found.container in _NEVER else "few browsers play it"
        )
        wrong.append(Finding("error", f"a course cannot show a file of the kind {found.container}, and {more}", "file"))
    if found.video:
        wrong += _wrong_picture(found.video, pictures)
    if found.audio and found.container not in {"wav", "aiff"} and (words := _sound(found.audio.codec, sounds)):
        wrong.append(Finding("error", words, "sound"))
    return wrong


def _wrong_picture(video: Stream, at_home: set[str]) -> list[Finding]:
    known = _PICTURES.get(video.codec, f"{video.codec}: no browser is known to play it")
    if known:
        return [Finding("error", known, "picture")]
    if at_home and video.codec not in at_home:
        return [Finding("error", f"{video.codec} in a file of this kind: browsers do not agree on it", "picture")]
    if video.codec == "h264" and video.pixels not in {"", "yuv420p", "yuvj420p", "nv12"}:
        depth = "10 bits a colour" if "10" in video.pixels else f"colours as {video.pixels}"
        return [Finding("error", f"H.264 with {depth}: Safari and many phones do not play it", "picture")]
    return []


def _sound(codec: str, at_home: set[str]) -> str:
    if codec.startswith("pcm"):
        return "" if codec in at_home else "its sound is not compressed (PCM): not every browser plays it"
    known = _SOUNDS.get(codec, f"its sound is {codec}: no browser is known to play it")
    if known or not at_home or codec in at_home:
        return known
    return f"its sound is {codec} in a file of this kind: not every browser plays it"


def judge(film: Film, found: Probe, size: int, loudness: Loudness | None) -> tuple[Finding, ...]:
    """All that is to be said of a film beside where it plays: how it loads, how large and loud it is, what is missing."""
    return (*_loading(found, size), *_loud(film, found, loudness), *_missing(film))


def _loading(found: Probe, size: int) -> list[Finding]:
    told = []
    if found.late:
        told.append(
            Finding("warning", "its index stands at its end (moov): it is loaded whole before it begins", "file")
        )
    if size > LARGE:
        told.append(Finding("warning", f"{size / 1e6:,.0f} MB: many an LMS refuses packages above 100 MB", "picture"))
    most, encode = (FAST, "picture") if found.video else (FAST_SOUND, "sound")
    if found.rate > most:
        told.append(
            Finding("warning", f"{found.rate:,} kbit/s: on a slow line it stalls ({most:,} are plenty)", encode)
        )
    if found.video and max(found.video.width, found.video.height) > WIDE:
        told.append(
            Finding("warning", f"{found.video.width} x {found.video.height} pixels: more than a page shows", "picture")
        )
    if found.video and found.video.hdr:
        told.append(
            Finding("warning", "made for HDR screens: on others its colours are pale. Export it as SDR (Rec. 709)")
        )
    return told


def _loud(film: Film, found: Probe, loudness: Loudness | None) -> list[Finding]:
    if found.audio is None or loudness is None or loudness.silent:
        silent = film.role in {"film", "recording"} and bool(film.place)
        return [Finding("warning", "nothing can be heard in it")] if silent else []
    told = []
    if loudness.integrated < QUIET:
        words = f"{loudness.integrated:.0f} LUFS: quieter than EBU R128 asks for (-23), hard to hear on a laptop"
        told.append(Finding("warning", words, "sound"))
    if loudness.integrated > LOUD:
        words = f"{loudness.integrated:.0f} LUFS: louder than other films ({LOUD:.0f} at most), a shock in headphones"
        told.append(Finding("warning", words, "sound"))
    elif loudness.peak > PEAK + 2:
        told.append(Finding("warning", f"peaks of {loudness.peak:+.1f} dBTP are distorted (-1 at most)", "sound"))
    return told


def _missing(film: Film) -> list[Finding]:
    if not film.place:
        return []
    way = f". satchel media --captions {as_argument(film.exports[0])} makes them" if film.exports else ""
    if film.role == "film" and not film.captions:
        return [Finding("error", f"no captions: who cannot hear cannot follow it{way}")]
    if film.audio and not film.transcript:
        return [Finding("error", f"no transcript: who cannot hear cannot follow it{way}")]
    return []
