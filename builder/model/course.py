"""A course as the author meant it: modules of blocks, people, media."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, NamedTuple, Protocol

from builder.model.assessment import AssessmentItem, Fragment
from builder.model.diagnostics import Span
from builder.model.glossary import Glossary
from builder.model.package import StateRoom
from builder.model.record import RecordPage


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside the markdown that goes into the package unchanged."""

    source: str
    """Path relative to the course folder, with forward slashes, as it is on disk."""
    name: str
    """Portable name in the package: lower case ASCII, no spaces, e.g. `media/film.mp4`."""
    size: int
    """Bytes."""
    width: int = 0
    """Pixels, for a picture whose size could be read; 0 when unknown."""
    height: int = 0
    """Pixels, for a picture whose size could be read; 0 when unknown."""
    seconds: float = 0
    """Length of a film that says it; 0 when unknown."""


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
    """What the learner picks it by, e.g. `English`."""
    webvtt: str
    """The whole file, to be embedded as a `data:` URL: `<track src=file>` fails on file://."""
    cues: tuple[Cue, ...]
    """Its cues, in order of time."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in prose, for the rules."""

    level: int
    """2 to 6."""
    text: str
    """Its words."""
    span: Span
    """Where it is."""
    excerpt: str
    """The source line."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link, for the rules."""

    target: str
    """As it is in the page: `#id` inside the course, an asset's name, or an address with a scheme."""
    text: str
    """Its words; the alternative of a picture in it."""
    span: Span
    """Where its address is."""
    excerpt: str
    """The source line."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, for the rules."""

    asset: Asset
    """The file."""
    alt: str
    """Its text alternative."""
    decorative: bool
    """Whether the author said that it says nothing (`{decorative}`)."""
    span: Span
    """Where its address is."""
    excerpt: str
    """The source line."""
    caption: str = ""
    """Words shown below it; may be empty."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, for the rules."""

    columns: int
    """How many columns its head has."""
    span: Span
    """Where it begins."""
    excerpt: str
    """Its first line."""


class Passage(NamedTuple):
    """A run of words as the learner reads it, for the rules; a tuple, because a course has so many."""

    kind: str
    """`paragraph`, `words` (a heading, an option, a cell), `setting`, `code`, or `indented` for code without a fence."""
    text: str
    """The words; a piece of code among them is one U+FFFC."""
    path: str
    """The file."""
    line: int
    """Line on which it begins."""
    column: int
    """Column in which it begins."""
    last: int
    """Line on which it ends."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Ordinary markdown, already HTML."""

    component: ClassVar[str] = "prose"

    html: str
    """Flow content; headings are h2 to h6. `<!--new-tab-->`, `<!--back-->` and `<!--description-->` stand where words of the page's language belong."""
    span: Span
    """Where it begins."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A film with all that belongs to it."""

    component: ClassVar[str] = "film"

    id: str
    """Stable and unique in the course."""
    title: Fragment
    """What its heading says."""
    media: Asset
    """The film itself."""
    link_text: str
    """What the author called the file in the link, e.g. `Ethical innovation (stand-in, 40 seconds)`."""
    prose: str
    """HTML that the author wrote below the keys; may be empty."""
    captions: tuple[Track, ...]
    """Caption tracks, the course's own language first."""
    chapters: Track | None
    """Chapter track."""
    descriptions: Track | None
    """Text descriptions track."""
    described_because: str
    """Why it needs no audio description, in the author's words; may be empty."""
    described: Asset | None
    """A second film with audio description."""
    sign: Asset | None
    """A second film with sign language."""
    poster: Asset | None
    """Still picture shown before the film starts."""
    transcript: str
    """HTML paragraphs: the author's transcript, or one made from the captions."""
    original: str
    """Length of the film that a stand-in stands for, e.g. `7 minutes`; may be empty."""
    watched: int | None
    """Percent to be watched before the film counts as seen; None when it does not count."""
    span: Span
    """Where the author wrote it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a `Stages` picture."""

    id: str
    """Place to link to, unique in the course."""
    name: Fragment
    """What the stage is called."""
    detail: str
    """HTML that the author wrote under it; may be empty."""


@dataclass(frozen=True, slots=True)
class Stages:
    """An ordered list shown as a picture of stages; its text stays text."""

    component: ClassVar[str] = "stages"

    id: str
    """Stable and unique in the course."""
    title: Fragment
    """What its heading says."""
    before: str
    """HTML above the list; may be empty."""
    stages: tuple[Stage, ...]
    """The stages in their order."""
    after: str
    """HTML below the list; may be empty."""
    span: Span
    """Where the author wrote it."""


class Block(Protocol):
    """A part of a module: prose, or what a heading with the word of a kind begins."""

    @property
    def component(self) -> str:
        """Folder in `templates/components/` that shows it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom `presenters` can name."""

    id: str
    """Key used in front matter."""
    name: str
    """Name in full."""
    role: str
    """Role, as one line; may be empty."""
    about: str
    """HTML of a few sentences; may be empty."""


