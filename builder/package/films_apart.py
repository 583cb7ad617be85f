"""Names films by their content, and writes them to a folder for an organisation's own host."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from builder.errors import UnreadableSource
from builder.model.blocks import Watch
from builder.model.course import Course
from builder.model.media import Asset, Remote
from builder.model.package import FilmsApart, RenderedCourse, RenderedFile, StoredFilm
from builder.package.atomic_write import replaced_file
from builder.package.content import blocks_of

_SHOWN = 16
"""Letters of the checksum in a name: 64 bits, which no two films of an organisation share."""


def films_apart(course: Course, address: str, folder: Path) -> FilmsApart:
    """Every film that lies in the course folder, read once for its checksum. UnreadableSource when one cannot be read."""
    lying = {one.folder / asset.source: asset for one in _languages(course) for asset in _films(one)}
    found: dict[str, StoredFilm] = {}
    for path, asset in lying.items():
        film = _stored(path, asset)
        same = found.get(film.name)
        found[film.name] = replace(film, sources=(*same.sources, path)) if same else film
    return FilmsApart(address, folder, tuple(found[name] for name in sorted(found)))


def with_films_apart(course: Course, apart: FilmsApart) -> Course:
    """The course as its packages show it, in each of its languages: its films come from the host."""
    host = urlsplit(apart.address).netloc
    at = {source: apart.address + film.name for film in apart.films for source in film.sources}

    def moved(folder: Path, part: Asset | Remote | None) -> Asset | Remote | None:
        if not isinstance(part, Asset):
            return part
        return Remote(at[folder / part.source], host, "file", seconds=part.seconds)

    def shown(folder: Path, film: Watch) -> Watch:
        media = moved(folder, film.media)
        assert media is not None
        return replace(film, media=media, described=moved(folder, film.described), sign=moved(folder, film.sign))

    def whole(one: Course) -> Course:
        modules = (
            replace(
                module,
                blocks=tuple(
                    shown(one.folder, block) if isinstance(block, Watch) else block for block in module.blocks
                ),
            )
            for module in one.modules
        )
        others = (replace(other, course=whole(other.course)) for other in one.translations)
        return replace(one, modules=tuple(modules), translations=tuple(others))

    return whole(course)


def without_films(rendered: RenderedCourse, apart: FilmsApart, page: bytes) -> RenderedCourse:
    """The rendered files without the films; one that the text links to as well stays, to be downloaded."""
    moved = {source for film in apart.films for source in film.sources}
    return replace(
        rendered,
        files=tuple(file for file in rendered.files if file.content not in moved or f'"{file.name}"'.encode() in page),
    )


def write_films(apart: FilmsApart) -> None:
    """Write those that are not in the folder yet. A film that changed since it was read is an UnreadableSource.

    A name says what is in the file, so one that is there stays: older packages may need it.
    """
    for film in apart.films:
        target = apart.folder / film.name
        if target.is_file() and target.stat().st_size == film.size and _digest(target, film.name) == film.sha256:
            continue
        source = film.sources[0]
        hashed = hashlib.sha256()
        with replaced_file(target) as file:
            for block in blocks_of(RenderedFile(film.name, source)):
                hashed.update(block)
                file.write(block)
            if hashed.hexdigest() != film.sha256:
                raise UnreadableSource(source, "it was changed while the course was built")


def _languages(course: Course) -> Iterator[Course]:
    """The course in each of its languages."""
    yield course
    yield from (other.course for other in course.translations)


def _films(course: Course) -> Iterator[Asset]:
    """Its films, and their versions with audio description and sign language, as far as they are files."""
    parts = (part for film in course.films for part in (film.media, film.described, film.sign))
    return (part for part in parts if isinstance(part, Asset))


def _stored(path: Path, asset: Asset) -> StoredFilm:
    digest = _digest(path, asset.name)
    stem, _, ending = asset.name.rpartition("/")[2].rpartition(".")
    return StoredFilm((path,), f"{stem}-{digest[:_SHOWN]}.{ending}", asset.size, digest)


def _digest(path: Path, name: str) -> str:
    hashed = hashlib.sha256()
    for block in blocks_of(RenderedFile(name, path)):
        hashed.update(block)
    return hashed.hexdigest()
