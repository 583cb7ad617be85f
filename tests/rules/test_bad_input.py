"""Bad input of any kind gives a clear diagnostic at its place; never a traceback, never a package."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.check import check_course
from builder.kinds import KINDS
from builder.model.diagnostics import Diagnostic
from builder.read import read_course
from tests.cases import sample

HEAD = "---\ntitle: Welcome\n---\n\n"


def faults(folder: Path) -> list[Diagnostic]:
    """Every diagnostic of a course."""
    return list(check_course(*read_course(folder, KINDS))[1].diagnostics)


def places(folder: Path) -> list[str]:
    """The same as `path:line:column RULE`."""
    return [f"{d.span.path}:{d.span.line}:{d.span.column} {d.rule}" for d in faults(folder)]


def test_a_line_of_ten_megabytes_is_refused_where_it_stands(course_folder: Path) -> None:
    """The file is not parsed; the excerpt does not hold ten megabytes either."""
    (course_folder / "01-welcome.md").write_text(HEAD + "x" * 10_000_000 + "\n")
    found = faults(course_folder)
    assert [(d.span.line, d.rule) for d in found] == [(5, "STR-004")]
    assert "10.0 MB" in found[0].message and len(found[0].excerpt) < 1000


def test_a_line_that_is_too_long_is_refused_at_the_column_where_it_becomes_so(course_folder: Path) -> None:
    """A small file with one pasted line."""
    (course_folder / "01-welcome.md").write_text(HEAD + "y" * 20_001 + "\n")
    assert places(course_folder) == ["01-welcome.md:5:20001 STR-004"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX")
def test_a_module_that_cannot_be_opened_is_named(course_folder: Path) -> None:
    """A folder with the name of a module stands for a file without permission: root may read everything."""
    (course_folder / "02-locked.md").mkdir()
    assert places(course_folder) == ["02-locked.md:1:1 STR-022"]


def test_a_picture_that_leads_out_by_a_link_on_disk_is_refused(course_folder: Path, tmp_path: Path) -> None:
    """Not only `../`: a symbolic link inside the folder must not carry a file from elsewhere into the package."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"x")
    (course_folder / "images" / "leak.png").symlink_to(secret)
    (course_folder / "01-welcome.md").write_text(HEAD + "![A leak](images/leak.png)\n")
    assert places(course_folder) == ["01-welcome.md:5:11 STR-021"]


def test_all_faults_are_told_at_once(course_folder: Path) -> None:
    """Faults in the settings do not hide those in the modules."""
    (course_folder / "course.yml").write_text("id: Sample\ntitle: A sample\nlanguage: English\n")
    (course_folder / "01-welcome.md").write_text(HEAD + "![](images/team.png)\n\n##Next\n")
    (course_folder / "02-next.md").write_text("---\ntitle: Next: more\n---\n\n```\n")
    assert places(course_folder) == [
        "01-welcome.md:5:5 A01",
        "01-welcome.md:7:1 STR-016",
        "02-next.md:2:12 STR-005",
        "02-next.md:5:1 STR-013",
        "course.yml:1:5 STR-008",
        "course.yml:3:11 STR-008",
    ]


@pytest.mark.parametrize(
    ("settings_text", "hint"),
    [
        ("id: sample\ntitle: A: b\nlanguage: en\n", 'Write: title: "A: b"'),
        ("id: sample\ntitle: Sample\nlanguage: en\ncompletion: all\n", "Write: completion: all-modules"),
        ("id: sample\ntitle: Sample\nlanguage: en\npass_mark: 8\n", 'Did you mean "pass-mark"?'),
        ("id: My Course\ntitle: Sample\nlanguage: en\n", "Write: id: my-course"),
    ],
)
def test_the_hint_can_be_pasted(settings_text: str, hint: str, course_folder: Path) -> None:
    """What to write instead, in the author's own words."""
    (course_folder / "course.yml").write_text(settings_text)
    assert hint in [d.hint for d in faults(course_folder)]


SETTINGS = "id: sample\ntitle: Sample\nlanguage: en\n"


