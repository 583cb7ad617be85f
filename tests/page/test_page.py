"""What a learner reads, hears and finds again in whole courses, in Node: quick, and told line by line in `scenes/`.

`SNAPSHOTS=write python -m pytest -n 0 tests/page` writes the scenes afresh. They are there to be read: look at what changed.
"""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.node import node_command
from tests.page.courses import build_courses, build_languages, build_translated

ROOMY = ("--max-semi-space-size=128", "--single-threaded-gc")
"""MiB for what Node has just made, since each page is thrown away as a whole; threads that collect would only wait for cores."""


def test_the_page_does_what_was_read_and_approved(tmp_path: Path) -> None:
    """Every kind of question, a whole visit, the record of learning, work that is carried, an LMS in trouble."""
    build_courses(tmp_path)
    _run(tmp_path, *sorted(str(path) for path in Path(__file__).parent.rglob("*.test.mjs")))


@pytest.mark.slow
def test_long_lives_with_switches_between_languages_lose_nothing(tmp_path: Path) -> None:
    """The same acts in one language and in several, in the record too: the same work, the same score, the same interactions."""
    build_languages(tmp_path)
    build_translated(tmp_path)
    _run(tmp_path, str(Path(__file__).parent / "languages.test.mjs"), SATCHEL_LIVES="5")


def _run(pages: Path, *files: str, **more: str) -> None:
    command = [*node_command(), *ROOMY, "--test-reporter=spec", "tests/together.mjs", *files]
    known = os.environ | {"SATCHEL_PAGES": str(pages), **more}
    done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr
