"""Firefox for the tests: the system's own; never none."""

import os
import shutil

import pytest

from builder.pipeline import Outcome
from tests.lms_faults.course import build_course

NAMES = ("firefox-esr", "firefox")


def find_firefox() -> str | None:
    """Path of Firefox; None when there is none."""
    return next(filter(None, [os.environ.get("SATCHEL_FIREFOX"), *map(shutil.which, NAMES)]), None)


@pytest.fixture(scope="session")
def firefox_path() -> str:
    """Path of Firefox. Without one the tests fail: a skipped browser test proves nothing."""
    found = find_firefox()
    if found is None:
        pytest.fail("there is no Firefox here: run `python tests/prepare.py --lab`")
    return found


@pytest.fixture(scope="session")
def lab_course(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The course of the lab."""
    return build_course(tmp_path_factory.mktemp("firefox"))
