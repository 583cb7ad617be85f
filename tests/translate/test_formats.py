"""XLIFF 2 by its standard, PO by gettext's, and both in the hands of translate-toolkit, which knows nothing of Satchel."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from translate.storage import pypo, xliff2

from builder.translate import work
from builder.translate.formats import po, xliff
from builder.translate.segment import flat
from builder.translate.stored import Matching
from tests.cases import for_each
from tests.conftest import ROOT
from tests.rules.corpus import CASES, Case
from tests.translate.pretend import MARK, marked, read, translated, with_marks
from tests.translate.random_courses import RandomCourse
from tests.translate.xliff_rules import X, breaches

SAMPLES = [ROOT / "course", *(ROOT / "tests" / "samples" / name for name in ("induction", "refresher", "guideline"))]


SCHEMA = os.environ.get("SATCHEL_XLIFF_SCHEMA", "")
"""Path of `xliff_core_2.0.xsd` of OASIS on this machine; no registry has it. With it each file is held against it too."""


def check_standard(folder: Path) -> None:
    """The file keeps to the standard before it is translated, after, and when its source has changed since."""
    outcome = work.export(folder, "cy")
    assert faults((folder / "cy.xlf").read_bytes()) == []
    done = Matching(tuple(map(translated, outcome.matching.found)))
    assert faults(xliff.written(done, "en-GB", "cy")) == []
    changed = Matching(
        tuple(replace(one, how="changed") for one in done.found), tuple(one.stored for one in done.found if one.stored)
    )
    assert faults(xliff.written(changed, "en-GB", "cy")) == []


def faults(data: bytes) -> list[str]:
    """What is wrong with a translation file: by our rules, and by the schema where there is one."""
    found = breaches(data)
    if SCHEMA:
        schema = etree.XMLSchema(etree.parse(SCHEMA))
        schema.validate(etree.fromstring(data))
        found += [str(one) for one in schema.error_log]
    return found


@for_each("sample", SAMPLES[::2], ids=lambda path: path.name)
def test_a_translation_file_keeps_to_the_standard(sample: Path, tmp_path: Path) -> None:
    """OASIS XLIFF 2.0: elements, attributes, and what they ask of each other."""
    check_standard(shutil.copytree(sample, tmp_path / "course"))


def test_a_file_of_hostile_words_keeps_to_the_standard(tmp_path: Path) -> None:
    """Whatever signs are in it."""
    RandomCourse(7).write(tmp_path / "course")
    check_standard(tmp_path / "course")


@pytest.mark.slow
@for_each("case", [case for case in CASES if not case.title.startswith("a country")], ids=lambda case: case.title)
def test_every_translation_file_of_the_corpus_keeps_to_the_standard(case: Case, tmp_path: Path) -> None:
    """All that the format can say."""
    case.lay("repaired", tmp_path / "course")
    if read(tmp_path / "course").language != "cy":
        check_standard(tmp_path / "course")


def test_the_rules_of_the_standard_are_rules() -> None:
    """A file that breaks one of them is found out."""
    unit = '<unit id="u"><segment{0}><source>{1}</source>{2}</segment></unit>'
    head = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en">'

    def of(attributes: str = "", source: str = "a", target: str = "") -> list[str]:
        file = f'<file id="f">{unit.format(attributes, source, target)}</file>'
        return breaches(f"{head}{file}</xliff>".encode())

    assert of() == []
    assert of(' state="done"') and of(' subState="a:b"') and of(target="<target>b</target>")
    assert of(source='<ph id="1" subType="xlf:b" type="ui"/>') and of(source='<ph id="1" dataRef="d"/>')
    assert of(source='<ph id="1"/><ph id="1"/>') and of(source='<ph id="1" subFlows="v"/>') and of(source="<b>a</b>")
    assert of(source='<ph id="1" canCopy="no" canDelete="no" canReorder="no"/>')


def test_translate_toolkit_reads_the_segments_of_xliff(tmp_path: Path) -> None:
    """Each with its source, its notes and its id."""
    folder = shutil.copytree(SAMPLES[0], tmp_path / "course")
    outcome = work.export(folder, "cy")
    store = xliff2.Xliff2File.parsefile(str(folder / "cy.xlf"))
    assert (store.sourcelanguage, store.targetlanguage) == ("en-GB", "cy")
    units = outcome.matching.found
    assert [one.getid() for one in store.units] == [one.unit.key for one in units]
    plain = [one for one in zip(store.units, units, strict=True) if not one[1].unit.segment.codes]
    assert len(plain) > 100 and all(
        unit.source == found.unit.segment.flat.replace("&amp;", "&") for unit, found in plain
    )


def test_what_translate_toolkit_writes_into_xliff_is_read(course_folder: Path) -> None:
    """Targets of its own, without a state: they count as translated."""
    work.export(course_folder, "cy")
    store = xliff2.Xliff2File.parsefile(str(course_folder / "cy.xlf"))
    for unit in store.units:
        unit.target = with_marks(unit.source)
    store.savefile(str(course_folder / "cy.xlf"))
    outcome = work.take_in(course_folder, course_folder / "cy.xlf")
    assert outcome.sound and not outcome.left
    assert read(course_folder / "cy").title.startswith(MARK)


@for_each("sample", SAMPLES[1:3], ids=lambda path: path.name)
def test_a_po_file_comes_back(sample: Path, tmp_path: Path) -> None:
    """Filled in by translate-toolkit; the XLIFF file of the course takes the translations in."""
    folder = shutil.copytree(sample, tmp_path / "course")
    outcome = work.export(folder, "pl", "po")
    store = pypo.pofile.parsefile(str(folder / "pl.po"))
    assert sum(not unit.isheader() for unit in store.units) == len(outcome.matching.found)
    for unit in store.units:
        if not unit.isheader():
            unit.target = flat(marked(po.tokens_of(str(unit.source))))
    store.savefile(str(tmp_path / "done.po"))
    done = work.take_in(folder, tmp_path / "done.po")
    assert done.sound and not done.left, (done.faults, done.other_ids)
    assert not work.status(folder, "pl").left


def test_a_fuzzy_entry_is_not_used(course_folder: Path) -> None:
    """A tool has guessed it, or its source changed."""
    work.export(course_folder, "cy", "po")
    store = pypo.pofile.parsefile(str(course_folder / "cy.po"))
    for unit in store.units:
        if not unit.isheader():
            unit.target = "Cymraeg"
            unit.markfuzzy()
    store.savefile(str(course_folder / "cy.po"))
    outcome = work.take_in(course_folder, course_folder / "cy.po")
    assert outcome.sound and len(outcome.left) == len(outcome.matching.found)


def test_a_file_from_elsewhere_adds_to_what_is_translated(course_folder: Path, tmp_path: Path) -> None:
    """Two translators share the work: what the first has done stays when the second's file is read."""
    text = "---\ntitle: Welcome\n---\nOne.\n\nTwo.\n"
    (course_folder / "01-welcome.md").write_text(text, encoding="utf-8")
    exported = work.export(course_folder, "cy")
    halves = [exported.matching.found[:2], exported.matching.found[2:]]
    for half in halves:
        done = tuple(translated(one) if one in half else one for one in exported.matching.found)
        (tmp_path / "part.xlf").write_bytes(xliff.written(Matching(done), "en-GB", "cy"))
        outcome = work.take_in(course_folder, tmp_path / "part.xlf")
        assert outcome.sound
    assert not outcome.left and not work.status(course_folder, "cy").left


