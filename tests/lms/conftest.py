"""A test LMS, and the first course in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.pipeline import Outcome
from tests.lms.host import Enrolment, Lms
from tests.lms.journey import Journey, travel


@pytest.fixture(scope="session", params=["scorm12", "scorm2004"])
def edition(request: pytest.FixtureRequest) -> str:
    """The two editions of SCORM: every test that asks for one is run in both."""
    return str(request.param)


@pytest.fixture(scope="session")
def enrol(lms: Lms, edition: str, first_course: Outcome) -> Callable[..., Enrolment]:
    """Enrol a new learner in the first course, or in the course of another build."""

    def enrolled(outcome: Outcome = first_course) -> Enrolment:
        return lms.enrol(package_of(outcome, edition))

    return enrolled


@pytest.fixture(scope="session")
def journey(browser: Browser, enrol: Callable[..., Enrolment], first_course: Outcome) -> Journey:
    """One learner's way through the whole first course, by keyboard, in two sittings: taken once, looked at by many tests."""
    return travel(browser, enrol(), first_course.course)


def package_of(outcome: Outcome, edition: str) -> Path:
    """The package of a build for one edition."""
    return next(package.path for package in outcome.packages if package.destination == edition)


SELDOM_IN_MOODLE = {("scorm12", "all-questions"), ("scorm2004", "pass-mark")}
"""Each edition and each rule is tried there every day; these two pairs of them with all the rest."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The pairs that are left for `make check`."""
    for item in items:
        if item.path.name == "test_moodle.py" and _pair_of(item) in SELDOM_IN_MOODLE:
            item.add_marker(pytest.mark.slow)


def _pair_of(item: pytest.Item) -> tuple[str, str]:
    """Edition and rule of completion of a test in Moodle."""
    known = getattr(getattr(item, "callspec", None), "params", {})
    return known.get("edition", ""), known.get("course", "")
