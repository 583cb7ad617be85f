"""A finished course, as far as a learner's record hangs on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model.assessment import Pair

Key = tuple[str, bool]
"""Which option of its question: its id, and whether it is a target. A source and a target may share an id."""
Right = str | Pair
"""Something right: the id of an option, a pair, the accepted words of a gap, or the ends of a range."""


Passage = tuple[str, str]
"""Fingerprint and first words of a passage of text."""
Makeup = tuple[str, str, str, str]
"""`place`, `link` or `look`; what it is known by; what a reader knows it by; and what may be another."""


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen in a question: an option, a step, a thing to match, a partner or group, a label."""

    id: str
    """As answers name it."""
    words: str
    """As learners read it."""
    target: bool = False
    """Whether it is a partner or group, chosen for something."""
    wording: int = 0
    """Fingerprint of its words, when its id leaves some of them out; 0 when it does not, or none was kept."""

    @property
    def key(self) -> Key:
        """Tells it from the others of its question."""
        return self.id, self.target


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What a comparison knows of a kind of question."""

    word: str = ""
    """What authors begin its heading with: kinds that share it take the same answers."""
    noun: str = "option"
    """What one of its options is called."""
    scored: bool = True
    """Whether something is right in it."""
    written: bool = False
    """Whether the learner writes words of her own in it."""
    lettered: bool = False
    """Whether its options have letters in reports of SCORM 1.2, by their places on the page."""
    placed: bool = False
    """Whether reports name its options by the numbers of their places."""
    ordered: bool = False
    """Whether it is an order that is right."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question or reflection."""

    id: str
    """Answers are kept under it."""
    kind: str
    """As `data-kind` names it in the page."""
    facts: KindFacts
    """What is known of this kind."""
    module: str
    """Id of the module that it stands in."""
    title: str
    """The question."""
    wording: str
    """All that a learner reads before answering, but for the options."""
    options: tuple[Option, ...]
    """What can be chosen, in the order of the page."""
    right: tuple[Right, ...]
    """What is right; empty when nothing is."""
    passages: tuple[Passage, ...] = ()
    """Of what is said to answers."""
    beside: tuple[Passage, ...] = ()
    """Of what it says beside its options; kept since `Module.parts` are."""
    look: str = ""
    """How it is set, which words it offers, and in which order: three fingerprints; empty in a package from before that was kept."""
    shape: str = ""
    """Of a story, fingerprint of where its choices lead."""
    asked: bool = False
    """Whether completion asks for it, though nothing is right in it."""
    bank: str = ""
    """The bank over all modules from which it is drawn; empty for none."""
    privacy: str = ""
    """Who keeps the words that a learner writes in it; empty where she writes none."""
    unreported: bool = False
    """Whether answers to it are kept with a learner's progress alone, and are in no report."""
    weight: int = 1
    """How many times it counts in the score."""
    attempts: int | None = None
    """How often it may be checked; None for as often as a learner likes."""
    several: bool | None = None
    """Whether several of its options can be chosen together; None in a package from before that was kept."""
    units: tuple[str, ...] | None = None
    """What its unit may be called; None in a package from before that was kept."""

    @property
    def scored(self) -> bool:
        """Whether something is right in it."""
        return self.facts.scored

    def words_of(self, right: Right) -> str:
        """A right answer as a person reads it."""
        words = {option.key: option.words for option in self.options}
        return ": ".join(words.get(key, key[0]) for key in keys_of(right))


def keys_of(right: Right) -> tuple[Key, ...]:
    """The options that a right answer speaks of: two of a pair."""
    if isinstance(right, Pair):
        return (right.source, False), (right.target, True)
    return ((right, False),)


@dataclass(frozen=True, slots=True)
class Film:
    """A film that completion asks for."""

    id: str
    """That it was seen is kept under it."""
    title: str
    """Its heading."""
    watched: int
    """Percent of it to be watched."""
    elsewhere: bool | None = None
    """Whether a learner may say that she has watched it elsewhere; None in a package from before that was kept."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A film or recording, whether completion asks for it or not."""

    id: str
    """What was seen of it is kept under it."""
    title: str
    """Its heading."""
    noun: str
    """`film` or `recording`."""
    file: str
    """Name of its file in the package, or its address."""
    away: bool = False
    """Whether it can only be watched at a streaming service."""