@pytest.mark.parametrize(
    ("path", "text", "hint"),
    [
        ("01-welcome.md", "1. Read\n2 Ring them\n3. Go\n", "Write: 2. Ring them"),
        ("01-welcome.md", "## Sort: Which?\n\n**A**\n\n- Bus\n– Taxi\n", "Write: - Taxi"),
        ("01-welcome.md", "## Quiz: Which? {#first shufle}\n\n- [x] A\n- [ ] B\n", "Did you mean shuffle?"),
        ("01-welcome.md", "Ask {{team}.\n", "Write {{team}}"),
        ("02-next.md.txt", "Words.\n", "Rename it to 02-next.md"),
        ("course.yml", SETTINGS + "variables:\nteam: Us\n", "`  team: Us`"),
        ("course.yml", SETTINGS + "variables:\n  my team: Us\n", "Write: my-team: Us"),
        ("glossary.md", "Trust: relying on you.\n", "Write two lines: Trust and below it : relying on you."),
    ],
)
def test_the_hint_of_a_near_miss_can_be_pasted(path: str, text: str, hint: str, course_folder: Path) -> None:
    """The line as it was meant."""
    (course_folder / path).write_text((HEAD if path == "01-welcome.md" else "") + text)
    assert any(hint in d.hint for d in faults(course_folder))


def test_yaml_that_refers_to_itself_ends(course_folder: Path) -> None:
    """An alias to its own list, and one that doubles thirty times, neither loop nor fill the memory."""
    doubling = "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))
    for text in ("id: sample\ntitle: &t [*t]\nlanguage: en\n", "a0: &a0 [x, x]\n" + doubling):
        (course_folder / "course.yml").write_text(text)
        assert faults(course_folder)


@settings(max_examples=sample(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(alphabet=st.sampled_from("#-*>`[](){}<>!|:=_x 1.\n\t\"'~&\\é\u202e"), max_size=300),
    start=st.sampled_from(
        [
            "## Quiz: Q? ",
            "## Order: O? ",
            "## Watch: W ",
            "## Stages: S ",
            "## Reflect: R? ",
            "## Match: M? ",
            "## Sort: S? ",
            "## Fill: F? ",
            "## Number: N? ",
            "## Scale: C? ",
            "",
            "---\n",
        ]
    ),
)
def test_no_text_of_a_module_gives_a_traceback(text: str, start: str, course_folder: Path) -> None:
    """Anything that can be typed is read, checked, and reported with a place inside the file."""
    (course_folder / "01-welcome.md").write_text(HEAD + start + text, encoding="utf-8", newline="\n")
    length = len((HEAD + start + text).split("\n"))
    for diagnostic in faults(course_folder):
        assert 1 <= diagnostic.span.line <= length + 1 and diagnostic.span.column >= 1, diagnostic


@settings(max_examples=sample(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.sampled_from("idtle:language -[]{}#&*!|>'\"%@`,?\n\t x1"), max_size=120))
def test_no_settings_give_a_traceback(text: str, course_folder: Path) -> None:
    """The same for course.yml."""
    (course_folder / "course.yml").write_text(text, encoding="utf-8", newline="\n")
    assert faults(course_folder)


def satchel(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as an author does."""
    return subprocess.run(
        [sys.executable, "-m", "builder", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_a_broken_course_writes_nothing_and_leaves_the_old_package_whole(course_folder: Path, tmp_path: Path) -> None:
    """The zip of a broken course is never written; the one of yesterday stays byte for byte."""
    assert satchel("build", "--to", "scorm12", "--out", "dist", cwd=tmp_path).returncode == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "dist").iterdir()}
    (course_folder / "01-welcome.md").write_text(HEAD + "## Quiz: Which?\n\n- [ ] This\n- [ ] That\n")
    done = satchel("build", "--to", "scorm12", "--out", "dist", cwd=tmp_path)
    assert done.returncode == 1
    assert "course/01-welcome.md:5:4: error A13 no option of this question is ticked as right" in done.stdout
    assert "Nothing was written" in done.stdout and "Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "dist").iterdir()} == before


def test_json_holds_every_field_that_is_promised(course_folder: Path, tmp_path: Path) -> None:
    """One object on standard output, for editors and for CI."""
    (course_folder / "01-welcome.md").write_text(HEAD + "![](images/team.png)\n")
    done = satchel("check", "--json", cwd=tmp_path)
    assert done.returncode == 1
    result = json.loads(done.stdout)
    assert result["packages"] == []
    (found,) = result["diagnostics"]
    assert set(found) == {"rule", "severity", "path", "line", "column", "message", "hint", "fix"}
    assert (found["rule"], found["severity"], found["path"], found["line"], found["column"]) == (
        "A01",
        "error",
        "01-welcome.md",
        5,
        5,
    )