@dataclass(frozen=True, slots=True)
class Module:
    """One markdown file: one page of the course."""

    id: str
    """Stable and unique in the course; also its anchor in the page."""
    title: str
    """Its only h1."""
    summary: str
    """One sentence; may be empty."""
    presenters: tuple[Person, ...]
    """Who presents it."""
    language: str
    """BCP 47 tag when it differs from the course's, else empty."""
    blocks: tuple[Block, ...]
    """Its content, in order."""
    notes: str
    """HTML of its footnotes; may be empty."""
    headings: tuple[Heading, ...]
    """Every heading in its prose and blocks, in order."""
    links: tuple[Link, ...]
    """Every link, in order."""
    pictures: tuple[Picture, ...]
    """Every picture in its prose, in order."""
    anchors: frozenset[str]
    """Every id in it that a link can point to."""
    span: Span
    """The file."""
    passages: tuple[Passage, ...] = ()
    """Every run of words in it, in order."""
    tables: tuple[Table, ...] = ()
    """Every table, in order."""
    italics: tuple[Passage, ...] = ()
    """Those of its passages that are in italics from the first word to the last."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """What it explains with `*[X]: words`."""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lines of its file, and of each transcript that it names, by path."""
    draw: int | None = None
    """How many of its questions with a right answer each learner is given; None for all."""
    feedback: str = ""
    """When its questions are judged: one of `FEEDBACKS`; empty when the course decides."""
    terms: tuple[str, ...] = ()
    """Ids of the terms whose first use in it is linked to the glossary; the place is `MODULE--TERM`."""

    @property
    def items(self) -> tuple[AssessmentItem, ...]:
        """Its questions and reflections."""
        return tuple(block for block in self.blocks if isinstance(block, AssessmentItem))

    @property
    def scored(self) -> tuple[AssessmentItem, ...]:
        """Its questions with a right answer."""
        return tuple(item for item in self.items if item.scored)


FEEDBACKS = ("at-once", "at-the-end")
"""When questions are judged: each as soon as it is answered, or all of a module when they are handed in."""


@dataclass(frozen=True, slots=True)
class Completion:
    """When the course counts as done."""

    rule: str
    """`all-modules`, `all-questions` or `pass-mark`."""
    pass_mark: int | None
    """Percent of right answers needed, for `pass-mark`."""
    partial: bool = False
    """Whether an answer that is partly right counts in part."""
    places: Mapping[str, tuple[Span, str]] = field(default_factory=dict, compare=False)
    """Keys of course.yml that say so -> where each stands, and its line."""


@dataclass(frozen=True, slots=True)
class Standard:
    """Entries of a framework that the course answers to, e.g. domains of the PCF."""

    framework: str
    """Name of the framework, e.g. `PCF`."""
    entries: tuple[str, ...]
    """What of it the course answers to."""


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour of links, buttons and lines that an author chose."""

    colour: str
    """As `#7a1f5c`: six digits, lower case."""
    span: Span
    """Where its value is."""
    excerpt: str
    """The source line."""


@dataclass(frozen=True, slots=True)
class Course:
    """The whole course."""

    id: str
    """Stable: the manifest's identifiers and the learner's saved work hang on it."""
    title: str
    """Title as learners and administrators read it."""
    language: str
    """BCP 47 tag."""
    version: str
    """Version of the content, e.g. `1.0.0`."""
    summary: str
    """One sentence; may be empty."""
    minutes: int | None
    """About how long it takes."""
    publisher: str
    """Who publishes it; may be empty."""
    rights: str
    """One sentence on rights; may be empty."""
    keywords: tuple[str, ...]
    """For catalogues (LOM general.keyword)."""
    standards: tuple[Standard, ...]
    """Professional standards (LOM classification)."""
    people: tuple[Person, ...]
    """Everybody named."""
    completion: Completion
    """When it counts as done."""
    privacy: str
    """Who keeps the words of a reflection that says nothing else: one of `PRIVACIES`."""
    modules: tuple[Module, ...]
    """In file-name order."""
    assets: tuple[Asset, ...]
    """Every file that the markdown points to, sorted by name."""
    folder: Path
    """Where the assets are read from when the package is written."""
    glossary: Glossary | None = None
    """The page of terms, when there is one."""
    attempts: int | None = None
    """How often a question may be checked that does not say so itself; None for as often as a learner likes."""
    feedback: str = "at-once"
    """When the questions of a module are judged that does not say so itself: one of `FEEDBACKS`."""
    shuffle: str = "no"
    """Which options of a choice are mixed that does not say so itself: one of `SHUFFLES`."""
    includes: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Where each fragment is included, by its path."""
    accent: Accent | None = None
    """The colour that the author chose; None for the one of the page."""
    record: RecordPage | None = None
    """The learner's record of learning; None when the course has no such page."""
    said: tuple[Passage, ...] = ()
    """What the settings say to learners: of `course.yml`, and of the course's own form of a record."""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The lines of these files, by their names."""

    @property
    def pages(self) -> tuple[Module, ...]:
        """Everything that was written as a page: the modules, then the glossary."""
        return (*self.modules, self.glossary.page) if self.glossary else self.modules

    @property
    def items(self) -> tuple[AssessmentItem, ...]:
        """Every question and reflection, in order."""
        return tuple(item for module in self.modules for item in module.items)

    @property
    def mixed(self) -> bool:
        """Whether anything is shown in a learner's own order, or not to everybody."""
        return any(module.draw for module in self.modules) or any(
            item.kind.mixed == "always" or (item.kind.mixed == "asked" and (item.shuffle or self.shuffle) != "no")
            for item in self.items
        )

    def handed_in(self, module: Module) -> bool:
        """Whether the questions of a module are judged all together, when the learner hands them in."""
        return (module.feedback or self.feedback) == "at-the-end" and bool(module.scored)

    @property
    def films(self) -> tuple[Watch, ...]:
        """Every film, in order."""
        return tuple(block for module in self.modules for block in module.blocks if isinstance(block, Watch))


@dataclass(frozen=True, slots=True)
class CheckedCourse:
    """A course in which no error is left; only `check` makes one."""

    course: Course
    """The course."""
    room: StateRoom | None = None
    """How much room the learner's state takes in an LMS; None in a course that was made by hand."""
