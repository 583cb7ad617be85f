"""The films and recordings of a course: those that its blocks show, and files in its folder that no block names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from builder.did_you_mean import NAME, did_you_mean
from builder.errors import UnreadableSource
from builder.kinds import KINDS
from builder.model.blocks import Watch
from builder.model.course import Course
from builder.originals import FOLDER
from builder.read import read_course

FILMS = frozenset((".mp4", ".m4v", ".webm", ".mov", ".avi", ".mkv", ".wmv", ".mpg", ".mpeg", ".mts", ".3gp", ".ogv"))
RECORDINGS = frozenset((".mp3", ".m4a", ".ogg", ".wav", ".aif", ".aiff", ".flac", ".wma", ".aac", ".opus", ".amr"))
_EXPORTS = (".srt", ".sbv", ".vtt")
PACKED = frozenset((".mp4", ".m4v", ".webm", ".mp3", ".m4a", ".ogg"))
"""Endings of what a course can show."""


@dataclass(frozen=True, slots=True)
class Film:
    """A film or a recording of a course."""

    path: str
    """Relative to the course folder, with forward slashes; its address when it lies on another host."""
    name: str
    """Id of its block; empty for a file that no block names."""
    place: str
    """File and line of its block, such as `02-care.md:7`; empty for a file that no block names."""
    role: str
    """`film`, `recording`, `described version` or `sign language`."""
    stem: str
    """Path of what belongs to it, relative to the course folder and without an ending."""
    captions: tuple[str, ...] = ()
    """Paths of its caption files."""
    transcript: bool = False
    """Whether its words can be read, from captions or in a transcript of its own."""
    exports: tuple[str, ...] = ()
    """Files of its name that captions can be made of, relative to the course folder."""
    poster: str = ""
    """Path of its poster."""
    remote: bool = False
    """Whether it lies on another host."""

    @property
    def audio(self) -> bool:
        """Whether it is heard alone."""
        return self.role == "recording"


def list_films(folder: Path) -> tuple[tuple[Film, ...], str]:
    """Every film of a course, in the order of its modules, then other files by name; and the language of the course.

    Faults of the course do not matter here. UnreadableSource when there is no course.
    """
    course, _ = read_course(folder, KINDS)
    shown = tuple(dict.fromkeys(_shown(folder, course)))
    named = {film.path for film in shown}
    return (*shown, *_others(folder, named)), course.language


def _shown(folder: Path, course: Course) -> Iterator[Film]:
    for module in course.modules:
        for block in module.blocks:
            if isinstance(block, Watch):
                film = _of_block(block)
                yield film if film.captions else replace(film, exports=_exports(folder, film))
                for role, second in (("described version", block.described), ("sign language", block.sign)):
                    if second:
                        where = f"{block.span.path}:{block.span.line}"
                        stem = second.source.rpartition(".")[0]
                        yield Film(second.source, block.id, where, role, stem, remote=":" in second.source)


def _exports(folder: Path, film: Film) -> tuple[str, ...]:
    """Files beside a film that are named after it and hold captions."""
    path = folder / film.stem
    names = sorted(path.parent.glob("*")) if path.parent.is_dir() else []
    return tuple(
        other.relative_to(folder).as_posix()
        for other in names
        if other.suffix.lower() in _EXPORTS and other.name.startswith(f"{path.name}.")
    )


def _of_block(block: Watch) -> Film:
    return Film(
        block.media.source,
        block.id,
        f"{block.span.path}:{block.span.line}",
        block.noun,
        block.stem if block.remote else block.media.source.rpartition(".")[0],
        tuple(track.asset.source for track in block.captions if track.cues),
        bool(block.captions or block.transcript),
        poster=block.poster.source if block.poster else "",
        remote=block.remote is not None,
    )


def _others(folder: Path, named: set[str]) -> Iterator[Film]:
    """Files that no block names: what a camera made, most often, or a film that is not used any more."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        ending = path.suffix.lower()
        hidden = any(part.startswith(".") or part == FOLDER for part in inside.parts)
        if ending in FILMS | RECORDINGS and not hidden and inside.as_posix() not in named and path.is_file():
            role = "film" if ending in FILMS else "recording"
            yield Film(inside.as_posix(), "", "", role, inside.with_suffix("").as_posix())


def choose(films: Sequence[Film], names: Iterable[str]) -> tuple[Film, ...]:
    """The films that somebody names by path, by file name or by the id of the block; UnreadableSource for no such film."""
    chosen: list[Film] = []
    for name in names:
        wanted = Path(name).as_posix()
        found = [film for film in films if wanted in _names(film)]
        found = found or [film for film in films if not film.remote and wanted.endswith(f"/{film.path}")]
        if not found:
            known = [film.path for film in films]
            near = did_you_mean(wanted, [name for film in films for name in _names(film)], NAME)
            hint = f"did you mean {near}?" if near else f"there are {', '.join(known) or 'none'}"
            raise UnreadableSource(name, f"there is no such film in the course; {hint}")
        chosen += found[:1]
    return tuple(dict.fromkeys(chosen))


def _names(film: Film) -> tuple[str, ...]:
    path = Path(film.path)
    return tuple(
        filter(None, (film.path, path.name, path.stem, film.name if film.role in {"film", "recording"} else ""))
    )
