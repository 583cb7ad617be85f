"""Chromium for the tests: Playwright's own, else the system's; never none.

Most tests need only what draws pages, and run in its headless shell where there is one: a page opens there in a quarter of
the time. What needs a whole browser (settings, profiles, the Back button's memory) gets one. With
`SATCHEL_SHELL=none` all get it.
"""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
"""A browser that calls home fails on a closed network, and its calls would count as requests of the page."""


def arguments() -> list[str]:
    """Command-line arguments that every test browser gets."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if as_root else [])]


def find_chromium(started: Playwright | None = None) -> str | None:
    """Path of a whole Chromium that starts; None when there is none. `started` is the Playwright of this process, if any."""
    if started is None:
        with sync_playwright() as playwright:
            return find_chromium(playwright)
    found = [os.environ.get("SATCHEL_CHROMIUM"), started.chromium.executable_path, *map(shutil.which, NAMES), *PLACES]
    for path in dict.fromkeys(filter(None, found)):
        if not Path(path).exists():
            continue
        try:
            started.chromium.launch(executable_path=path, args=arguments()).close()
        except Error:
            continue
        return path
    return None


def launch_shell(playwright: Playwright) -> Browser | None:
    """A headless shell, started; None where there is none, or `SATCHEL_SHELL` is `none`."""
    wanted = os.environ.get("SATCHEL_SHELL")
    # Without a path Playwright starts the shell that it brings along.
    paths = [wanted] if wanted else [None, *filter(None, map(shutil.which, SHELLS))]
    for path in paths if wanted != "none" else []:
        try:
            return playwright.chromium.launch(executable_path=path, args=arguments())
        except Error:
            continue
    return None
