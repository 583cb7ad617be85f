"""Each setting that an author can change: `satchel compare` lists it where it matters to learners in the middle."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from builder.compare import compare
from builder.compare.packages.data_file import read_data
from builder.compare.packages.finished import Finished, Package
from builder.kinds import KINDS
from builder.model.kind import Kind, QuestionKind
from builder.read import read_course
from builder.read.questions.attributes import allowed_options
from builder.render.comparison import comparison_json
from tests.cases import for_each
from tests.compare.settings_table import FILES, NO_EDIT, OPTIONS, ROWS, WORDS
from tests.effects.test_questions import example
from tests.truth.documents import settings

MEDIA = Path(__file__).parents[1] / "courses" / "base" / "media"
IMAGES = Path(__file__).parents[1] / "courses" / "base" / "images"
OF_COURSES = ("course", "module", "person", "form", "asked", "film")


def fill(folder: Path, files: Mapping[str, str]) -> None:
    """Write files of a course, and those that examples show."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copytree(MEDIA, folder / "media")
    shutil.copytree(IMAGES, folder / "images")
    (folder / "media" / "talk.mp3").write_bytes(b"so")
    for name in ("film.mp4", "film.en.vtt"):
        shutil.copy(MEDIA / name, folder / "media" / name.replace("film", "other"))


def read(folder: Path, files: Mapping[str, str]) -> Finished:
    """A course with these files, as it is read back from a package for SCORM 1.2."""
    folder.mkdir()
    fill(folder, files)
    course, report = read_course(folder, KINDS)
    assert not report.errors, [(one.rule, one.message, one.excerpt) for one in report.errors]
    read = read_data(comparison_json(course).encode(), Package("course.zip", "scorm12", "index.html", ()))
    assert read is not None
    return read


@for_each("name", ROWS)
def test_a_setting_that_changes_is_listed_where_it_matters(name: str, tmp_path: Path) -> None:
    """The kinds of change, in their order; none where learners notice nothing."""
    row = ROWS[name]
    assert sum(text.count(row.before) for text in FILES.values()) == 1, row.before
    edited = {file: text.replace(row.before, row.after) for file, text in FILES.items()}
    changes = compare(read(tmp_path / "old", FILES), read(tmp_path / "new", edited)).changes
    assert [change.kind for change in changes] == list(row.wanted), changes


def test_every_setting_has_a_row_or_a_reason() -> None:
    """A new setting fails here until somebody has said what it does to learners who are in the middle."""
    known = {name for name in settings() if name.partition(".")[0] in OF_COURSES and "." in name}
    without = [name for names in NO_EDIT.values() for name in names]
    assert {*ROWS, *without} == known and not ROWS.keys() & set(without)
    assert {option for kind in KINDS for option in allowed_options(kind)} == OPTIONS.keys()
    assert WORDS.keys() <= {kind.word for kind in KINDS}


@for_each(
    ("kind", "option"),
    [(kind, option) for kind in KINDS for option in allowed_options(kind)],
    lambda one: getattr(one, "word", one),
    one_in=3,
)
def test_an_option_of_a_heading_is_listed_where_it_matters(kind: Kind, option: str, tmp_path: Path) -> None:
    """For each kind of block that takes it; what another kind refuses is an error of the build."""
    before, after, wanted = OPTIONS[option].get(kind.word, OPTIONS[option][""])
    texts = [text_of(kind, braces) for braces in (before, after)]
    try:
        old, new = (read(tmp_path / str(at), FILES | {"03-three.md": text}) for at, text in enumerate(texts))
    except AssertionError as refused:
        assert option not in ("id", *kind.options) and f'"{option}"' in str(refused)
        return
    changes = compare(old, new).changes
    assert [change.kind for change in changes] == list(wanted), changes


def text_of(kind: Kind, braces: str) -> str:
    """A module with an example of the kind, and these braces at its heading."""
    return f"---\nid: three\ntitle: Three\n---\n\n{example(kind.word, braces)}"


@for_each("kind", KINDS, lambda kind: kind.word)
def test_other_words_in_a_block_are_listed(kind: Kind, tmp_path: Path) -> None:
    """In every kind of block: no words of a course are left out."""
    text, edit, wanted = WORDS.get(kind.word) or reworded(kind)
    before, after = edit
    assert text.count(before) == 1
    versions = [
        FILES | {"03-three.md": f"---\nid: three\ntitle: Three\n---\n\n{one}"}
        for one in (text, text.replace(before, after))
    ]
    old, new = (read(tmp_path / str(at), files) for at, files in enumerate(versions))
    assert [change.kind for change in compare(old, new).changes] == list(wanted)


def reworded(kind: Kind) -> tuple[str, tuple[str, str], Sequence[str]]:
    """The example of a kind of question, with words above its answers that change."""
    assert isinstance(kind, QuestionKind), f"give {kind.word} a row in WORDS of tests/compare/settings_table.py"
    text = example(kind.word, "{#own}\nSay so.\n")
    return text, ("Say so.", "Tell us."), ["question-reworded"]


def test_a_package_from_before_a_setting_was_kept_says_nothing_of_it(tmp_path: Path) -> None:
    """Neither of the settings nor of the words that it does not hold."""
    old, new = (
        read(tmp_path / "old", FILES),
        read(
            tmp_path / "new",
            {
                name: text.replace("notes: yes", "notes: no").replace("| Who |", "| She |")
                for name, text in FILES.items()
            },
        ),
    )
    assert [change.kind for change in compare(old, new).changes] == ["notes-gone", "module-text"]
    earlier = replace(old, terms=None, modules=tuple(replace(module, parts=None) for module in old.modules))
    assert compare(earlier, new).changes == () == compare(new, earlier).changes