def test_segments_that_a_tool_has_cut_are_joined(course_folder: Path) -> None:
    """A tool may cut a unit into sentences, and leave the space between them as ignorable (4.2.2.6)."""
    text = "---\ntitle: Welcome\n---\nOne *day*. Two days.\n"
    (course_folder / "01-welcome.md").write_text(text, encoding="utf-8")
    work.export(course_folder, "cy")
    tree = etree.parse(str(course_folder / "cy.xlf"))
    unit = next(one for one in tree.getroot().iter(f"{X}unit") if one.get("name") == "paragraph")
    segment = unit.find(f"{X}segment")
    assert segment is not None
    unit.remove(segment)
    cut = (
        '<segment state="final"><source>One <pc id="1">day</pc>.</source><target>Un <pc id="1">dydd</pc>.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>Two days.</source><target>Dau ddydd.</target></segment>'
    )
    for part in etree.fromstring(f'<x xmlns="{xliff.NAMESPACE}">{cut}</x>'):
        unit.append(part)
    tree.write(str(course_folder / "cy.xlf"), encoding="UTF-8", xml_declaration=True)
    assert work.take_in(course_folder, course_folder / "cy.xlf").sound
    assert "Un *dydd*. Dau ddydd." in (course_folder / "cy" / "01-welcome.md").read_text(encoding="utf-8")
