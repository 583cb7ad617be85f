"""Looks at the films of a course, and has them made fit for the web."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from builder.media.encoding import Made, encode
from builder.media.judging import Finding, judge, where_it_plays
from builder.media.ledger import Ledger, read_ledger
from builder.media.listing import PACKED, Film
from builder.media.loudness import measure
from builder.media.planning import plan
from builder.media.probing import Unreadable, probe
from builder.media.telling import Seen

Progress = Callable[[str], None]


def look_at(folder: Path, films: Iterable[Film], progress: Progress) -> Iterator[Seen]:
    """What each film is made of, how loud it is, where it plays. Raises MissingTool."""
    for film in films:
        progress(f"Looking at {film.path}")
        seen = _examine(folder, film)
        if film.place or seen.found is None:
            yield seen
        elif beside := _beside(folder, film):
            yield replace(seen, plays=f"{beside} lies beside it", findings=())
        else:  # no learner meets it
            yield replace(seen, findings=tuple(replace(finding, gravity="warning") for finding in seen.findings))
    progress("")


def _examine(folder: Path, film: Film) -> Seen:
    path = folder / film.path
    if film.remote or not path.is_file():
        return Seen(film, findings=() if film.remote else (Finding("error", "there is no such file"),))
    size = path.stat().st_size
    try:
        found = probe(path)
    except Unreadable as problem:
        return Seen(film, size, findings=(Finding("error", f"it cannot be read: {problem}"),))
    loudness = measure(path) if found.audio else None
    plays, wrong = where_it_plays(found)
    return Seen(film, size, found, loudness, plays, (*wrong, *judge(film, found, size, loudness)))


def _beside(folder: Path, film: Film) -> str:
    """A file that a course can show, beside one of its name that it cannot; empty when there is none."""
    if Path(film.path).suffix.lower() in PACKED:
        return ""
    others = (Path(film.path).with_suffix(ending) for ending in sorted(PACKED))
    return next((other.as_posix() for other in others if (folder / other).is_file()), "")


def encode_all(folder: Path, films: Iterable[Film], progress: Progress) -> Iterator[Made]:
    """Make each film fit that is not; those that no block names only where a course could not show them as they are."""
    ledger = read_ledger(folder)
    for film in films:
        path = folder / film.path
        if film.remote or not path.is_file() or _idle(folder, film, ledger) or ledger.has_made(path):
            continue
        progress(f"Looking at {film.path}")
        seen = _examine(folder, film)
        if seen.found is None:
            yield Made(film.path, "failed", words="; ".join(finding.words for finding in seen.findings))
        elif work := plan(film.path, seen.found, seen.findings, seen.loudness):
            yield encode(folder, film.path, seen.found, work, ledger, progress)
    progress("")


def _idle(folder: Path, film: Film, ledger: Ledger) -> bool:
    """Whether nobody waits for a file: a course can show it as it is and does not, or the author made another of it."""
    path = folder / film.path
    others = (path.with_suffix(ending) for ending in PACKED if ending != path.suffix.lower())
    own = any(other.exists() and not ledger.has_made(other) for other in others)
    return not film.place and (path.suffix.lower() in PACKED or own)
