"""The transcript of each film as a text file, to take along: made by the build, so that it needs no script."""

from collections.abc import Iterator

from builder.model.blocks import Watch
from builder.model.content import words
from builder.model.course import Course
from builder.model.media import Asset, Passage
from builder.model.package import RenderedFile
from builder.render.page.filters import clock


def transcript_files(course: Course, folder: str = "") -> Iterator[RenderedFile]:
    """One for each film that has a transcript; never one that would stand in the place of a file of the author's."""
    films = {transcript_file(film, folder).name: film for film in course.films if film.transcript}
    taken = {asset.name for asset in course.assets}
    return (RenderedFile(name, _text(film).encode()) for name, film in films.items() if name not in taken)


def transcript_file(film: Watch, folder: str = "") -> Asset:
    """Name and size of the text file of a film that has a transcript; `folder`: that of a language beside the course's own."""
    below = f"{folder.lower()}/" if folder else ""
    return Asset("", f"{below}{film.stem.removeprefix(below)}.transcript.txt", len(_text(film).encode()))


def _text(film: Watch) -> str:
    body = "\n\n".join(map(_passage, film.passages)) or words(film.transcript)
    return f"{film.title.text}\n\n{body}\n"


def _passage(passage: Passage) -> str:
    said = " ".join(sentence.words for sentence in passage.sentences)
    speaker = f"{passage.speaker}: " if passage.speaker else ""
    return f"{clock(passage.sentences[0].start)}\n" + (f"[{said}]" if passage.shown else speaker + said)
