"""Watches the course folder: which saved files matter, and what a save starts."""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, awatch

from builder.preview.board import Board
from builder.preview.edition import next_edition, told_of

QUIET, LONGEST = 10, 400
"""Milliseconds without a further write until a save counts, and milliseconds after which it counts in any case."""

TEMPORARY = re.compile(
    r"\..*|.*~|#.*#|4913|.*\.(?:sw[a-z]|tmp|temp|bak|part|crdownload|satchel-part)|.*___jb_(?:tmp|old)___|~\$.*",
    re.IGNORECASE,
)
"""Names of what editors, browsers and office programs write beside a file while they save it; and everything hidden."""

TOOLS = frozenset({"node_modules", "__pycache__"})


def matters(folder: Path, path: str) -> bool:
    """Whether a change of the file at `path` can change the course in `folder`."""
    try:
        parts = Path(path).relative_to(folder).parts
    except ValueError:
        return False
    return not any(part in TOOLS or TEMPORARY.fullmatch(part) for part in parts)


async def watch(folder: Path, board: Board, told: Callable[[str], None], stop: asyncio.Event) -> None:
    """Rebuild the course at each save, in a thread of its own, until `stop`."""
    resolved = folder.resolve()

    def wanted(change: Change, path: str) -> bool:
        return matters(resolved, path)

    # Where the system does not report changes (a network disk, too many files watched), looking now and then will do.
    for polling in (None, True):
        try:
            async for _ in awatch(
                resolved, watch_filter=wanted, step=QUIET, debounce=LONGEST, stop_event=stop, force_polling=polling
            ):
                await rebuild(folder, board, told)
            return
        except OSError as problem:
            told(f"The system does not tell of changes ({problem}); looking for them now and then.")


async def rebuild(folder: Path, board: Board, told: Callable[[str], None]) -> None:
    """Publish the next edition."""
    before = board.edition
    edition = await asyncio.to_thread(next_edition, folder, before)
    await board.post(edition)
    told(told_of(edition, folder, before))
