"""Slips of translators and their tools: each is read as it was meant, or reported with its file, its line and what to do."""

import re
from pathlib import Path

import pytest

from builder.errors import UnreadableSource
from builder.translate import work
from builder.translate.formats import po, xliff
from builder.translate.stored import Matching
from builder.translate.telling import read_text
from tests.cases import for_each
from tests.translate.pretend import same, translated

MODULE = """\
---
title: First days
---

Children under five & their parents wait at the **blue** door.

Bring the map.

Bring the school map.

## Number: How long is it? {#long}

= 3 hours
"""
FORMS = {"xlf": lambda found: xliff.written(found, "en-GB", "pl"), "po": lambda found: po.written(found, "pl")}


def course(folder: Path) -> Matching:
    """A course, and a Polish translation of it that nobody has read back yet."""
    folder.mkdir()
    (folder / "course.yml").write_text("id: first-days\ntitle: In school\nlanguage: en-GB\n", "utf-8")
    (folder / "01-first.md").write_text(MODULE, "utf-8")
    return Matching(tuple(translated(one) for one in work.export(folder, "pl").matching.found))


def given(folder: Path, form: str, old: str, new: str) -> Path:
    """The file that comes back, in a folder of its own, with a slip in it."""
    data = FORMS[form](course(folder)).decode()
    assert old in data
    file = folder.parent / f"pl.{form}"
    file.write_text(data.replace(old, new, 1), "utf-8")
    return file


@for_each("form", FORMS)
def test_a_sign_that_was_escaped_twice_is_reported_at_its_line(form: str, tmp_path: Path) -> None:
    """Learners would read the entity. One that the source shows, as a lesson on HTML does, stays."""
    twice = {"xlf": "&amp;amp;", "po": "&amp;amp;"}[form]
    file = given(tmp_path / "course", form, "ŵfive &amp; ŵtheir", f"ŵfive {twice} ŵtheir")
    (fault,) = work.take_in(tmp_path / "course", file).faults
    line = file.read_text("utf-8").splitlines()[fault.line - 1]
    assert "&amp;" in fault.message and "Write & itself" in fault.hint and fault.file == file.name
    assert line.startswith("msgctxt") if form == "po" else line.lstrip().startswith("<unit")
    assert fault.key in line


@for_each("form", FORMS)
def test_what_stops_the_build_is_reported_in_the_file_that_was_given(form: str, tmp_path: Path) -> None:
    """Not in the one that Satchel keeps: nobody has it open."""
    file = given(tmp_path / "course", form, "ŵIn ŵschool", "ŵIn `ŵschool`")
    (fault,) = work.take_in(tmp_path / "course", file).faults
    assert fault.file == file.name and fault.key in file.read_text("utf-8").splitlines()[fault.line - 1]


@for_each("form", FORMS)
def test_a_file_that_names_two_languages_is_refused(form: str, tmp_path: Path) -> None:
    """Its words would be read as the wrong one: in the folder of that language, and by its voice."""
    old, new = {"xlf": ('trgLang="pl"', 'trgLang="so"'), "po": ("Language: pl", "Language: so")}[form]
    file = given(tmp_path / "course", form, old, new)
    with pytest.raises(UnreadableSource, match=r"says pl, and .* into so\. .*--to pl, or --to so"):
        work.take_in(tmp_path / "course", file)
    assert work.take_in(tmp_path / "course", file, "pl").language == "pl"


@for_each(("form", "encoding"), [("xlf", "iso8859-2"), ("xlf", "utf-16"), ("po", "utf-16")])
def test_another_character_set_is_read_or_reported_as_what_it_is(form: str, encoding: str, tmp_path: Path) -> None:
    """A file that is there was reported as missing."""
    file = given(tmp_path / "course", form, "ŵBring ŵthe ŵmap", "Weź plan")
    data = file.read_text("utf-8").translate(str.maketrans("ŵ…", "ź."))
    file.write_bytes(re.sub("[“”’]", "", data).encode(encoding))
    if encoding == "utf-16":
        assert work.take_in(tmp_path / "course", file).sound
    else:
        with pytest.raises(UnreadableSource, match=r"(?i)character set|encod|utf-8.*Export it once more"):
            work.take_in(tmp_path / "course", file)


def test_a_mark_of_direction_before_a_unit_is_none_of_its_letters(tmp_path: Path) -> None:
    """Editors for Urdu and Arabic put one in front of what is typed; nobody sees it."""
    file = given(tmp_path / "course", "po", "ŵhours", "\u200fگھنٹے\u200f")
    assert work.take_in(tmp_path / "course", file).sound
    assert "= 3 گھنٹے\n" in (tmp_path / "course" / "pl" / "01-first.md").read_text("utf-8")


def test_sentences_that_are_still_those_of_the_source_are_listed(tmp_path: Path) -> None:
    """Some tools fill in what nobody has translated. Names and words that two languages share are no sentences."""
    folder = tmp_path / "course"
    found = course(folder).found
    (folder / "pl.xlf").write_bytes(
        xliff.written(Matching(tuple(translated(one, same) for one in found)), "en-GB", "pl")
    )
    outcome = work.take_in(folder, folder / "pl.xlf")
    text = read_text(outcome, folder, lambda words, role: words)
    assert outcome.sound
    listed = text.partition("The same as in the source")[2]
    assert "01-first.md:5" in listed and "Bring the school map" in listed
    assert "Bring the map" not in listed and "hours" not in listed
