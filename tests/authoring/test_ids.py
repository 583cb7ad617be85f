"""`satchel ids`: ids that hang on words are listed, and written down without another byte touched."""

import json
import re
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.authoring import rewrite as rewriting
from builder.authoring.ids import fix_ids
from builder.cli import main
from builder.command_paths import typed
from builder.errors import UnreadableSource, UnwritableTarget
from builder.kinds import KINDS
from builder.model.course import Course
from builder.read import read_course
from tests.cases import sample

MODULE = "---\ntitle: Welcome\n---\n\n## Quiz: Is it raining?\n\n- [x] Yes\n- [ ] No\n\n## Reflect: What now?\n"


def run(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, list(arguments))


def ids_of(course: Course) -> list[tuple[str, list[str]]]:
    """Every id that a learner's records hang on, in order."""
    return [(module.id, [b.id for b in module.blocks if hasattr(b, "id")]) for module in course.modules]


def write(folder: Path, text: str, name: str = "01-welcome.md") -> Path:
    """Write a module as it is, line ends and all."""
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_the_list_names_file_line_kind_and_id(course_folder: Path) -> None:
    """And the command that writes them down."""
    write(course_folder, MODULE)
    result = run("ids", str(course_folder))
    assert result.exit_code == 1
    assert f"  {course_folder}/01-welcome.md:2   Module   welcome\n" in result.output
    assert f"  {course_folder}/01-welcome.md:5   Quiz     is-it-raining\n" in result.output
    assert f"satchel ids {typed(course_folder)} --write" in result.output
    assert "\x1b" not in result.output
    assert (course_folder / "01-welcome.md").read_text() == MODULE


def test_writing_adds_the_ids_and_nothing_else(course_folder: Path) -> None:
    """The file, with what was inserted; then there is nothing left to do."""
    path = write(course_folder, MODULE)
    assert run("ids", str(course_folder), "--write").exit_code == 0
    expected = MODULE.replace("title: W", "id: welcome\ntitle: W")
    expected = expected.replace("raining?", "raining? {#is-it-raining}").replace("now?", "now? {#what-now}")
    assert path.read_text() == expected
    again = run("ids", str(course_folder))
    assert again.exit_code == 0 and "Nothing to do." in again.output
    assert [entry.name for entry in course_folder.iterdir() if entry.name.startswith(".")] == []


def test_json_says_what_was_written(course_folder: Path) -> None:
    """For tools: each id with its place."""
    write(course_folder, MODULE)
    told = json.loads(run("ids", str(course_folder), "--write", "--json").stdout)
    assert told["diagnostics"] == []
    assert told["ids"][1] == {
        "id": "is-it-raining",
        "kind": "Quiz",
        "path": "01-welcome.md",
        "line": 5,
        "written": True,
        "obstacle": "",
    }


def test_two_blocks_with_one_id_are_refused(course_folder: Path) -> None:
    """Nobody can say which of them should keep the id: the author decides, and nothing is written."""
    text = MODULE + "\n## Reflect: What now?\n"
    path = write(course_folder, text)
    result = run("ids", str(course_folder), "--write")
    assert result.exit_code == 1
    assert "01-welcome.md:12:1: error A15" in result.output and "Nothing was written." in result.output
    assert path.read_text() == text


def test_a_fault_that_hides_a_block_is_refused(course_folder: Path) -> None:
    """A heading without a space after its signs may be a question: nothing is written until that is clear."""
    path = write(course_folder, MODULE + "\n##Reflect: What else?\n")
    result = run("ids", str(course_folder), "--write")
    assert result.exit_code == 1 and "STR-016" in result.output and "Nothing was written." in result.output
    assert path.read_text() == MODULE + "\n##Reflect: What else?\n"


def test_a_fault_that_has_nothing_to_do_with_ids_is_no_hindrance(course_folder: Path) -> None:
    """A picture without words is for `satchel check`."""
    path = write(course_folder, MODULE + "\n![](images/team.png)\n")
    assert run("ids", str(course_folder), "--write").exit_code == 0
    assert "{#is-it-raining}" in path.read_text()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Welcome\n\nHello.\n", "01-welcome.md:1: it has no front matter"),
        ("---\n{title: Welcome}\n---\nHello.\n", "01-welcome.md:2: its front matter is not written one key a line"),
        ("---\ntitle: Welcome\nid:\n---\nHello.\n", "01-welcome.md:3: its id has no value; write id: welcome"),
    ],
    ids=["no front matter", "in one line", "empty id"],
)
def test_what_cannot_be_inserted_is_said(course_folder: Path, text: str, words: str) -> None:
    """The obstacle says what to write, and the file stays as it is."""
    path = write(course_folder, text)
    result = run("ids", str(course_folder), "--write")
    assert result.exit_code == 1
    assert "To write by hand:" in result.output and words in result.output
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\n  title: W\n---\nHello.", "---\n  id: welcome\n  title: W\n---\nHello."),
        ("---\r\ntitle: W\r\n---\r\nHello.", "---\r\nid: welcome\r\ntitle: W\r\n---\r\nHello."),
        ("---\r# why\r\rtitle: W\r---\rHello.", "---\r# why\r\rid: welcome\rtitle: W\r---\rHello."),
        ("---\n---\n# W\n\nHello.", "---\nid: welcome\n---\n# W\n\nHello."),
        ("\ufeff---\ntitle: W\n---\nHello.", "\ufeff---\nid: welcome\ntitle: W\n---\nHello."),
    ],
    ids=["indented", "CRLF", "CR and a comment", "empty", "byte order mark"],
)
def test_front_matter_of_any_form_gets_its_id(course_folder: Path, before: str, after: str) -> None:
    """In the column of the other keys, with the line end of the file."""
    path = write(course_folder, before)
    assert fix_ids(course_folder, write=True).left == ()
    assert path.read_bytes().decode() == after


