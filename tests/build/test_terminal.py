"""What is printed, where it is read: on a terminal, a narrow one, one without colour, one of Windows."""

import os
import re
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest
from click.testing import CliRunner

from builder import report
from builder.cli import main
from builder.model.diagnostics import Diagnostic, Report, Severity, Span

FAULTY = "---\ntitle: Welcome\n---\n\nSee [click here](https://www.example.org/), a long line of words that goes on and on and on.\n"


def on_a_terminal(folder: Path, **environment: str) -> str:
    """What `satchel check` prints on a terminal of 44 columns."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 44, 0, 0))
    plain = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS"}}
    command = [sys.executable, "-m", "builder", "check", str(folder)]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=plain | environment):
        os.close(theirs)
        printed = b""
        while True:
            try:
                some = os.read(ours, 4096)
            except OSError:  # the other end is closed
                some = b""
            if not some:
                break
            printed += some
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_colour_is_for_terminals_and_for_those_who_want_it(course_folder: Path) -> None:
    """NO_COLOR takes it away, and nothing else; no source line is wider than the terminal."""
    (course_folder / "01-welcome.md").write_text(FAULTY)
    coloured, plain = on_a_terminal(course_folder), on_a_terminal(course_folder, NO_COLOR="1")
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
