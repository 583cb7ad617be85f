"""Each sentence of a comparison, played: a learner begins one version, the other takes its place, and what was said comes true."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.compare.replaced.versions import build_pairs
from tests.conftest import ROOT
from tests.node import node_command


@pytest.mark.slow
def test_what_a_comparison_says_is_what_learners_meet(tmp_path: Path) -> None:
    """The tests are in `replaced/`: pages of both versions in Node, in an LMS that refuses what Moodle refuses."""
    build_pairs(tmp_path)
    files = sorted(str(path) for path in (Path(__file__).parent / "replaced").glob("*.test.mjs"))
    command = [*node_command(), "--test-reporter=spec", "tests/together.mjs", *files]
    known = os.environ | {"SATCHEL_PAGES": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr
