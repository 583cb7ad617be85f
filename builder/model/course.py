"""A course: settings, people, modules of blocks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.model.assessment import AssessmentItem, Bank
from builder.model.blocks import Block, Watch
from builder.model.content import TextBlocks
from builder.model.diagnostics import Report, Span
from builder.model.glossary import Glossary
from builder.model.interface import OwnStrings
from builder.model.look.cover import CoverPicture
from builder.model.look.theme import Accent, Theme
from builder.model.media import Asset, Remote, StreamPlayer
from builder.model.package import StateRoom
from builder.model.record import RecordPage
from builder.model.source_facts import GeneratedId, SourceFacts


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom `presenters` can name."""

    id: str
    """Key used in front matter."""
    name: str
    """Name in full."""
    role: str
    """Role, as one line; may be empty."""
    about: TextBlocks
    """A few sentences; may be empty."""


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
    notes: tuple[TextBlocks, ...]
    """Its footnotes, in the order of their numbers; may be empty."""
    span: Span
    """The file."""
    draw: int | None = None
    """How many of its questions with a right answer each learner is given; None for all."""
    feedback: str = ""
    """When its questions are judged: one of `FEEDBACKS`; empty when the course decides."""
    needs: tuple[str, ...] = ()
    """Ids of the modules that a learner must have done before it."""
    terms: tuple[str, ...] = ()
    """Ids of the terms whose first use in it is linked to the glossary; the place is `MODULE--TERM`."""

    facts: SourceFacts = field(default_factory=SourceFacts)
    """What checks ask about its source."""

    @property
    def items(self) -> tuple[AssessmentItem, ...]:
        """Its questions and reflections."""
        return tuple([block for block in self.blocks if isinstance(block, AssessmentItem)])

    @property
    def scored(self) -> tuple[AssessmentItem, ...]:
        """Its questions with a right answer."""
        return tuple(item for item in self.items if item.scored)


MOST_OF_A_FILM = 90
"""Percent of a film that counts as all of it, where its author does not say: the end may be credits."""

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
    read: bool = False
    """Whether each module is to be read to its end."""
    films: bool = False
    """Whether each film is to be watched, also one that does not say how much of it."""
    stays_open: bool = False
    """Whether the course never reports that a learner has failed, also when no attempt is left."""
    confirmed: bool = False
    """Whether each declaration is to be confirmed."""
    places: Mapping[str, tuple[Span, str]] = field(default_factory=dict, compare=False)
    """Keys of course.yml that say so -> where each stands, and its line."""


