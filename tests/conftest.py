"""What tests of every folder share: a browser that never lacks, and the first course, built once."""

import os
import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from builder.pipeline import Outcome, build
from tests.browser import arguments, find_chromium, launch_shell
from tests.bundles import REMEDY, changed_sources
from tests.lms.host import Lms
from tests.turns import take_turns

ROOT = Path(__file__).parents[1]
COURSE = ROOT / "course"

# The same examples every day, so that nobody is stopped by what she did not change; new ones in `make check`.
# No limit of time for an example, and none for making it: a busy machine is no fault.
STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("everyday", STEADY, derandomize=True)
settings.register_profile("check", STEADY)
settings.load_profile(os.environ.get("SATCHEL_EXAMPLES", "everyday"))

# Courses are built as if for the first time, unless a test names a folder for what is kept.
os.environ["SATCHEL_CACHE"] = ""

# Milliseconds in which what is expected must show: many, for a busy machine. Nothing waits longer than it must.
expect.set_options(timeout=30_000)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Before pytest picks by mark: what is another edition's turn is for `make check`."""
    take_turns(items)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test proves nothing, so it fails; Windows may skip what it cannot do, and all what is marked optional."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and not may_be_skipped(item):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped ({skipped_because(report)}), and so proves nothing"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file."""
    report = yield
    if report.skipped and sys.platform != "win32":
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped ({skipped_because(report)}), and so proves nothing"
    return report


def may_be_skipped(item: pytest.Item) -> bool:
    """Whether a test may go untried on this machine."""
    return sys.platform == "win32" or item.get_closest_marker("optional") is not None


def skipped_because(report: pytest.TestReport | pytest.CollectReport) -> str:
    """The reason that was given."""
    return str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Courses carry the bundles: after a change of their sources, tests of finished courses still saw the old ones."""
    if changed := changed_sources():
        terminalreporter.write_line(f"The bundles are older than {', '.join(changed)}: {REMEDY}", red=True)


@pytest.fixture(scope="session")
def first_course(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The first course, built for every destination into a folder of its own."""
    outcome = build(COURSE, tmp_path_factory.mktemp("dist"))
    assert outcome.packages, outcome.report.diagnostics
    return outcome


@pytest.fixture(scope="session")
def web_course(first_course: Outcome) -> Path:
    """The launch page of the first course as a double click opens it."""
    return next(path for path in first_course.written if path.name == "index.html")


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> str:
    """Path of a whole Chromium that starts. Without one the tests fail: a skipped browser test proves nothing."""
    found = find_chromium(playwright)
    if found is None:
        pytest.fail("no Chromium starts here: run `python tests/prepare.py`")
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once: two at a time will not run."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """One browser for the whole run. A whole Chromium is looked for only where there is no shell of one."""
    started = launch_shell(playwright)
    if started is None:
        chromium = request.getfixturevalue("chromium")
        started = playwright.chromium.launch(executable_path=chromium, args=arguments())
    yield started
    started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile without history, for one test."""
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that profile."""
    return context.new_page()


@pytest.fixture(scope="session")
def lms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lms]:
    """One LMS for the whole run; every test enrols learners of its own."""
    with Lms(tmp_path_factory.mktemp("lms")) as running:
        yield running


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    """A copy of the smallest sound course, to be changed by the test."""
    return smallest_course(tmp_path)


def smallest_course(folder: Path) -> Path:
    """The smallest sound course, copied into this folder to be changed."""
    return shutil.copytree(ROOT / "tests" / "courses" / "base", folder / "course")
