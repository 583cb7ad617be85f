"""What translators must not break is reported with file, segment and remedy, and nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from builder.errors import UnreadableSource, UnwritableTarget
from builder.translate import work
from builder.translate.formats import xliff
from builder.translate.segment import Token, Tokens
from builder.translate.stored import Found, Matching
from tests.cases import for_each
from tests.translate.pretend import MARK, read, translate, translated

X = "{urn:oasis:names:tc:xliff:document:2.0}"
BODY = """\
Read *the* [plan](https://example.org/plan "The plan") of {{team}} now.

## Fill: What do we need? {#need}

We need [[trust|confidence]] and [[time]].

## Quiz: Who comes? {#who}

- [x] All of us
- [ ] Nobody
"""


@pytest.fixture
def folder(course_folder: Path) -> Path:
    """A course with codes of several kinds."""
    settings = (course_folder / "course.yml").read_text(encoding="utf-8")
    (course_folder / "course.yml").write_text(f"{settings}\nvariables:\n  team: The Ideas Team\n", encoding="utf-8")
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n{BODY}", encoding="utf-8")
    return course_folder


def words(text: str) -> Tokens:
    """Words without a code."""
    return (Token("words", text),)


WHOLE = 'Darllenwch <pc id="1">y</pc> <pc id="2">cynllun</pc> <ph id="3"/>'
BROKEN = {
    "no codes": (4, "Darllenwch", "lacks the italic *…* (code 1)"),
    "no variable": (4, WHOLE.replace('<ph id="3"/>', ""), "lacks the variable {{team}} (code 3)"),
    "a code twice": (4, f'{WHOLE}<ph id="3"/>', "the variable {{team}} (code 3) that the source does not have"),
    "a code of another tool": (4, f'{WHOLE}<ph id="x9"/>', "has a code (0) that the source does not have"),
    "codes that cross": (
        4,
        'a <sc id="1"/>b <sc id="2"/>c<ec startRef="1"/> d<ec startRef="2"/> <ph id="3"/>',
        "ends before one that begins in it",
    ),
    "gaps in another order": (
        8,
        '<pc id="2">amser</pc> <pc id="1">ffydd</pc>',
        "gaps of the translation are in another order",
    ),
    "an empty gap": (8, '<pc id="1">ffydd</pc> <pc id="2"> </pc>', "cannot stand in a gap"),
    "a bracket in a gap": (8, '<pc id="1">ffydd</pc> <pc id="2">a]b</pc>', "cannot stand in a gap"),
    "the same answer twice": (8, '<pc id="1">ffydd|Ffydd</pc> <pc id="2">amser</pc>', "stands in the gap already"),
    "no words": (4, '- <pc id="1">-</pc> <pc id="2">-</pc> <ph id="3"/>', "has no words"),
    "emphasis within a word": (
        4,
        'a<pc id="1">(b)</pc>c <pc id="2">d</pc> <ph id="3"/>',
        "the italic part cannot be written",
    ),
    "two options that say the same": (13, f"{MARK}All {MARK}of {MARK}us", "this option says the same"),
    "a control character": (13, '<cp hex="0007"/>Neb', "has a control character"),
}


def set_target(file: Path, line: int, content: str) -> None:
    """Give the unit of a line of the module another target."""
    tree = etree.parse(str(file))
    for unit in tree.getroot().iter(f"{X}unit"):
        place = unit.find(f"{X}notes/{X}note")
        if place is not None and place.text == f"01-welcome.md:{line}" and unit.get("name") != "title of a link":
            segment = unit.find(f"{X}segment")
            assert segment is not None
            segment.remove(segment[-1])
            segment.append(etree.fromstring(f'<target xmlns="{xliff.NAMESPACE}">{content}</target>'))
    tree.write(str(file), encoding="UTF-8", xml_declaration=True)


@for_each("case", BROKEN)
def test_what_a_translator_broke_is_named(case: str, folder_of: Callable[[], Path]) -> None:
    """The line of the source, the segment, what is wrong and what to do; no file is written."""
    folder = folder_of()
    line, content, message = BROKEN[case]
    exported = work.export(folder, "cy")
    done = Matching(tuple(map(translated, exported.matching.found)))
    (folder / "cy.xlf").write_bytes(xliff.written(done, "en-GB", "cy"))
    set_target(folder / "cy.xlf", line, content)
    before = sorted(folder.rglob("*"))
    outcome = work.take_in(folder, folder / "cy.xlf")
    assert not outcome.sound
    fault = outcome.faults[0]
    assert message in fault.message and fault.hint.endswith((".", "…"))
    assert (fault.file, fault.place) == ("cy.xlf", f"01-welcome.md:{line}") and fault.line and fault.key
    assert sorted(folder.rglob("*")) == before


@pytest.fixture
def folder_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes a course with codes, a new one each time."""
    from tests.conftest import smallest_course

    def make() -> Path:
        made = smallest_course(tmp_path_factory.mktemp("broken"))
        settings = (made / "course.yml").read_text(encoding="utf-8")
        (made / "course.yml").write_text(f"{settings}\nvariables:\n  team: The Ideas Team\n", encoding="utf-8")
        (made / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n{BODY}", encoding="utf-8")
        return made

    return make


def in_the_text(place: int, found: Found) -> bool:
    """Whether a segment is the paragraph of the module."""
    return found.unit.segment.role == "paragraph"


def test_words_of_a_translation_are_never_signs(folder: Path) -> None:
    """Whatever a translator writes is what learners read: stars, brackets, numbers and labels at the beginning."""
    hostile = [
        "1. Yn gyntaf",
        "- dim",
        "# nid pennawd",
        "> dim",
        "Hint: dim",
        "a *b* c_d_e [x](y) `z`",
        "<b>x</b> &copy; {{x}} ~~y~~",
        "Answer: B",
        "Table: x",
        "| a | b |",
        "= 5",
        "- - -",
    ]
    for said in hostile:
        (folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\nHello there.\n", encoding="utf-8")
        outcome = translate(folder, lambda tokens, said=said: words(f"{said} ŵ"), only=in_the_text)  # type: ignore[misc]
        assert outcome.sound, (said, outcome.faults)
        shown = [one.text for one in read(folder / "cy").modules[0].facts.passages if one.kind == "paragraph"]
        assert shown == [f"{said} ŵ"]


def test_a_file_that_was_changed_by_hand_is_not_written_over(folder: Path) -> None:
    """Nobody loses a correction that she made in the translated course itself."""
    assert translate(folder).sound
    page = folder / "cy" / "01-welcome.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMwy.\n", encoding="utf-8")
    before = page.read_bytes()
    with pytest.raises(UnwritableTarget, match=r"changed by hand: 01-welcome\.md"):
        work.take_in(folder, folder / "cy.xlf")
    assert page.read_bytes() == before


def test_a_picture_of_the_translated_course_stays(folder: Path) -> None:
    """A picture with words in it may be another one in each language; a copy that nobody changed follows the source."""
    (folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n![Six boxes](a.svg)\n\n![Six rings](b.svg)\n", encoding="utf-8"
    )
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="9"/>'
    for name in ("a", "b"):
        (folder / f"{name}.svg").write_text(drawing.format(10), encoding="utf-8")
    assert translate(folder).copying.copied == ("a.svg", "b.svg")
    (folder / "cy" / "a.svg").write_text(drawing.format(12), encoding="utf-8")
    for name in ("a", "b"):
        (folder / f"{name}.svg").write_text(drawing.format(999), encoding="utf-8")
    outcome = work.take_in(folder, folder / "cy.xlf")
    assert outcome.copying.kept == ("a.svg",) and outcome.copying.copied == ("b.svg",)
    assert (folder / "cy" / "a.svg").read_text(encoding="utf-8") == drawing.format(12)
    assert (folder / "cy" / "b.svg").read_text(encoding="utf-8") == drawing.format(999)


UNREADABLE = {
    "is not there": (None, "no such file"),
    "no XML": ("words", "not sound XML"),
    "another version": ('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "it is XLIFF 1.2"),
    "something else": ("<html/>", "it is not XLIFF 2"),
    "no language": (
        '<xliff version="2.0" srcLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
        "does not say which language",
    ),
    "an entity": (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><xliff version="2.0" srcLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0">&e;</xliff>',
        "does not say which language",
    ),
}


@for_each("case", UNREADABLE)
def test_a_file_that_cannot_be_used_is_refused_with_a_remedy(
    case: str, folder_of: Callable[[], Path], tmp_path: Path
) -> None:
    """In one sentence."""
    content, message = UNREADABLE[case]
    file = tmp_path / "in.xlf"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableSource, match=message):
        work.take_in(folder_of(), file)


def test_a_course_with_errors_is_not_translated(course_folder: Path) -> None:
    """Its errors are reported, and no file is written: what cannot be read cannot be translated whole."""
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n## Quiz: Who?\n\nNobody.\n", encoding="utf-8"
    )
    outcome = work.export(course_folder, "cy")
    assert outcome.report.errors and not outcome.written and not (course_folder / "cy.xlf").exists()
