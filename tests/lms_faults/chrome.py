"""A Chromium with a profile on the disk, started by the test itself, so that it can be killed."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.sync_api import Browser, BrowserContext, Error, Playwright

from tests.browser import arguments


class Chrome:
    """Use it with `with`; started anew it finds what it left on the disk."""

    def __init__(self, playwright: Playwright, path: str, profile: Path) -> None:
        self._playwright = playwright
        self._command = [
            path,
            *arguments(),
            "--headless",
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            "about:blank",
        ]
        self._process: subprocess.Popen[str] | None = None
        self._browser: Browser | None = None

    def start(self) -> BrowserContext:
        """Start it, in a group of processes of its own."""
        self._process = subprocess.Popen(
            self._command, stderr=subprocess.PIPE, text=True, start_new_session=True, encoding="utf-8", errors="replace"
        )
        assert self._process.stderr
        address = next(line.split()[-1] for line in self._process.stderr if line.startswith("DevTools listening on"))
        self._browser = self._playwright.chromium.connect_over_cdp(address)
        return self._browser.contexts[0]

    def kill(self) -> None:
        """End it and all that it started, without a word of warning."""
        if self._process is None:
            return
        if hasattr(os, "killpg"):
            os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()
        self._process = None
        if self._browser:
            with suppress(Error):
                self._browser.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
