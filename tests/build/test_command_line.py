"""The commands, as they are typed."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder import __version__
from builder.cli import main
from builder.rules.texts import read_rules
from tests.conftest import COURSE


def run(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, list(arguments))


def test_python_m_builder_is_the_same_command() -> None:
    """Where the command is not on the path, `python -m builder` is."""
    done = subprocess.run([sys.executable, "-m", "builder", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"satchel, version {__version__}\n"


@pytest.mark.parametrize("command", sorted(main.commands))
def test_help_has_examples(command: str) -> None:
    """Somebody who has forgotten how finds a line to copy."""
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Examples:" in result.output and f"satchel {command}" in result.output


def test_help_imports_no_stage() -> None:
    """It answers at once, because nothing of the builder is read for it."""
    script = "import sys, builder.cli; print(sorted(name for name in sys.modules if name.startswith('builder')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    outside = [name for name in ast.literal_eval(done.stdout) if not name.startswith("builder.cli")]
    assert outside == ["builder", "builder.errors"]


def test_a_clean_build_exits_with_0_and_says_what_to_do_next(tmp_path: Path) -> None:
    """The packages with their sizes, the largest files, and where to look."""
    result = run("build", str(COURSE), "--out", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert "6 modules, 3 films, 10 questions, 4 reflections; nothing to mend." in result.output
    for words in (
        "scorm12",
        "scorm2004",
        "Largest files: media/",
        "script",
        "Room used in the LMS, at most: ",
        " of 4,096 characters (SCORM 1.2)",
        "Next: upload a zip to your LMS",
        "index.html",
    ):
        assert words in result.output


def test_build_prints_one_json_object(tmp_path: Path) -> None:
    """For tools: the packages with their digests."""
    result = run("build", str(COURSE), "--to", "web", "--out", str(tmp_path), "--json")
    (package,) = json.loads(result.stdout)["packages"]
    assert package["destination"] == "web" and len(package["sha256"]) == 64
    assert Path(package["path"]).stat().st_size == package["bytes"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "--to", "scorm13"], "'scorm13' is not one of scorm12, scorm2004, web"),
        (["build", "--to", ","], "name at least one destination"),
        (["build", "no-such-folder"], "there is no such folder"),
        (["explain", "A99"], "there is no rule A99"),
        (["frobnicate"], "No such command"),
        (["stand-in", "nothing", "--course", str(COURSE)], "there is no such module"),
    ],
)
def test_a_wrong_call_exits_with_2_and_says_why(arguments: list[str], words: str) -> None:
    """Usage, and what cannot be gone on from; never a traceback."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output and "Traceback" not in result.output


def test_check_exits_with_1_when_there_is_an_error(course_folder: Path) -> None:
    """Line, caret and hint, as an editor can open them."""
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n\nSee [click here](https://www.example.org/).\n"
    )
    result = run("check", str(course_folder))
    assert result.exit_code == 1
    assert (
        f"{course_folder}/01-welcome.md:5:18: error A11 “click here” does not say where this link leads"
        in result.output
    )
    assert "     5 | See [click here](https://www.example.org/).\n       |                  ^" in result.output
    assert "  hint: Say where it leads" in result.output
    assert "1 error." in result.output


def test_a_place_far_out_in_a_long_line_is_shown(course_folder: Path) -> None:
    """The excerpt is a window around the caret, never wider than the terminal."""
    words = "word " * 300
    (course_folder / "01-welcome.md").write_text(
        f"---\ntitle: Welcome\n---\n\n{words}[](https://www.example.org/) {words}\n"
    )
    lines = run("check", str(course_folder)).output.splitlines()
    at = next(number for number, line in enumerate(lines) if line.lstrip().startswith("|") and "^" in line)
    assert len(lines[at - 1]) <= 120 and lines[at - 1][lines[at].index("^") :].startswith("https://")


@pytest.mark.parametrize("rule", read_rules())
def test_every_rule_is_explained_with_a_wrong_and_a_right_example(rule: str) -> None:
    """What the message has no room for."""
    shown = read_rules()[rule]
    result = run("explain", rule.lower())
    assert result.exit_code == 0
    assert shown.wrong and shown.right and shown.wrong != shown.right
    assert "Not like this" in result.output and "But like this" in result.output


def test_explain_lists_every_rule() -> None:
    """One line or two each."""
    assert all(f"\n{rule}" in "\n" + run("explain").output for rule in read_rules())


def test_there_is_no_colour_where_nobody_sees_it(course_folder: Path) -> None:
    """Redirected output holds no escape sequence."""
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\n![](images/team.png)\n")
    done = subprocess.run(
        [sys.executable, "-m", "builder", "check", str(course_folder)], capture_output=True, check=False
    )
    assert done.returncode == 1 and b"\x1b" not in done.stdout + done.stderr
