"""A host of films on this machine, which can fail in the ways that hosts fail."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FAR = "https://films.example.org"
"""What the course says in place of this machine."""


class Host(ThreadingHTTPServer):
    """Serves the files of a folder, as `mode` says: `well`, `never` answering, `dead`, or `broken` off after some bytes."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Answer)
        self.folder = folder
        self.mode = "well"
        self.open = True  # scripts of every page may read what it has
        self.sends_to = ""
        self.asked: list[str] = []
        self.released = threading.Event()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answer(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        mode = self.server.mode
        if mode == "never":
            self.server.released.wait(20)
        if self.server.sends_to:
            self.send_response(302)
            self.send_header("Location", self.server.sends_to + self.path)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = self.server.folder / self.path.split("?")[0].lstrip("/")
        if mode in {"dead", "never"} or not path.is_file():
            self.close_connection = True
            return
        content = path.read_bytes()
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first = int(wanted[1]) if wanted else 0
        last = int(wanted[2]) if wanted and wanted[2] else len(content) - 1
        self.send_response(206 if wanted else 200)
        kinds = {
            ".html": "text/html",
            ".css": "text/css",
            ".js": "text/javascript",
            ".mp4": "video/mp4",
            ".webm": "video/webm",
        }
        self.send_header("Content-Type", kinds.get(path.suffix, "application/octet-stream"))
        if self.server.open:
            self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(last + 1 - first))
        if wanted:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.end_headers()
        body = content[first : last + 1]
        if mode == "broken":
            body, self.server.mode, self.close_connection = body[: len(body) // 2], "dead", True
        with suppress(OSError):  # a browser may have enough
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def host(folder: Path, port: int = 0) -> Iterator[Host]:
    """A host that is there for a while."""
    server = Host(folder, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.released.set()
    server.shutdown()
    server.server_close()
