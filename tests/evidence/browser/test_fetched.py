"""Where `verify` and `judge` have no browser, Playwright fetches one; what cannot be fetched is reported."""

import io
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.browser
START = """from builder.errors import BuilderError
from builder.evidence import browser
browser._PLACES = ()
try:
    with browser.browsing(print) as started:
        page = started.new_page()
        page.set_content("<h1>Here</h1>")
        print(page.inner_text("h1"))
except BuilderError as problem:
    print(problem)
"""


class Downloads:
    """A host on this machine that has the browsers for Playwright, or has lost them."""

    def __init__(self, chromium: str) -> None:
        self.chromium = chromium
        self.lost = False
        self.asked: list[str] = []
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = PurePosixPath(self.path)
                host.asked.append(name.name)
                if host.lost:
                    self.send_error(404)
                    return
                content = host.archive(name.stem)
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                """Say nothing: what was asked is kept."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def archive(self, folder: str) -> bytes:
        """A browser as Playwright expects it, which is the one of this machine under another name."""
        name = "chrome-headless-shell" if "headless" in folder else "ffmpeg-linux"
        entry = zipfile.ZipInfo(f"{folder}/{name}" if "headless" in folder else name)
        entry.external_attr = 0o755 << 16
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as file:
            file.writestr(entry, f'#!/bin/sh\nexec "{self.chromium}" "$@"\n')
        return packed.getvalue()


@pytest.fixture
def downloads(chromium: str) -> Iterator[Downloads]:
    """That host, while the test runs."""
    host = Downloads(chromium)
    thread = threading.Thread(target=host.server.serve_forever, daemon=True)
    thread.start()
    yield host
    host.server.shutdown()
    host.server.server_close()


def start(downloads: Downloads, folder: Path) -> str:
    """What is printed where no browser is installed, and Playwright keeps its own in this folder."""
    env = {name: value for name, value in os.environ.items() if name != "SATCHEL_CHROMIUM"} | {
        "PATH": str(folder / "no-programs"),
        "PLAYWRIGHT_BROWSERS_PATH": str(folder / "browsers"),
        "PLAYWRIGHT_DOWNLOAD_HOST": f"http://127.0.0.1:{downloads.server.server_port}",
    }
    command = [sys.executable, "-c", START]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=env, cwd=ROOT).stdout


@pytest.mark.slow
def test_a_browser_that_is_missing_is_fetched(downloads: Downloads, tmp_path: Path) -> None:
    """Once: the next time it is there."""
    assert start(downloads, tmp_path) == "Fetching Chromium: once, about 100 MB\nHere\n"
    asked = len(downloads.asked)
    assert asked >= 1
    assert start(downloads, tmp_path) == "Here\n"
    assert len(downloads.asked) == asked


@pytest.mark.slow
def test_one_that_cannot_be_fetched_is_reported(downloads: Downloads, tmp_path: Path) -> None:
    """With the reason, and what else there is to do."""
    downloads.lost = True
    said = start(downloads, tmp_path)
    assert "Chromium is not installed. It could not be fetched: " in said
    assert "404" in said
    assert "Install Chromium, Chrome or Edge, or name one in the variable SATCHEL_CHROMIUM." in said
