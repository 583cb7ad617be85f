"""Courses and packages that bring every sentence of the pages for administrators and tutors to light."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from builder.kinds import MATCH, ORDER, SCALE
from builder.kinds.scene import SCENE
from builder.kinds.survey import ONE_OF_SURVEY
from builder.kinds.ticks import CHECKLIST, DECLARE
from builder.model.assessment import (
    AssessmentItem,
    Bank,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Gap,
    LikertInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    NumericRange,
    OrderInteraction,
    SimpleAssociableChoice,
    StoryInteraction,
    TextEntryInteraction,
)
from builder.model.content import Gap as GapHere
from builder.model.content import Paragraph
from builder.model.course import Completion, Course, Module, Translation
from builder.model.diagnostics import Report
from builder.model.kind import QuestionKind
from builder.model.look.theme import Font, Theme
from builder.model.media import Asset, Remote, StreamPlayer
from builder.model.package import DESTINATIONS, FilmsApart, PackageFile, StateRoom, StoredFilm
from builder.model.record import RecordPage
from tests.unit import course_factory as make

HERE = make.HERE
ROOM = StateRoom(whole=612, standing=100, modules=50)
LARGE = StateRoom(whole=5000, standing=612, modules=100)
LARGEST = StateRoom(whole=9000, standing=5000, modules=100)
FAR = Remote("https://films.example.org/zyx.mp4", "films.example.org", "file")
SIGNS = Remote("https://signs.example.org/zyx.mp4", "signs.example.org", "file")
SOUND = Remote("https://radio.example.org/zyx.mp3", "radio.example.org", "file")
TUBE = Remote(
    "https://www.youtube.com/watch?v=zyx", "www.youtube.com", "YouTube", "https://www.youtube-nocookie.com/embed/zyx"
)
WORDS = {"en": "Zengz", "cy": "Ŵgairŵ", "pl": "Słowoż", "uk": "Словощ", "ar": "كلمةظ", "fr": "Motœ"}
"""All that these courses say: a word that only their language has."""


@dataclass(frozen=True)
class Variant:
    """A course, and what was built of it."""

    course: Course
    built: tuple[str, ...] = ("scorm12", "scorm2004")
    room: StateRoom | None = ROOM
    key: bool = True
    apart: FilmsApart | None = None
    packages: tuple[PackageFile, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Packages by the names of their destinations."""
        made = tuple(PackageFile(name, Path(f"{name}.zip"), 1234567, "0f") for name in self.built)
        object.__setattr__(self, "packages", made)

    @property
    def files(self) -> tuple[Path, ...]:
        """Those of the key."""
        return (Path("a-key.html"), Path("a-key.csv")) if self.key else ()


class Sample:
    """What a course in one language is made of."""

    def __init__(self, language: str) -> None:
        self.language, self.word = language, WORDS[language.partition("-")[0]]

    def course(self, *modules: Module, **changes: Any) -> Course:
        """A course of these modules."""
        modules = modules or (self.module("m"),)
        return make.course(*modules, title=f"{self.word} 0", language=self.language, **changes)

    def module(self, id: str, *blocks: Any, **changes: Any) -> Module:
        """A module of these blocks."""
        return replace(make.module(id, f"{self.word} {id}", *blocks), **changes)

    def quiz(self, id: str, **changes: Any) -> AssessmentItem:
        """A question of two options."""
        options = make.option("a", f"{self.word} a", True), make.option("b", f"{self.word} b")
        return replace(make.quiz(id, f"{self.word} {id}", *options), **changes)

    def kept(self, privacy: str, id: str) -> AssessmentItem:
        """A reflection with this privacy."""
        return replace(make.reflect(id, f"{self.word} {id}"), interaction=ExtendedTextInteraction(privacy))

    def film(self, id: str, media: Asset | Remote | None = None, **changes: Any) -> Any:
        """A film."""
        made = make.film(id, f"{self.word} {id}")
        return replace(made, **{"media": media or made.media, **changes})

    def story(self, id: str) -> AssessmentItem:
        """A story of scenes."""
        return AssessmentItem(id, SCENE, make.words(f"{self.word} {id}"), (), StoryInteraction(()), (), HERE)

    def asked(self, kind: QuestionKind, id: str, interaction: Any, **changes: Any) -> AssessmentItem:
        """A question of any kind."""
        item = AssessmentItem(id, kind, make.words(f"{self.word} {id}"), (), interaction, (), HERE)
        return replace(item, **changes)

    def survey(self, id: str, **changes: Any) -> AssessmentItem:
        """A question of a survey."""
        return self.asked(ONE_OF_SURVEY, id, LikertInteraction(self.two), **changes)

    @property
    def two(self) -> tuple[Any, ...]:
        """Two options."""
        return make.option("a", f"{self.word} a"), make.option("b", f"{self.word} b")

    def others(self) -> tuple[AssessmentItem, ...]:
        """One of each kind that stands in no other variant."""
        entry, partner = (
            SimpleAssociableChoice(id, make.words(f"{self.word} {id}"), to) for id, to in (("e", "p"), ("p", ""))
        )
        return (
            self.asked(ORDER, "o", OrderInteraction(self.two)),
            self.asked(MATCH, "p", MatchInteraction((entry,), (partner,), grouped=False)),
            self.asked(SCALE, "s", LikertInteraction(self.two)),
            self.asked(CHECKLIST, "c", ChoiceInteraction(self.two, multiple=True)),
            self.asked(DECLARE, "d", ChoiceInteraction(self.two[:1], multiple=True)),
        )

    def fill(self, id: str) -> AssessmentItem:
        """A text with two gaps."""
        gaps = (Gap((f"{self.word} 1", f"{self.word} 2")), Gap((f"{self.word} 3",)))
        text = (Paragraph((GapHere(0), GapHere(1))),)
        return AssessmentItem(
            id, make.FILL, make.words(f"{self.word} {id}"), (), TextEntryInteraction(text, gaps), (), HERE
        )

    def number(self, id: str, *ends: tuple[int | None, int | None]) -> AssessmentItem:
        """A question whose answer is a number."""
        ranges = tuple(NumericRange(*(None if end is None else Decimal(end) for end in both)) for both in ends)
        asked = NumericEntryInteraction(ranges, ("mg",))
        return AssessmentItem(id, make.NUMBER, make.words(f"{self.word} {id}"), (), asked, (), HERE)


