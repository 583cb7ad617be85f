"""What `satchel media` says: a report for people, and for tools as JSON."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.captions.caption import Change
from builder.media.encoding import Made
from builder.media.judging import Finding
from builder.media.listing import Film
from builder.media.loudness import Loudness
from builder.media.probing import Probe

Paint = Callable[[str, str], str]
"""Gives a text the colour of a role."""

_NAMES = {
    "h264": "H.264", "hevc": "HEVC", "av1": "AV1", "vp9": "VP9", "vp8": "VP8", "aac": "AAC", "mp3": "MP3",
    "opus": "Opus", "vorbis": "Vorbis", "ac3": "AC-3", "eac3": "E-AC-3", "prores": "ProRes", "flac": "FLAC",
    "mp4": "MP4", "mov": "QuickTime", "webm": "WebM", "matroska": "Matroska", "ogg": "Ogg", "wav": "WAV",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A film, and what was found out about it."""

    film: Film
    size: int = 0
    """Bytes."""
    found: Probe | None = None
    """None for a film that lies on another host, or cannot be read."""
    loudness: Loudness | None = None
    plays: str = ""
    """Where it plays, in words; empty when something stands in the way."""
    findings: tuple[Finding, ...] = ()


def media_text(seen: Sequence[Seen], paint: Paint) -> str:
    """The whole report."""
    if not seen:
        return "There are no films and no recordings in this course."
    parts = [_film(one, paint) for one in seen]
    errors = sum(finding.gravity == "error" for one in seen for finding in one.findings)
    warnings = sum(finding.gravity == "warning" for one in seen for finding in one.findings)
    counts = [f"{n} {word}{'s' * (n != 1)}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
    last = f"{len(seen)} file{'s' * (len(seen) != 1)}: {' and '.join(counts) or 'nothing to mend'}."
    if any(finding.encode for one in seen for finding in one.findings):
        last += " `satchel media --encode` mends what is marked with *."
    return "\n\n".join([*parts, last])


def _film(one: Seen, paint: Paint) -> str:
    film = one.film
    where = f"{film.role}, {film.place}" if film.place else "no block names it"
    lines = [f"{paint(film.path, 'strong')} ({where})"]
    if film.remote:
        lines.append("  on another host: not looked at")
    if one.found:
        lines.append(f"  {'; '.join(facts(one))}")
    if one.plays:
        lines.append(f"  {one.plays}")
    if film.captions:
        lines.append(f"  captions: {', '.join(film.captions)}")
    for finding in one.findings:
        mark = " *" if finding.encode else ""
        lines.append(f"  {paint(finding.gravity, finding.gravity)}: {finding.words}{mark}")
    return "\n".join(lines)


def facts(one: Seen) -> list[str]:
    """Length, form, picture, size, rate and loudness, each in words."""
    assert one.found is not None
    codecs = [_name(stream.codec) for stream in (one.found.video, one.found.audio) if stream]
    said = [f"{length(one.found.seconds)}, {' and '.join(codecs)} in {_name(one.found.container)}"]
    if one.found.video:
        said.append(f"{one.found.video.width} x {one.found.video.height}")
    said.append(megabytes(one.size))
    said += [f"{one.found.rate:,} kbit/s"] if one.found.rate else []
    if one.loudness:
        said.append("silent" if one.loudness.silent else f"{one.loudness.integrated:.1f} LUFS")
    return said


def _name(word: str) -> str:
    return _NAMES.get(word, word)


def length(seconds: float) -> str:
    """Minutes and seconds: `5:12`."""
    whole = round(seconds)
    hours = f"{whole // 3600}:{whole // 60 % 60:02}" if whole >= 3600 else f"{whole // 60}"
    return f"{hours}:{whole % 60:02}"


def megabytes(size: int) -> str:
    """A size in the unit that fits."""
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} KB"


def media_json(seen: Iterable[Seen]) -> Mapping[str, object]:
    """The same for tools. What is not known is null."""
    return {"films": [_json(one) for one in seen]}


def _json(one: Seen) -> Mapping[str, object]:
    found, video, audio = one.found, one.found and one.found.video, one.found and one.found.audio
    return {
        "path": one.film.path,
        "role": one.film.role,
        "place": one.film.place or None,
        "bytes": one.size or None,
        "seconds": found.seconds if found else None,
        "container": found.container if found else None,
        "kbits": found.rate if found else None,
        "video": {"codec": video.codec, "width": video.width, "height": video.height} if video else None,
        "audio": {"codec": audio.codec} if audio else None,
        "lufs": one.loudness.integrated if one.loudness else None,
        "captions": list(one.film.captions),
        "plays": one.plays or None,
        "findings": [{"gravity": f.gravity, "message": f.words, "encode": bool(f.encode)} for f in one.findings],
    }


def made_text(made: Sequence[Made], paint: Paint) -> str:
    """What became of each film."""
    if not made:
        return "Nothing to encode: every film is fit for the web."
    return "\n".join(_made(one, paint) for one in made)


def _made(one: Made, paint: Paint) -> str:
    if one.outcome == "failed":
        return f"{paint('failed', 'error')}  {one.path}: {one.words}. It is as it was."
    if one.outcome == "no smaller":
        return f"as it was  {one.path}: encoded it would be no smaller"
    if one.outcome == "done before":
        return f"done before  {one.target}"
    kept = f" Your file is {one.kept} now." if one.kept else ""
    named = "" if one.target == one.path else f" Name it in the course: {one.target}"
    return f"made  {one.target}: {megabytes(one.before)} before, {megabytes(one.after)} now; {one.words}.{kept}{named}"


def made_json(made: Iterable[Made]) -> Mapping[str, object]:
    """The same for tools."""
    return {"encoded": [{name: getattr(one, name) for name in Made.__slots__} for one in made]}


def changes_text(changes: Sequence[Change]) -> str:
    """What was changed in captions: each thing once, with the first of its lines and how many more there are."""
    lines: dict[str, list[int]] = {}
    for change in changes:
        lines.setdefault(change.words, []).append(change.line)
    return "\n".join(f"  {_lines(places)}: {words}" for words, places in lines.items())


def _lines(places: Sequence[int]) -> str:
    if len(places) < 5:
        return f"line{'s' * (len(places) > 1)} {', '.join(map(str, places))}"
    return f"lines {', '.join(map(str, places[:3]))} and {len(places) - 3} more"
