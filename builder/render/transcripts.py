"""The transcript of each film as a text file, to take along: made by the build, so that it needs no script."""

from collections.abc import Iterator, Mapping

from builder.model.blocks import Watch
from builder.model.content import words
from builder.model.course import Course
from builder.model.media import Asset, Passage
from builder.model.package import RenderedFile
from builder.render.page.filters import clock


def transcript_names(course: Course, folder: str = "") -> dict[str, str]:
    """Film -> its text file; `folder`: that of a language beside the course's own.

    Several may have one stem: a film that two blocks show, or a film and a recording. Nor does a file take the place of
    one of the author's.
    """
    below = f"{folder.lower()}/" if folder else ""
    taken = {asset.name for asset in course.assets}
    names: dict[str, str] = {}
    for film in course.films:
        if film.transcript:
            stem = below + film.stem.removeprefix(below)
            name = f"{stem}.transcript.txt"
            names[film.id] = name if name not in taken else f"{stem}.{film.id}.transcript.txt"
            taken.add(names[film.id])
    return names


def transcript_files(course: Course, folder: str = "") -> Iterator[RenderedFile]:
    """One for each film that has a transcript."""
    names = transcript_names(course, folder)
    return (RenderedFile(names[film.id], _text(film).encode()) for film in course.films if film.id in names)


def transcript_file(film: Watch, names: Mapping[str, str]) -> Asset:
    """Name and size of the text file of a film that has a transcript."""
    return Asset("", names[film.id], len(_text(film).encode()))


def _text(film: Watch) -> str:
    body = "\n\n".join(map(_passage, film.passages)) or words(film.transcript)
    return f"{film.title.text}\n\n{body}\n"


def _passage(passage: Passage) -> str:
    said = " ".join(sentence.words for sentence in passage.sentences)
    speaker = f"{passage.speaker}: " if passage.speaker else ""
    return f"{clock(passage.sentences[0].start)}\n" + (f"[{said}]" if passage.shown else speaker + said)
