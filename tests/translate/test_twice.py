"""What tools do to a translation file behind a translator's back: entries that are there twice, other ends of lines, breaks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from builder.errors import UnreadableSource
from builder.translate import work
from builder.translate.formats import po, xliff
from builder.translate.segment import Token, Tokens
from builder.translate.stored import Found, Matching
from tests.cases import for_each
from tests.translate.pretend import read, same, translate, translated

X = f"{{{xliff.NAMESPACE}}}"


def doubled_in_xliff(path: Path, words: str) -> None:
    """Write a unit once more, with other words."""
    tree = etree.parse(str(path))
    unit = next(one for one in tree.getroot().iter(f"{X}unit") if one.get("name") == "paragraph")
    other = etree.fromstring(etree.tostring(unit))
    target = other.find(f"{X}segment/{X}target")
    assert target is not None
    target.text = words
    unit.addnext(other)
    tree.write(str(path), encoding="UTF-8", xml_declaration=True)


def doubled_in_po(path: Path, words: str) -> None:
    """The same in PO, as `cat` joins two files."""
    entries = path.read_text(encoding="utf-8").split("\n\n")
    entry = next(one for one in entries if "\n#. Paragraph" in f"\n{one}")
    head, _, _ = entry.partition("msgstr ")
    path.write_text(
        "\n\n".join([*(one.rstrip("\n") for one in entries), f'{head}msgstr "{words}"']) + "\n", encoding="utf-8"
    )


def exported(folder: Path, form: str) -> Path:
    """A translation file in which all is translated."""
    done = Matching(tuple(map(translated, work.export(folder, "cy").matching.found)))
    file = folder / f"back.{'po' if form == 'po' else 'xlf'}"
    file.write_bytes(po.written(done, "cy") if form == "po" else xliff.written(done, "en-GB", "cy"))
    return file


@pytest.mark.parametrize("form", ["xliff", "po"])
def test_a_segment_with_two_translations_is_named(form: str, course_folder: Path) -> None:
    """None of the two wins without a message."""
    file = exported(course_folder, form)
    double: Callable[[Path, str], None] = doubled_in_po if form == "po" else doubled_in_xliff
    double(file, "Geiriau eraill")
    outcome = work.take_in(course_folder, file, "cy")
    assert [fault.message.partition(":")[0] for fault in outcome.faults] == ["the file translates it twice"]
    assert "Geiriau eraill" in outcome.faults[0].message and not (course_folder / "cy").exists()


def test_what_msgcat_leaves_is_no_translation(course_folder: Path) -> None:
    """Two translations with the marks between them."""
    file = exported(course_folder, "po")
    text = file.read_text(encoding="utf-8")
    start = text.index('msgstr "', text.index("#. Paragraph"))
    mark = "#-#-#-#-#  a.po  #-#-#-#-#\\n"
    file.write_text(f'{text[:start]}msgstr "{mark}{text[start + 8 :]}', encoding="utf-8")
    outcome = work.take_in(course_folder, file, "cy")
    assert ["joined by a tool" in fault.message for fault in outcome.faults] == [True]


def test_plural_forms_are_refused(course_folder: Path) -> None:
    """No form of them is dropped."""
    file = exported(course_folder, "po")
    with file.open("a", encoding="utf-8") as stream:
        stream.write('\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "un"\nmsgstr[1] "llawer"\n')
    with pytest.raises(UnreadableSource, match="“one” has plural forms"):
        work.take_in(course_folder, file, "cy")


def test_greater_than_may_be_an_entity_in_po() -> None:
    """Tools that escape one angle bracket escape the other too; what was typed so stays so."""
    assert po.tokens_of("a &lt;b&gt; c &amp;gt; d > e") == (Token("words", "a <b> c &gt; d > e"),)


def test_other_ends_of_lines_are_no_change_by_hand(course_folder: Path) -> None:
    """As git checks files out on Windows; a change of words is one all the same."""
    assert translate(course_folder).sound
    page = course_folder / "cy" / "01-welcome.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert work.take_in(course_folder, course_folder / "cy.xlf").sound
    assert b"\r" not in page.read_bytes()


SETTINGS = """id: sample
title: A sample course
summary: What it is about
language: en-GB
people: [{id: ann, name: Ann Lee, about: Works in care.}]
"""
BODY = """---
title: Welcome
---
The PCF helps. See [us](https://example.org "Our site"). $\\text{dose}$

| A | B |
| --- | --- |
| cell | x |

*[PCF]: Professional capabilities
"""


def shown(folder: Path) -> str:
    """All words of a course, its settings too."""
    course = read(folder)
    return repr((course.title, course.summary, course.people, course.modules[0].title, course.modules[0].blocks))


@for_each("brk", ["\n", "\n\n", " \n  ", "\n- ", "\n# "])
def test_a_line_break_of_a_translator_ends_nothing(brk: str, tmp_path: Path) -> None:
    """Titles, meanings of abbreviations, cells and words of formulas stay on one line."""
    (tmp_path / "course.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "01-welcome.md").write_text(BODY, encoding="utf-8")

    def broken(tokens: Tokens) -> Tokens:
        first = next(one for one in tokens if one.kind == "words" and one.words.strip())
        return tuple(Token("words", f"{one.words}{brk}zzz") if one is first else one for one in tokens)

    def free(place: int, found: Found) -> bool:
        return found.unit.segment.role not in {"abbreviation", "length of the original film"}

    done = translate(tmp_path, broken, only=free, others=same)
    assert done.sound, done.faults
    before, after = len(read(tmp_path).modules[0].blocks), read(tmp_path / "cy")
    assert len(after.modules[0].blocks) == before
    assert "\n" not in after.title + after.summary + after.modules[0].title
    # A formula is there as it was typed, and as what it is made of.
    assert shown(tmp_path / "cy").count("zzz") == 1 + len([one for one in done.matching.found if free(0, one)])


@for_each("begin", ["1. ", "- ", "# ", "> ", "= "])
def test_words_about_a_person_are_words(begin: str, tmp_path: Path) -> None:
    """A number or a sign before them begins no list, heading or quotation."""
    (tmp_path / "course.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "01-welcome.md").write_text(BODY, encoding="utf-8")

    def numbered(tokens: Tokens) -> Tokens:
        return (Token("words", f"{begin}{tokens[0].words}"), *tokens[1:])

    done = translate(tmp_path, numbered, only=lambda _, one: one.unit.segment.role == "about a person", others=same)
    assert done.sound, done.faults
    assert f"'{begin}Works in care.'" in repr(read(tmp_path / "cy").people)
