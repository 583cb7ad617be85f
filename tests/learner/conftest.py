"""The first course as a learner opens it: from a web server, and from the disk."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from builder.model.course import Course
from builder.pipeline import Outcome
from tests.learner.driver.loopback import Loopback


@pytest.fixture(scope="session")
def course(first_course: Outcome) -> Course:
    """The first course as the builder read it."""
    return first_course.course


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(web_course: Path) -> Iterator[str]:
    """Address of the first course on a web server."""
    with Loopback(partial(_Quiet, directory=str(web_course.parent))) as server:
        yield f"{server.address}/{web_course.name}"
