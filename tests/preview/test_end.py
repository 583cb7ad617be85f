"""The preview as it is started and ended on a terminal."""

import http.client
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.preview.serving import PATIENCE


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl+C cannot be sent to one process")
def test_ctrl_c_ends_it_cleanly(lesson: Path) -> None:
    """Also while a page listens: no traceback, no waiting, exit status 0."""
    command = [sys.executable, "-u", "-m", "builder", "preview", str(lesson), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        first = process.stdout.readline()
        port = int(first.strip().rstrip("/").rpartition(":")[2])
        page = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        page.request("GET", "/~preview/events")
        listening = page.getresponse()
        assert b"retry" in listening.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 0
        assert "Ctrl+C ends the preview" in process.stdout.read()
        assert process.stderr.read() == ""
        listening.close()
        page.close()
