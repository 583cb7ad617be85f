"""The golden course and the first course as the version under test builds them, and an LMS."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.golden.versions import COURSE, DESTINATIONS, FIRST_COURSE, build
from tests.lms.host import Lms


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of the golden course, built by the version under test."""
    return build(COURSE, tmp_path_factory.mktemp("golden") / "built", *DESTINATIONS)


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of the first course."""
    return build(FIRST_COURSE, tmp_path_factory.mktemp("first") / "built", *DESTINATIONS)


@pytest.fixture(scope="session")
def lms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lms]:
    """One LMS for all; every test enrols the golden learner anew."""
    with Lms(tmp_path_factory.mktemp("lms")) as running:
        yield running
