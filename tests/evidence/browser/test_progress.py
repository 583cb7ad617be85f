"""What a terminal shows while a package is played; nothing of it goes anywhere else."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.evidence.others import packed
from tests.evidence.small import built

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals"),
]
WIPE = "\r\x1b[K"


def run(*words: str, on_terminal: bool) -> tuple[str, str]:
    """What a command writes for other programs, and what it says beside that: on a terminal, or into a pipe."""
    command = [sys.executable, "-m", "builder", *words]
    if not on_terminal:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        return done.stdout, done.stderr
    ours, theirs = os.openpty()
    shown: list[bytes] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True, cwd=ROOT) as process:
        os.close(theirs)
        reader = threading.Thread(target=read, args=(ours, shown))
        reader.start()
        assert process.stdout
        printed = process.stdout.read()
    reader.join()
    os.close(ours)
    return printed, b"".join(shown).decode()


def read(terminal: int, shown: list[bytes]) -> None:
    """All that is written to a terminal, until nobody has it open."""
    try:
        while some := os.read(terminal, 4096):
            shown.append(some)
    except OSError:  # so Linux says that all have gone
        return


def steps(shown: str) -> list[str]:
    """The lines that came one after another in one place; each has wiped out the one before."""
    first, *others = shown.split(WIPE)
    assert first == ""
    return others


def test_verifying_says_which_page_it_plays_and_how_many_there_are(tmp_path: Path) -> None:
    """From opening to the last; then the line is empty. A program that reads along has the result alone, the same as without."""
    package = built(tmp_path)["web"]
    words = ("verify", str(package), "--json")
    printed, shown = run(*words, on_terminal=True)
    opening, *played, last = steps(shown)
    assert opening == f"Opening {package.name} …"
    count = len(played)
    assert [re.match(rf"Played (\d+) of {count}: \S.* …$", line)[1] for line in played] == [
        str(number) for number in range(1, count + 1)
    ]  # type: ignore[index]
    assert {f"{name} …" for name in ("What do we drink?", "What do you think?", "the whole course by keyboard")} <= {
        line.partition(": ")[2] for line in played
    }
    assert last == ""
    assert run(*words, on_terminal=False) == (printed, "")


def test_one_browser_says_what_it_is_about_to_play(tmp_path: Path) -> None:
    """In the order of the pages."""
    _, shown = run("verify", str(built(tmp_path)["web"]), "--jobs", "1", on_terminal=True)
    _, first, *others = steps(shown)
    assert re.fullmatch(r"Playing 1 of \d+: the whole course by keyboard …", first)
    assert others[-1] == "" and all(line.startswith("Playing ") for line in others[:-1])


def test_judging_says_which_screen_it_plays(tmp_path: Path) -> None:
    """And a pipe has none of it."""
    words = ("judge", str(packed(tmp_path / "other.zip", "pages and links")), "--json")
    printed, shown = run(*words, on_terminal=True)
    lines = steps(shown)
    assert lines[0] == "Playing index.html …" and "Playing Soap and water …" in lines and lines[-1] == ""
    assert run(*words, on_terminal=False) == (printed, "")
