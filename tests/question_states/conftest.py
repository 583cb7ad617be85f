"""The course with one question of each kind, built once."""

from pathlib import Path

import pytest

from tests.question_states.course import build_course


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Destination -> launch page of the course."""
    return build_course(tmp_path_factory.mktemp("states"))
