"""What `satchel media` does, by what was asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.captions.drafting import draft
from builder.captions.mending import Mended, mend
from builder.captions.placing import place
from builder.errors import BuilderError, UnreadableSource
from builder.media.listing import Film, choose, list_films
from builder.media.looking import encode_all, look_at
from builder.media.poster import make_poster, seconds_of
from builder.media.probing import Unreadable, probe
from builder.media.telling import Paint, changes_text, length, made_json, made_text, media_json, media_text
from builder.read.language_tags import is_language

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody asked for."""

    films: tuple[str, ...] = ()
    encode: bool = False
    poster: str | None = None
    captions: Path | None = None
    draft: bool = False
    model: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of it."""

    text: str
    """For people."""
    value: Mapping[str, object]
    """For tools."""
    sound: bool
    """Whether nothing is in the way."""


def do(folder: Path, wishes: Wishes, progress: Progress, paint: Paint) -> Done:
    """Do one thing with the films of a course. BuilderError when it cannot be done, ValueError for a value that nobody can use."""
    films, language = list_films(folder)
    chosen = choose(films, wishes.films) if wishes.films else films
    language = wishes.language or language
    if not is_language(language):
        raise ValueError(f"{language} is not the tag of a language, such as en or cy")
    if wishes.poster is not None:
        return _poster(folder, _one(chosen, wishes), wishes.poster)
    if wishes.captions:
        return _captions(folder, chosen, wishes, language)
    if wishes.draft:
        return _draft(folder, chosen, wishes, language, progress)
    if wishes.encode:
        made = list(encode_all(folder, chosen, progress))
        return Done(made_text(made, paint), made_json(made), all(one.outcome != "failed" for one in made))
    seen = list(look_at(folder, chosen, progress))
    errors = any(finding.gravity == "error" for one in seen for finding in one.findings)
    return Done(media_text(seen, paint), media_json(seen), not errors)


def _one(films: Sequence[Film], wishes: Wishes) -> Film:
    """The film that is meant, where there can be one only."""
    shown = [film for film in _each_once(films) if film.role in {"film", "recording"} and (film.place or wishes.films)]
    if len(shown) == 1:
        return shown[0]
    known = ", ".join(film.path for film in shown)
    raise BuilderError(f"name the film with --film: there are {known}" if shown else "there is no film in this course")


def _poster(folder: Path, film: Film, moment: str) -> Done:
    second = seconds_of(moment)
    if film.remote:
        raise BuilderError(f"{film.path} lies on another host: take a picture of it by hand")
    try:
        path, kept = make_poster(folder, film, probe(folder / film.path), second)
    except Unreadable as problem:
        raise UnreadableSource(film.path, str(problem)) from problem
    hint = "" if film.poster == path else f"\nWrite it below the film: - poster: {path}"
    told = f" The picture that was there is {kept} now." if kept else ""
    text = f"{path} is the moment at {length(second)} of {film.path}.{told}{hint}"
    return Done(text, {"poster": path, "kept": kept or None}, True)


def _captions(folder: Path, films: Sequence[Film], wishes: Wishes, language: str) -> Done:
    assert wishes.captions
    export = wishes.captions if wishes.captions.exists() else folder / wishes.captions
    try:
        mended = mend(export.read_bytes(), language)
    except OSError as problem:
        raise UnreadableSource(wishes.captions, problem.strerror or str(problem)) from problem
    if not mended.captions:
        raise UnreadableSource(wishes.captions, "there are no captions with times in it. Export it as .vtt or .srt")
    named = wishes.language or (mended.language if is_language(mended.language) else language)
    return _placed(folder, _film_of(folder, export, films, wishes), named, mended, f"{wishes.captions.name} is kept. ")


def _film_of(folder: Path, export: Path, films: Sequence[Film], wishes: Wishes) -> Film:
    """The film whose captions a file is already, else the one that it is named after, or the one there is."""
    if wishes.films:
        return _one(films, wishes)
    own = [film for film in films if any((folder / path).resolve() == export.resolve() for path in film.captions)]
    stems = [
        film for film in _each_once(films) if film.place and export.name.startswith(f"{film.stem.rpartition('/')[2]}.")
    ]
    return own[0] if own else stems[0] if len(stems) == 1 else _one(films, wishes)


def _each_once(films: Sequence[Film]) -> list[Film]:
    """The films without those of one file that several blocks show: that with captions, else the first."""
    first: dict[str, Film] = {}
    for film in films:
        if film.path not in first or (film.captions and not first[film.path].captions):
            first[film.path] = film
    return list(first.values())


def _draft(folder: Path, films: Sequence[Film], wishes: Wishes, language: str, progress: Progress) -> Done:
    bare = [
        film
        for film in _each_once(films)
        if film.role in {"film", "recording"} and film.place and not film.captions and not film.remote
    ]
    film = bare[0] if len(bare) == 1 and not wishes.films else _one(films, wishes)
    if film.captions and not wishes.films:
        raise BuilderError(f"{film.path} has captions: name it with --film to draft others in their place")
    mended = draft(
        folder / film.path, language, wishes.model, lambda second: progress(f"Hearing {film.path}, {length(second)}")
    )
    progress("")
    done = _placed(folder, film, language, mended, "")
    note = "\nA machine heard them: check every line, then delete the line `NOTE Draft: check every line`."
    return Done(done.text + note, {**done.value, "draft": True}, True)


def _placed(folder: Path, film: Film, language: str, mended: Mended, source: str) -> Done:
    placed = place(folder, film.stem, film.captions, language, mended)
    if not placed.written:
        text = f"{placed.path} is as it should be: nothing to change."
    else:
        kept = f"The file that was there is {placed.kept} now. " if placed.kept else source
        count = f"{mended.captions} caption{'s' * (mended.captions != 1)}"
        text = f"{placed.path} has {count} for {film.path}. {kept}".rstrip()
    if mended.changes and placed.written:
        text += f"\nWhat was changed, by line of the file that it was made of:\n{changes_text(mended.changes)}"
    if placed.path not in film.captions:
        text += f"\nWrite below the film: - captions: {placed.path}"
    changes = [{"line": change.line, "change": change.words} for change in mended.changes]
    value = {"captions": placed.path, "written": placed.written, "kept": placed.kept or None, "changes": changes}
    return Done(text, value, True)
