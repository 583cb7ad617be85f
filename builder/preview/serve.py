"""Runs the server of a course folder until Ctrl+C."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from builder.errors import UnreadableSource
from builder.preview.app import make_app
from builder.preview.board import Board
from builder.preview.edition import next_edition, told_of
from builder.preview.loopback import ADDRESS, loopback_socket
from builder.preview.watch import stamps, watch

PATIENCE = 2
"""Seconds that the end of the server waits for a film on its way to a browser."""


class Server(uvicorn.Server):
    """The server of one course folder."""

    def __init__(self, folder: Path, told: Callable[[str], None], ready: Callable[[str], None]) -> None:
        if not folder.is_dir():
            raise UnreadableSource(folder, "there is no such folder")
        read = stamps(folder.resolve())
        self.board = Board(next_edition(folder))
        self.ready = ready
        self.told = told
        self.folder = folder

        @asynccontextmanager
        async def watching(app: Starlette) -> AsyncIterator[None]:
            stop = asyncio.Event()
            task = asyncio.create_task(watch(folder, self.board, told, stop, read))
            yield
            stop.set()
            await task

        super().__init__(
            uvicorn.Config(
                make_app(self.board, watching),
                http="h11",
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=PATIENCE,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say where."""
        await super().startup(sockets)
        if self.started and sockets:
            self.ready(f"http://{ADDRESS}:{sockets[0].getsockname()[1]}/")
            if self.board.edition.state != "clean":
                self.told(told_of(self.board.edition, self.folder))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End. Pages that listen for news are released first, because they would listen for ever."""
        await self.board.close()
        await super().shutdown(sockets)


def serve(folder: Path, port: int, told: Callable[[str], None], ready: Callable[[str], None]) -> None:
    """Serve until Ctrl+C."""
    server = Server(folder, told, ready)
    with loopback_socket(port) as listening, suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
