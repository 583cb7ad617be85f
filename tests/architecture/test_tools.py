"""Style and types, for Python and for the run-time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.node import node

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check", "."], id="ruff check"),
        pytest.param(["ruff", "format", "--check", "."], id="ruff format"),
        pytest.param(["mypy"], id="mypy"),
    ],
)
def test_python_is_clean(command: list[str], tmp_path: Path) -> None:
    """The tools that every change passes have nothing to say."""
    # What they remember of the last run makes them quick; in a checkout for reading only they remember nothing.
    forget = {} if os.access(ROOT, os.W_OK) else {"RUFF_CACHE_DIR": str(tmp_path), "MYPY_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | forget
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_run_time_has_sound_types() -> None:
    """JSDoc types of the learner's JavaScript, in the type checker's strict mode."""
    done = node("node_modules/typescript/bin/tsc", "-p", "tsconfig.json", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_run_time_passes_its_own_tests() -> None:
    """The parts of the run-time that need no browser, in Node."""
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "runtime").rglob("*.test.mjs"))
    assert files
    done = node("--test-reporter=spec", "tests/together.mjs", *files, cwd=ROOT)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr
