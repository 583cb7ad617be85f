"""A course goes out to translators and comes back: every word once, the same ids, and not a byte more than is needed."""

import re
import shutil
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from builder.cli import main
from builder.kinds import KINDS
from builder.model.course import Course
from builder.model.kind import QuestionKind
from builder.model.source_facts import Passage
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from builder.translate import work
from builder.translate.extract.regions import Region
from builder.translate.extract.texts import read_texts
from tests.cases import for_each
from tests.conftest import ROOT
from tests.rules.corpus import CASES, Case
from tests.translate.pretend import MARK, ids_of, marked, read, same, translate, unmarked, with_marks
from tests.translate.random_courses import RandomCourse

SAMPLES = [ROOT / "course", *(ROOT / "tests" / "samples" / name for name in ("induction", "refresher", "guideline"))]
SEVERAL = 48
"""One in so many cases of the corpus is tried every day."""
_KEPT = re.compile(r"\S+@\S+|\S+://\S+|\{\{[^{}]*\}\}")
"""Addresses, and variables: a tooltip is noted with its braces."""
_INSERTED = re.compile(r"[ {]*#?[a-z0-9 -]*[ }]*")


def passages(course: Course) -> list[Passage]:
    """Every run of words that learners read, without code."""
    pages = [*course.modules, *([course.glossary.page] if course.glossary else [])]
    return [one for page in pages for one in page.facts.passages if one.kind not in {"code", "indented"}]


def said(course: Course) -> tuple[list[str], list[str]]:
    """The same without the marks of the translation; titles of links as a page has them, for not every one is a passage."""
    page = html.fromstring(render_page(course, templates_folder()))
    texts = [one.text for one in passages(course) if one.kind != "tooltip"]
    return [text.replace(MARK, "") for text in texts], [
        title.replace(MARK, "") for title in page.xpath("//main//@title")
    ]


def cues(course: Course) -> list[str]:
    """What captions, chapters and descriptions say."""
    blocks = [block for module in course.modules for block in module.blocks]
    tracks = [
        track for block in blocks for track in (*getattr(block, "captions", ()), getattr(block, "chapters", None))
    ]
    return [cue.text for track in tracks if track for cue in track.cues]


def only_ids_are_new(source: Path, translated: Path) -> bool:
    """Whether a file whose words were kept differs in ids alone."""
    before, after = (path.read_bytes().decode().splitlines(keepends=True) for path in (source, translated))
    return len(before) == len(after) and all(map(_only_ids, before, after))


def _only_ids(line: str, other: str) -> bool:
    if line == other:
        return True
    changes = [one for one in SequenceMatcher(None, line, other, False).get_opcodes() if one[0] != "equal"]
    return all(kind == "insert" and _INSERTED.fullmatch(other[start:end]) for kind, _, _, start, end in changes)


def misplaced(folder: Path) -> list[tuple[str, str]]:
    """Segments with other signs at their place of the file than they have: these would be written over."""
    regions = [(file, region) for file in read_texts(folder).files for region in file.regions]
    shown = ((region.segment, written_at(file.lines, region)) for file, region in regions)
    return [(one.raw, typed) for one, typed in shown if one.style in {"markdown", "cell", "title"} and one.raw != typed]


def written_at(lines: Sequence[str], region: Region) -> str:
    """What stands in a file where a segment does, each further line without what stands before it."""
    (first, start), (last, end) = region.start, region.end
    text = [*lines[first - 1 : last - 1], lines[last - 1][: end - 1]]
    rest = (line[len(region.prefix) :] for line in text[1:])
    return "\n".join([text[0][start - 1 :], *rest])


def check_round_trip(folder: Path, language: str = "cy") -> None:
    """Kept words give the same bytes; marked words show that each of them was in exactly one segment."""
    source = read(folder)
    assert misplaced(folder) == []
    kept = translate(folder, same, language)
    assert kept.sound, (kept.faults, kept.other_ids)
    assert ids_of(read(folder / language)) == ids_of(source)
    for module in source.modules:
        if not any("#" in link.target for link in module.facts.links) and module.span.path in kept_files(kept):
            assert only_ids_are_new(folder / module.span.path, folder / language / module.span.path)
    shutil.rmtree(folder / language)
    (folder / f"{language}.xlf").unlink()
    done = translate(folder, marked, language)
    assert done.sound, (done.faults, done.other_ids)
    translated = read(folder / language)
    assert ids_of(translated) == ids_of(source)
    assert said(source) == said(translated)
    texts = [_KEPT.sub("", one.text) for one in passages(translated)]
    assert unmarked([*texts, translated.title, translated.summary]) == []


def kept_files(outcome: work.Outcome) -> set[str]:
    """Files that have segments, and no names of tracks that changed."""
    files = {one.unit.segment.file for one in outcome.matching.found}
    films = {one.unit.segment.file for one in outcome.matching.found if one.unit.segment.role == "name of a film"}
    return files - films


