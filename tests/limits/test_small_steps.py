"""Sources that differ by one sign, of which one is reported and the other is not, or is reported otherwise."""

import io
import shutil
import tempfile
from pathlib import Path

import pytest
from PIL import Image

from builder.check import check_course, check_words
from builder.kinds import KINDS
from builder.model.blocks import Prose
from builder.model.content import Element, Paragraph, Text
from builder.model.course import Course
from builder.model.diagnostics import Report
from builder.read import read_course
from builder.render import render_course
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from builder.render.page.metadata import course_metadata
from builder.render.page.print_order import mixed
from tests.limits.pairs import HEAD, MODULE, module, read_files, settings
from tests.rules.corpus import BASE, applied

STRINGS = load_strings(templates_folder(), "en")


def rules(files: dict[str, str | bytes | None]) -> list[tuple[str, int]]:
    """Rule and line of all that is reported."""
    return [(one.rule, one.span.line) for one in read_files(files)[1].diagnostics]


def read_only(files: dict[str, bytes]) -> Course:
    """The smallest course with these files."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "course"
        shutil.copytree(BASE, folder)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        return read_course(folder, KINDS)[0]


@pytest.mark.parametrize("word", ["Reflection", "Reflections", "reflection"])
def test_other_words_for_a_reflection_are_understood(word: str) -> None:
    (found,) = read_files(module(f"## {word}: What helped you?"))[1].diagnostics
    assert (found.rule, found.hint.split("?")[0]) == ("STR-011", 'Did you mean "Reflect:"')


@pytest.mark.parametrize("word", ["Film", "Video"])
def test_other_words_for_a_film_are_understood(word: str) -> None:
    found = read_files(module(f"## {word}: Welcome\n\n[Welcome](media/film.mp4)"))[1].diagnostics
    assert any('Did you mean "Watch:"' in one.hint for one in found)


@pytest.mark.parametrize(("word", "entries"), [("Stages", "1. See\n2. Grow"), ("Scale", "- Not at all\n- Very")])
def test_a_word_alone_above_an_ordinary_list_is_a_heading(word: str, entries: str) -> None:
    """With its colon and a title it begins a block; with a question behind it, it was meant to."""
    assert rules(module(f"## {word}\n\n{entries}")) == []
    assert rules(module(f"## {word} What do you see?\n\n{entries}")) == [("STR-012", 5)]


def test_a_brace_is_missed_behind_code_and_not_within() -> None:
    assert rules(module("The tag `cy` is for Gwener {lang=cy")) == [("STR-018", 5)]
    assert rules(module("The tags `cy` and `fr` are for Gwener {lang=cy")) == [("STR-018", 5)]
    assert rules(module("The tag is `{lang=cy`")) == []


def test_what_the_front_matter_says_is_held_against_the_same_rules() -> None:
    assert rules({MODULE: "---\ntitle: Welcome\nsummary: Ein **Haus**\n---\n\nHello.\n"}) != []
    assert rules({MODULE: "---\ntitle: Welcome\nsummary: A house for children\n---\n\nHello.\n"}) == []


@pytest.mark.parametrize("above", [1, 2, 3])
def test_empty_lines_above_front_matter_are_deleted_by_the_hint(above: int) -> None:
    text = "\n" * above + HEAD + "Hello.\n"
    (found,) = read_files({MODULE: text})[1].diagnostics
    assert (found.rule, found.span.line, found.span.column) == ("STR-010", 1, 1)
    assert applied(text, found.fix) == HEAD + "Hello.\n"


def test_a_sign_of_yaml_begins_no_entry_of_a_list() -> None:
    found = read_files(settings("keywords:\n  - trust\n  - @home"))[1].diagnostics
    assert [(one.rule, one.span.line, one.hint) for one in found] == [("STR-005", 6, 'Write: - "@home"')]


@pytest.mark.parametrize("ending", ["png", "jpg", "jpeg", "gif", "webp"])
def test_the_size_of_a_picture_is_read_so_that_the_page_does_not_jump(ending: str) -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 30)).save(file, {"jpg": "jpeg"}.get(ending, ending))
    course = read_only(
        {f"images/a.{ending}": file.getvalue(), MODULE: f"{HEAD}![Three people](images/a.{ending})\n".encode()}
    )
    (asset,) = course.assets
    assert (asset.width, asset.height) == (40, 30)


def test_words_that_are_not_in_the_page_are_reported_with_their_line() -> None:
    """A fault of ours, and not of the author: so it asks for a report."""
    course = read_only({MODULE: f"{HEAD}Nobody may lose these words.\n".encode()})
    checked, _ = check_course(course, Report())
    assert checked
    rendered = render_course(checked)
    page = next(file.content for file in rendered.files if file.name == rendered.launch)
    assert isinstance(page, bytes)
    assert list(check_words(course, page)) == []
    (found,) = check_words(course, page.replace(b"Nobody may lose these words.", b"Other words."))
    assert (found.rule, found.span.line, found.hint) == ("WEB-030", 5, "Please report it, with this line.")
    assert found.message == "these words are not in the finished page: Nobody may lose these words."


def test_a_catalogue_is_told_what_the_settings_say() -> None:
    """In the words of schema.org."""
    given = "version: 1.2.0\nsummary: What helps.\npublisher: A team\nrights: CC BY 4.0\nkeywords: [trust]\ntime: 90\n"
    course, report = read_files(settings(given + "standards:\n  PCF: [Skills, Values]"))
    assert report.errors == ()
    about = course_metadata(course, STRINGS)
    assert {key: about[key] for key in list(about)[:10]} == {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "A sample course",
        "description": "What helps.",
        "inLanguage": "en-GB",
        "version": "1.2.0",
        "publisher": {"@type": "Organization", "name": "A team"},
        "copyrightNotice": "CC BY 4.0",
        "keywords": ["trust"],
        "timeRequired": "PT90M",
    }
    assert about["educationalAlignment"] == [
        {"@type": "AlignmentObject", "educationalFramework": "PCF", "targetName": entry}
        for entry in ("Skills", "Values")
    ]
    assert (about["accessMode"], about["accessibilityHazard"]) == (["textual"], ["none"])


def test_an_element_without_an_end_holds_nothing() -> None:
    """A line break and a place to break a word; what follows them is not inside them."""
    course = read_only({MODULE: f"{HEAD}Press <kbd>Ctrl</kbd> once.<br>Then<wbr>wait, <b>please</b>.\n".encode()})
    (block,) = course.modules[0].blocks
    assert isinstance(block, Prose) and isinstance(block.content[0], Paragraph)
    made = [one for one in block.content[0].content if not isinstance(one, Text)]
    assert [type(one).__name__ for one in made] == ["Element", "LineBreak", "Element", "Element"]
    assert [(one.name, len(one.content)) for one in made if isinstance(one, Element)] == [
        ("kbd", 1),
        ("wbr", 0),
        ("b", 1),
    ]


def test_true_and_false_keep_their_order_where_other_options_are_mixed() -> None:
    """Everybody looks for True first."""
    quiz = "## Quiz: {}\n\n- [x] {}\n- [ ] {}\n"
    text = HEAD + quiz.format("Is it so?", "True", "False") + "\n" + quiz.format("Which?", "This", "That")
    course, report = read_files({MODULE: text, **settings("shuffle: all")})
    assert report.diagnostics == ()
    true_false, other = course.items
    assert true_false.kind.name == "true-false"
    assert (mixed(true_false, course), mixed(other, course)) == ("", "all")


@pytest.mark.parametrize(("answer", "faults"), [("20 ± 0", []), ("20 ± 1", []), ("20 ± -1", [("QUE-010", 7)])])
def test_a_number_may_be_off_by_nothing_and_never_by_less(answer: str, faults: list[tuple[str, int]]) -> None:
    assert rules(module(f"## Number: How many days?\n\n= {answer}")) == faults
