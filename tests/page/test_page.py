"""What a learner reads, hears and finds again in whole courses, in Node: quick, and told line by line in `scenes/`.

`SNAPSHOTS=write python -m pytest -n 0 tests/page` writes the scenes afresh. They are there to be read: look at what changed.
"""

import os
import subprocess
from pathlib import Path

from tests.conftest import ROOT
from tests.node import node_command
from tests.page.courses import build_courses


def test_the_page_does_what_was_read_and_approved(tmp_path: Path) -> None:
    """Every kind of question, a whole visit, the record of learning, work that is carried, an LMS in trouble."""
    build_courses(tmp_path)
    files = sorted(str(path) for path in Path(__file__).parent.rglob("*.test.mjs"))
    command = [*node_command(), "--test-reporter=spec", "tests/together.mjs", *files]
    known = os.environ | {"SATCHEL_PAGES": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr
