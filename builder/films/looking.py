"""Reports MED-009, W05, W16 and W22 for every film of a course, at the line of its block."""

from collections.abc import Callable, Iterator
from pathlib import Path

from builder.films.decoding import UnreadableFilm, frames, sound
from builder.films.drift import UNCAPTIONED, Sound, find_strays, find_uncaptioned
from builder.films.flashes import RATE, find_flashes
from builder.model.blocks import Watch
from builder.model.content.second_films import lengths_apart
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic
from builder.model.media import Asset, Track
from builder.model.rules import fault

Tell = Callable[[str, str, str], Diagnostic]
"""Rule, message and hint -> a diagnostic at the film."""


def look_into_films(course: Course, progress: Callable[[str], None] = lambda step: None) -> Iterator[Diagnostic]:
    """Decode every film and report what is found in it. Raises MissingTool when there is a film and no ffmpeg."""
    for module in course.modules:
        for block in module.blocks:
            if isinstance(block, Watch) and not block.remote:
                progress(f"Looking into {block.media.source}")
                yield from _film(course.folder, module, block)


def _film(folder: Path, module: Module, film: Watch) -> Iterator[Diagnostic]:
    def tell(rule: str, message: str, hint: str) -> Diagnostic:
        lines = module.facts.sources.get(film.span.path, ())
        excerpt = lines[film.span.line - 1] if film.span.line <= len(lines) else ""
        return fault(rule, film.span, message, hint, excerpt)

    shown: dict[str, float] = {}
    for asset in () if film.audio else (film.media, film.described, film.sign):
        if isinstance(asset, Asset) and (folder / asset.source).is_file():  # else told where the course is read
            yield from _flashes(folder, asset, tell, shown)
    yield from _lengths(film, shown, tell)
    if film.captions and (heard := sound(folder / film.media.source)):
        for track in film.captions:
            yield from _drift(track, heard, tell)
            yield from _uncaptioned(track, heard, tell)


def _lengths(film: Watch, shown: dict[str, float], tell: Tell) -> Iterator[Diagnostic]:
    """Second films whose files do not say their length: where both do, every check reports them."""
    length = film.media.seconds or shown.get(film.media.source, 0)
    for what, second in film.second_films:
        if film.media.seconds and second.seconds:
            continue
        whole = (film.media.source, film.title.text, length)
        found = lengths_apart(what, second.source, whole, second.seconds or shown.get(second.source, 0))
        if found:
            yield tell("MED-009", *found)


def _flashes(folder: Path, asset: Asset, tell: Tell, shown: dict[str, float]) -> Iterator[Diagnostic]:
    """W16, and how many seconds of pictures there are (`shown`, by the file)."""

    def counted() -> Iterator[bytes]:
        for count, frame in enumerate(frames(folder / asset.source), start=1):
            shown[asset.source] = count / RATE
            yield frame

    try:
        begins = find_flashes(counted())
    except UnreadableFilm as problem:
        message = f"{asset.source} cannot be decoded: {problem}"
        yield tell(
            "MED-003", message, "Open it in a player; export it again as MP4 (H.264 and AAC) if it does not play."
        )
        return
    if begins:
        more = f", and in {len(begins) - 1} more places" if len(begins) > 1 else ""
        message = f"{asset.source} may flash more than three times in a second, at {clock(begins[0])}{more}"
        hint = "Take that passage out or calm it, or have it tested and say so: <!-- a11y-ok W16: tested with ... -->"
        yield tell("W16", message, hint)


def _drift(track: Track, heard: Sound, tell: Tell) -> Iterator[Diagnostic]:
    strays = find_strays(track.cues, heard)
    if strays:
        cue, begin = strays[0]
        more = f", and so it is with {len(strays) - 1} more" if len(strays) > 1 else ""
        message = (
            f"in {track.asset.source} the caption at {clock(cue.start)} begins {abs(begin - cue.start):.1f} seconds "
            f"{'before' if cue.start < begin else 'after'} the sound that is nearest to it{more}"
        )
        hint = (
            f"Let it begin where its words do, perhaps at {clock(begin)}; when all are off, move them all by as much."
        )
        yield tell("W05", message, hint)


def _uncaptioned(track: Track, heard: Sound, tell: Tell) -> Iterator[Diagnostic]:
    share, stretches = find_uncaptioned(track.cues, heard)
    if share > UNCAPTIONED:
        begin, end = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
        message = (
            f"{share:.0%} of what is heard has no caption in {track.asset.source}, "
            f"the longest stretch from {clock(begin)} to {clock(end)}"
        )
        yield tell(
            "W22", message, "Caption what is said there; where nobody speaks, write what is heard, such as [music]."
        )


def clock(seconds: float) -> str:
    """A time as caption files write it: `00:01:02.500`."""
    thousandths = round(seconds * 1000)
    return f"{thousandths // 3_600_000:02}:{thousandths // 60_000 % 60:02}:{thousandths // 1000 % 60:02}.{thousandths % 1000:03}"
