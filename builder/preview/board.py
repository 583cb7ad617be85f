"""Holds the newest edition, and wakes the pages that wait for the next one."""

import asyncio
from collections.abc import AsyncIterator

from builder.preview.edition import Edition


class Board:
    """Holds the newest edition and wakes whoever waits for another."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._number = 0
        self._closed = False
        self._news = asyncio.Condition()

    async def post(self, edition: Edition) -> None:
        """Publish a new edition."""
        async with self._news:
            self.edition = edition
            self._number += 1
            self._news.notify_all()

    async def close(self) -> None:
        """End every wait: an open page would otherwise hold up the end of the server."""
        async with self._news:
            self._closed = True
            self._news.notify_all()

    async def editions(self) -> AsyncIterator[Edition]:
        """Give the newest edition, then each that follows; of several that came meanwhile only the last."""
        seen = -1
        while True:
            async with self._news:
                while not self._closed and self._number == seen:
                    await self._news.wait()
                if self._closed:
                    return
                seen, edition = self._number, self.edition
            yield edition