def test_a_module_called_null_keeps_its_name(course_folder: Path) -> None:
    """YAML would read the bare word as no value at all."""
    write(course_folder, "---\ntitle: Null\n---\nHello.", "02-null.md")
    before = ids_of(read_course(course_folder, KINDS)[0])
    fix_ids(course_folder, write=True)
    assert ids_of(read_course(course_folder, KINDS)[0]) == before
    assert fix_ids(course_folder).ids == ()


def test_when_the_disk_refuses_in_the_middle_no_file_has_changed(
    course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files or none: the second rename fails, and the first is undone."""
    paths = [write(course_folder, MODULE), write(course_folder, "---\ntitle: Two\n---\nHello.\n", "02-two.md")]
    before = [path.read_bytes() for path in paths]
    real = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if target.name == "02-two.md":
            raise PermissionError(13, "Permission denied", str(target))
        return real(self, target)

    monkeypatch.setattr(rewriting.Path, "replace", refusing)
    with pytest.raises(UnwritableTarget, match=r"02-two\.md: Permission denied"):
        fix_ids(course_folder, write=True)
    assert [path.read_bytes() for path in paths] == before
    assert [entry.name for entry in course_folder.iterdir() if "satchel-part" in entry.name] == []


def test_a_file_that_changes_in_between_is_left_alone(course_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor saved it just now: what was read is not what is there."""
    from builder.authoring import ids as fixing

    path = write(course_folder, MODULE)
    found = fixing.read_course(course_folder, KINDS)
    write(course_folder, "New first line\n" + MODULE)
    monkeypatch.setattr(fixing, "read_course", lambda folder, kinds, **how: found)
    with pytest.raises(UnreadableSource, match="changed"):
        fix_ids(course_folder, write=True)
    assert path.read_text() == "New first line\n" + MODULE


def test_permissions_and_links_on_disk_stay(course_folder: Path, tmp_path: Path) -> None:
    """A module kept in another place, and closed to others, is still so afterwards."""
    kept = write(tmp_path, MODULE, "kept.md")
    kept.chmod(0o640)
    (course_folder / "01-welcome.md").unlink()
    (course_folder / "01-welcome.md").symlink_to(kept)
    fix_ids(course_folder, write=True)
    assert (course_folder / "01-welcome.md").is_symlink()
    assert "{#what-now}" in kept.read_text() and kept.stat().st_mode & 0o777 == 0o640


WORDS = st.lists(
    st.sampled_from(
        [
            "why",
            "Über",
            "`code`",
            "*so*",
            "a {b, c}",
            "1.",
            "#",
            "x#",
            "\\#",
            "“this”",
            "日本",
            "&amp;",
            "\\",
            "a\tb",
            "—",
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
HEADINGS = st.builds(
    lambda indent, level, gap, kind, words, braces, end: (
        f"{indent}{'#' * level}{gap}{kind}: Q{{n}} {words}{braces}{end}"
    ),
    st.sampled_from(["", " ", "   "]),
    st.integers(2, 6),
    st.sampled_from([" ", "  ", "\t"]),
    st.sampled_from(["Reflect", "reflect", "REFLECT"]),
    WORDS,
    st.sampled_from(["", " {lang=cy}", ' { lang="cy" }', " {#own-{n}}", " {lang=cy #own-{n}}"]),
    st.sampled_from(["", " ", "\t ", " ##", " # ", "\u00a0"]),
)


@settings(max_examples=sample(150))
@given(
    headings=st.lists(HEADINGS, min_size=1, max_size=4),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from(["", "\ufeff"]),
    closed=st.booleans(),
)
def test_a_file_differs_by_its_ids_alone_and_means_the_same(
    headings: list[str], end: str, mark: str, closed: bool
) -> None:
    """Whatever the headings, line ends and spaces: same course, every other byte kept, nothing left for a second run."""
    lines = ["---", "title: Welcome", "---", ""]
    for number, heading in enumerate(headings):
        lines += [heading.replace("{n}", str(number)), "", "Think.  ", ""]
    text = mark + end.join(lines) + (end if closed else "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "course.yml").write_text("id: sample\ntitle: Sample\nlanguage: en\n")
        path = write(folder, text)
        before, report = read_course(folder, KINDS)
        assert not report.errors
        fixing = fix_ids(folder, write=True)
        assert fixing.left == ()
        after, report = read_course(folder, KINDS)
        written = path.read_bytes()
        assert not report.errors
        assert ids_of(after) == ids_of(before)
        assert [item.title.text for item in after.items] == [item.title.text for item in before.items]
        assert fix_ids(folder, write=True).ids == ()
        assert path.read_bytes() == written
    assert without(written.decode(), [made.id for made in fixing.ids]) == text


def without(text: str, ids: list[str]) -> str:
    """The text without the ids that were written, each taken out once."""
    for identifier in ids:
        name = re.escape(identifier)
        text, count = re.subn(rf"id: {name}(?:\r\n|\r|\n)| \{{#{name}\}}|(?<=\{{)#{name} ", "", text, count=1)
        assert count == 1, identifier
    return text
