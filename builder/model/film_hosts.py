"""The hosts that a learner's browser reaches for films and recordings, and for what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.blocks import Watch
from builder.model.course import Course
from builder.model.media import Remote

_MOST = 6
"""Titles that one use names."""


@dataclass(frozen=True, slots=True)
class Use:
    """What one host is reached for."""

    way: str
    """`loaded` into the page, `linked` to, or `framed`: the player of a service in the page."""
    films: tuple[Watch, ...]
    """The films and recordings."""
    service: str = ""
    """The streaming service, as people call it."""

    @property
    def named(self) -> tuple[Watch, ...]:
        """Those that are named."""
        return self.films[:_MOST]

    @property
    def more(self) -> int:
        """How many others there are."""
        return len(self.films) - len(self.named)


def hosts_reached(course: Course) -> dict[str, list[Use]]:
    """Each host, in the order of the course, with what it is reached for."""
    found: dict[str, dict[tuple[str, str], dict[str, Watch]]] = {}
    for film in course.films:
        for host, way, service in _of_film(film):
            found.setdefault(host, {}).setdefault((way, service), {})[film.id] = film
    return {
        host: [Use(way, tuple(films.values()), service) for (way, service), films in uses.items()]
        for host, uses in found.items()
    }


def _of_film(film: Watch) -> Iterator[tuple[str, str, str]]:
    """The hosts of a film: what plays in the page, the page of a service, and its player where it is shown in a frame."""
    for part in (film.media, film.described, film.sign):
        if isinstance(part, Remote) and not part.away:
            yield part.host, "loaded", ""
        elif isinstance(part, Remote):
            yield part.host, "linked", part.way
            if film.frame and part.frame:
                yield part.frame.split("/")[2], "framed", part.way


def nouns(films: Sequence[Watch]) -> str:
    """`films`, `recordings`, or both."""
    heard = [film.audio for film in films]
    return "recordings" if all(heard) else "films and recordings" if any(heard) else "films"


def elsewhere(course: Course) -> list[Watch]:
    """The films and recordings of which something lies on another host."""
    return [film for film in course.films if any(_of_film(film))]
