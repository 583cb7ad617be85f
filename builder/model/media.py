"""Files of a course: pictures and films as they lie on disk, and the tracks that go with a film."""

from dataclasses import dataclass

from builder.model.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside the markdown that goes into the package unchanged."""

    source: str
    """Path relative to the course folder, with forward slashes, as it is on disk."""
    name: str
    """Portable name in the package: lower case ASCII, no spaces, such as `media/film.mp4`."""
    size: int
    """Bytes."""
    width: int = 0
    """Pixels, for a picture whose size could be read; 0 when unknown."""
    height: int = 0
    """Pixels, for a picture whose size could be read; 0 when unknown."""
    seconds: float = 0
    """Length of a film that says it; 0 when unknown."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A film on another host, which is not in the package."""

    source: str
    """Its address; that of its page where it lies at a streaming service."""
    host: str
    """The host, with its port where it says one."""
    way: str
    """`file`, `stream` (HLS), or the name of a streaming service as people call it."""
    frame: str = ""
    """Address of the service's own player, for a frame; empty where there is none."""
    seconds: float = 0
    """Length of the film: nobody knows before it is played."""

    @property
    def name(self) -> str:
        """What the page says in the place of a file's name."""
        return self.source

    @property
    def away(self) -> bool:
        """Whether it can only be watched at a service, by its player."""
        return self.way not in {"file", "stream"}


@dataclass(frozen=True, slots=True)
class StreamPlayer:
    """hls.js, for browsers that cannot play a stream by themselves."""

    file: Asset
    """The script. It is a build that Satchel knows by its checksum."""
    licence: Asset
    """Its licence, which goes wherever it goes."""
    place: Span
    """Where the settings name it."""
    excerpt: str
    """The line."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption (WebVTT cue)."""

    start: float
    """Seconds from the beginning of the film."""
    end: float
    """Seconds from the beginning of the film."""
    text: str
    """What is said, tags removed, line breaks kept."""
    line: int = 1
    """Line of its times in its file, counted from 1."""
    said: tuple[tuple[str, str], ...] = ()
    """Speaker and words of each part, where the file names speakers (`<v Ann>`); else empty."""
    language: str = ""
    """BCP 47 tag when all of it is in another language than its file (`<lang en-GB>`), else empty."""


@dataclass(frozen=True, slots=True)
class Track:
    """A WebVTT file that goes with a film."""

    kind: str
    """`captions`, `chapters` or `descriptions`, as HTML `track/@kind` names them."""
    asset: Asset
    """The .vtt file, packed beside the page for download."""
    language: str
    """BCP 47 tag of its words."""
    label: str
    """What the learner picks it by, such as `English`."""
    webvtt: str
    """The whole file, to be embedded as a `data:` URL: `<track src=file>` fails on file://."""
    cues: tuple[Cue, ...]
    """Its cues, in order of time."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a transcript."""

    start: float
    """Seconds from the beginning of the film, as near as its captions tell."""
    words: str
    """As it is read."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a transcript that was made from captions."""

    sentences: tuple[Sentence, ...]
    """One or more."""
    speaker: str = ""
    """Who says it; empty when the captions do not say so."""
    language: str = ""
    """BCP 47 tag when it differs from that of the page, else empty."""
    shown: bool = False
    """Whether it tells what is seen (a text description) and not what is said."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A moment of a film at which a question or reflection of its page is offered."""

    seconds: int
    """From the beginning of the film."""
    item: str
    """Id of the question."""
    span: Span
    """Where the author wrote it."""
    excerpt: str
    """That line."""
    meant: str = ""
    """How it should have been written; empty when it is."""