@dataclass(frozen=True, slots=True)
class Standard:
    """Entries of a framework that the course answers to, such as domains of the PCF."""

    framework: str
    """Name of the framework, such as `PCF`."""
    entries: tuple[str, ...]
    """What of it the course answers to."""


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
    """Version of the content, such as `1.0.0`."""
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
    owner: str = ""
    """Who answers for it in its accessibility statement; empty for the publisher."""
    contact: str = ""
    """Where a learner reports a barrier: an address, or a line of text; may be empty."""
    enforcement: str = ""
    """Who decides when a learner is not content with the answer; may be empty."""
    glossary: Glossary | None = None
    """The page of terms, when there is one."""
    attempts: int | None = None
    """How often a question may be checked that does not say so itself; None for as often as a learner likes."""
    feedback: str = "at-once"
    """When the questions of a module are judged that does not say so itself: one of `FEEDBACKS`."""
    shows_answers: bool = True
    """Whether learners who have no attempt left see what is right."""
    shuffle: str = "no"
    """Which options of a choice are mixed that does not say so itself: one of `SHUFFLES`."""
    reports: str = "codes"
    """How answers read in reports of SCORM 1.2: as `codes`, or in `words`."""
    includes: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Where each fragment is included, by its path."""
    banks: tuple[Bank, ...] = ()
    """The banks from which questions are drawn over all modules."""
    accent: Accent | None = None
    """The colour that the author chose; None for the one of the page."""
    stream_player: StreamPlayer | None = None
    """What plays streams where a browser cannot; None unless the author names it."""
    theme: Theme | None = None
    """The look of an organisation; None for our own."""
    cover: CoverPicture | None = None
    """The picture of the cover; None for the drawn rings."""
    record: RecordPage | None = None
    """The learner's record of learning; None when the course has no such page."""
    notes: bool = True
    """Whether learners may keep notes and highlights on their device."""
    strings: tuple[OwnStrings, ...] = ()
    """Texts of the interface that the course brings itself, by the names of their files."""
    language_place: tuple[Span, str] | None = field(default=None, compare=False)
    """Where its settings name its language, and that line; None in a course that was made by hand."""
    languages: tuple[str, ...] = ()
    """Tags of the languages in one package, its own first; empty when it has only that one."""
    languages_place: tuple[Span, str] | None = field(default=None, compare=False)
    """Where its settings name them, and that line."""
    translations: "tuple[Translation, ...]" = ()
    """The course in each other language."""
    facts: SourceFacts = field(default_factory=SourceFacts)
    """What checks ask about its settings: `course.yml`, and the course's own form of a record."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages of its package, its own first."""
        return (self.language, *(one.folder for one in self.translations))

    @property
    def statement(self) -> dict[str, str]:
        """What it says in its accessibility statement, by the key of `course.yml`; without what it does not say."""
        said = {"owner": self.owner or self.publisher, "contact": self.contact, "enforcement": self.enforcement}
        return {key: words for key, words in said.items() if words}

    @property
    def contact_address(self) -> str:
        """Where a link to the contact leads; empty for a line of text."""
        if re.fullmatch(r"https?://\S+", self.contact):
            return self.contact
        return f"mailto:{self.contact}" if re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", self.contact) else ""

    @property
    def pages(self) -> tuple[Module, ...]:
        """Everything that was written as a page: the modules, then the glossary."""
        return (*self.modules, self.glossary.page) if self.glossary else self.modules

    @property
    def items(self) -> tuple[AssessmentItem, ...]:
        """Every question and reflection, in order."""
        return tuple([item for module in self.modules for item in module.items])

    def without_sources(self) -> "Course":
        """The same course without what only checks ask for: their words and lines take much memory."""
        modules = tuple(replace(module, facts=module.facts.without_words()) for module in self.modules)
        others = tuple(replace(one, course=one.course.without_sources()) for one in self.translations)
        return replace(self, modules=modules, facts=self.facts.without_words(), translations=others)

    @property
    def generated_ids(self) -> tuple[GeneratedId, ...]:
        """The ids of modules and blocks that the author did not write, by file and line."""
        found = (made for module in self.modules for made in module.facts.generated_ids)
        return tuple(sorted(found, key=lambda made: (made.path, made.line)))

    @property
    def mixed(self) -> bool:
        """Whether anything is shown in a learner's own order, or not to everybody."""
        drawn = bool(self.banks) or any(module.draw for module in self.modules)
        asked = [one for one in self.items if one.kind.mixed == "asked" and (one.shuffle or self.shuffle) != "no"]
        return drawn or bool(asked) or any(one.kind.mixed == "always" for one in self.items)

    def handed_in(self, module: Module) -> bool:
        """Whether the questions of a module are judged all together, when the learner hands them in."""
        return (module.feedback or self.feedback) == "at-the-end" and bool(module.scored)

    def to_watch(self, film: Watch) -> int | None:
        """Percent of a film to be watched before the course is complete; None when completion does not ask for it."""
        return film.watched or (MOST_OF_A_FILM if self.completion.films else None)

    @property
    def film_hosts(self) -> tuple[str, ...]:
        """The hosts from which a learner's browser loads films."""
        parts = [part for film in self.all_films for part in (film.media, film.described, film.sign)]
        return tuple(sorted({part.host for part in parts if isinstance(part, Remote) and not part.away}))

    @property
    def frame_hosts(self) -> tuple[str, ...]:
        """The hosts of the players that learners may show in the page."""
        frames = [film.remote.frame for film in self.all_films if film.frame and film.remote]
        return tuple(sorted({frame.split("/")[2] for frame in frames if frame}))

    @property
    def all_films(self) -> tuple[Watch, ...]:
        """Every film in every language."""
        return (*self.films, *(film for one in self.translations for film in one.course.films))

    @property
    def films(self) -> tuple[Watch, ...]:
        """Every film, in order."""
        return tuple([block for module in self.modules for block in module.blocks if isinstance(block, Watch)])


@dataclass(frozen=True, slots=True)
class Translation:
    """The course in another language of its package: with its ids and its terms, in other words."""

    folder: str
    """The folder beside the modules in which it lies: the tag of its language."""
    course: Course
    """The whole course in that language; paths in it are relative to its folder."""
    found: Report
    """What is wrong in it, by paths in its own folder."""
    lent: frozenset[str] = frozenset()
    """Paths of the files that are not read as they are in its folder: what learners read of them is the source's, in whole or part."""


@dataclass(frozen=True, slots=True)
class CheckedCourse:
    """A course in which no error is left; only `check` makes one."""

    course: Course
    """The course."""
    room: StateRoom | None = None
    """How much room the learner's state takes in an LMS; None in a course that was made by hand."""
