"""The course of the lab, built once, and where its outcomes go."""

import pytest

from builder.pipeline import Outcome
from tests.lms_faults.course import SCORED, build_course


@pytest.fixture(scope="session")
def lab_course(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The course of the lab for every destination."""
    return build_course(tmp_path_factory.mktemp("lab"))


@pytest.fixture(scope="session")
def scored_course(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The same with a pass mark."""
    return build_course(tmp_path_factory.mktemp("scored"), SCORED)
