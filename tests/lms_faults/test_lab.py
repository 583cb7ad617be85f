"""Whatever happens, no work of the learner is lost, and the page says nothing false."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from builder.pipeline import Outcome
from tests.lms.conftest import package_of
from tests.lms.host import Lms
from tests.lms_faults.chrome import Chrome
from tests.lms_faults.faults import ALL, FAULTS, Fault
from tests.lms_faults.results import reported
from tests.lms_faults.stories import (
    look_back,
    lose_the_browser,
    lose_the_browser_from_disk,
    lose_the_local_storage,
    meet_altered_work,
    meet_cut_work,
    share_a_name,
    work_in_a_frame_without_downloads,
    work_in_a_sealed_frame,
    work_in_two_windows,
    work_on_a_full_device,
    work_under_an_empty_id,
    work_without_a_name,
)
from tests.lms_faults.story import Lab

pytestmark = pytest.mark.browser

EDITIONS = ("scorm12", "scorm2004")

STORIES = {
    "looking-back": look_back,
    "no-downloads": work_in_a_frame_without_downloads,
    "sealed-frame": work_in_a_sealed_frame,
    "two-windows": work_in_two_windows,
    "nobody-named": work_without_a_name,
    "empty-id": work_under_an_empty_id,
    "guests": share_a_name,
    "emptied-at-logout": lose_the_local_storage,
    "device-full": work_on_a_full_device,
    "damaged-cut": meet_cut_work,
    "damaged-byte": meet_altered_work,
}
"""What happens without any fault of an LMS while the course is open."""

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
def test_work_outlives_the_fault(
    browser: Browser, lms: Lms, fault: Fault, version: str, request: pytest.FixtureRequest
) -> None:
    """All that was written ten seconds before is there again, and the save status is true."""
    course: Outcome = request.getfixturevalue("scored_course" if fault.scored else "lab_course")
    with reported("lms", fault.name, version, fault.about, tool_of(browser)) as result:
        outcome = Lab(browser, lms, package_of(course, version), fault).play()
        result.told, result.then = outcome.told
        result.found = outcome.found


@pytest.mark.slow
@pytest.mark.parametrize("version", EDITIONS)
@pytest.mark.parametrize("name", list(STORIES))
def test_work_outlives_another_window(browser: Browser, lms: Lms, lab_course: Outcome, name: str, version: str) -> None:
    """Neither a look at the course nor a second window of it takes anything away, and nothing damaged is overwritten."""
    fault = ALL[name]
    with reported("lms", name, version, fault.about, tool_of(browser)) as result:
        STORIES[name](browser, lms.enrol(package_of(lab_course, version)))
        result.told = fault.told
        result.found = "the text that she copied" if fault.stage == "sealed" else "LMS and device"


@pytest.mark.slow
@pytest.mark.parametrize("version", EDITIONS)
def test_work_outlives_the_browser(
    browser: Browser, playwright: Playwright, chromium: str, lms: Lms, lab_course: Outcome, version: str, tmp_path: Path
) -> None:
    """A browser that is killed takes nothing along, though it had not yet put all of it where it is read first."""
    fault = ALL["killed"]
    with (
        reported("lms", fault.name, version, fault.about, tool_of(browser)) as result,
        Chrome(playwright, chromium, tmp_path / "profile") as chrome,
    ):
        lose_the_browser(chrome, browser, lms.enrol(package_of(lab_course, version)))
        result.told, result.found = fault.told, "LMS and device"


@pytest.mark.slow
def test_work_outlives_the_browser_without_an_lms(
    browser: Browser, playwright: Playwright, chromium: str, lab_course: Outcome, tmp_path: Path
) -> None:
    """The same where only the device has it: the course opened by double click."""
    fault = ALL["killed"]
    with (
        reported("device", fault.name, "file", fault.about, tool_of(browser)) as result,
        Chrome(playwright, chromium, tmp_path / "profile") as chrome,
    ):
        lose_the_browser_from_disk(chrome, start_of(lab_course))
        result.told, result.found = "device", "device"


def start_of(outcome: Outcome) -> Path:
    """The page that a double click opens."""
    return next(path for path in outcome.written if path.name == "index.html")


def tool_of(browser: Browser) -> str:
    """The browser, by name and version."""
    return f"Chromium {browser.version}"
