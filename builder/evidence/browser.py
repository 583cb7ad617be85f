"""Finds a Chromium and starts it: Playwright's own, else the system's, else one that is fetched."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from builder.errors import MissingTool, how_to_install

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

_EXTRA = "verify"
_NAMES = (
    "chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome",
    "google-chrome-stable", "chrome", "msedge", "microsoft-edge",
)  # fmt: skip
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
"""A browser's own calls would count as requests of the course."""
_BY_HAND = "Install Chromium, Chrome or Edge, or name one in the variable SATCHEL_CHROMIUM."


_PATIENCE = 900
"""Seconds that a download may take."""
Progress = Callable[[str], None]


@contextmanager
def browsing(progress: Progress = lambda step: None) -> Iterator["Browser"]:
    """A started browser. Where there is none it is fetched once, by Playwright, into Playwright's own folder.

    Raises MissingTool without Playwright, and where a browser can neither be found nor fetched.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise MissingTool("Playwright", f"Run {how_to_install(_EXTRA)} .") from None
    with sync_playwright() as playwright:
        browser = _started(playwright) or _fetched(playwright, progress)
        try:
            yield browser
        finally:
            browser.close()


def _started(playwright: "Playwright") -> "Browser | None":
    from playwright.sync_api import Error

    for path in _candidates():
        try:
            return playwright.chromium.launch(executable_path=path, args=_arguments())
        except Error:
            continue
    return None


def _fetched(playwright: "Playwright", progress: Progress) -> "Browser":
    from playwright.sync_api import Error

    if named := os.environ.get("SATCHEL_CHROMIUM"):
        raise MissingTool("Chromium", f"SATCHEL_CHROMIUM names {named}, which does not start. Name another, or none.")
    progress("Fetching Chromium: once, about 100 MB")
    if problem := _fetch():
        raise MissingTool("Chromium", f"It could not be fetched: {problem}. {_BY_HAND}")
    try:
        return playwright.chromium.launch(args=_arguments())
    except Error:
        raise MissingTool(
            "all that Chromium needs", f"Run as administrator: {sys.executable} -m playwright install-deps chromium"
        ) from None


def _fetch() -> str:
    """Let Playwright fetch its headless shell; gives what went wrong, or nothing."""
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        return f"it took more than {_PATIENCE // 60} minutes"
    if not done.returncode:
        return ""
    said = (line.partition("Error: ")[2].partition(" body ")[0] for line in (done.stderr + done.stdout).splitlines())
    return next((words for words in said if words and not words.endswith("caused by")), "Playwright did not say why")


def _candidates() -> list[str | None]:
    """Paths to try in turn; None is the browser that Playwright brings along."""
    if named := os.environ.get("SATCHEL_CHROMIUM"):
        return [named]
    system = [*filter(None, map(shutil.which, _NAMES)), *(place for place in _PLACES if Path(place).exists())]
    return [None, *system]


def _arguments() -> list[str]:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*_QUIET, *(["--no-sandbox"] if as_root else [])]
