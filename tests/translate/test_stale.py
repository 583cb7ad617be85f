"""A source that changed is reported at its line, and its old translation is not used."""

from pathlib import Path

from lxml import etree

from builder.translate import work
from builder.translate.formats import xliff
from builder.translate.stored import Matching
from tests.cases import for_each
from tests.translate.pretend import MARK, read, translate, translated

X = "{urn:oasis:names:tc:xliff:document:2.0}"


def change(folder: Path, old: str, new: str, name: str = "01-welcome.md") -> None:
    """Change words of the source."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def course(folder: Path) -> Path:
    """A course with two paragraphs and a question, all translated."""
    text = "---\ntitle: Welcome\n---\nThe first visit is on Monday.\n\nBring your own cup.\n\n## Quiz: Who comes? {#who}\n\n- [x] All of us\n- [ ] Nobody\n"
    (folder / "01-welcome.md").write_text(text, encoding="utf-8")
    assert translate(folder).sound
    return folder


def unit(folder: Path, words: str) -> etree._Element:
    """The unit of the translation file whose source holds some words."""
    root = etree.parse(str(folder / "cy.xlf")).getroot()
    return next(one for one in root.iter(f"{X}unit") if words in "".join(one.find(f".//{X}source").itertext()))  # type: ignore[union-attr]


def test_a_changed_sentence_is_reported_at_its_line(course_folder: Path) -> None:
    """By file and line of the source, with what it was; no other is."""
    folder = course(course_folder)
    change(folder, "on Monday", "on Tuesday")
    stale = [one for one in work.status(folder, "cy").matching.found if one.stale]
    assert [(one.unit.segment.file, one.unit.segment.line) for one in stale] == [("01-welcome.md", 4)]
    assert stale[0].before == (
        "The first visit is on Monday.",
        f"{MARK}The {MARK}first {MARK}visit {MARK}is {MARK}on {MARK}Monday.",
    )


def test_a_stale_translation_is_not_used(course_folder: Path) -> None:
    """The new words of the source stand in its place, marked with their language."""
    folder = course(course_folder)
    change(folder, "on Monday", "on Tuesday")
    outcome = work.take_in(folder, folder / "cy.xlf")
    assert outcome.sound and len(outcome.left) == 1
    assert "The first visit is on Tuesday. {lang=en-GB}" in (folder / "cy" / "01-welcome.md").read_text(
        encoding="utf-8"
    )


def test_a_stale_translation_is_kept_for_the_translator(course_folder: Path) -> None:
    """In the file it is a beginning: state initial, with a note of what was. It stays so until somebody does it anew."""
    folder = course(course_folder)
    change(folder, "on Monday", "on Tuesday")
    for _ in range(2):
        work.export(folder, "cy")
        found = unit(folder, "Tuesday")
        segment = found.find(f"{X}segment")
        assert segment is not None and segment.get("state") == "initial" and segment.get("subState") == xliff.CHANGED
        assert "Monday" in "".join(segment.find(f"{X}target").itertext())  # type: ignore[union-attr]
        assert any(note.text == "The source was: The first visit is on Monday." for note in found.iter(f"{X}note"))
        assert [one.stale for one in work.status(folder, "cy").matching.found].count(True) == 1
        (folder / "01-welcome.md").write_bytes((folder / "01-welcome.md").read_bytes() + b"\n")
    data = (folder / "cy.xlf").read_text(encoding="utf-8")
    (folder / "cy.xlf").write_text(
        data.replace('state="initial" subState="satchel:changed"', 'state="translated"'), encoding="utf-8"
    )
    assert not work.take_in(folder, folder / "cy.xlf").left
    assert "subState" not in (folder / "cy.xlf").read_text(encoding="utf-8")


MOVES = {
    "a paragraph above it": ("The first visit", "Hello.\n\nThe first visit"),
    "another order": (
        "The first visit is on Monday.\n\nBring your own cup.",
        "Bring your own cup.\n\nThe first visit is on Monday.",
    ),
    "another address of a link": ("Bring your own cup", "Bring your own cup"),
    "an option that is right now": ("- [ ] Nobody", "- [x] Nobody"),
    "a line end in it": ("The first visit is", "The first\nvisit is"),
}


@for_each("move", MOVES)
def test_words_that_only_moved_are_not_stale(move: str, course_folder: Path) -> None:
    """The sentence is the same; its translation stays."""
    folder = course(course_folder)
    change(folder, *MOVES[move])
    outcome = work.status(folder, "cy")
    assert not [one for one in outcome.matching.found if one.stale]
    assert len(outcome.left) == (move == "a paragraph above it")


def test_a_module_with_another_name_keeps_its_translations(course_folder: Path) -> None:
    """They are found by their words."""
    folder = course(course_folder)
    (folder / "01-welcome.md").rename(folder / "02-hello.md")
    assert not work.status(folder, "cy").left


def test_what_was_deleted_comes_back_with_its_translation(course_folder: Path) -> None:
    """The file keeps translations of segments that are gone, apart from the others."""
    folder = course(course_folder)
    change(folder, "Bring your own cup.\n\n", "")
    work.export(folder, "cy")
    assert 'original="satchel:gone"' in (folder / "cy.xlf").read_text(encoding="utf-8")
    change(folder, "## Quiz", "Bring your own cup.\n\n## Quiz")
    work.export(folder, "cy")
    assert not work.status(folder, "cy").left
    assert "satchel:gone" not in (folder / "cy.xlf").read_text(encoding="utf-8")


@for_each(
    ("state", "least", "used"),
    [
        ("initial", "translated", False),
        ("translated", "translated", True),
        ("translated", "reviewed", False),
        ("reviewed", "reviewed", True),
        ("reviewed", "final", False),
        ("final", "final", True),
    ],
)
def test_the_state_of_a_segment_is_honoured(state: str, least: str, used: bool, course_folder: Path) -> None:
    """Below the state that is asked for, a translation is not used, and is listed; the file keeps it with its state."""
    exported = work.export(course_folder, "cy")
    done = Matching(tuple(translated(one, state=state) for one in exported.matching.found))
    (course_folder / "cy.xlf").write_bytes(xliff.written(done, "en-GB", "cy"))
    outcome = work.take_in(course_folder, course_folder / "cy.xlf", least=least)
    assert outcome.sound and bool(outcome.left) is not used
    assert (MARK in read(course_folder / "cy").title) is used
    assert (course_folder / "cy.xlf").read_bytes() == xliff.written(done, "en-GB", "cy")


def test_a_module_without_any_translation_is_in_the_language_of_its_source(course_folder: Path) -> None:
    """It says so in its front matter, so that a screen reader speaks it as what it is."""
    assert translate(course_folder, only=lambda place, found: found.unit.segment.file == "course.yml").sound
    course = read(course_folder / "cy")
    assert course.language == "cy" and course.modules[0].language == "en-GB"


@for_each(("words", "stale"), [("abcde fghij xxxxx", True), ("abcde xxxxx yyyyy zzzzz", False)])
def test_words_that_are_half_alike_are_the_same_segment(words: str, stale: bool, course_folder: Path) -> None:
    """With less in common it is a new one, and the translator begins afresh."""
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\nabcde fghij klmno\n", encoding="utf-8")
    assert translate(course_folder).sound
    change(course_folder, "abcde fghij klmno", words)
    outcome = work.status(course_folder, "cy")
    assert [one.stale for one in outcome.left] == [stale]
