"""Serves the player of the LMS, and the files of the package, on the loopback interface."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

_HERE = Path(__file__).parent
_OWN = {"/player": ("player.html", "text/html"), "/player.js": ("player.js", "text/javascript")}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Address of a server for a package's folder, which is at `/content/`."""
    server = _Server(("127.0.0.1", 0), _handler(folder))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(folder: Path) -> type[SimpleHTTPRequestHandler]:
    class Handler(SimpleHTTPRequestHandler):
        """The player at its own two addresses, and files below `/content/`."""

        protocol_version = "HTTP/1.1"

        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(folder))

        def do_GET(self) -> None:
            """Answer with the player, or with a file of the package."""
            own = _OWN.get(self.path.split("?")[0])
            if own:
                self._own(*own)
            elif self._inside():
                super().do_GET()

        def do_HEAD(self) -> None:
            """The same without content."""
            if self._inside():
                super().do_HEAD()

        def _inside(self) -> bool:
            if not self.path.startswith("/content/"):
                self.send_error(404)
                return False
            self.path = self.path.removeprefix("/content")
            return True

        def _own(self, name: str, media_type: str) -> None:
            content = (_HERE / name).read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler
