"""A source that has changed since it was translated: learners never read an outdated sentence, and keep all the others."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from builder.check import check_course
from builder.kinds import KINDS
from builder.model.course import Course
from builder.model.diagnostics import Report
from builder.pipeline import renewed
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from builder.translate.formats import xliff
from builder.translate.stored import Matching
from builder.translate.work import export, status, take_in
from tests.cases import for_each
from tests.conftest import ROOT
from tests.translate.pretend import translate, translated

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:04.000\nHe opens the door.\n\n00:04.000 --> 00:09.000\nHe sits down.\n"
ALWAYS = 3
"""Marks of English on the Welsh page: the link to the English, and the name of the language that a film speaks, twice."""
FILES = {
    "course.yml": "id: visits\ntitle: Visits\nlanguage: en-GB\nlanguages: [en-GB, cy]\nversion: 1.0.0\n"
    "summary: How to visit a family.\nowner: The council\nenforcement: Write to the regulator.\n",
    "01-door.md": "---\ntitle: The door\n---\n\nKnock and wait.\n\nShow your card. Then [the family](https://example.org) decides.\n\n"
    "[Shared](_shared.md)\n\n## Quiz: Who decides? {#who}\n\n- [x] The family\n- [ ] The council\n\n"
    "## Watch: A visit {#film}\n\n[A visit](media/film.mp4)\n\n- captions: media/film.en.vtt\n"
    "- descriptions: not needed (only the speaker is shown)\n",
    "_shared.md": "Call the office afterwards.\n",
    "glossary.md": "Card\n: What shows who you are.\n\nDoor\n: Where a visit begins.\n",
    "media/film.en.vtt": CAPTIONS,
}


def made(tmp_path: Path) -> Path:
    """A course in English, and in a Welsh that nobody speaks: each word has a mark."""
    folder = tmp_path / "course"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    shutil.copy(ROOT / "tests" / "courses" / "base" / "media" / "film.mp4", folder / "media")
    assert translate(folder).sound
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Change words of a file."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


def checked(folder: Path) -> tuple[Course, Report]:
    """The course as a build reads it, and what it reports of translations."""
    course, found = read_course(folder, KINDS, renew=renewed)
    return course, check_course(course, found)[1]


def told(folder: Path) -> list[tuple[str, int]]:
    """Where the build says that something has changed."""
    _, report = checked(folder)
    assert not report.errors
    return [(one.span.path, one.span.line) for one in report.diagnostics if one.rule == "LNG-008"]


def welsh(folder: Path) -> str:
    """What learners read in Welsh."""
    page = render_page(checked(folder)[0], templates_folder())
    return page[page.index("data-other-languages>") :]


def test_a_sentence_that_changed_is_the_sources_and_its_module_stays(tmp_path: Path) -> None:
    """The changed sentence is in English, and says so; its neighbours, the question and the title are Welsh."""
    folder = made(tmp_path)
    assert told(folder) == []
    change(folder, "01-door.md", "Knock and wait", "Ring and wait")
    page = welsh(folder)
    assert '<p lang="en-GB">Ring and wait.</p>' in page
    assert page.count('lang="en-GB"') == ALWAYS + 1
    assert "Knock" not in page and "ŵThe ŵdoor" in page and "ŵShow ŵyour" in page and "ŵThe ŵcouncil" in page
    assert not (folder / "cy" / "01-door.md").read_text("utf-8").count("Ring")


CHANGES = {
    "a paragraph": ("01-door.md", "Knock and wait", "Ring and wait", 5),
    "an option": ("01-door.md", "The council", "The neighbour", 14),
    "a fragment": ("_shared.md", "the office", "the manager", 1),
    "a definition in the glossary": ("glossary.md", "Where a visit begins", "Where a visit ends", 5),
    "the title of the course": ("course.yml", "title: Visits", "title: Meetings", 2),
    "its one-sentence description": ("course.yml", "visit a family", "visit a school", 6),
    "whom to turn to": ("course.yml", "Write to the regulator", "Telephone the ombudsman", 8),
    "a caption": ("media/film.en.vtt", "He sits down", "He goes away", 7),
}


def test_every_change_is_named_by_file_and_line(tmp_path: Path) -> None:
    """In any file of the course; in Welsh its old words are gone, and `satchel translate --status` names the same place."""
    folder = made(tmp_path)
    for name, old, new, line in CHANGES.values():
        change(folder, name, old, new)
        assert told(folder) == [(name, line)], name
        left = [(one.unit.segment.file, one.unit.segment.line) for one in status(folder, "cy").left]
        assert left == [(name, line)], name
        change(folder, name, new, old)
    assert told(folder) == []
    for name, old, new, _ in CHANGES.values():
        change(folder, name, old, new)
    course = checked(folder)[0].translations[0].course
    assert course.title == "Meetings" and course.enforcement == "Telephone the ombudsman."
    page = welsh(folder)
    for words in ("Knock", "ŵoffice", "ŵneighbour", "ŵbegins", "ŵregulator", "ŵsits", "ŵcouncil"):
        assert words not in page, words
    assert "The neighbour" in page and "the manager" in page and "Where a visit ends" in page


def test_settings_that_say_nothing_to_learners_make_nothing_stale(tmp_path: Path) -> None:
    """The file has changed, and no word of it."""
    folder = made(tmp_path)
    change(folder, "course.yml", "version: 1.0.0", "version: 1.1.0\nattempts: 2")
    assert told(folder) == [] and status(folder, "cy").stale == ()


CORRECTIONS = [
    ("Knock and wait.", "Knock, and wait"),
    ("Knock and wait.", "Knock and WAIT!"),
    ("Show your card. Then", "Show your card: then"),
]


def test_a_correction_keeps_the_translation(tmp_path: Path) -> None:
    """A mended comma takes nothing from learners; the author reads where it was, until it was taken note of."""
    folder = made(tmp_path)
    for old, new in CORRECTIONS:
        change(folder, "01-door.md", old, new)
        (found,) = [one for one in checked(folder)[1].diagnostics if one.rule == "LNG-008"]
        assert "signs or capitals alone" in found.message
        assert welsh(folder).count('lang="en-GB"') == ALWAYS
        assert [one.corrected for one in status(folder, "cy").stale] == [True]
        change(folder, "01-door.md", new, old)
    change(folder, "01-door.md", *CORRECTIONS[0])
    assert take_in(folder, folder / "cy.xlf").sound
    assert told(folder) == []
    assert len(status(folder, "cy").stale) == 1  # a translator has not looked at it yet


MEANT_OTHERWISE = [
    ("Knock and wait", "Knock and want"),
    ("Knock and wait", "Knock and wait 5"),
    ("Knock and wait", "Knock and don’t wait"),
    ("Show your card.", "Show your [card](https://example.org)."),
]


@for_each(("old", "new"), MEANT_OTHERWISE)
def test_a_letter_a_number_or_a_sign_more_is_no_correction(old: str, new: str, tmp_path: Path) -> None:
    """It may say something else, so its translation is not shown."""
    folder = made(tmp_path)
    change(folder, "01-door.md", old, new)
    (found,) = [one for one in checked(folder)[1].diagnostics if one.rule == "LNG-008"]
    assert "alone" not in found.message
    assert 'lang="en-GB"' in welsh(folder)


def test_a_correction_of_what_was_outdated_does_not_bring_it_back(tmp_path: Path) -> None:
    """The words were changed, the translator got a new file, then a comma was mended: what was translated is the first."""
    folder = made(tmp_path)
    change(folder, "01-door.md", "Knock and wait", "Ring and wait")
    assert export(folder, "cy").sound
    change(folder, "01-door.md", "Ring and wait", "Ring, and wait")
    for _ in range(2):
        assert "ŵKnock" not in welsh(folder)
        assert [one.before[0] for one in status(folder, "cy").stale] == ["Knock and wait."]
        assert export(folder, "cy").sound


def test_a_translation_that_was_not_reviewed_stays_out(tmp_path: Path) -> None:
    """Whoever asked for reviewed words gets no others when the source changes: `translated.json` remembers it."""
    folder = made(tmp_path)
    found = export(folder, "cy").matching.found
    done = Matching(
        tuple(translated(one, state="reviewed" if place else "translated") for place, one in enumerate(found))
    )
    (folder / "cy.xlf").write_bytes(xliff.written(done, "en-GB", "cy"))
    assert take_in(folder, folder / "cy.xlf", least="reviewed").sound
    before = checked(folder)[0].translations[0].course.title
    change(folder, "01-door.md", "Knock and wait.", "Knock, and wait.")
    assert checked(folder)[0].translations[0].course.title == before == "Visits"
    assert '<p lang="en-GB">Knock, and wait.</p>' in welsh(folder)


def test_what_was_edited_by_hand_is_read_as_it_is(tmp_path: Path) -> None:
    """Somebody has translated the change in the folder itself."""
    folder = made(tmp_path)
    change(folder, "01-door.md", "Knock and wait", "Ring and wait")
    change(folder, "cy/01-door.md", "ŵKnock", "Canwch")
    assert told(folder) == []
    assert "Canwch ŵand ŵwait" in welsh(folder)


def test_without_the_translation_file_the_module_is_that_of_the_source(tmp_path: Path) -> None:
    """Nobody knows which of its sentences were translated; so it is in a glossary, and a title is reported."""
    folder = made(tmp_path)
    (folder / "cy.xlf").unlink()
    for name in ("01-door.md", "glossary.md", "course.yml"):
        old, new = next((old, new) for path, old, new, _ in CHANGES.values() if path == name)
        change(folder, name, old, new)
    assert {path for path, _ in told(folder)} == {"01-door.md", "glossary.md", "course.yml"}
    course = checked(folder)[0].translations[0].course
    assert course.modules[0].language == "en-GB" and course.glossary
    assert course.glossary.page.language == "en-GB"
    page = welsh(folder)
    assert "ŵKnock" not in page and "ŵbegins" not in page and "Where a visit ends" in page


def test_a_question_that_is_new_is_there_in_both_languages(tmp_path: Path) -> None:
    """With the ids of the source, in its words: its answer counts in Welsh as well."""
    folder = made(tmp_path)
    change(folder, "01-door.md", "## Watch:", "## Quiz: When? {#when}\n\n- [x] At noon\n- [ ] At night\n\n## Watch:")
    course, _ = checked(folder)
    asked: Sequence[str] = [item.id for item in course.translations[0].course.items]
    assert list(asked) == [item.id for item in course.items] == ["who", "when"]
    assert "At noon" in welsh(folder)


def test_nothing_is_written_where_the_course_lies(tmp_path: Path) -> None:
    """A check writes nothing, and a preview that watches the folder does not wake itself."""
    folder = made(tmp_path)
    change(folder, "01-door.md", "Knock and wait", "Ring and wait")
    before = {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    assert told(folder) == told(copy) == [("01-door.md", 5)]
    assert {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))} == before


@for_each(("count", "words"), [(8, "8 passages changed"), (9, "and 1 more")])
def test_many_lines_are_counted(count: int, words: str, tmp_path: Path) -> None:
    """Eight are named; of more, how many there are."""
    folder = made(tmp_path)
    steps = [f"Step {number} is to knock and wait.\n" for number in range(12)]
    (folder / "02-steps.md").write_text("---\ntitle: Steps\n---\n\n" + "\n".join(steps), "utf-8")
    assert translate(folder).sound
    for step in steps[:count]:
        change(folder, "02-steps.md", step, step.replace("wait", "leave"))
    (found,) = [one for one in checked(folder)[1].diagnostics if one.rule == "LNG-008"]
    assert words in found.message and ("more" in found.message) == (count > 8)
    assert "lines 5, 7, 9, 11, 13, 15, 17, 19" in found.message


def test_a_module_that_is_gone_is_gone_in_each_language(tmp_path: Path) -> None:
    """Its translation is still in the folder, and stops no build; one that somebody wrote there does."""
    folder = made(tmp_path)
    (folder / "02-more.md").write_text("---\ntitle: More\n---\n\nMore words.\n", "utf-8")
    assert translate(folder).sound
    (folder / "02-more.md").unlink()
    assert told(folder) == []
    assert [module.id for module in checked(folder)[0].translations[0].course.modules] == ["door"]
    change(folder, "01-door.md", "[Shared](_shared.md)\n\n", "")
    (folder / "_shared.md").unlink()
    assert checked(folder)[1].diagnostics == ()  # nor is a fragment in the folder said to be in use nowhere
    (folder / "cy" / "02-more.md").write_text("---\ntitle: Mwy\n---\n\nMwy.\n", "utf-8")
    assert "LNG-007" in {one.rule for one in checked(folder)[1].errors}


def test_a_module_under_another_name_keeps_its_translation_while_it_says_the_same(tmp_path: Path) -> None:
    """A number more before its name changes nothing; with other words nobody knows which of them were translated."""
    folder = made(tmp_path)
    (folder / "01-door.md").rename(folder / "02-door.md")
    assert told(folder) == [] and "ŵKnock" in welsh(folder)
    change(folder, "02-door.md", "Knock and wait", "Ring and wait")
    assert told(folder) == [("02-door.md", 1)]
    assert "ŵKnock" not in welsh(folder) and "Ring and wait" in welsh(folder)
