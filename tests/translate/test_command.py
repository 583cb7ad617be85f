"""`satchel translate`, as somebody types it."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from tests.translate.pretend import MARK, marked, translate


def run(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(main, ["translate", *map(str, arguments)])


def test_from_the_source_to_a_course_that_builds(course_folder: Path, tmp_path: Path) -> None:
    """Three commands, each of which says the next one."""
    done = run(course_folder, "--to", "cy")
    assert done.exit_code == 0 and f"Wrote {course_folder.as_posix()}/cy.xlf" in done.output
    assert f"satchel translate {course_folder.as_posix()} --read {course_folder.as_posix()}/cy.xlf" in done.output
    assert translate(course_folder, marked).sound
    done = run(course_folder, "--read", course_folder / "cy.xlf")
    assert done.exit_code == 0 and f"Next: satchel build {course_folder.as_posix()}/cy" in done.output
    built = CliRunner().invoke(
        main, ["build", str(course_folder / "cy"), "--to", "web", "--out", str(tmp_path / "out")]
    )
    assert built.exit_code == 0, built.output
    page = next((tmp_path / "out").glob("*-web/index.html")).read_text(encoding="utf-8")
    assert 'lang="cy"' in page and MARK in page


def test_status_names_the_line_of_what_is_stale_and_of_what_is_missing(course_folder: Path) -> None:
    """As an editor opens it; the exit status says whether anything is left."""
    text = "---\ntitle: Welcome\n---\nThe first visit is on Monday.\n"
    (course_folder / "01-welcome.md").write_text(text, encoding="utf-8")
    assert translate(course_folder, marked).sound
    assert run(course_folder, "--status").exit_code == 0
    (course_folder / "01-welcome.md").write_text(text.replace("Monday", "Tuesday") + "\nNew.\n", encoding="utf-8")
    done = run(course_folder, "--status")
    assert done.exit_code == 1
    page = f"{course_folder.as_posix()}/01-welcome.md"
    assert f"{page}:4: paragraph: The first visit is on Tuesday." in done.output
    assert "it was: The first visit is on Monday." in done.output
    assert f"{page}:6: paragraph: New." in done.output
    found = json.loads(run(course_folder, "--status", "--json").output)
    assert [(one["path"], one["line"]) for one in found["segments"] if one["stale"]] == [("01-welcome.md", 4)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name the language, such as --to cy"),
        (["--to", "nonsense"], "is not the tag of a language"),
        (["--to", "en-GB"], "the course is in en-GB already"),
        (["--status"], "there is no translation file in the course yet"),
        (["--status", "--to", "cy"], "there is no such file. To begin: satchel translate"),
        (["--status", "--read", "x.xlf"], "name one of them at a time"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_remedy(arguments: list[str], message: str, course_folder: Path) -> None:
    """With exit status 2."""
    done = run(course_folder, *arguments)
    assert done.exit_code == 2 and message in " ".join(done.output.split())


def test_xliff_needs_no_extra_and_po_names_the_one_that_it_needs(
    course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has installed the least can translate."""
    for name in [name for name in sys.modules if name.split(".")[0] == "translate"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "translate", None)
    assert run(course_folder, "--to", "cy").exit_code == 0
    done = run(course_folder, "--to", "cy", "--format", "po")
    assert done.exit_code == 2 and "translate-toolkit is not installed. Run:" in " ".join(done.output.split())


def test_a_broken_code_is_reported_with_file_segment_and_remedy(course_folder: Path) -> None:
    """And the exit status is 1."""
    text = "---\ntitle: Welcome\n---\nRead **this**.\n"
    (course_folder / "01-welcome.md").write_text(text, encoding="utf-8")
    assert translate(course_folder, marked).sound
    file = course_folder / "cy.xlf"
    data = file.read_text(encoding="utf-8")
    begin = data.rindex(f'<target xml:space="preserve">{MARK}Read')
    data = f"{data[:begin]}<target>Darllenwch hwn.{data[data.index('</target>', begin) :]}"
    file.write_text(data, encoding="utf-8")
    done = run(course_folder, "--read", file)
    assert done.exit_code == 1
    assert "error the translation lacks the bold **…** (code 1)" in done.output
    assert "it translates 01-welcome.md:4, segment s" in done.output and "hint: Put it back" in done.output


def test_all_that_is_left_is_listed_when_asked_for(course_folder: Path) -> None:
    """Otherwise the first twenty, and how many more there are."""
    words = "\n\n".join(f"Sentence {number}." for number in range(40))
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n{words}\n", encoding="utf-8")
    run(course_folder, "--to", "cy")
    short, long = run(course_folder, "--status").output, run(course_folder, "--status", "--verbose").output
    assert short.count("paragraph: ") < 21 and "more (--verbose lists all)" in short
    assert long.count("paragraph: ") == 40 and "--verbose" not in long
