"""Finds a Chromium and starts it: Playwright's own, else the system's."""

import os
import shutil
from collections.abc import Iterator
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


@contextmanager
def browsing() -> Iterator["Browser"]:
    """A started browser; raises MissingTool where there is none, or no Playwright."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise MissingTool("Playwright", f"Run {how_to_install(_EXTRA)} .") from None
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        try:
            yield browser
        finally:
            browser.close()


def _launch(playwright: "Playwright") -> "Browser":
    from playwright.sync_api import Error

    for path in _candidates():
        try:
            return playwright.chromium.launch(executable_path=path, args=_arguments())
        except Error:
            continue
    raise MissingTool("Chromium", "Run: playwright install chromium . Or name one in the variable SATCHEL_CHROMIUM.")


def _candidates() -> list[str | None]:
    """Paths to try in turn; None is the browser that Playwright brings along."""
    if named := os.environ.get("SATCHEL_CHROMIUM"):
        return [named]
    system = [*filter(None, map(shutil.which, _NAMES)), *(place for place in _PLACES if Path(place).exists())]
    return [None, *system]


def _arguments() -> list[str]:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*_QUIET, *(["--no-sandbox"] if as_root else [])]