@dataclass(frozen=True, slots=True)
class Module:
    """One page of the course."""

    id: str
    """The learner's progress is kept under it."""
    title: str
    """Its heading."""
    draw: int = 0
    """How many of its questions each learner is given; 0 for all."""
    handed_in: bool = False
    """Whether its questions are judged together, when the learner hands them in."""
    needs: tuple[str, ...] = ()
    """Ids of the modules that a learner must have done before it."""
    films: tuple[Film, ...] = ()
    """Its films that are to be watched."""
    passages: tuple[Passage, ...] | None = None
    """Of its text; None in a package from before they were kept."""
    parts: tuple[Passage, ...] | None = None
    """Of its blocks of parts, pictures and the like; None in a package from before they were kept."""
    shown: tuple[Shown, ...] = ()
    """All of its films and recordings; known where `Finished.keeps_files`."""
    files: tuple[str, ...] = ()
    """Names or addresses of its pictures, captions and other files; known where `Finished.keeps_files`."""
    makeup: tuple[Makeup, ...] | None = None
    """What it shows beside its words; None in a package from before that was kept."""
    order: tuple[str, ...] = ()
    """Ids of its questions and fingerprints of its passages, in the order of its page; kept since `makeup` is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the form in the learner's record."""

    ask: str
    """The question."""
    kind: str
    """How it is answered: `line`, `text`, `date`, `one` or `several`."""
    options: tuple[str, ...]
    """What there is to choose from."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What else of a course's settings decides what learners may do, and what of it is kept and reported."""

    shows_answers: bool
    """Whether learners who have no attempt left see what is right."""
    stays_open: bool
    """Whether an LMS never receives that a learner has failed."""
    reports: str
    """How answers read in reports of SCORM 1.2: as `codes`, or in `words`."""
    notes: bool
    """Whether learners may keep notes and highlights."""
    record: bool
    """Whether there is a page for the learner's record."""
    certificate: bool
    """Whether it has a certificate to print."""
    asked: Mapping[str, Asked]
    """Id -> question of the form in it."""
    banks: Mapping[str, int]
    """Name -> how many of its questions each learner is given."""


Content = tuple[int, int]
"""CRC-32 and bytes of a file, as the directory of its zip has them."""


@dataclass(frozen=True, slots=True)
class Package:
    """What is round a course: its zip and its manifest."""

    name: str
    """Name of the file."""
    destination: str
    """`scorm12`, `scorm2004` or `web`."""
    launch: str
    """The page that opens it."""
    identifiers: tuple[tuple[str, str], ...]
    """What of the manifest LMSs keep records by, each with its name; empty without a manifest."""
    members: Mapping[str, Content] = field(default_factory=dict)
    """Name of each of its files -> what tells its content."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A package that was opened, and the course in it."""

    package: Package
    """What is round the course."""
    id: str
    """Id of the course."""
    title: str
    """Its title."""
    version: str
    """Version of its content."""
    language: str
    """BCP 47 tag."""
    rule: str
    """When it is complete: `all-modules`, `all-questions` or `pass-mark`."""
    partial: bool
    """Whether an answer that is partly right counts in part."""
    pass_mark: int | None
    """Percent of right answers needed, for `pass-mark`."""
    privacy: str
    """Where reflections are kept."""
    keeps_wordings: bool
    """Whether it keeps these fingerprints with answers, and so finds out that an option says something else."""
    state_schema: int
    """The newest form of the saved state that it reads."""
    modules: tuple[Module, ...]
    """In their order."""
    languages: tuple[str, ...] = field(default=(), kw_only=True)
    """Tags of the languages that it has beside its own."""
    wordings: "Mapping[str, Finished]" = field(default_factory=dict, kw_only=True)
    """The same course as it reads in each of them; empty in a package from before that was kept."""
    read: bool = field(default=False, kw_only=True)
    """Whether completion asks that each module is read to its end."""
    confirmed: bool = field(default=False, kw_only=True)
    """Whether it asks that each declaration is confirmed."""
    keeps_files: bool = field(default=False, kw_only=True)
    """Whether it says which files each module shows; False in a package from before that was kept."""
    satchel: str = field(default="", kw_only=True)
    """The version of Satchel that made it."""
    about: Mapping[str, str] | None = field(default=None, kw_only=True)
    """What it says as a whole -> fingerprint of these words; None in a package from before that was kept."""
    terms: Terms | None = field(default=None, kw_only=True)
    """What else is settled; None in a package from before that was kept."""
    questions: tuple[Question, ...]
    """In their order."""
