"""The folder of a language, written by hand: what it lacks, and its tag in other capitals."""

from pathlib import Path

from builder.kinds import KINDS
from builder.model.diagnostics import Diagnostic
from builder.read import read_course
from builder.translate.work import export, language_tag, take_in
from tests.cases import for_each


def course(folder: Path, settings: str = "", above: str = "cy") -> list[Diagnostic]:
    """What is reported of a course with a folder of modules in another language."""
    (folder / above).mkdir(parents=True)
    (folder / "course.yml").write_text(f"id: doors\ntitle: Doors\nlanguage: en-GB\n{settings}", "utf-8")
    for name, title in {"01-one.md": "One", f"{above}/01-one.md": "Un", f"{above}/02-two.md": "Dau"}.items():
        (folder / name).write_text(f"---\ntitle: {title}\n---\n\n{title}.\n", "utf-8")
    (folder / "02-two.md").write_text("---\ntitle: Two\n---\n\nTwo.\n", "utf-8")
    return list(read_course(folder, KINDS)[1].diagnostics)


@for_each(("above", "named"), [("cy", ""), ("CY", "Call the folder cy."), ("en-us", "Call the folder en-US.")])
def test_a_folder_of_a_language_without_settings_hears_what_it_lacks(tmp_path: Path, above: str, named: str) -> None:
    """Once, and not that its modules should be moved: beside the others they would have the same names."""
    (told,) = course(tmp_path / "course", above=above)
    tag = {"CY": "cy", "en-us": "en-US"}.get(above, above)
    assert (told.rule, told.span.path) == ("STR-046", f"{above}/01-one.md")
    assert f"{tag}/course.yml" in told.hint and f"language: {tag} ," in told.hint and "Move it" not in told.hint
    assert told.hint.startswith(named)


def test_what_the_hint_says_makes_it_a_translation(tmp_path: Path) -> None:
    """Applied to the letter."""
    folder = tmp_path / "course"
    course(folder)
    (folder / "cy" / "course.yml").write_text("id: doors\ntitle: Drysau\nlanguage: cy\n", "utf-8")
    settings = folder / "course.yml"
    settings.write_text(settings.read_text("utf-8") + "languages: [en-GB, cy]\n", "utf-8")
    found, report = read_course(folder, KINDS)
    assert report.diagnostics == () and [one.title for one in found.translations[0].course.modules] == ["Un", "Dau"]


@for_each("above", ("drafts", "old", "Part 1"))
def test_any_other_folder_is_none_of_a_language(tmp_path: Path, above: str) -> None:
    """Its modules belong beside course.yml, or to no course."""
    told = course(tmp_path / "course", above=above)
    assert [(one.rule, "Move it" in one.hint) for one in told] == [("STR-046", True)] * 2


@for_each(
    ("written", "meant"),
    [("[en-GB, CY]", "[en-GB, cy]"), ("[EN-gb, cy]", "[en-GB, cy]"), ("[en-GB, Welsh]", "[en-GB, cy]")],
)
def test_tags_in_other_capitals_are_corrected(tmp_path: Path, written: str, meant: str) -> None:
    """As that of `language` is; the correction can be pasted, and Satchel can make it."""
    told = next(one for one in course(tmp_path / "course", f"languages: {written}\n") if one.rule == "STR-008")
    assert told.hint == f"Write: languages: {meant}" and [one.text for one in told.fix] == [meant]


@for_each("written", ("[en-GB, english]", "[en-GB, en-GB]", "[en-GB, Elvish]", "[en-GB]"))
def test_a_list_that_nobody_can_guess_is_not_guessed(tmp_path: Path, written: str) -> None:
    """One language twice, an unknown one, one alone."""
    told = next(one for one in course(tmp_path / "course", f"languages: {written}\n") if one.rule == "STR-008")
    assert told.fix == () and "two or more language tags" in told.hint


def test_a_folder_in_other_capitals_is_named(tmp_path: Path) -> None:
    """Some disks take CY and cy for one, and servers do not."""
    folder = tmp_path / "course"
    course(folder, "languages: [en-GB, cy]\n", "CY")
    (folder / "CY" / "course.yml").write_text("id: doors\ntitle: Drysau\nlanguage: cy\n", "utf-8")
    told = [one.hint for one in read_course(folder, KINDS)[1].errors if one.rule == "LNG-006"]
    if told:  # on a disk that takes them for one there is nothing to mend
        assert told == ["Call the folder CY cy: on a server small letters and capitals are two names."]


@for_each("written", ("CY", "cy_GB", "cy-gb", "EN_us"))
def test_files_and_folders_are_named_by_the_tag(tmp_path: Path, written: str) -> None:
    """Whatever capitals were asked for."""
    folder = tmp_path / "course"
    course(folder, above="drafts")
    tag = language_tag(written)
    assert tag in {"cy", "cy-GB", "en-US"}
    export(folder, tag)
    assert (folder / f"{tag}.xlf").is_file()
    assert [path.name for path in take_in(folder, folder / f"{tag}.xlf").written] == [tag]