@for_each("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_comes_back_with_every_word_once_and_the_same_ids(sample: Path, tmp_path: Path) -> None:
    """The first course, and three in other styles; captions and chapters too."""
    folder = tmp_path / "course"
    shutil.copytree(sample, folder)
    source = cues(read(folder))
    check_round_trip(folder)
    assert cues(read(folder / "cy")) == [with_marks(words) for words in source]
    assert not [one for one in read_course(folder, KINDS)[1].diagnostics if one.span.path.startswith("cy/")]


def seeds(first: int, count: int) -> Iterator[int]:
    """Seeds of random courses."""
    yield from range(first, first + count)


def check_random(seed: int, folder: Path) -> bool:
    """The round trip of a random course; whether there was one."""
    RandomCourse(seed).write(folder)
    if read_course(folder, KINDS)[1].errors:
        return False
    check_round_trip(folder)
    check_joined(folder)
    return True


@for_each("seed", list(seeds(1, 4)))
def test_random_courses_come_back(seed: int, tmp_path: Path) -> None:
    """Whatever signs and scripts are in them."""
    assert check_random(seed, tmp_path / "course")


def check_joined(folder: Path) -> None:
    """The two languages of a course that came back are one package, in which nothing is wrong with the second."""
    settings = folder / "course.yml"
    settings.write_text(settings.read_text("utf-8") + "languages: [en-GB, cy]\n", "utf-8")
    course, report = read_course(folder, KINDS)
    assert [one.folder for one in course.translations] == ["cy"]
    assert [*report.errors, *course.translations[0].found.errors] == []


def test_a_block_of_each_kind_comes_back_and_joins_its_source(tmp_path: Path) -> None:
    """As `satchel new --examples` writes them: what learners tick, confirm and open has the same ids in both languages."""
    folder = tmp_path / "course"
    assert CliRunner().invoke(main, ["new", str(folder), "--examples"]).exit_code == 0
    words = {block.kind.word for module in read(folder).modules for block in module.items}
    assert words == {kind.word for kind in KINDS if isinstance(kind, QuestionKind)} | {"Survey"}
    check_round_trip(folder)
    check_joined(folder)


@pytest.mark.slow
def test_two_hundred_random_courses_come_back(tmp_path: Path) -> None:
    """Every kind of block, in any order, with any signs among the words."""
    found = sum(check_random(seed, tmp_path / str(seed)) for seed in seeds(1000, 210))
    assert found >= 200


def check_case(case: Case, folder: Path) -> None:
    """The round trip of a mended source of the corpus."""
    case.lay("repaired", folder)
    course = read(folder)
    if case.title not in LONG_OR_RAW and not any(module.language for module in course.modules):
        taken = {course.language.partition("-")[0], *(path.name for path in folder.iterdir())}
        check_round_trip(folder, next(tag for tag in ("cy", "pl", "ga") if tag not in taken))


LONG_OR_RAW = {
    "too long",
    "single braces in settings",
    "modules whose names differ in their numbers alone",
    "a title with a sign of comments in it",
    "words of templates, settings of AsciiDoc and gaps of H5P",
}
"""A full gap has no room for marks, what is said of a person is a passage with its braces, two have settings that change, and
a time between stars would be a gap of H5P with marks."""


@for_each("case", CASES[::SEVERAL], ids=lambda case: case.title)
def test_mended_sources_of_the_corpus_come_back(case: Case, tmp_path: Path) -> None:
    """All that the format can say, a part of it each day."""
    check_case(case, tmp_path / "course")


@pytest.mark.slow
@for_each("case", CASES, ids=lambda case: case.title)
def test_every_mended_source_of_the_corpus_comes_back(case: Case, tmp_path: Path) -> None:
    """All that the format can say."""
    check_case(case, tmp_path / "course")


def test_what_did_not_change_is_not_written_again(course_folder: Path) -> None:
    """The translation file and the translated course are the same, to the byte."""
    assert translate(course_folder).sound
    files = {path: path.read_bytes() for path in course_folder.rglob("*") if path.is_file()}
    times = {path: path.stat().st_mtime_ns for path in files}
    assert work.export(course_folder, "cy").written == ()
    assert work.take_in(course_folder, course_folder / "cy.xlf").sound
    assert {path: path.read_bytes() for path in course_folder.rglob("*") if path.is_file()} == files
    assert {path: path.stat().st_mtime_ns for path in files} == times


def test_a_course_from_right_to_left_is_read_as_such(tmp_path: Path) -> None:
    """Its settings name the language, from which the page takes its direction; its captions name it too."""
    folder = shutil.copytree(SAMPLES[1], tmp_path / "course")
    assert translate(folder, language="ar").sound
    course = read(folder / "ar")
    assert course.language == "ar"
    tracks = [
        track.language
        for module in course.modules
        for block in module.blocks
        for track in getattr(block, "captions", ())
    ]
    assert tracks and set(tracks) == {"ar"}
