"""The course in Firefox, opened by double click and from a web server: all is kept on the device."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from builder.pipeline import Outcome
from tests.firefox.bidi import Firefox, Tab
from tests.learner.driver.loopback import Loopback
from tests.lms_faults.results import reported
from tests.lms_faults.told import pattern_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORDS = "We asked, and then we listened."


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def address_of(outcome: Outcome, place: str) -> Iterator[str]:
    """Where the course is opened."""
    start = next(path for path in outcome.written if path.name == "index.html")
    if place == "file":
        yield start.as_uri()
    else:
        with Loopback(partial(_Quiet, directory=str(start.parent))) as server:
            yield f"{server.address}/{start.name}"


@pytest.mark.parametrize("place", ["file", "http"])
def test_the_device_part(firefox_path: str, lab_course: Outcome, place: str, tmp_path: Path) -> None:
    """Answers and words are there after a reload and after Firefox was closed; the record downloads; a second window can only be read."""
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    about = "Answer, write, load again, close Firefox and open it again; download the record; open a second window."
    with address_of(lab_course, place) as address, reported("device", "firefox", place, about) as result:
        with Firefox(firefox_path, tmp_path / "profile", downloads) as firefox:
            result.tool = f"Firefox {firefox.version}, by WebDriver BiDi"
            tab = firefox.open(f"{address}#trust")
            answer_and_write(tab)
            assert pattern_of("device").match(status(tab))
            tab.reload()
            expect_all(tab)
            download_record(firefox, tab, address, downloads)
            stand_aside(firefox, address)
            assert firefox.errors == []
        with Firefox(firefox_path, tmp_path / "profile", downloads) as firefox:
            tab = firefox.open(f"{address}#trust")
            expect_all(tab)
            assert firefox.errors == []
        result.told, result.found = "device", "device"


def answer_and_write(tab: Tab) -> None:
    """By mouse and keys, as a person does."""
    ready(tab)
    tab.click('[data-item="helps"] input[value="trust-in-the-team"]')
    tab.click('[data-item="helps"] [data-check]')
    tab.wait("""() => document.querySelector('[data-item="helps"]').dataset.state === "correct" """)
    tab.click('[data-item="alone"] textarea')
    tab.type(WORDS)
    # The page need not be left: what was typed is kept when she pauses.
    tab.wait("""() => /Saved on this device/.test(document.querySelector('[data-item="alone"]').textContent)""")


def expect_all(tab: Tab) -> None:
    """The answer with its verdict, and the words."""
    ready(tab)
    tab.wait("""() => document.querySelector('[data-item="helps"]').dataset.state === "correct" """)
    tab.wait("""() => document.querySelector('[data-item="helps"] input[value="trust-in-the-team"]').checked""")
    tab.wait("""words => document.querySelector('[data-item="alone"] textarea').value === words""", WORDS)


def download_record(firefox: Firefox, tab: Tab, address: str, downloads: Path) -> None:
    """The record as text holds her words."""
    tab.go(f"{address}#record")
    tab.wait("() => document.querySelector('[data-record]').dataset.record === 'open'")
    tab.click("[data-step=keep] > summary")
    tab.click("[data-record] [data-text]")
    assert firefox.wait_for("browsingContext.downloadEnd")["status"] == "complete"
    (file,) = downloads.glob("*.txt")
    assert WORDS in file.read_text(encoding="utf-8")
    tab.go(f"{address}#trust")


def stand_aside(firefox: Firefox, address: str) -> None:
    """A second window shows the work, says that another is being worked in, and lets nobody write."""
    second = firefox.open(f"{address}#trust")
    expect_all(second)
    second.wait("""() => /another window/.test(document.querySelector("[data-save-status]").textContent)""")
    assert second.call("""() => document.querySelector('[data-item="alone"] textarea').readOnly""") is True
    second.close()


def ready(tab: Tab) -> None:
    """The page has come to life."""
    tab.wait("() => 'ready' in document.documentElement.dataset")


def status(tab: Tab) -> str:
    """The line that says where the work is."""
    return str(tab.call("() => document.querySelector('[data-save-status]').textContent")).strip()
