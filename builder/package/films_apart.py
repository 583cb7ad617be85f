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
    found = {asset.source: _stored(course, asset) for film in course.films for asset in _assets(film)}
    return FilmsApart(address, folder, tuple(sorted(found.values(), key=lambda film: film.name)))


def with_films_apart(course: Course, apart: FilmsApart) -> Course:
    """The course as its packages show it: its films come from the host."""
    host = urlsplit(apart.address).netloc
    at = {film.source: apart.address + film.name for film in apart.films}

    def moved(part: Asset | Remote | None) -> Asset | Remote | None:
        if not isinstance(part, Asset):
            return part
        return Remote(at[part.source], host, "file", seconds=part.seconds)

    def shown(film: Watch) -> Watch:
        media = moved(film.media)
        assert media is not None
        return replace(film, media=media, described=moved(film.described), sign=moved(film.sign))

    modules = (
        replace(module, blocks=tuple(shown(block) if isinstance(block, Watch) else block for block in module.blocks))
        for module in course.modules
    )
    return replace(course, modules=tuple(modules))


def without_films(rendered: RenderedCourse, course: Course, apart: FilmsApart, page: bytes) -> RenderedCourse:
    """The rendered files without the films; one that the text links to as well stays, to be downloaded."""
    moved = {film.source for film in apart.films}
    gone = {asset.name for asset in course.assets if asset.source in moved and f'"{asset.name}"'.encode() not in page}
    return replace(rendered, files=tuple(file for file in rendered.files if file.name not in gone))


def write_films(course: Course, apart: FilmsApart) -> None:
    """Write those that are not in the folder yet. A film that changed since it was read is an UnreadableSource.

    A name says what is in the file, so one that is there stays: older packages may need it.
    """
    for film in apart.films:
        target = apart.folder / film.name
        if target.is_file() and target.stat().st_size == film.size and _digest(target, film.name) == film.sha256:
            continue
        source = course.folder / film.source
        hashed = hashlib.sha256()
        with replaced_file(target) as file:
            for block in blocks_of(RenderedFile(film.name, source)):
                hashed.update(block)
                file.write(block)
            if hashed.hexdigest() != film.sha256:
                raise UnreadableSource(source, "it was changed while the course was built")


def _assets(film: Watch) -> Iterator[Asset]:
    """The film, and its versions with audio description and sign language, as far as they are files."""
    yield from (part for part in (film.media, film.described, film.sign) if isinstance(part, Asset))


def _stored(course: Course, asset: Asset) -> StoredFilm:
    path = course.folder / asset.source
    digest = _digest(path, asset.name)
    stem, _, ending = asset.name.rpartition("/")[2].rpartition(".")
    return StoredFilm(asset.source, f"{stem}-{digest[:_SHOWN]}.{ending}", asset.size, digest)


def _digest(path: Path, name: str) -> str:
    hashed = hashlib.sha256()
    for block in blocks_of(RenderedFile(name, path)):
        hashed.update(block)
    return hashed.hexdigest()
