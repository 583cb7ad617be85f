"""What is printed, where it is read: on a terminal, a narrow one, one without colour, one of Windows."""

import re
from pathlib import Path, PureWindowsPath

import pytest
from click.testing import CliRunner

from builder import report
from builder.cli import main
from builder.model.diagnostics import Diagnostic, Report, Severity, Span
from tests.terminal import on_a_terminal

FAULTY = "---\ntitle: Welcome\n---\n\nSee [click here](https://www.example.org/), a long line of words that goes on and on and on.\n"


@pytest.mark.slow
def test_colour_is_for_terminals_and_for_those_who_want_it(course_folder: Path) -> None:
    """NO_COLOR takes it away, and nothing else; no source line is wider than the terminal."""
    (course_folder / "01-welcome.md").write_text(FAULTY)
    coloured = on_a_terminal("check", course_folder, COLUMNS="44").stdout
    plain = on_a_terminal("check", course_folder, COLUMNS="44", NO_COLOR="1").stdout
    assert "\x1b[31m\x1b[1merror\x1b[0m" in coloured
    assert "\x1b" not in plain and re.sub(r"\x1b\[\d+m", "", coloured) == plain
    shown = [line for line in plain.splitlines() if re.match(r" +\d* \| ", line)]
    assert len(shown) == 2 and max(map(len, shown)) <= 44
    assert shown[0].index("https") == shown[1].index("^")
    assert plain.endswith("More about a rule: satchel explain A11\n")


def test_the_last_lines_say_what_to_do_next(course_folder: Path) -> None:
    """Where course.yml cannot be read, its name stands in for the title; a clean course has nothing to add."""
    run = CliRunner().invoke
    assert run(main, ["check", str(course_folder)]).output.endswith(": nothing to mend.\n")
    settings = course_folder / "course.yml"
    settings.write_text(settings.read_text().replace("title: ", "title: A: "))
    printed = run(main, ["check", str(course_folder)]).output
    assert printed.endswith(
        "course.yml: 1 error.\nNext: mend what is listed, and try again. More about a rule: satchel explain STR-005\n"
    )


def test_a_path_of_windows_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the signs of the system; the handbook's problem matcher finds drive, line and column."""
    monkeypatch.setattr(report, "Path", PureWindowsPath)
    fault = Diagnostic("A11", Severity.ERROR, Span("01-welcome.md", 5, 18), "it says nothing", "Say it.")
    first = report.diagnostics_text(Report((fault,)), "C:/Courses/My course").splitlines()[0]
    assert first == "C:\\Courses\\My course\\01-welcome.md:5:18: error A11 it says nothing"
    match = re.match(r"^(.+?):(\d+):(\d+): (error|warning|info) (\S+) (.*)$", first)
    assert match and match[1].endswith("01-welcome.md") and match[2] == "5"
