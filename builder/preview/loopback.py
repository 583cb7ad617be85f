"""Keeps the preview on this machine: a loopback socket, and a check of the Host header."""

import re
import socket
import sys

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from builder.errors import NoFreePort

ADDRESS = "127.0.0.1"
TRIES = 100
"""How many ports are tried, from the one asked for."""
OURS = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?", re.IGNORECASE)


def loopback_socket(port: int) -> socket.socket:
    """A bound socket on `port`, or on the next one that is free; 0 lets the system choose. Raises NoFreePort."""
    last = min(port + TRIES, 65536) if port else 1
    for candidate in range(port, last):
        # Named in full: asyncio spares a socket without its protocol TCP_NODELAY, and each file then takes 40 ms more.
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        # On Windows the option would let us take a port that another program answers on.
        if sys.platform != "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((ADDRESS, candidate))
        except OSError:
            made.close()
            continue
        return made
    raise NoFreePort(port, last - 1)


class OnlyHere:
    """Refuses requests that name the server by anything but a loopback name.

    A page from anywhere can point a name of its own at 127.0.0.1 and then read what is served there (DNS
    rebinding); it cannot choose what the browser writes into the Host header.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it: 421, misdirected (RFC 9110, 15.5.20)."""
        if scope["type"] == "http":
            hosts = Headers(scope=scope).getlist("host")
            if len(hosts) != 1 or not OURS.fullmatch(hosts[0]):
                refusal = "The preview answers to localhost and 127.0.0.1 only.\n"
                await PlainTextResponse(refusal, 421)(scope, receive, send)
                return
        await self.app(scope, receive, send)
