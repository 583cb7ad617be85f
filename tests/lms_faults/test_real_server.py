"""A real server, not ours: the package is uploaded, opened, left and opened again."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page

from builder.pipeline import Outcome
from tests.lms.conftest import package_of
from tests.lms_faults.learner import TRAVELLING, Work, begin, expect_all, first_half, missing, second_half, write
from tests.lms_faults.results import ROOT, reported
from tests.lms_faults.story import Device
from tests.lms_faults.told import hear

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LEARNER = {"email": "learner@example.com", "username": "learner", "password": "not a secret", "display_name": "Learner"}

APIS = {"scorm12": "API.LMSGetValue", "scorm2004": "API_1484_11.GetValue"}

TRIES = 500
"""Requests after which what was sent counts as lost."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Address of scormhost with nothing in it."""
    command = [sys.executable, "-m", "tests.lms_faults.real_server", str(tmp_path / "data")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address, "scormhost did not start: is the extra `lab` installed?"
        yield address
        process.terminate()


@pytest.mark.parametrize("edition", list(APIS))
def test_a_real_server_gives_back_what_it_was_given(
    browser: Browser, lab_course: Outcome, server: str, edition: str
) -> None:
    """Uploaded as an administrator does, the course keeps the learner's place, answers and words from one sitting to the next."""
    work = Work()
    about = "Upload the package, open it, answer and write, leave, open it again; and open it on another device."
    tool = f"scormhost {version('scormhost')}, Chromium {browser.version}"
    with reported("server", "scormhost", edition, about, tool) as result, Device(browser) as device:
        # The first to register becomes the administrator, and learns here too.
        assert device.context.request.post(f"{server}/api/auth/register", data=LEARNER).ok
        package = package_of(lab_course, edition)
        file = {"name": package.name, "mimeType": "application/zip", "buffer": package.read_bytes()}
        uploaded = device.context.request.post(f"{server}/api/packages", multipart={"file": file})
        assert uploaded.status == 201, uploaded.text()
        id = uploaded.json()["id"]

        page = launch(device, server, id)
        first_half(course_of(page), work, length=120)
        second_half(course_of(page), work)
        device.later(12)
        hear(course_of(page), "lms")
        wait_for_server(device, page, f"{server}/api/scorm/{id}/cmi", APIS[edition])
        page.close(run_before_unload=True)
        page = launch(device, server, id)
        expect_all(course_of(page), work)
        # Both questions are answered, so she is done; it is no review, and what she does now is recorded as well.
        write(course_of(page), work, "shown", "More, after I had completed it.")
        device.later(12)
        hear(course_of(page), "lms")
        wait_for_server(device, page, f"{server}/api/scorm/{id}/cmi", APIS[edition])
        page.close(run_before_unload=True)

        with Device(browser) as other:
            assert other.context.request.post(f"{server}/api/auth/login", data=LEARNER).ok
            lost = missing(course_of(launch(other, server, id)), work, TRAVELLING)
            assert lost == [], f"not in the LMS: {lost}"
            assert other.errors == []
        assert device.errors == []
        result.told, result.found = "lms", "LMS and device"


def launch(device: Device, server: str, id: str) -> Page:
    """Open the course."""
    page = device.context.new_page()
    page.goto(f"{server}/launch/{id}")
    begin(course_of(page))
    return page


def course_of(page: Page) -> FrameLocator:
    """The course, in its frame."""
    return page.frame_locator("#scormhost-content")


def wait_for_server(device: Device, page: Page, address: str, get: str) -> None:
    """The player says yes at once, and sends later."""
    given = page.evaluate(f"{get}('cmi.suspend_data')")
    for _ in range(TRIES):
        if device.context.request.get(address).json()["elements"].get("cmi.suspend_data") == given:
            return
    raise AssertionError("the server never got what its player was given")
