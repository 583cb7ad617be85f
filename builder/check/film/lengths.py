"""MED-009: where a film begins, and a second film beside it, fit the length of the film."""

from collections.abc import Iterator

from builder.model.blocks import Watch
from builder.model.content.second_films import lengths_apart
from builder.model.diagnostics import Diagnostic
from builder.model.rules import fault


def check_lengths(film: Watch, excerpt: str) -> Iterator[Diagnostic]:
    """What the headers of the files say; of a film on another host nobody knows the length."""
    for what, second in film.second_films:
        whole = (film.media.source, film.title.text, film.media.seconds)
        if told := lengths_apart(what, second.source, whole, second.seconds):
            yield fault("MED-009", film.span, *told, excerpt)
    yield from _begins(film, excerpt)


def _begins(film: Watch, excerpt: str) -> Iterator[Diagnostic]:
    length = film.media.seconds
    if not length or not film.begins:
        return
    if film.begins >= length:
        message = f"this {film.noun} is to begin at {film.begins:g} seconds, and lasts {length:.1f}"
        yield fault("MED-009", film.span, message, f"Choose a time within the {film.noun}.", excerpt)
    elif film.watched and film.begins > length * (100 - film.watched) / 100:
        left = int(100 * (length - film.begins) / length)
        message = f"{film.watched}% of this {film.noun} is to be watched, and only {left}% is left where it begins"
        yield fault("MED-009", film.span, message, f"Write - watched: {left}%, or let it begin earlier.", excerpt)
