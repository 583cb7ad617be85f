"""A preview that runs beside the test, in a thread, on a port that the system chose."""

import gc
import http.client
import threading
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from builder.preview.loopback import loopback_socket
from builder.preview.serve import Server

PATIENCE = 60.0
"""Seconds after which something that was waited for counts as missing."""


class Preview:
    """The preview of a course folder; use it with `with`."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.lines: list[str] = []
        """What the terminal shows."""
        self._started = threading.Event()
        self._server = Server(folder, self.lines.append, self._ready)
        self._socket = loopback_socket(port)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self.address = ""

    def _ready(self, address: str) -> None:
        self.address = address
        self._started.set()

    @property
    def port(self) -> int:
        """Where it answers."""
        return int(self.address.rstrip("/").rpartition(":")[2])

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._started.wait(PATIENCE), "the preview did not start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), "the preview did not end"
        self._socket.close()
        # A connection that a browser still held open ends with the loop, and asyncio calls it unclosed when Python finds it,
        # in whatever test runs by then.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()

    def ask(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[http.client.HTTPResponse, bytes]:
        """A request with this very path and these headers: nothing is normalised on the way."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=dict(headers or {}))
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body