def passing(mark: int = 80, **changes: Any) -> Completion:
    """A pass mark."""
    return Completion("pass-mark", mark, **changes)


def variants(language: str) -> dict[str, Variant]:
    """Each by a name that says what is in it."""
    one = Sample(language)
    return {**_built(one), **_asked(one), **_shown(one), **_kept(one)}


def _built(one: Sample) -> dict[str, Variant]:
    """Each choice of destinations, with and without a score."""
    plain, scored = one.course(), one.course(one.module("m", one.quiz("q")), completion=passing(), attempts=2)
    choices = [
        ("scorm12",), ("scorm2004",), ("web",), ("scorm12", "scorm2004"), ("scorm12", "web"), ("scorm2004", "web"), DESTINATIONS,
    ]  # fmt: skip
    return {
        f"{name} {' '.join(built)}": Variant(made, built)
        for name, made in (("plain", plain), ("scored", scored))
        for built in choices
    }


def _asked(one: Sample) -> dict[str, Variant]:
    """Completion, score, attempts and tests."""
    quiz, module, course = one.quiz, one.module, one.course
    test = module("t", quiz("t1"), quiz("t2"), feedback="at-the-end")
    heavy = quiz("h", weight=2)
    films = (one.film("f1"), one.film("f2", elsewhere=True), one.film("f3", TUBE))
    sound = one.film("s1", audio=True)
    every = Completion("all-questions", None, read=True, films=True)
    return {
        "every question": Variant(course(module("m", quiz("q"), quiz("r")), completion=every)),
        "films to watch": Variant(course(module("m", *films), module("n", needs=("m",)), completion=every)),
        "recordings to hear": Variant(course(module("m", sound), completion=every)),
        "both": Variant(course(module("m", sound, films[0]), completion=every)),
        "a story": Variant(course(module("m", one.story("s1"), one.story("s2")))),
        "weighted": Variant(course(module("m", heavy), completion=passing())),
        "partial": Variant(course(module("m", quiz("q")), completion=passing(partial=True), attempts=1)),
        "weighted and partial": Variant(course(module("m", heavy), completion=passing(partial=True), attempts=3)),
        "stays open": Variant(course(module("m", quiz("q")), completion=passing(stays_open=True), attempts=2)),
        "fails in 1.2": Variant(course(module("m", quiz("q")), completion=passing(), attempts=2), ("scorm12",)),
        "own attempts": Variant(course(module("m", quiz("q", attempts=3)))),
        "handed in": Variant(course(module("m", quiz("q")), test)),
        "handed in once": Variant(course(test, attempts=1)),
        "handed in twice": Variant(course(test, replace(test, id="u"), attempts=2)),
        "drawn": Variant(course(module("m", quiz("q"), quiz("r"), draw=1), module("n", quiz("s"), quiz("t"), draw=1))),
        "banks": Variant(
            course(
                module("m", quiz("q"), quiz("r"), draw=1),
                banks=(Bank(f"{one.word} x", 2, HERE, ""), Bank(f"{one.word} y", 1, HERE, "")),
            )
        ),
        "other kinds": Variant(course(module("m", *one.others()), completion=replace(every, confirmed=True))),
        "surveys in reports": Variant(course(module("m", one.survey("y")))),
        "surveys in no report": Variant(course(module("m", one.survey("z", unreported=True)))),
        "surveys": Variant(course(module("m", one.survey("y"), one.survey("z", unreported=True)))),
        "in words": Variant(course(module("m", quiz("q")), reports="words")),
        "no codes": Variant(
            course(
                module(
                    "m", one.fill("f"), one.number("n", (18, 22), (30, 30)), one.number("o", (5, None)),
                    one.number("p", (None, 5)), one.kept("report", "r"),
                )
            )
        ),
        "answers of other languages": Variant(course(module("m", also(one.fill("f"))))),
        "many": Variant(course(module("m", *(quiz(f"q{number}") for number in range(252))))),
        "no key": Variant(course(), key=False),
    }  # fmt: skip


def also(item: AssessmentItem) -> AssessmentItem:
    """A question that takes an answer in French too."""
    asked = item.interaction
    assert isinstance(asked, TextEntryInteraction)
    gaps = tuple(replace(gap, also=(("fr", f"{WORDS['fr']} 9"),)) for gap in asked.gaps)
    return replace(item, interaction=replace(asked, gaps=gaps))


def _shown(one: Sample) -> dict[str, Variant]:
    """Films elsewhere, fonts, and what a page shows."""
    module, course, film = one.module, one.course, one.film
    script = Asset("hls.js", "hls.js", 624_000)
    font = Font(Asset("zyx.woff2", "zyx.woff2", 40_000), Asset("zyx.txt", "zyx.txt", 400), "text", "400", "normal")
    player = StreamPlayer(script, script, HERE, "")
    both = (film("f1", FAR), film("f2", TUBE, frame=True), film("f3", FAR, sign=SIGNS))
    sound = film("s1", SOUND, audio=True)
    stored = (StoredFilm((), "zyx-0f.mp4", 1234567, "0f"), StoredFilm((), "zyx-1f.mp4", 7654321, "1f"))
    return {
        "one far": Variant(course(module("m", film("f1", FAR))), DESTINATIONS),
        "linked": Variant(course(module("m", film("f1", TUBE)))),
        "far": Variant(course(module("m", *both), stream_player=player)),
        "far web": Variant(course(module("m", *both)), ("web",)),
        "many far": Variant(course(module("m", *(film(f"f{number}", FAR) for number in range(9))))),
        "heard": Variant(course(module("m", sound))),
        "seen and heard": Variant(course(module("m", sound, *both))),
        "apart": Variant(
            course(module("m", both[0])), apart=FilmsApart("https://films.example.org/", Path("zyx"), stored)
        ),
        "theme": Variant(course(theme=Theme(name=f"{one.word} t", fonts=(font,)))),
        "published": Variant(course(minutes=20, publisher=f"{one.word} p")),
        "published web": Variant(course(minutes=1, publisher=f"{one.word} p"), ("web",)),
        "several": Variant(several(one)),
    }


def several(one: Sample) -> Course:
    """A course with itself in Welsh and French."""
    asked = [Sample(tag).course(Sample(tag).module("m", Sample(tag).quiz("q"))) for tag in ("cy", "fr")]
    others = tuple(Translation(made.language, made, Report()) for made in asked if made.language != one.language)
    return replace(one.course(one.module("m", one.quiz("q"))), translations=others)


def _kept(one: Sample) -> dict[str, Variant]:
    """What learners write, and how much room it takes."""
    module, course, kept = one.module, one.course, one.kept
    kinds = ("device", "lms-resume", "report")
    all_kinds = module("m", *(kept(kind, f"r{place}") for place, kind in enumerate((*kinds, *kinds))))
    record = RecordPage(None)
    films = (one.film("f1"), one.film("f2"), one.film("s1", audio=True), one.film("s2", audio=True))
    return {
        "every privacy": Variant(course(all_kinds, record=record), room=LARGE),
        "every privacy in 1.2": Variant(course(all_kinds), ("scorm12",), LARGEST),
        "every privacy in 2004": Variant(course(all_kinds), ("scorm2004",), LARGEST),
        "every privacy web": Variant(course(all_kinds, record=record), ("web",)),
        **{kind: Variant(course(module("m", kept(kind, "r")))) for kind in kinds},
        "record": Variant(course(record=record)),
        "record without notes": Variant(course(record=record, notes=False)),
        "neither": Variant(course(notes=False)),
        "certificate": Variant(course(record=replace(record, certificate=True))),
        "record web": Variant(course(record=record), ("web",)),
        "counts": Variant(course(module("m", one.quiz("q"), kept("device", "r"), films[0], films[2]))),
        "more counts": Variant(
            course(
                module("m", one.quiz("q"), one.quiz("p"), kept("device", "r"), kept("device", "s"), *films), module("n")
            )
        ),
        "no room known": Variant(course(), room=None),
    }
