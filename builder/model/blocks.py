"""What a module is made of: prose, films, pictures of stages, questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from builder.model.content import Figure, Fragment, TextBlocks
from builder.model.diagnostics import Span
from builder.model.media import Asset, Passage, Pause, Remote, Track


@dataclass(frozen=True, slots=True)
class Prose:
    """Ordinary text."""

    component: ClassVar[str] = "prose"

    content: TextBlocks
    """Its paragraphs, lists and so on."""
    span: Span
    """Where it begins."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A film, or a recording that is heard alone, with all that belongs to it."""

    component: ClassVar[str] = "film"

    id: str
    """Stable and unique in the course."""
    title: Fragment
    """What its heading says."""
    media: Asset | Remote
    """The film itself."""
    link_text: str
    """What the author called the file in the link, such as `Ethical innovation (stand-in, 40 seconds)`."""
    prose: TextBlocks
    """What the author wrote below the keys; may be empty."""
    captions: tuple[Track, ...]
    """Caption tracks, the course's own language first."""
    chapters: Track | None
    """Chapter track."""
    descriptions: Track | None
    """Text descriptions track."""
    described_because: str
    """Why it needs no audio description, in the author's words; may be empty."""
    described: Asset | Remote | None
    """A second film with audio description."""
    sign: Asset | Remote | None
    """A second film with sign language."""
    poster: Asset | None
    """Still picture shown before the film starts."""
    transcript: TextBlocks
    """The author's transcript, or one made from the captions."""
    original: str
    """Length of the film that a stand-in stands for, such as `7 minutes`; may be empty."""
    watched: int | None
    """Percent to be watched before the film counts as seen; None when it does not count."""
    span: Span
    """Where the author wrote it."""
    passages: tuple[Passage, ...] = ()
    """The transcript with its times, where it was made from the captions; empty for the author's own."""
    elsewhere: bool = False
    """Whether a learner may say that she has watched it elsewhere."""
    pauses: tuple[Pause, ...] = ()
    """Its pauses for thought, in the order of time."""
    audio: bool = False
    """Whether it is a recording, without pictures."""
    frame: bool = False
    """Whether a streaming service's own player may be shown in the page, once a learner asks for it."""
    begins: float = 0.0
    """Second at which a film of the course, or on another host, begins; learners may go to what is before it."""

    @property
    def remote(self) -> Remote | None:
        """The film on another host; None for a file of the course."""
        return self.media if isinstance(self.media, Remote) else None

    @property
    def away(self) -> bool:
        """Whether it can only be watched at a streaming service."""
        return isinstance(self.media, Remote) and self.media.away

    @property
    def second_films(self) -> tuple[tuple[str, Asset | Remote], ...]:
        """Films that take its place, or stand beside it, each with what it is for."""
        described = self.described if self.described and self.described.source != self.media.source else None
        listed = (("audio description", described), ("sign language", self.sign))
        return tuple((what, film) for what, film in listed if film)

    @property
    def stem(self) -> str:
        """Path in the package for what belongs to it, without an ending."""
        return f"media/{self.id}" if self.remote else self.media.name.rpartition(".")[0]

    @property
    def noun(self) -> str:
        """What it is called in a message to the author."""
        return "recording" if self.audio else "film"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a `Stages` picture."""

    id: str
    """Place to link to, unique in the course."""
    name: Fragment
    """What the stage is called."""
    detail: TextBlocks
    """What the author wrote under it; may be empty."""


@dataclass(frozen=True, slots=True)
class Stages:
    """An ordered list shown as a picture of stages; its text stays text."""

    component: ClassVar[str] = "stages"

    id: str
    """Stable and unique in the course."""
    title: Fragment
    """What its heading says."""
    before: TextBlocks
    """What stands above the list; may be empty."""
    stages: tuple[Stage, ...]
    """The stages in their order."""
    after: TextBlocks
    """What stands below the list; may be empty."""
    span: Span
    """Where the author wrote it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block of parts: a name and what belongs to it."""

    id: str
    """Place to link to, unique in the course."""
    name: Fragment
    """What it is called."""
    content: TextBlocks
    """What stands below its name; may be empty."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Named parts, shown as its component has it: folded, as cards, side by side, along a line of time."""

    component: str
    """Folder in `templates/components/` that shows it."""
    id: str
    """Stable and unique in the course."""
    title: Fragment
    """What its heading says."""
    before: TextBlocks
    """What stands above the first part; may be empty."""
    parts: tuple[Part, ...]
    """One or more."""
    span: Span
    """Where the author wrote it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a picture."""

    part: Part
    """Its name, and what is said of it."""
    left: int
    """Percent from the left edge, 0 to 100."""
    top: int
    """Percent from the upper edge, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with numbered places, which are a list as well."""

    component: ClassVar[str] = "picture"

    id: str
    """Stable and unique in the course."""
    title: Fragment
    """What its heading says."""
    before: TextBlocks
    """What stands above the picture; may be empty."""
    figure: Figure
    """The picture, with its caption and its description."""
    spots: tuple[Spot, ...]
    """The places, in the order of their numbers."""
    after: TextBlocks
    """What stands below the list; may be empty."""
    span: Span
    """Where the author wrote it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file for learners to take, with its kind and size."""

    component: ClassVar[str] = "file"

    id: str
    """Stable and unique in the course."""
    title: Fragment
    """What its heading says."""
    asset: Asset
    """The file."""
    link_text: str
    """What the author called it in the link."""
    about: TextBlocks
    """What stands below the link; may be empty."""
    span: Span
    """Where the author wrote it."""


class Block(Protocol):
    """A part of a module: prose, or what a heading with the word of a kind begins."""

    @property
    def component(self) -> str:
        """Folder in `templates/components/` that shows it."""


_MOST_TITLES = 6
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
        return self.films[:_MOST_TITLES]

    @property
    def more(self) -> int:
        """How many others there are."""
        return len(self.films) - len(self.named)


def hosts_reached(films: Iterable[Watch]) -> dict[str, list[Use]]:
    """Each host that a browser reaches for films and recordings, in their order, with what it is reached for."""
    found: dict[str, dict[tuple[str, str], dict[str, Watch]]] = {}
    for film in films:
        for host, way, service in _of_film(film):
            found.setdefault(host, {}).setdefault((way, service), {})[film.id] = film
    return {
        host: [Use(way, tuple(found_films.values()), service) for (way, service), found_films in uses.items()]
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


def elsewhere(films: Iterable[Watch]) -> list[Watch]:
    """The films and recordings of which something lies on another host."""
    return [film for film in films if any(_of_film(film))]


def stream_hosts(films: Iterable[Watch]) -> list[str]:
    """The hosts of those films that are streams."""
    return sorted({film.remote.host for film in films if film.remote and film.remote.way == "stream"})
