"""Whatever an LMS does, no work of the learner is lost, and nobody is told a falsehood."""

import pytest
from playwright.sync_api import Browser

from builder.pipeline import Outcome
from tests.lms.conftest import package_of
from tests.lms.host import Lms
from tests.lms.lab.faults import FAULTS, Fault
from tests.lms.lab.story import Lab

pytestmark = pytest.mark.browser

EDITIONS = ("scorm12", "scorm2004")

CASES = [
    pytest.param(
        fault,
        edition,
        id=f"{fault.name}-{edition}",
        marks=[] if fault.everyday == edition else [pytest.mark.slow],
    )
    for fault in FAULTS
    for edition in EDITIONS
]


@pytest.mark.parametrize(("fault", "version"), CASES)
def test_work_outlives_the_fault(browser: Browser, lms: Lms, lab_course: Outcome, fault: Fault, version: str) -> None:
    """All that was written ten seconds before is there again, and the save status is true."""
    Lab(browser, lms, package_of(lab_course, version), fault).play()
